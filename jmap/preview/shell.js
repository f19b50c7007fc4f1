// The preview's page: it shows one map, and swaps the picture in place whenever the files say something new.
const $ = (id) => document.getElementById(id);
const canvas = $("canvas"), page = $("page");
let state = { version: -1, maps: [], mistakes: [] };
let shown = {}; // what is on the canvas: map, view and version
let chosen = ""; // the label of the part that was clicked

const settings = () => new URLSearchParams(location.hash.slice(1));
function set(changes) {
  const now = settings();
  for (const [key, value] of Object.entries(changes)) now.set(key, value);
  history.replaceState(null, "", "#" + now);
  draw();
}
const view = () => settings().get("view") || "picture";
let file = ""; // of the map that is shown: it stays when its id is changed
function current() {
  const wanted = settings().get("map");
  const map = state.maps.find((one) => one.id === wanted) || state.maps.find((one) => one.file === file) || state.maps[0];
  file = map ? map.file : file;
  return map;
}

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

// The list of maps.
function list(map) {
  const rows = state.maps.map((one) => {
    const row = element("button", one.title, { type: "button" });
    row.setAttribute("aria-current", one === map);
    row.classList.toggle("bad", one.mistakes.length > 0);
    row.append(element("small", one.mistakes.length ? count(one.mistakes.length) : one.file));
    row.onclick = () => set({ map: one.id });
    return row;
  });
  const focus = [...$("maps").children].indexOf(document.activeElement);
  $("maps").replaceChildren(...rows);
  if (focus >= 0) rows[focus]?.focus();
}
const count = (n) => (n === 1 ? "1 mistake" : n + " mistakes");

// Mistakes, each with its line and a mark below the place.
function tell(map) {
  const found = [...state.mistakes, ...(map ? map.mistakes : [])];
  $("mistakes").hidden = !found.length;
  if (!found.length) return $("mistakes").replaceChildren();
  const old = map && map.mistakes.length && map.drawn && view() !== "atlas";
  const head = count(found.length) + (old ? ". Below is the last good picture." : ".");
  const items = element("ol");
  for (const one of found) {
    const item = element("li");
    item.append(element("p", one.message));
    item.append(element("p", `${one.file}, line ${one.line}, column ${one.column} (${one.code})`, { class: "where" }));
    if (one.source_line) {
      const frame = element("pre"), characters = [...one.source_line];
      const from = one.column - 1, to = from + Math.max(1, one.length);
      frame.append(`${one.line}  ${characters.slice(0, from).join("")}`);
      frame.append(element("mark", characters.slice(from, to).join("") || " "), characters.slice(to).join(""));
      item.append(frame);
    }
    if (one.expected) item.append(element("p", "Expected: " + one.expected));
    if (one.suggestion) item.append(element("p", `Did you mean “${one.suggestion}”?`));
    items.append(item);
  }
  $("mistakes").replaceChildren(element("h2", head), items);
}

// The picture on the canvas: scroll, zoom and what was chosen outlive the swap.
async function picture(map, kind) {
  const key = [map.id, kind, map.version].join(" ");
  canvas.classList.toggle("old", map.mistakes.length > 0);
  if (shown.key === key) return zoom();
  const same = shown.map === map.id && shown.kind === kind;
  shown = { key, map: map.id, kind };
  const id = encodeURIComponent(map.id);
  const address = { picture: `picture/${id}`, changes: `changes/${id}` }[kind] || `site/${id}.${kind}.svg`;
  const answer = await fetch(address);
  if (shown.key !== key) return; // something newer is on its way
  if (!answer.ok || answer.status === 204) {
    const nothing = kind === "changes" ? "Nothing changed in this map." : "This map has no picture yet.";
    return canvas.replaceChildren(element("p", nothing, { class: "none" }));
  }
  const parsed = new DOMParser().parseFromString(await answer.text(), "image/svg+xml");
  const { scrollLeft, scrollTop } = canvas, selected = same && selection();
  canvas.replaceChildren(document.importNode(parsed.documentElement, true));
  zoom();
  canvas.scrollTo(same ? scrollLeft : 0, same ? scrollTop : 0);
  choose(chosen);
  if (selected) select(selected);
}

