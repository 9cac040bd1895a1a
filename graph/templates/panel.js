// The panel: what a node is and what it is joined to, and the sentences behind a line.

const SIX = ["ar", "zh", "en", "fr", "ru", "es"];
const FIRST_ITEMS = 100;

const known = (key, value) => page.words[`${key}.${value}`] ?? String(value);

function dated(node) {
  if (node.kind === "actor") return null;
  const note = say(`basis.${node.basis}`, { session: node.session });
  const printed = /^\d{4}-\d\d-\d\d/.test(node.date ?? "")
    ? new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" }).format(
        new Date(node.date.slice(0, 10)),
      )
    : (node.date ?? (node.basis === "year" ? String(node.year) : null));
  return [printed, note].filter(Boolean).join(page.language === "zh" ? "，" : ", ");
}

function icon(node) {
  const picture = draw("svg", { class: "icon", viewBox: "-11 -11 22 22", "aria-hidden": "true" });
  picture.append(draw("path", { d: outline(node.shape, 0, 0, 7.5), class: node.held === false ? "hollow" : "full" }));
  picture.classList.add(`is-${node.kind}`);
  return picture;
}

function sample(group) {
  const path = draw("path", {
    d: "M1 6H25",
    "stroke-width": WIDTHS[group],
    "stroke-dasharray": DASHES[group] ? DASHES[group].join(" ") : "none",
  });
  const head = draw("path", { d: "M31 6L24 2.6V9.4Z", class: "head" });
  return draw("svg", { class: `sample is-${group}`, viewBox: "0 0 32 12", "aria-hidden": "true" }, path, head);
}

function facts(rows) {
  const shown = rows.filter(([, value]) => value !== null && value !== undefined && value !== "");
  return make("dl", {}, ...shown.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)]));
}

function links(node) {
  if (node.symbol === null) return null;
  const items = SIX.map((code) =>
    make(
      "li",
      {},
      make(
        "a",
        {
          href: `https://docs.un.org/${code}/${encodeURI(node.symbol)}`,
          rel: "noreferrer noopener",
          target: "_blank",
          lang: code,
          dir: code === "ar" ? "rtl" : null,
        },
        say(`language.${code}`),
      ),
    ),
  );
  return make(
    "div",
    { class: "links" },
    make("h3", {}, `${say("links")}${page.language === "zh" ? "：" : ": "}${node.name}`),
    make("ul", {}, ...items),
  );
}

function heading(...children) {
  const close = make(
    "button",
    { type: "button", class: "close", "aria-label": say("close"), onclick: () => select(null) },
    "×",
  );
  return make("div", { class: "panel-head" }, make("h2", { tabindex: "-1", id: "panel-title" }, ...children), close);
}

const entitled = (node) =>
  node.title && node.title !== node.name ? make("span", { class: "title", lang: node.lang }, node.title) : null;

const nodeButton = (node) =>
  make(
    "button",
    { type: "button", class: "node-link", onclick: () => select({ type: "node", id: node.id }, true) },
    icon(node),
    named(node),
  );

function atFirst(list, entry, tag) {
  const rest = list.slice(FIRST_ITEMS);
  const more = make(
    tag,
    {},
    make(
      "button",
      { type: "button", onclick: () => more.replaceWith(...rest.map(entry)) },
      say("more", { count: rest.length }),
    ),
  );
  return [...list.slice(0, FIRST_ITEMS).map(entry), ...(rest.length ? [more] : [])];
}

// Each term has its own count; a term that follows from other words has none, nor has the only citation.
const termWithCount = (line, { term, count }) =>
  known("term", term) + (count && line.citations.length > 1 ? ` ${count}` : "");
const termsOf = (line) => line.terms.map((each) => termWithCount(line, each)).join(" · ");

