// Search, legend, years: everything with which a reader chooses what is shown.

const plain = (text) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s《》“”"'()-]/g, "");
const MOST_HITS = 30;

// A name can be found by the first letters of its reading: each letter of "initials" is followed by the first
// character that is read so, and the collation by reading says between which two a character stands.
const reading = new Intl.Collator("zh-Hans-u-co-pinyin");
const bounds = say("initials").match(/../gu) ?? [];
const letters = new Map();
function initial(sign) {
  if (!letters.has(sign))
    letters.set(
      sign,
      bounds.reduce((kept, [letter, first]) => (reading.compare(first, sign) <= 0 ? letter : kept), ""),
    );
  return letters.get(sign);
}

function initials(node) {
  node.initials ??= [...`${node.name} ${node.title ?? ""}`]
    .map((sign) => (/\p{Script=Han}/u.test(sign) ? initial(sign) : " "))
    .join("");
  return node.initials;
}

function found(query) {
  const wanted = plain(query);
  if (!wanted) return [];
  const rank = (node) => {
    const [name, key, title] = [plain(node.name), plain(node.key), plain(node.title ?? "")];
    if (name === wanted || key === wanted) return 0;
    if (name.startsWith(wanted) || key.endsWith(wanted)) return 1;
    if (name.includes(wanted) || key.includes(wanted)) return 2;
    if (title.includes(wanted)) return 3;
    return bounds.length && /^[a-z]{2,}$/.test(wanted) && initials(node).includes(wanted) ? 4 : 9;
  };
  const ranked = page.nodes.map((node) => ({ node, rank: rank(node) })).filter((each) => each.rank < 9);
  ranked.sort(
    (a, b) => a.rank - b.rank || b.node.in.length - a.node.in.length || collator.compare(a.node.name, b.node.name),
  );
  return ranked.map(({ node }) => node);
}

function startSearch() {
  const [box, list] = [byId("query"), byId("hits")];
  let hits = [];
  let at = -1;
  const close = () => {
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };
  const take = (node) => {
    close();
    box.value = node.name;
    select({ type: "node", id: node.id }, true);
  };
  const point = (to) => {
    at = to;
    [...list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === at)));
    const item = list.children[at];
    if (item?.id) box.setAttribute("aria-activedescendant", item.id);
    item?.scrollIntoView({ block: "nearest" });
  };
  const open = () => {
    hits = found(box.value);
    if (!plain(box.value)) return close();
    const items = hits.slice(0, MOST_HITS).map((node, index) => {
      const words = [icon(node), make("span", { class: "symbol" }, node.name), entitled(node)];
      const item = make("li", { role: "option", id: `hit-${index}`, "aria-selected": "false" }, ...words);
      item.addEventListener("pointerdown", (event) => {
        event.preventDefault();
        take(node);
      });
      return item;
    });
    if (!items.length)
      items.push(make("li", { role: "option", "aria-selected": "false", "aria-disabled": "true" }, say("no-hits")));
    list.replaceChildren(...items);
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
    return point(hits.length ? 0 : -1);
  };
  box.addEventListener("input", open);
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    const count = Math.min(hits.length, MOST_HITS);
    if (event.key === "Enter" && !list.hidden && hits[at]) take(hits[at]);
    else if (event.key === "Escape" && !list.hidden) {
      close();
      event.stopPropagation();
    } else if (event.key === "ArrowDown" && list.hidden) open();
    else if (event.key === "ArrowDown" && count) point((at + 1) % count);
    else if (event.key === "ArrowUp" && count) point((at + count - 1) % count);
    else return;
    event.preventDefault();
  });
}

const boxes = [];
function checkbox(set, name, ...content) {
  const input = make("input", { type: "checkbox", value: name });
  input.addEventListener("change", () => {
    state[set][input.checked ? "delete" : "add"](name);
    update();
  });
  boxes.push({ input, set, name });
  return make("label", { class: "entry" }, input, ...content);
}

const counted = (count) => make("span", { class: "count" }, String(count));

const field = (key, ...content) => make("fieldset", {}, make("legend", {}, say(key)), ...content);

function choices(key, name, values) {
  const options = values.map((value) => {
    const input = make("input", { type: "radio", name, value: String(value) });
    input.addEventListener("change", () => {
      state[name] = value;
      update();
    });
    boxes.push({ input, set: name, name: value });
    return make("label", {}, input, say(`${name}-${value}`));
  });
  return make(
    "div",
    { class: "choices", role: "radiogroup", "aria-label": say(key) },
    make("span", {}, say(key)),
    ...options,
  );
}

