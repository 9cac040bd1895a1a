// The whole picture as SVG or PNG, and what is shown as CSV.

const MARGIN = 40;
const MOST_PIXELS = 8000;

function save(name, content, type) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

const fileName = (ending) => `${page.title.replace(/[^\p{L}\p{N}.()-]+/gu, "_").slice(0, 80)}.${ending}`;

// vis bends a line through the control point that its "curvedCW" asks for; the same point here keeps both alike.
function bend(from, to) {
  if (page.many) return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const [dx, dy] = [to.x - from.x, from.y - to.y];
  const reach = (0.5 * BEND + 0.5) * Math.hypot(dx, dy);
  const angle = Math.atan2(dy, dx) + (0.5 * BEND + 0.5) * Math.PI;
  return { x: from.x + reach * Math.sin(angle), y: from.y + reach * Math.cos(angle) };
}

function savedLine(line, from, to) {
  const via = bend(from, to);
  const gap = Math.hypot(to.x - via.x, to.y - via.y) || 1;
  const back = (length) => ({ x: to.x + ((via.x - to.x) * length) / gap, y: to.y + ((via.y - to.y) * length) / gap });
  const [tip, tail] = [back(page.nodes[line.to].size + 2), back(page.nodes[line.to].size + 9)];
  const [sideX, sideY] = [((tip.y - tail.y) / 7) * 3, (-(tip.x - tail.x) / 7) * 3];
  const colour = blend(colours[`line-${line.group}`], usualShare(line));
  const round = (value) => value.toFixed(1);
  const path = draw("path", {
    d: `M${round(from.x)} ${round(from.y)}Q${round(via.x)} ${round(via.y)} ${round(tail.x)} ${round(tail.y)}`,
    fill: "none",
    stroke: colour,
    "stroke-width": WIDTHS[line.group],
    ...(DASHES[line.group] ? { "stroke-dasharray": DASHES[line.group].join(" ") } : {}),
  });
  const head = draw("path", {
    d: `M${round(tip.x)} ${round(tip.y)}L${round(tail.x + sideX)} ${round(tail.y + sideY)}L${round(tail.x - sideX)} ${round(tail.y - sideY)}Z`,
    fill: colour,
  });
  return [path, head];
}

function written(text, x, y, attributes = {}) {
  const lines = String(text).split("\n");
  const element = draw("text", { x, y, "font-size": 12, fill: colours.ink, ...attributes });
  element.append(
    ...lines.map((line, at) => {
      const span = draw("tspan", { x, dy: at ? 16 : 0 });
      span.append(line);
      return span;
    }),
  );
  return element;
}

function savedNode(node, at) {
  const colour = colours[`kind-${node.kind}`];
  const dashed = !["day", "month", "year"].includes(node.basis) && node.kind !== "actor";
  const shape = draw("path", {
    d: outline(node.shape, at.x, at.y, node.size),
    fill: node.held ? colour : colours.ground,
    stroke: colour,
    "stroke-width": node.held ? 1 : 2.2,
    ...(dashed ? { "stroke-dasharray": "3 3" } : {}),
  });
  return [
    shape,
    written(node.label, at.x, at.y + node.size + 15, {
      "text-anchor": "middle",
      "font-size": 14,
      stroke: colours.ground,
      "stroke-width": 3,
      "paint-order": "stroke",
    }),
  ];
}

function savedLegend(x, y) {
  const place = (at, columns, step) => [x + (at % columns) * step, y + Math.floor(at / columns) * 22];
  const parts = page.groups.flatMap(({ name, count }, at) => {
    const [left, top] = place(at, 3, 270);
    const dashes = DASHES[name] ? { "stroke-dasharray": DASHES[name].join(" ") } : {};
    const line = draw("path", {
      d: `M${left} ${top}h32`,
      stroke: colours[`line-${name}`],
      "stroke-width": WIDTHS[name],
      ...dashes,
    });
    return [line, written(`${say(`group.${name}`)} ${count}`, left + 40, top + 4)];
  });
  const marks = page.kinds.map(({ name, shape, count }) => ({
    shape,
    colour: colours[`kind-${name}`],
    fill: true,
    text: `${say(`kind.${name}`)} ${count}`,
  }));
  const plainMark = { shape: "square", colour: colours.quiet };
  marks.push(
    { ...plainMark, fill: true, text: say("held") },
    { ...plainMark, text: say("held-no") },
    { ...plainMark, dashed: true, text: say("estimated") },
  );
  marks.forEach(({ shape, colour, fill, dashed, text }, at) => {
    const [left, top] = place(at, 4, 205).map((value, axis) => value + (axis ? 56 : 8));
    const dashes = dashed ? { "stroke-dasharray": "3 3" } : {};
    parts.push(
      draw("path", {
        d: outline(shape, left, top, 7),
        fill: fill ? colour : colours.ground,
        stroke: colour,
        "stroke-width": 2,
        ...dashes,
      }),
    );
    parts.push(written(text, left + 16, top + 4));
  });
  return parts;
}

