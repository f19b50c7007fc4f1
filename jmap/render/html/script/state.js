// What a reader has chosen: read from the address, written to it, and told to everyone who draws it.
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const narrow = matchMedia("(max-width:700px)");
const viewer = one("#viewer");
const chosen = { persona: "", lanes: null, assumed: false, zoom: 0, at: 1, q: "", fold: [] };
const listeners = [];
const onChange = (listener) => listeners.push(listener);

const isState = (hash) => hash.includes("=");
// A link to a step, as other pages write it: the same place in the map.
const linked = () => all(".lanes th[id]").findIndex((head) => `#${head.id}` === decodeURIComponent(location.hash)) + 1;
const read = () => {
  const given = new URLSearchParams(isState(location.hash) ? location.hash.slice(1) : "");
  chosen.persona = given.get("persona") || "";
  chosen.lanes = given.has("lanes") ? given.get("lanes").split(",").filter(Boolean) : null;
  chosen.assumed = given.get("assumed") === "1";
  chosen.zoom = Math.min(2, Math.max(0, parseFloat(given.get("zoom")) || 0));
  chosen.at = Math.max(1, parseInt(given.get("at"), 10) || linked());
  chosen.q = given.get("q") || "";
  chosen.fold = (given.get("fold") || "").split(",").map(Number).filter(Boolean);
};
const written = () => {
  const given = new URLSearchParams();
  if (chosen.persona) given.set("persona", chosen.persona);
  if (chosen.lanes) given.set("lanes", chosen.lanes.join(","));
  if (chosen.assumed) given.set("assumed", "1");
  if (chosen.zoom) given.set("zoom", String(Math.round(chosen.zoom * 100) / 100));
  if (chosen.at > 1) given.set("at", String(chosen.at));
  if (chosen.q) given.set("q", chosen.q);
  if (chosen.fold[0]) given.set("fold", chosen.fold);
  return given.toString().replaceAll("%2C", ",");
};
// A choice is a step that the back button undoes; where one looks, and what one is typing, is not.
const write = (step) => {
  const hash = written();
  if (!hash && !isState(location.hash)) return;
  const address = hash ? `#${hash}` : location.href.split("#")[0];
  if (address === location.hash) return;
  try {
    history[step ? "pushState" : "replaceState"](null, "", address);
  } catch {
    // A page inside another's frame may have no history of its own; it works all the same.
  }
};
const tell = (what) => listeners.forEach((listener) => listener(what));
const choose = (change, step = true) => {
  Object.assign(chosen, change);
  write(step);
  tell(Object.keys(change));
};
const say = (key, values = {}) => {
  const out = one("[data-out=said]", viewer);
  out.textContent = Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, value), out.dataset[key]);
};
const smoothly = () => (matchMedia("(prefers-reduced-motion:reduce)").matches ? "auto" : "smooth");
const later = (wait, work) => {
  let timer = 0;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(work, wait, ...given);
  };
};
addEventListener("popstate", () => {
  if (location.hash && !isState(location.hash) && !linked()) return;
  read();
  tell(["all"]);
});
