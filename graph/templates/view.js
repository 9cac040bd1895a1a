// The page as a whole: one state, shown everywhere at once.

const calm = matchMedia("(prefers-reduced-motion: reduce)");
const dark = matchMedia("(prefers-color-scheme: dark)");
const motion = () => (calm.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" });
let before = null;

function update(step = false) {
  const seen = paint();
  showControls();
  byId("status").textContent = inWords(seen);
  document.querySelectorAll("#table tbody tr").forEach((row) => {
    row.hidden = !seen.lines.has(Number(row.dataset.line));
  });
  keepState(step);
}

// byHand: chosen from the search or a list; the picture then moves to it and the keyboard goes on from the panel.
function select(chosen, byHand = false) {
  if (byHand && state.selected === null) before = document.activeElement;
  state.selected = chosen;
  update(true);
  showDetails();
  if (byHand) {
    look();
    byId("panel-title").focus({ preventScroll: true });
  }
  if (chosen && innerWidth < 800) byId("panel").scrollIntoView({ block: "nearest", behavior: calm.matches ? "auto" : "smooth" });
}

function look() {
  const chosen = [...(selectedNodes() ?? [])];
  if (!chosen.length) return;
  const scale = Math.max(network.getScale(), 0.7);
  if (chosen.length === 1) network.focus(chosen[0], { scale, animation: motion() });
  else network.fit({ nodes: chosen, maxZoomLevel: 1, animation: motion() });
}

// A picture that would have to shrink until nothing can be read opens on its focus, or on what is cited most.
function open() {
  const smallest = 0.5;
  network.fit({ animation: false, maxZoomLevel: 1.2 });
  if (network.getScale() >= smallest || !page.nodes.length) return;
  const chosen = [...(selectedNodes() ?? [])];
  const most = page.nodes.reduce((best, node) => (node.in.length + node.out.length > best.in.length + best.out.length ? node : best));
  network.moveTo({ position: network.getPosition(chosen[0] ?? page.focus ?? most.id), scale: smallest + 0.1, animation: false });
}

function tip(event, content) {
  const box = byId("tip");
  box.replaceChildren(...content.filter(Boolean));
  box.hidden = false;
  const { clientWidth, clientHeight } = byId("network");
  const { x, y } = event.pointer.DOM;
  box.style.left = `${Math.max(4, Math.min(x + 14, clientWidth - box.offsetWidth - 4))}px`;
  box.style.top = `${Math.max(4, y + 14 + box.offsetHeight > clientHeight ? y - box.offsetHeight - 10 : y + 14)}px`;
}

function listen() {
  network.on("click", (event) => {
    if (event.nodes.length) select({ type: "node", id: event.nodes[0] });
    else if (event.edges.length) select({ type: "line", id: event.edges[0] });
    else if (state.selected) select(null);
  });
  network.on("hoverNode", (event) => {
    const node = page.nodes[event.node];
    tip(event, [make("strong", {}, node.name), node.title && node.title !== node.name ? make("span", { lang: node.lang }, node.title) : null, dated(node) ? make("span", {}, dated(node)) : null]);
  });
  network.on("hoverEdge", (event) => {
    const line = page.lines[event.edge];
    const words = line.citations[0].sentence.join("");
    tip(event, [
      make("strong", {}, `${page.nodes[line.from].name} → ${page.nodes[line.to].name}`),
      make("span", {}, `${known("term", line.term)} · ${say("citations", { count: line.citations.length })}`),
      make("q", { lang: line.citations[0].language ?? page.language }, words.length > 90 ? `${words.slice(0, 90)}…` : words),
    ]);
  });
  for (const end of ["blurNode", "blurEdge", "dragStart", "zoom", "click"]) network.on(end, () => { byId("tip").hidden = true; });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || state.selected === null) return;
    select(null);
    (before?.isConnected ? before : byId("query")).focus();
    before = null;
  });
  addEventListener("popstate", restore);
  addEventListener("hashchange", restore);
  byId("fit").addEventListener("click", () => network.fit({ animation: motion() }));
  byId("table-switch").addEventListener("click", () => {
    const on = document.documentElement.classList.toggle("with-table");
    byId("table-switch").setAttribute("aria-pressed", String(on));
  });
  dark.addEventListener("change", () => {
    readColours();
    update();
  });
}

function restore() {
  readState(location.hash.slice(1));
  update();
  showDetails();
}

function begin() {
  document.documentElement.classList.add("js");
  if (innerWidth < 800) byId("filters").open = false;
  readColours();
  readState(location.hash.slice(1));
  if (state.selected === null && !location.hash && page.focus !== null) state.selected = { type: "node", id: page.focus };
  startLegend();
  startSearch();
  startExports();
  start(byId("network"));
  const surface = document.querySelector(".vis-network");
  surface.setAttribute("role", "application");
  surface.setAttribute("aria-labelledby", "stage-title");
  surface.setAttribute("aria-describedby", "hint");
  listen();
  update();
  showDetails();
  open();
  const middle = (id) => network.canvasToDOM(network.body.edges[id].edgeType.getPoint(0.5));
  window.resograph = Object.freeze({ network, page, middle });
}

begin();
