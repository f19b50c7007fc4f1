// Search, filters, order and view of the maps, what is overdue today, and the dots of the opportunities.
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const tools = one(".tools");
const list = one(".maps");
const maps = all(".maps > .map").map((node, n) => ({ node, n, ...node.dataset, text: all("h3,.about,.people,.tags,dl>:first-child dd", node).map((part) => part.textContent).join(" ").toLocaleLowerCase() }));
const pickers = ["persona", "owner", "state", "tag"];
const state = {};
// The bytes of this page know no clock: what is overdue is worked out when it is opened, by the reader's day.
const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
};
const markLate = () => {
  const day = today();
  for (const map of maps) {
    map.late = Boolean(map.due) && map.due < day;
    const badge = one(".late", map.node);
    if (!badge) continue;
    badge.hidden = !map.late;
    badge.parentNode.classList.toggle("missing", map.late);
  }
  const late = maps.filter((map) => map.late).length;
  const figure = one("[data-late-total]");
  if (figure) {
    figure.hidden = !late;
    one("b", figure).textContent = late;
  }
  return late;
};
const fits = (map) => {
  const words = (state.q || "").toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => map.text.includes(word))
    && pickers.every((key) => !state[key] || map[key].split(" ").includes(state[key]))
    && (!state.overdue || map.late)
    && (!state.unanswered || Number(map.pains) > 0);
};
const orders = {
  title: (a, b) => a.title.localeCompare(b.title, document.documentElement.lang, { numeric: true }),
  due: (a, b) => (a.due || "9").localeCompare(b.due || "9"),
  pains: (a, b) => b.pains - a.pains,
  evidence: (a, b) => (a.evidence < 0 ? 101 : a.evidence) - (b.evidence < 0 ? 101 : b.evidence),
};
const show = () => {
  const shown = maps.filter((map) => (map.node.hidden = !fits(map), !map.node.hidden)).length;
  const order = orders[state.sort];
  list.append(...[...maps].sort((a, b) => (order ? order(a, b) : 0) || a.n - b.n).map((map) => map.node));
  list.classList.toggle("rows", state.view === "rows");
  list.classList.toggle("cards", state.view !== "rows");
  const narrowed = shown < maps.length;
  const said = tools.dataset.shown.replace("{shown}", shown).replace("{all}", maps.length);
  if (one("output", tools).textContent !== said) one("output", tools).textContent = said;
  one("[data-reset]", tools).hidden = !narrowed;
  one(".nothing").hidden = shown > 0;
};
const spots = all(".matrix .spot");
const showIdeas = () => {
  const cell = state.cell || "";
  const spot = spots.find((one) => one.dataset.cell === cell);
  for (const other of spots) other.setAttribute("aria-current", String(other === spot));
  for (const row of all(".ranking tbody tr")) row.hidden = Boolean(spot) && row.dataset.cell !== cell;
  for (const region of all("#ideas-list .region")) region.hidden = !one("tbody tr:not([hidden])", region);
  const chosen = one(".chosen");
  chosen.hidden = !spot;
  one("output", chosen).textContent = spot ? spot.getAttribute("aria-label") : "";
  const more = one(".more");
  if (!more) return;
  more.hidden = Boolean(spot) && !one("tbody tr:not([hidden])", more);
  if (spot) more.open = true;
};
// What is chosen stands in the address, so that a filtered page can be sent; `#ideas` is a place, `#q=pay` a choice.
const isState = (hash) => hash.includes("=");
const read = () => {
  const given = new URLSearchParams(isState(location.hash) ? location.hash.slice(1) : "");
  for (const key of ["q", ...pickers, "sort", "cell"]) state[key] = given.get(key) || "";
  for (const key of ["overdue", "unanswered"]) state[key] = given.get(key) === "1";
  state.view = given.get("view") || list.dataset.layout;
};
const write = () => {
  const given = new URLSearchParams();
  for (const key of ["q", ...pickers, "sort", "cell"]) if (state[key]) given.set(key, state[key]);
  for (const key of ["overdue", "unanswered"]) if (state[key]) given.set(key, "1");
  if (state.view !== list.dataset.layout) given.set("view", state.view);
  const hash = given.toString();
  if (!hash && !isState(location.hash)) return;
  try {
    history.replaceState(null, "", hash ? `#${hash}` : location.href.split("#")[0]);
  } catch {
    // A page inside another's frame may have no history of its own; it works all the same.
  }
};
const fill = () => {
  for (const field of tools.elements) {
    if (field.type === "checkbox") field.checked = state[field.name];
    else if (field.type === "radio") field.checked = field.value === state.view;
    else if (field.name) field.value = state[field.name];
  }
};
const take = () => {
  for (const field of tools.elements) {
    if (field.type === "checkbox") state[field.name] = field.checked;
    else if (field.type === "radio") state.view = field.checked ? field.value : state.view;
    else if (field.name) state[field.name] = field.value;
  }
};
const draw = () => {
  show();
  if (one(".chosen")) showIdeas();
};
const choose = (change) => {
  Object.assign(state, change);
  write();
  draw();
};
const clear = () => {
  choose({ q: "", persona: "", owner: "", state: "", tag: "", overdue: false, unanswered: false });
  fill();
  one("input", tools).focus();
};
const startAtlas = () => {
  const late = markLate();
  if (!tools) return;
  one("[name=overdue]", tools).parentNode.hidden = !late;
  one("[name=unanswered]", tools).parentNode.hidden = !maps.some((map) => Number(map.pains) > 0);
  tools.hidden = false;
  for (const hint of all("[data-script]")) hint.hidden = false;
  tools.addEventListener("submit", (event) => event.preventDefault());
  tools.addEventListener("input", () => {
    take();
    choose({});
  });
  for (const button of all("[data-reset]")) button.addEventListener("click", clear);
  for (const spot of spots) {
    spot.addEventListener("click", (event) => {
      event.preventDefault();
      choose({ cell: state.cell === spot.dataset.cell ? "" : spot.dataset.cell });
    });
  }
  one("[data-all-ideas]")?.addEventListener("click", () => choose({ cell: "" }));
  addEventListener("hashchange", () => {
    if (location.hash && !isState(location.hash)) return;
    read();
    fill();
    take();
    draw();
  });
  read();
  fill();
  take();
  draw();
};