// One list of lines; each entry opens the sentences of that line.
function lineList(title, list, end) {
  if (!list.length) return null;
  const entry = (line) => {
    const node = page.nodes[line[end]];
    const words = make("span", { class: "entry" }, named(node), entitled(node));
    const terms = line.terms.map((each) =>
      make("span", { class: `term is-${each.group}` }, termWithCount(line, each)),
    );
    const term = make("span", { class: "terms" }, ...terms);
    return make(
      "li",
      {},
      make(
        "button",
        { type: "button", class: "line-link", onclick: () => select({ type: "line", id: line.id }, true) },
        icon(node),
        words,
        term,
      ),
    );
  };
  const sorted = [...list].sort((a, b) => byAge(page.nodes[a[end]], page.nodes[b[end]]));
  return make("section", {}, make("h3", {}, title), make("ul", { class: "lines" }, ...atFirst(sorted, entry, "li")));
}

const byAge = (a, b) => (b.time ?? -1) - (a.time ?? -1) || collator.compare(b.name, a.name);

function nodeDetails(node) {
  const held = node.symbol === null && node.kind !== "document" ? null : say(node.held ? "held-yes" : "held-not");
  return [
    heading(icon(node), named(node)),
    node.title && node.title !== node.name ? make("p", { class: "title", lang: node.lang }, node.title) : null,
    facts([
      [say("identity"), known("kind", node.kind)],
      [say("date"), dated(node)],
      [say("filter-held"), held],
    ]),
    links(node),
    lineList(say("cites", { count: node.out.length }), node.out, "to"),
    lineList(say("cited-by", { count: node.in.length }), node.in, "from"),
  ];
}

function quotation(citation) {
  const [before, words, after] = citation.sentence;
  const said = words ? [before, make("mark", {}, words), after] : [before];
  const sure = citation.confidence === undefined ? null : `${Math.round(Number(citation.confidence) * 100)} %`;
  return make(
    "article",
    { class: "citation" },
    before + words + after === ""
      ? make("p", { class: "hint" }, say("no-words"))
      : make(
          "blockquote",
          { lang: citation.language ?? page.language, dir: citation.language === "ar" ? "rtl" : null },
          ...said,
        ),
    facts([
      [say("function"), known("term", citation.term)],
      [say("verb"), citation.verb],
      [say("paragraph"), citation.paragraph],
      [say("location"), citation.place === undefined ? null : known("place", citation.place)],
      [say("pinpoint"), citation.pinpoint],
      [say("rule"), citation.rule],
      [say("confidence"), sure],
    ]),
  );
}

function lineDetails(line) {
  const [source, target] = [page.nodes[line.from], page.nodes[line.to]];
  return [
    heading(
      named(source),
      make("span", { class: "arrow" }, " → "),
      named(target),
    ),
    make(
      "p",
      { class: "kind-of-line" },
      sample(line.group),
      termsOf(line),
    ),
    ...atFirst(line.citations, quotation, "p"),
    make("div", { class: "both" }, nodeButton(source), nodeButton(target)),
    links(source),
    links(target),
  ];
}

// Before anything is chosen: where one may begin.
function beginning() {
  const most = page.nodes
    .filter((node) => node.kind !== "actor" && node.in.length)
    .sort((a, b) => b.in.length - a.in.length || collator.compare(a.name, b.name));
  const entry = (node) => {
    const words = make("span", { class: "entry" }, named(node), entitled(node));
    const button = make(
      "button",
      { type: "button", class: "line-link", onclick: () => select({ type: "node", id: node.id }, true) },
      icon(node),
      words,
      make("span", { class: "count" }, String(node.in.length)),
    );
    return make("li", {}, button);
  };
  return [
    make("h2", { id: "panel-title", tabindex: "-1" }, say("evidence")),
    make("p", { class: "hint" }, say("nothing")),
    most.length
      ? make(
          "section",
          {},
          make("h3", {}, say("most-cited")),
          make("ul", { class: "lines" }, ...most.slice(0, 8).map(entry)),
        )
      : null,
  ];
}

function showDetails() {
  const chosen = state.selected;
  const content =
    chosen === null
      ? beginning()
      : chosen.type === "node"
        ? nodeDetails(page.nodes[chosen.id])
        : lineDetails(page.lines[chosen.id]);
  byId("details").replaceChildren(...content.filter(Boolean));
  byId("panel").scrollTop = 0;
}