// Selected text, as ways from the canvas to its two ends.
function way(node) {
  const steps = [];
  for (; node && node !== canvas; node = node.parentNode) steps.unshift([...node.parentNode.childNodes].indexOf(node));
  return steps;
}
function selection() {
  const now = getSelection();
  if (now.isCollapsed || !canvas.contains(now.anchorNode) || !canvas.contains(now.focusNode)) return null;
  return { text: now.toString(), ends: [[way(now.anchorNode), now.anchorOffset], [way(now.focusNode), now.focusOffset]] };
}
function select({ text, ends }) {
  const nodes = ends.map(([steps]) => steps.reduce((node, step) => node?.childNodes[step], canvas));
  if (!nodes[0] || !nodes[1]) return;
  try {
    getSelection().setBaseAndExtent(nodes[0], ends[0][1], nodes[1], ends[1][1]);
  } catch {} // that much text is not there any more
  if (getSelection().toString() !== text) getSelection().removeAllRanges();
}

const natural = () => canvas.firstElementChild?.viewBox?.baseVal;
function scale() {
  const wanted = settings().get("zoom"), box = natural();
  const fit = box ? Math.min(1, canvas.clientWidth / box.width) : 1;
  return !wanted || wanted === "fit" ? fit : Number(wanted) || fit;
}
function zoom() {
  const box = natural();
  if (!box) return;
  const factor = scale(), svg = canvas.firstElementChild;
  svg.style.width = box.width * factor + "px";
  svg.style.height = box.height * factor + "px";
  $("scale").textContent = Math.round(factor * 100) + " %";
}

function choose(label) {
  chosen = label;
  for (const part of canvas.querySelectorAll(".chosen")) part.classList.remove("chosen");
  if (!label) return;
  const part = [...canvas.querySelectorAll("[aria-label]")].find((one) => one.getAttribute("aria-label") === label);
  part?.classList.add("chosen");
}
canvas.onclick = (event) => {
  const link = event.target.closest("a");
  if (link) {
    event.preventDefault(); // the preview stays
    return open(link.getAttribute("href"), "_blank", "noopener");
  }
  choose(event.target.closest("g[aria-label]")?.getAttribute("aria-label") || "");
};

// A page in a frame: the new one is loaded behind the old one, and comes forward where the reader was.
function frame(address, version) {
  const key = address + " " + version, old = page.querySelector("iframe:not(.next)");
  if (page.dataset.key === key) return;
  const same = page.dataset.address === address;
  Object.assign(page.dataset, { key, address });
  for (const waiting of page.querySelectorAll(".next")) waiting.remove();
  const made = element("iframe", "", { title: "Page", class: "next" });
  made.onload = () => {
    if (page.dataset.key !== key) return made.remove();
    if (same && old?.contentWindow) made.contentWindow.scrollTo(old.contentWindow.scrollX, old.contentWindow.scrollY);
    made.classList.remove("next");
    old?.remove();
  };
  made.src = address + (same && old?.contentWindow ? old.contentWindow.location.hash : "");
  page.append(made);
}

function draw() {
  const map = current(), kind = view();
  const framed = kind === "atlas" || kind === "report";
  $("project").textContent = state.title || "jmap preview";
  document.title = (map ? map.title + " · " : "") + "jmap preview";
  for (const button of $("views").children) button.setAttribute("aria-pressed", button.dataset.view === kind);
  $("zoom").hidden = framed;
  canvas.hidden = framed;
  page.hidden = !framed;
  list(map);
  tell(map);
  if (kind === "atlas") frame("site/index.html", state.version);
  else if (map && framed) frame(`site/${encodeURIComponent(map.id)}.html`, map.version);
  else if (map) picture(map, kind);
}

async function load() {
  const fresh = await (await fetch("state")).json();
  if (fresh.version < state.version) return; // overtaken by a newer answer
  state = fresh;
  $("views").querySelector("[data-view=changes]").hidden = !state.base;
  draw();
}

$("views").onclick = (event) => event.target.dataset.view && set({ view: event.target.dataset.view });
$("zoom").onclick = (event) => {
  const how = event.target.dataset.zoom;
  if (!how) return;
  const factor = { in: scale() * 1.25, out: scale() / 1.25 }[how];
  set({ zoom: factor ? Math.min(4, Math.max(0.1, factor)).toFixed(3) : "fit" });
};
addEventListener("resize", zoom);
addEventListener("hashchange", draw);

const news = new EventSource("events");
news.onmessage = load;
news.onopen = () => ($("live").classList.add("on"), ($("live").textContent = "Live"));
news.onerror = () => ($("live").classList.remove("on"), ($("live").textContent = "Not connected: is jmap serve still running?"));