function wholePicture() {
  const seen = sight();
  const places = network.getPositions();
  const nodes = page.nodes.filter(({ id }) => seen.shown.has(id));
  const xs = nodes.map(({ id }) => places[id].x);
  const ys = nodes.map(({ id }) => places[id].y);
  const left = Math.min(0, ...xs) - 120;
  const width = Math.max(780 + left, 0, ...xs) + 120 - left;
  const lanes = page.lanes.filter((lane) => ys.some((y) => y >= lane.top && y <= lane.bottom));
  const top = lanes.length ? lanes[0].top : 0;
  const bottom = lanes.length ? lanes[lanes.length - 1].bottom : 0;
  const [above, below] = [STRIP + 56, 176];
  const root = draw("svg", {
    xmlns: SVG,
    viewBox: `${left} ${top - above} ${width} ${bottom - top + above + below}`,
    width,
    height: bottom - top + above + below,
    "font-family": FONT,
    lang: document.documentElement.lang,
  });
  root.append(
    draw("title", {}, page.title),
    draw("rect", { x: left, y: top - above, width, height: bottom - top + above + below, fill: colours.ground }),
  );
  page.lanes.forEach((lane, at) => {
    if (!lanes.includes(lane)) return;
    if (at % 2)
      root.append(draw("rect", { x: left, y: lane.top, width, height: lane.bottom - lane.top, fill: colours.band }));
    root.append(written(lane.label, left + 10, lane.top + 16, { fill: colours.quiet, "font-weight": 600 }));
  });
  for (const [year, x] of namedTicks(46)) {
    root.append(draw("path", { d: `M${x} ${top}V${bottom}`, stroke: colours.grid }));
    root.append(written(year, x, top - 9, { "text-anchor": "middle", fill: colours.quiet }));
  }
  if (page.undated) {
    const edge = page.undated[1];
    root.append(draw("path", { d: `M${edge} ${top}V${bottom}`, stroke: colours.grid, "stroke-dasharray": "6 4" }));
    root.append(written(say("basis.none"), edge - 6, top - 9, { "text-anchor": "end", fill: colours.quiet }));
  }
  page.lines
    .filter(({ id }) => seen.lines.has(id))
    .forEach((line) => root.append(...savedLine(line, places[line.from], places[line.to])));
  nodes.forEach((node) => root.append(...savedNode(node, places[node.id])));
  root.append(written(page.title, left + 10, top - above + 26, { "font-size": 18, "font-weight": 600 }));
  root.append(written(`${inWords(seen)} ${say("about")}`, left + 10, top - above + 46, { fill: colours.quiet }));
  root.append(...savedLegend(left + 14, bottom + 34));
  return { text: new XMLSerializer().serializeToString(root), width, height: bottom - top + above + below };
}

function savePng() {
  const { text, width, height } = wholePicture();
  const scale = Math.min(2, MOST_PIXELS / Math.max(width, height));
  const image = new Image();
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  image.addEventListener("load", () => {
    const canvas = make("canvas", { width: Math.round(width * scale), height: Math.round(height * scale) });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(address);
    canvas.toBlob((blob) => save(fileName("png"), blob), "image/png");
  });
  image.src = address;
}

// A leading =, +, - or @ would be read as a formula by a spreadsheet; the mark at the start tells it the encoding.
function shownAsCsv() {
  const cell = (value) => {
    const text = String(value ?? "");
    return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  };
  const names = [
    "source",
    "target",
    "term",
    "verb",
    "paragraph",
    "place",
    "pinpoint",
    "rule",
    "confidence",
    "sentence",
  ];
  const seen = sight();
  const rows = page.lines
    .filter(({ id }) => seen.lines.has(id))
    .flatMap((line) =>
      line.citations.map((each) => [
        page.nodes[line.from].key,
        page.nodes[line.to].key,
        each.term,
        each.verb,
        each.paragraph,
        each.place,
        each.pinpoint,
        each.rule,
        each.confidence,
        each.sentence.join(""),
      ]),
    );
  return `\ufeff${[names, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function startExports() {
  byId("save-svg").addEventListener("click", () => save(fileName("svg"), wholePicture().text, "image/svg+xml"));
  byId("save-png").addEventListener("click", savePng);
  byId("save-csv").addEventListener("click", () => save(fileName("csv"), shownAsCsv(), "text/csv"));
}
