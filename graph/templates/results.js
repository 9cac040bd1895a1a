"use strict";
// The result of a query: read from the answer of the server, and shown as a table whose names lead to their pages.
window.resograph = window.resograph || {};
(() => {
    const data = JSON.parse(document.getElementById("data").textContent);
    const { words, root, base, prefixes } = data;
    const STEP = 500;
    const LONG = 40;
    const TRIPLE = ["subject", "predicate", "object"];
    const NODE = String.raw`(<[^>]*>|_:\S+)`;
    const LITERAL = String.raw`"((?:[^"\\]|\\.)*)"(?:@([\w-]+)|\^\^<([^>]*)>)?`;
    const LINE = new RegExp(`^${NODE} (<[^>]*>) (?:${NODE}|${LITERAL}) \\.$`);
    const SYMBOL = /^(?:A|E|S|ST|T|CCPR|CEDAW|CRC|CRPD|DP|TD|UNEP)\/[^\s/]+(?:\/[^\s/]+)*$/;
    const BOUND = /STRAFTER\s*\(\s*STR\s*\(\s*\?\w+\s*\)\s*,\s*"\/(doc|actor|instrument)\/"\s*\)\s+AS\s+\?(\w+)/gi;
    const ESCAPES = { t: "\t", n: "\n", r: "\r", b: "\b", f: "\f" };

    const fill = (name, values = {}) => {
        const text = words[`front.${name}`];
        return text.replace(/\{(\w+)\}/g, (whole, key) => (key in values ? values[key] : whole));
    };

    const element = (name, attributes = {}, ...children) => {
        const made = document.createElement(name);
        for (const [key, value] of Object.entries(attributes)) {
            if (value !== undefined && value !== null) made.setAttribute(key, value);
        }
        made.append(...children);
        return made;
    };

    const unescaped = (text) =>
        text.replace(/\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)/g, (whole, mark) =>
            /^[uU]./.test(mark) ? String.fromCodePoint(parseInt(mark.slice(1), 16)) : ESCAPES[mark] || mark
        );

    const node = (text) =>
        text.startsWith("_:") ? { type: "bnode", value: text.slice(2) } : { type: "uri", value: unescaped(text.slice(1, -1)) };

    /** Read N-Triples as rows of three terms; a graph holds each triple once. */
    const readTriples = (text) =>
        [...new Set(text.split("\n"))].flatMap((line) => {
            const found = LINE.exec(line.trim());
            if (!found) return [];
            const [, subject, predicate, object, literal, language, datatype] = found;
            const value = object
                ? node(object)
                : { type: "literal", value: unescaped(literal), "xml:lang": language, datatype };
            return [[node(subject), node(predicate), value]];
        });

    /** Read an answer: columns and rows of terms, or yes and no. */
    const read = async (response) => {
        const type = response.headers.get("content-type") || "";
        if (!type.includes("sparql-results+json")) {
            const rows = readTriples(await response.text());
            return { kind: "graph", names: TRIPLE.map((name) => words[`front.triple.${name}`]), rows };
        }
        const found = await response.json();
        if ("boolean" in found) return { kind: "truth", truth: found.boolean, names: [], rows: [] };
        const names = found.head.vars;
        return { kind: "table", names, rows: found.results.bindings.map((row) => names.map((name) => row[name])) };
    };

    const withLanguage = (path) => {
        if (!data.chosen) return root + path;
        const [place, ...fragment] = path.split("#");
        return `${root}${place}?lang=${data.language}${fragment.map((part) => `#${part}`).join("")}`;
    };

    const pagePath = (iri) => encodeURI(decodeURI(iri.slice(base.length).replace(/%(?![0-9A-Fa-f]{2})/g, "%25")));

    const short = (iri) => {
        for (const [prefix, start] of Object.entries(prefixes)) {
            if (iri.startsWith(start) && iri !== start) return `${prefix}:${iri.slice(start.length)}`;
        }
        const place = iri.startsWith(`${base}doc/`) ? `${base}doc/` : base;
        if (!iri.startsWith(place)) return iri;
        try {
            return decodeURI(iri.slice(place.length));
        } catch {
            return iri.slice(place.length);
        }
    };

    const link = (text, address, outside = false) =>
        element("a", { href: address, rel: outside ? "noreferrer" : undefined, class: outside ? "outside" : undefined }, text);

    const shownIri = (iri) => {
        if (iri.startsWith(base) && iri !== base) {
            let path;
            try {
                path = pagePath(iri);
            } catch {
                path = iri.slice(base.length);
            }
            return link(short(iri), withLanguage(path));
        }
        return /^https?:\/\//.test(iri) ? link(short(iri), iri, true) : element("span", {}, iri);
    };

    /** Show a term; a text that is the key of a document or actor leads to its page too. */
    const shown = (term, kind) => {
        if (!term) return "";
        if (term.type === "uri") return shownIri(term.value);
        if (term.type === "bnode") return element("span", { class: "faint" }, `_:${term.value}`);
        const language = term["xml:lang"];
        const place = kind || (!language && SYMBOL.test(term.value) ? "doc" : undefined);
        if (place && term.value) {
            const path = `${place}/${term.value.split("/").map(encodeURIComponent).join("/")}`;
            return link(term.value, withLanguage(path.replace(/%3A/g, ":").replace(/%20/g, "%20")));
        }
        return element("span", { lang: language, dir: language === "ar" ? "rtl" : undefined }, term.value);
    };

    /** Show a term of a triple, whose language is part of what is stated. */
    const stated = (term) => {
        const language = term["xml:lang"];
        return language ? element("span", {}, shown(term), element("span", { class: "faint" }, ` @${language}`)) : shown(term);
    };

    /** Tell which columns hold keys of documents or actors: those that the query cuts out of their IRIs. */
    const kindsOf = (query) => Object.fromEntries([...query.matchAll(BOUND)].map((found) => [found[2], found[1].toLowerCase()]));

    const isNumber = (term) => term && /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(term.value);

    const compare = (one, two) => {
        if (isNumber(one) && isNumber(two)) return Number(one.value) - Number(two.value);
        const [left, right] = [one ? one.value : "", two ? two.value : ""];
        return left.localeCompare(right, data.language, { numeric: true });
    };

    /** A table that is sorted by its heads and filtered by words, and grows by steps. */
    const table = (found, query) => {
        const kinds = kindsOf(query);
        const numeric = found.names.map((_, at) => found.rows.length > 0 && found.rows.every((row) => !row[at] || isNumber(row[at])));
        const body = element("tbody");
        const more = element("button", { type: "button" });
        const count = element("span", { class: "faint", role: "status" });
        const filter = element("input", { type: "search", "aria-label": words["front.filter"], placeholder: words["front.filter"] });
        let rows = found.rows;
        let sorted = { at: -1, down: false };
        let visible = STEP;

        const look = (term, at) => (numeric[at] ? "number" : term && term.value.length > LONG ? "long" : undefined);
        const cell = (term, at) =>
            element("td", { class: look(term, at) }, found.kind === "graph" ? stated(term) : shown(term, kinds[found.names[at]]));
        const draw = () => {
            body.replaceChildren(...rows.slice(0, visible).map((row) => element("tr", {}, ...row.map(cell))));
            const left = rows.length - visible;
            more.hidden = left <= 0;
            more.textContent = fill("more", { n: Math.min(left, STEP) });
        };
        const order = () => {
            const wanted = filter.value.trim().toLocaleLowerCase();
            const fits = (term) => term && (term.value.toLocaleLowerCase().includes(wanted) || short(term.value).toLocaleLowerCase().includes(wanted));
            rows = wanted ? found.rows.filter((row) => row.some(fits)) : [...found.rows];
            count.textContent = wanted ? fill("rows-shown", { n: rows.length }) : "";
            if (sorted.at >= 0) rows.sort((one, two) => compare(one[sorted.at], two[sorted.at]) * (sorted.down ? -1 : 1));
            visible = STEP;
            draw();
        };
        const heads = found.names.map((name, at) => {
            const button = element("button", { type: "button", title: fill("sort", { name }) }, name);
            const head = element("th", { scope: "col", "aria-sort": "none" }, button);
            button.addEventListener("click", () => {
                sorted = { at, down: sorted.at === at && !sorted.down };
                heads.forEach((each) => each.setAttribute("aria-sort", "none"));
                head.setAttribute("aria-sort", sorted.down ? "descending" : "ascending");
                order();
            });
            return head;
        });
        filter.addEventListener("input", order);
        more.addEventListener("click", () => {
            const first = visible;
            visible += STEP;
            draw();
            const next = body.rows[first];
            if (next) next.scrollIntoView({ block: "nearest" });
        });
        draw();
        const grid = element("table", { "aria-labelledby": "result-heading" }, element("thead", {}, element("tr", {}, ...heads)), body);
        const wrap = element("div", { class: "wrap", role: "region", "aria-label": words["front.table"], tabindex: "0" }, grid);
        const tools = found.rows.length > 8 ? [element("div", { class: "tools" }, filter, count)] : [];
        return [...tools, wrap, more];
    };

    const downloads = (found, query) => {
        const forms = found.kind === "graph" ? data.graphs : data.results;
        const links = forms.map((form) => {
            const address = `${root}sparql?${new URLSearchParams({ query, format: form })}`;
            const ending = { turtle: "ttl", ntriples: "nt" }[form] || form;
            return element("li", {}, element("a", { href: address, download: `resograph.${ending}` }, { turtle: "Turtle", ntriples: "N-Triples", jsonld: "JSON-LD" }[form] || form.toUpperCase()));
        });
        return element("ul", { class: "ways", "aria-label": words["front.downloads"] }, ...links);
    };

    /** Show what was found. */
    const show = (place, found, query) => {
        const parts = [downloads(found, query)];
        if (found.kind === "truth") parts.unshift(element("p", { class: "truth" }, fill(found.truth ? "answer-yes" : "answer-no")));
        else if (found.rows.length === 0) parts.unshift(element("p", {}, fill("empty")));
        else parts.push(...table(found, query));
        place.replaceChildren(...parts);
    };

    const summary = (found, seconds) => {
        if (found.kind === "truth") return "";
        const name = found.kind === "graph" ? "triples" : found.rows.length === 1 ? "row.one" : "row.other";
        return fill(name, { n: found.rows.length.toLocaleString(data.language), s: seconds.toFixed(2) });
    };

    Object.assign(window.resograph, { data, element, fill, read, show, summary });
})();
