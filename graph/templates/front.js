"use strict";
// The front page: the editor, the examples with their values, the run of a query, and the state in the address.
(() => {
    const { data, element, fill, read, show, summary } = window.resograph;
    const { words, root } = data;
    const at = (id) => document.getElementById(id);
    const ACCEPT = "application/sparql-results+json, application/n-triples;q=0.9, application/problem+json;q=0.1";

    /** The editor: YASGUI's where the server brings it, else the text area itself. */
    const plain = (area) => ({
        get: () => area.value,
        set: (text) => {
            area.value = text;
        },
        focus: () => area.focus(),
        listen: (heard) => area.addEventListener("input", heard),
    });

    const completer = (Yasqe, from, name, list) => {
        Yasqe.forkAutocompleter(from, { name, get: () => list, bulk: true, persistenceId: () => null, autoShow: false });
        return name;
    };

    const rich = (area) => {
        const Yasqe = window.Yasgui.Yasqe;
        const prefixes = Object.entries(data.prefixes).map(([name, start]) => `${name}: <${start}>`);
        const names = [
            completer(Yasqe, "class", "resograph-classes", data.classes),
            completer(Yasqe, "property", "resograph-properties", data.properties),
            completer(Yasqe, "prefixes", "resograph-prefixes", prefixes),
            "variables",
        ];
        const yasqe = new Yasqe(at("editor"), {
            value: area.value,
            autocompleters: names,
            persistenceId: null,
            consumeShareLink: null,
            createShareableLink: null,
            prefixCcApi: null,
            showQueryButton: false,
            resizeable: false,
            collapsePrefixesOnLoad: false,
            editorHeight: "17rem",
            lineWrapping: true,
            inputStyle: "contenteditable",
            screenReaderLabel: words["front.editor"],
            requestConfig: { endpoint: `${root}sparql` },
            extraKeys: { "Ctrl-Enter": () => run(), "Cmd-Enter": () => run(), Tab: false, "Shift-Tab": false },
        });
        // The server knows these prefixes, whether or not a query declares them.
        const declared = yasqe.getPrefixesFromQuery.bind(yasqe);
        yasqe.getPrefixesFromQuery = () => ({ ...data.prefixes, ...declared() });
        area.hidden = true;
        at("query-label").removeAttribute("for");
        at("query-label").addEventListener("click", () => yasqe.focus());
        return {
            get: () => yasqe.getValue(),
            set: (text) => yasqe.setValue(text),
            focus: () => yasqe.focus(),
            listen: (heard) => yasqe.on("change", heard),
        };
    };

    const area = at("query");
    const editor = window.Yasgui ? rich(area) : plain(area);

    // The example whose text stands in the editor, with its values; null where the text is of one's own making.
    let current = null;
    let filling = false;
    let running = null;

    const asked = () => {
        const found = new URLSearchParams();
        if (current) {
            found.set("example", current.name);
            for (const [name, value] of Object.entries(current.values)) if (value) found.set(name, value);
        } else {
            found.set("query", editor.get());
        }
        if (data.chosen) found.set("lang", data.language);
        return found;
    };

    const remember = () => {
        const search = `?${asked()}`;
        if (search !== location.search) history.pushState(null, "", search);
    };

    const tell = (text, isError = false) => {
        at("result").hidden = false;
        at("status").textContent = text;
        at("status").classList.toggle("error", isError);
    };

    const busy = (is) => {
        at("run").disabled = is;
        at("stop").hidden = !is;
        at("result").setAttribute("aria-busy", String(is));
    };

    const complaint = async (response) => {
        const text = await response.text();
        try {
            return JSON.parse(text).detail || text;
        } catch {
            return text.trim() || `HTTP ${response.status}`;
        }
    };

    /** Run what stands in the editor. */
    const run = async (keep = true) => {
        if (running) running.abort();
        const control = new AbortController();
        running = control;
        const query = editor.get();
        if (keep) remember();
        busy(true);
        tell(fill("running"));
        const began = performance.now();
        try {
            const response = await fetch(`${root}sparql`, {
                method: "POST",
                headers: { Accept: ACCEPT, "Content-Type": "application/x-www-form-urlencoded" },
                body: new URLSearchParams({ query }),
                signal: control.signal,
            });
            if (!response.ok) {
                const why = await complaint(response);
                at("answer").replaceChildren();
                tell(`${words["front.error"]}: ${why}`, true);
                return;
            }
            const found = await read(response);
            tell(summary(found, (performance.now() - began) / 1000));
            show(at("answer"), found, query);
        } catch (error) {
            if (control !== running) return;
            at("answer").replaceChildren();
            tell(error.name === "AbortError" ? fill("stopped") : fill("lost"), error.name !== "AbortError");
        } finally {
            if (control === running) {
                running = null;
                busy(false);
            }
        }
    };

    /** Ask the server for an example with its values in place, and put it into the editor. */
    const fetchExample = async () => {
        const example = current;
        const pairs = { example: example.name, lang: data.language };
        for (const [name, value] of Object.entries(example.values)) if (value) pairs[name] = value;
        const response = await fetch(`${root}example?${new URLSearchParams(pairs)}`);
        const text = await (response.ok ? response.text() : complaint(response));
        if (current !== example) return false;
        if (!response.ok) {
            at("answer").replaceChildren();
            tell(text, true);
            return false;
        }
        filling = true;
        editor.set(text);
        filling = false;
        return true;
    };

    const field = (parameter) => {
        const attributes = { id: `value-${parameter.name}`, name: parameter.name, autocomplete: "off" };
        const required = parameter.optional ? undefined : "";
        let input;
        if (parameter.choices.length) {
            const options = parameter.choices.map((choice) => element("option", { value: choice }, choice));
            if (parameter.optional) options.unshift(element("option", { value: "" }, words["front.any"]));
            input = element("select", { ...attributes, required }, ...options);
        } else {
            input = element("input", { ...attributes, required, placeholder: parameter.example });
        }
        input.value = current.values[parameter.name] || "";
        const note = parameter.optional ? ` (${words["front.optional"]})` : "";
        return element("label", {}, `${words[`front.parameter.${parameter.name}`] || parameter.name}${note}`, input);
    };

    const mark = () => {
        for (const button of document.querySelectorAll("#examples button")) {
            const is = Boolean(current) && button.dataset.name === current.name;
            button.setAttribute("aria-pressed", String(is));
        }
    };

    const drawValues = (example) => {
        const form = at("values");
        form.hidden = !example;
        mark();
        if (!example) return;
        at("question").textContent = example.question[data.language];
        const fields = example.parameters.map(field);
        if (fields.length) fields.push(element("button", {}, words["front.ask"]));
        form.querySelector(".fields").replaceChildren(...fields);
    };

    /** Choose an example; without values it takes those that it brings. */
    const choose = async (name, values) => {
        const example = data.examples.find((each) => each.name === name);
        if (!example) return false;
        const brought = example.parameters.filter((each) => !each.optional).map((each) => [each.name, each.example]);
        const given = example.parameters.map((each) => [each.name, (values || {})[each.name] || ""]);
        current = { name, values: Object.fromEntries(values ? given : brought) };
        drawValues(example);
        return fetchExample();
    };

    const drawExamples = () => {
        const wanted = at("find-example").value.trim().toLocaleLowerCase().split(/\s+/);
        const fits = (each) => {
            const text = `${each.name} ${each.question.en} ${each.question.zh}`.toLocaleLowerCase();
            return wanted.every((word) => text.includes(word));
        };
        const parts = data.groups.flatMap((group) => {
            const found = data.examples.filter((each) => each.group === group && fits(each));
            if (!found.length) return [];
            const items = found.map((each) => {
                const button = element("button", { type: "button", "data-name": each.name }, each.question[data.language]);
                button.addEventListener("click", async () => {
                    if (narrow.matches) document.querySelector(".examples").open = false;
                    if (await choose(each.name)) run();
                });
                return element("li", {}, button);
            });
            const id = `group-${group}`;
            return [element("h3", { id }, words[`front.${group}`]), element("ul", { "aria-labelledby": id }, ...items)];
        });
        at("examples").replaceChildren(...(parts.length ? parts : [element("p", { class: "faint" }, words["front.no-example"])]));
        mark();
    };

    /** Take the state from the address: an example with values, or a query. */
    const restore = async () => {
        const found = new URLSearchParams(location.search);
        if (found.get("example")) {
            if (await choose(found.get("example"), Object.fromEntries(found))) run(false);
        } else if (found.get("query")) {
            current = null;
            drawValues(null);
            filling = true;
            editor.set(found.get("query"));
            filling = false;
            run(false);
        }
    };

    const narrow = window.matchMedia("(max-width: 60rem)");
    const fold = () => {
        document.querySelector(".examples").open = !narrow.matches;
    };
    narrow.addEventListener("change", fold);
    fold();

    editor.listen(() => {
        if (filling || !current) return;
        current = null;
        drawValues(null);
    });
    at("query-form").addEventListener("submit", (event) => {
        event.preventDefault();
        run();
    });
    at("query-form").addEventListener("keydown", (event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target === area) {
            event.preventDefault();
            run();
        }
    });
    at("values").addEventListener("submit", async (event) => {
        event.preventDefault();
        current = { name: current.name, values: Object.fromEntries(new FormData(event.target)) };
        if (await fetchExample()) run();
    });
    at("stop").addEventListener("click", () => running && running.abort());
    at("share").hidden = !navigator.clipboard;
    at("share").addEventListener("click", async () => {
        remember();
        await navigator.clipboard.writeText(location.href);
        tell(words["front.copied"]);
    });
    at("find-example").addEventListener("input", drawExamples);
    window.addEventListener("popstate", restore);
    drawExamples();
    restore();
    Object.assign(window.resograph, { editor, run });
})();
