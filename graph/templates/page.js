// What the page holds, its words, the making of elements, and the state that the address keeps.

const read = (id) => JSON.parse(document.getElementById(id).textContent);
const page = read("page-data");
const points = read("page-nodes");
const ends = read("page-edges");
const byId = (id) => document.getElementById(id);

page.nodes.forEach((node, id) => Object.assign(node, points[id], { id, out: [], in: [], name: node.name }));
page.lines.forEach((line, id) => {
  Object.assign(line, { id, from: ends[id].from, to: ends[id].to });
  page.nodes[line.from].out.push(line);
  page.nodes[line.to].in.push(line);
});

const say = (key, values = {}) =>
  Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), page.words[key] ?? key);

const collator = new Intl.Collator(page.language === "zh" ? "zh-Hans-u-co-pinyin" : "en", { numeric: true });

// Children that are strings become text nodes: nothing on this page is ever read as markup.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") element.addEventListener("click", value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

// A symbol may break after a slash alone; a name in words breaks as any text does.
function named(node) {
  const symbol = /^[\x21-\x7e]+$/.test(node.name) && node.name.includes("/");
  const pieces = symbol ? node.name.split(/(?<=\/)/) : [];
  const content = pieces.length
    ? pieces.flatMap((piece) => [make("span", { class: "piece" }, piece), make("wbr")])
    : [node.name];
  return make("span", { class: "symbol" }, ...content);
}

const SVG = "http://www.w3.org/2000/svg";
function draw(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const years = page.ticks.map(([year]) => year).slice(0, -1);
const FIRST = years[0] ?? 0;
const LAST = years[years.length - 1] ?? 0;

// kinds and groups hold what is hidden, so that an empty state is the whole picture.
const state = {
  kinds: new Set(),
  groups: new Set(),
  held: new Set(),
  from: FIRST,
  to: LAST,
  selected: null,
  rest: "fade",
  steps: 1,
};

const lineKey = (line) => `${page.nodes[line.from].key}>${page.nodes[line.to].key}`;

function writtenState() {
  const fields = new URLSearchParams();
  for (const name of ["kinds", "groups", "held"])
    if (state[name].size) fields.set(name, [...state[name]].sort().join(","));
  if (state.from !== FIRST || state.to !== LAST) fields.set("years", `${state.from}-${state.to}`);
  if (state.rest !== "fade") fields.set("rest", state.rest);
  if (state.steps !== 1) fields.set("steps", String(state.steps));
  if (state.selected?.type === "node") fields.set("node", page.nodes[state.selected.id].key);
  if (state.selected?.type === "line") fields.set("line", lineKey(page.lines[state.selected.id]));
  return fields.toString();
}

function readState(written) {
  const fields = new URLSearchParams(written);
  const listed = (name, known) => new Set((fields.get(name) ?? "").split(",").filter((value) => known.includes(value)));
  state.kinds = listed(
    "kinds",
    page.kinds.map(({ name }) => name),
  );
  state.groups = listed(
    "groups",
    page.groups.map(({ name }) => name),
  );
  state.held = listed("held", ["yes", "no"]);
  const range = /^(\d+)-(\d+)$/.exec(fields.get("years") ?? "");
  const within = (year) => Math.min(Math.max(Number(year), FIRST), LAST);
  [state.from, state.to] = range ? [within(range[1]), within(range[2])].sort((a, b) => a - b) : [FIRST, LAST];
  state.rest = fields.get("rest") === "hide" ? "hide" : "fade";
  state.steps = fields.get("steps") === "2" ? 2 : 1;
  const node = page.nodes.find(({ key }) => key === fields.get("node"));
  const line = fields.has("line") ? page.lines.find((each) => lineKey(each) === fields.get("line")) : undefined;
  state.selected = line ? { type: "line", id: line.id } : node ? { type: "node", id: node.id } : null;
}

// A selection is a step to which "back" returns; a filter only changes the present one. A frame without an address
// of its own (a notebook's) has nowhere to keep the state.
function keepState(step = false) {
  if (location.protocol === "about:") return;
  const written = writtenState();
  if (written === location.hash.slice(1)) return;
  const address = written ? `#${written}` : location.pathname + location.search;
  history[step ? "pushState" : "replaceState"](null, "", address);
}
