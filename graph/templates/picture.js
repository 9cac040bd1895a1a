// The picture: what is shown, in which colours, on which axis.

const FONT =
  'system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", ' +
  '"Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif';
const DASHES = {
  mandate: false,
  making: [12, 4, 2, 4],
  recalls: false,
  reception: [8, 5],
  reference: [2, 3],
  bodies: [1, 4],
};
const WIDTHS = { mandate: 2.6, making: 2, recalls: 1.5, reception: 1.6, reference: 1.5, bodies: 1.4 };
// A group with more lines than this would drown the others, and so would all lines of a large graph.
const CROWD = 200;
const crowded = new Set(page.groups.filter(({ count }) => page.many || count > CROWD).map(({ name }) => name));
const BEND = 0.16;
const STRIP = 24;

let colours = {};
function readColours() {
  const style = getComputedStyle(document.documentElement);
  const names = ["ground", "band", "grid", "ink", "quiet", "accent", "halo"];
  names.push(...page.kinds.map(({ name }) => `kind-${name}`), ...page.groups.map(({ name }) => `line-${name}`));
  colours = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

// Blending with the ground instead of transparency: crossing lines stay even, and labels fade as nodes do.
function blend(colour, share) {
  const parts = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  const ground = parts(colours.ground);
  return `#${parts(colour)
    .map((part, at) =>
      Math.round(part * share + ground[at] * (1 - share))
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

const otherEnd = (line, id) => (line.from === id ? line.to : line.from);

function neighbourhood(start, steps) {
  const reached = new Set(start);
  let edge = [...start];
  for (let step = 0; step < steps; step += 1) {
    const next = edge.flatMap((id) =>
      [...page.nodes[id].out, ...page.nodes[id].in].filter(lineAllowed).map((line) => otherEnd(line, id)),
    );
    edge = [...new Set(next)].filter((id) => !reached.has(id));
    edge.forEach((id) => reached.add(id));
  }
  return reached;
}

const lineAllowed = (line) => !state.groups.has(line.group);

function selectedNodes() {
  if (state.selected === null) return null;
  if (state.selected.type === "node") return new Set([state.selected.id]);
  const line = page.lines[state.selected.id];
  return new Set([line.from, line.to]);
}

// What the filters leave, and what of it stands out; both in one place, for the picture, the table and the exports.
function sight() {
  const start = selectedNodes();
  const near =
    start && (state.selected.type === "line" && state.rest === "fade" ? start : neighbourhood(start, state.steps));
  const dated = (node) => node.year === null || (node.year >= state.from && node.year <= state.to);
  const unheld = (node) =>
    node.kind !== "actor" && node.kind !== "instrument" && state.held.has(node.held ? "yes" : "no");
  const allowed = (node) => !state.kinds.has(node.kind) && !unheld(node) && dated(node);
  const shown = new Set(page.nodes.filter((node) => start?.has(node.id) || allowed(node)).map(({ id }) => id));
  const narrowed = state.from !== FIRST || state.to !== LAST;
  if (narrowed) {
    const linked = (node) =>
      [...node.out, ...node.in].some((line) => shown.has(otherEnd(line, node.id)) && lineAllowed(line));
    page.nodes
      .filter((node) => node.year === null && !linked(node) && !start?.has(node.id))
      .forEach(({ id }) => shown.delete(id));
  }
  if (near && state.rest === "hide") [...shown].filter((id) => !near.has(id)).forEach((id) => shown.delete(id));
  const chosen = (line) => state.selected?.type === "line" && state.selected.id === line.id;
  const lines = new Set(
    page.lines
      .filter((line) => shown.has(line.from) && shown.has(line.to) && (lineAllowed(line) || chosen(line)))
      .map(({ id }) => id),
  );
  const bright = (line) => {
    if (start === null) return true;
    if (state.selected.type === "line") return chosen(line);
    return state.steps === 1 ? start.has(line.from) || start.has(line.to) : near.has(line.from) && near.has(line.to);
  };
  return { shown, lines, near, bright, start };
}

function nodeLook(node, seen) {
  const faded = seen.near !== null && !seen.near.has(node.id);
  const chosen = seen.start?.has(node.id) ?? false;
  const share = faded ? 0.16 : 1;
  const border = blend(chosen ? colours.accent : colours[`kind-${node.kind}`], share);
  const background = node.held ? blend(colours[`kind-${node.kind}`], share) : colours.ground;
  const same = { border, background };
  return {
    id: node.id,
    hidden: !seen.shown.has(node.id),
    color: { ...same, highlight: same, hover: { border: colours.accent, background } },
    borderWidth: chosen ? 4 : node.held ? 1 : 2.2,
    borderWidthSelected: 4,
    shapeProperties: {
      borderDashes: !["day", "month", "year"].includes(node.basis) && node.kind !== "actor" ? [3, 3] : false,
    },
    font: {
      color: blend(colours.ink, faded ? 0.2 : 1),
      size: 14,
      face: FONT,
      strokeWidth: faded ? 0 : 3,
      strokeColor: colours.ground,
      vadjust: -1,
    },
  };
}

const usualShare = (line) => (crowded.has(line.group) ? 0.4 : 0.72);

function lineLook(line, seen) {
  const bright = seen.bright(line);
  const chosen = state.selected?.type === "line" && state.selected.id === line.id;
  const drawn = blend(colours[`line-${line.group}`], !bright ? 0.1 : seen.start ? 1 : usualShare(line));
  const width = WIDTHS[line.group] * (chosen ? 2 : crowded.has(line.group) && !seen.start ? 0.6 : 1);
  return {
    id: line.id,
    hidden: !seen.lines.has(line.id),
    color: { color: drawn, highlight: drawn, hover: colours.accent, inherit: false },
    dashes: DASHES[line.group],
    width,
    arrows: { to: { enabled: bright, scaleFactor: chosen ? 0.6 : 0.45 } },
  };
}

let nodeSet = null;
let lineSet = null;
let network = null;
const painted = { nodes: [], lines: [] };

// Only what looks otherwise than before is handed on: a full update of a large graph takes most of a second.
function changed(list, kept, look, seen) {
  return list
    .map((each) => look(each, seen))
    .filter((each) => {
      const written = JSON.stringify(each);
      if (kept[each.id] === written) return false;
      kept[each.id] = written;
      return true;
    });
}

// vis draws in the order of its lists: what stands out must come last, or faded lines would run over it.
function arrange(seen) {
  const last = (bright) => (a, b) => bright(a) - bright(b) || a - b;
  network.body.edgeIndices.sort(last((id) => (seen.bright(page.lines[id]) ? 1 : 0)));
  network.body.nodeIndices.sort(last((id) => (seen.near === null || seen.near.has(id) ? 1 : 0)));
}

function paint() {
  const seen = sight();
  const lines = changed(page.lines, painted.lines, lineLook, seen);
  const nodes = changed(page.nodes, painted.nodes, nodeLook, seen);
  if (lines.length) lineSet.update(lines);
  if (nodes.length) nodeSet.update(nodes);
  arrange(seen);
  network.redraw();
  return seen;
}

function start(container) {
  const seen = sight();
  nodeSet = new vis.DataSet(page.nodes.map((node) => ({ ...points[node.id], ...nodeLook(node, seen) })));
  lineSet = new vis.DataSet(page.lines.map((line) => ({ ...ends[line.id], ...lineLook(line, seen) })));
  network = new vis.Network(
    container,
    { nodes: nodeSet, edges: lineSet },
    {
      autoResize: true,
      physics: false,
      layout: { randomSeed: 1 },
      interaction: {
        hover: true,
        keyboard: { enabled: true, bindToWindow: false },
        hideEdgesOnDrag: page.many,
        hideEdgesOnZoom: page.many,
        multiselect: false,
        selectConnectedEdges: false,
        hoverConnectedEdges: false,
      },
      // A node may be pulled up and down to untangle the picture, never along the axis.
      nodes: { fixed: { x: true, y: false }, scaling: { label: { enabled: false, drawThreshold: 5 } } },
      edges: {
        smooth: page.many ? false : { enabled: true, type: "curvedCW", roundness: BEND },
        selectionWidth: 0,
        hoverWidth: 0.6,
      },
    },
  );
  network.on("beforeDrawing", drawGround);
  network.on("afterDrawing", drawNames);
}

// Decades come first, then every fifth year, then the rest, as far as there is room.
function namedTicks(gap) {
  const kept = [];
  for (const step of [10, 5, 1]) {
    for (const [year, x] of page.ticks) {
      if (year % step === 0 && kept.every(([, other]) => Math.abs(other - x) >= gap)) kept.push([year, x]);
    }
  }
  return kept;
}

function frame() {
  const { clientWidth, clientHeight } = byId("network");
  const from = network.DOMtoCanvas({ x: 0, y: 0 });
  const to = network.DOMtoCanvas({ x: clientWidth, y: clientHeight });
  return { left: from.x, top: from.y, right: to.x, bottom: to.y, scale: network.getScale() };
}

function drawGround(pen) {
  const box = frame();
  pen.fillStyle = colours.ground;
  pen.fillRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  page.lanes.forEach((lane, at) => {
    if (at % 2 === 0) return;
    pen.fillStyle = colours.band;
    pen.fillRect(box.left, lane.top, box.right - box.left, lane.bottom - lane.top);
  });
  pen.strokeStyle = colours.grid;
  pen.lineWidth = 1 / box.scale;
  if (page.undated) {
    pen.beginPath();
    pen.setLineDash([6 / box.scale, 4 / box.scale]);
    pen.moveTo(page.undated[1], box.top);
    pen.lineTo(page.undated[1], box.bottom);
    pen.stroke();
    pen.setLineDash([]);
  }
  pen.beginPath();
  for (const [, x] of namedTicks(46 / box.scale)) {
    pen.moveTo(x, box.top);
    pen.lineTo(x, box.bottom);
  }
  pen.stroke();
}

function drawNames(pen) {
  const box = frame();
  const unit = 1 / box.scale;
  pen.textBaseline = "middle";
  pen.fillStyle = colours.quiet;
  pen.font = `600 ${11.5 * unit}px ${FONT}`;
  pen.textAlign = "left";
  for (const lane of page.lanes) {
    const top = Math.max(lane.top, box.top + STRIP * unit);
    if ((lane.bottom - top) * box.scale < 18) continue;
    plate(pen, lane.label, box.left + 8 * unit, top + 11 * unit, unit);
  }
  pen.fillStyle = colours.ground;
  pen.fillRect(box.left, box.top, box.right - box.left, STRIP * unit);
  pen.fillStyle = colours.grid;
  pen.fillRect(box.left, box.top + STRIP * unit, box.right - box.left, unit);
  pen.fillStyle = colours.quiet;
  pen.font = `${11.5 * unit}px ${FONT}`;
  pen.textAlign = "center";
  for (const [year, x] of namedTicks(46 * unit)) pen.fillText(String(year), x, box.top + (STRIP / 2) * unit);
  if (page.undated) {
    pen.textAlign = "right";
    pen.fillText(say("basis.none"), page.undated[1] - 6 * unit, box.top + (STRIP / 2) * unit);
  }
}

function plate(pen, text, x, y, unit) {
  pen.save();
  pen.globalAlpha = 0.82;
  pen.fillStyle = colours.ground;
  pen.fillRect(x - 4 * unit, y - 9 * unit, pen.measureText(text).width + 8 * unit, 18 * unit);
  pen.restore();
  pen.fillText(text, x, y);
}

// The outline of a node as an SVG path, for the legend and the saved picture.
function outline(shape, x, y, size) {
  const corners = (count, turn, radius = () => size) =>
    Array.from({ length: count }, (_, at) => {
      const angle = turn + (at * 2 * Math.PI) / count;
      return `${(x + radius(at) * Math.cos(angle)).toFixed(1)} ${(y + radius(at) * Math.sin(angle)).toFixed(1)}`;
    });
  const closed = (list) => `M${list.join("L")}Z`;
  const up = -Math.PI / 2;
  if (shape === "square")
    return closed(
      [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, 1],
      ].map(([a, b]) => `${x + a * size} ${y + b * size}`),
    );
  if (shape === "diamond") return closed(corners(4, up));
  if (shape === "triangle") return closed(corners(3, up, () => size * 1.15));
  if (shape === "triangleDown") return closed(corners(3, -up, () => size * 1.15));
  if (shape === "hexagon") return closed(corners(6, 0));
  if (shape === "star") return closed(corners(10, up, (at) => size * (at % 2 ? 0.5 : 1.1)));
  return `M${x - size} ${y}a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0Z`;
}
