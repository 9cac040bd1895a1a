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
  if (chosen && innerWidth < 800)
    byId("panel").scrollIntoView({ block: "nearest", behavior: calm.matches ? "auto" : "smooth" });
}

function look() {
  const chosen = [...(selectedNodes() ?? [])];
  if (!chosen.length) return;
  const scale = Math.max(network.getScale(), 0.7);
  if (chosen.length === 1) network.focus(chosen[0], { scale, animation: motion() });
  else network.fit({ nodes: chosen, maxZoomLevel: 1, animation: motion() });
}

// vis fits the middles of the nodes; this fits their labels too, and keeps them clear of the strip with the years.
function whole() {
  const shown = [...sight().shown].map((id) => page.nodes[id]);
  if (!shown.length) return { position: { x: 0, y: 0 }, scale: 1 };
  const [xs, ys] = [shown.map(({ x }) => x), shown.map(({ y }) => y)];
  const box = {
    left: Math.min(Math.min(...xs) - 70, page.undated && Math.min(...xs) < page.undated[1] ? page.undated[0] : Infinity),
    right: Math.max(...xs) + 70,
    top: Math.min(...ys) - 34,
    bottom: Math.max(...ys) + 56,
  };
  const { clientWidth, clientHeight } = byId("network");
  const scale = Math.min(clientWidth / (box.right - box.left), (clientHeight - STRIP) / (box.bottom - box.top), 1.3);
  return { position: { x: (box.left + box.right) / 2, y: (box.top + box.bottom - STRIP / scale) / 2 }, scale };
}

// A picture that would have to shrink until nothing can be read opens on its focus, or on what is cited most.
function open() {
  const smallest = 0.5;
  const all = whole();
  network.moveTo({ ...all, animation: false });
  if (all.scale >= smallest) return;
  const chosen = [...(selectedNodes() ?? [])];
  const degree = (node) => node.in.length + node.out.length;
  const most = page.nodes.reduce((best, node) => (degree(node) > degree(best) ? node : best));
  network.moveTo({
    position: network.getPosition(chosen[0] ?? page.focus ?? most.id),
    scale: smallest + 0.1,
    animation: false,
  });
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
    tip(event, [make("strong", {}, node.name), entitled(node), dated(node) ? make("span", {}, dated(node)) : null]);
  });
  network.on("hoverEdge", (event) => {
    const line = page.lines[event.edge];
    const words = line.citations[0].sentence.join("");
    tip(event, [
      make("strong", {}, `${page.nodes[line.from].name} → ${page.nodes[line.to].name}`),
      make("span", {}, termsOf(line)),
      make(
        "q",
        { lang: line.citations[0].language ?? page.language },
        words.length > 90 ? `${words.slice(0, 90)}…` : words,
      ),
    ]);
  });
  for (const end of ["blurNode", "blurEdge", "dragStart", "zoom", "click"])
    network.on(end, () => {
      byId("tip").hidden = true;
    });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || state.selected === null) return;
    select(null);
    (before?.isConnected ? before : byId("query")).focus();
    before = null;
  });
  addEventListener("popstate", restore);
  addEventListener("hashchange", restore);
  byId("fit").addEventListener("click", () => network.moveTo({ ...whole(), animation: motion() }));
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
  if (state.selected === null && !location.hash && page.focus !== null)
    state.selected = { type: "node", id: page.focus };
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