// Bars of how many nodes a year has, over two thumbs; the axis of the picture is uneven, this one is even.
function yearField() {
  const counts = new Map();
  page.nodes
    .filter((node) => node.year !== null)
    .forEach((node) => counts.set(node.year, (counts.get(node.year) ?? 0) + 1));
  const most = Math.max(...counts.values());
  const bars = draw("svg", {
    class: "bars",
    viewBox: `0 0 ${LAST - FIRST + 1} 1`,
    preserveAspectRatio: "none",
    "aria-hidden": "true",
  });
  for (const [year, count] of [...counts].sort()) {
    const height = Math.sqrt(count / most);
    bars.append(draw("rect", { x: year - FIRST + 0.1, y: 1 - height, width: 0.8, height, "data-year": year }));
  }
  const thumbs = ["from", "to"].map((end) => {
    const input = make("input", {
      type: "range",
      min: FIRST,
      max: LAST,
      step: 1,
      id: `year-${end}`,
      "aria-label": say(end === "from" ? "from-year" : "to-year"),
    });
    input.addEventListener("input", () => {
      const value = Number(input.value);
      state[end] = end === "from" ? Math.min(value, state.to) : Math.max(value, state.from);
      soon();
    });
    return input;
  });
  return field("filter-years", make("div", { class: "span" }, bars, ...thumbs), make("output", { id: "years-shown" }));
}

let waiting = 0;
function soon() {
  showControls();
  clearTimeout(waiting);
  waiting = setTimeout(update, page.many ? 180 : 30);
}

function startLegend() {
  const kinds = page.kinds.map(({ name, shape, count }) =>
    checkbox("kinds", name, icon({ shape, kind: name }), make("span", {}, say(`kind.${name}`)), counted(count)),
  );
  const groups = page.groups.map(({ name, count }) =>
    checkbox("groups", name, sample(name), make("span", {}, say(`group.${name}`)), counted(count)),
  );
  const documents = page.nodes.filter((node) => node.kind !== "actor" && node.kind !== "instrument");
  const held = [
    ["yes", "held", true],
    ["no", "held-no", false],
  ].map(([name, key, filled]) =>
    checkbox(
      "held",
      name,
      icon({ shape: "square", kind: "plain", held: filled }),
      make("span", {}, say(key)),
      counted(documents.filter((node) => node.held === filled).length),
    ),
  );
  const dashed = icon({ shape: "square", kind: "plain", held: false });
  dashed.classList.add("dashed");
  byId("legend").append(
    field("filter-groups", ...groups),
    field("filter-kinds", ...kinds),
    field("filter-held", ...held, make("p", { class: "entry key" }, dashed, say("estimated"))),
    ...(LAST > FIRST ? [yearField()] : []),
    make(
      "div",
      { class: "view-options" },
      choices("rest", "rest", ["fade", "hide"]),
      choices("steps", "steps", [1, 2]),
    ),
  );
}

function showControls() {
  for (const { input, set, name } of boxes)
    input.checked = state[set] instanceof Set ? !state[set].has(name) : state[set] === name;
  const [from, to] = [byId("year-from"), byId("year-to")];
  if (from === null) return;
  [from.value, to.value] = [state.from, state.to];
  // Where both thumbs meet at the far end, the lower one must be on top or neither could be moved.
  from.style.zIndex = state.from > (FIRST + LAST) / 2 ? "2" : "1";
  byId("years-shown").textContent = say("years-shown", { from: state.from, to: state.to });
  document
    .querySelectorAll(".bars rect")
    .forEach((bar) => bar.classList.toggle("off", bar.dataset.year < state.from || bar.dataset.year > state.to));
}

function inWords(seen) {
  const hidden = [
    ...[...state.kinds].map((name) => say(`kind.${name}`)),
    ...[...state.groups].map((name) => say(`group.${name}`)),
    ...[...state.held].map((name) => say(name === "yes" ? "held" : "held-no")),
  ];
  const parts = [say("shown", { nodes: seen.shown.size, edges: seen.lines.size })];
  if (LAST > FIRST) parts.push(say("years-shown", { from: state.from, to: state.to }));
  if (hidden.length) parts.push(say("hidden", { names: hidden.join(page.language === "zh" ? "；" : "; ") }));
  return parts.join(page.language === "zh" ? "。" : ". ") + (page.language === "zh" ? "。" : ".");
}
