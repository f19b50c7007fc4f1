// The map in panes: lane labels beside it, stages and step names above it, which stay in sight while it scrolls.
const NS = "http://www.w3.org/2000/svg";
const picture = one(".picture svg", viewer);
const region = one(".picture", viewer);
const rtl = picture.getAttribute("direction") === "rtl";
const place = (() => {
  const { left, column, columns, bottom } = one(".ground", picture).dataset;
  const { top, height } = one(".band", picture).dataset;
  const width = column * columns;
  const start = rtl ? picture.viewBox.baseVal.width - left - width : +left;
  return { left: start, width, column: +column, columns: +columns, band: +top, top: +top + +height, bottom: +bottom };
})();
const RAIL = 192;
const ICONS = 44;

const node = (name, attributes = {}, children = []) => {
  const made = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};
const sheet = (children, attributes = {}) => node("svg", { ...attributes, ...(rtl ? { direction: "rtl" } : {}) }, children);
const copy = (original) => {
  const made = original.cloneNode(true);
  for (const part of [made, ...made.querySelectorAll("[role],[aria-label],[id]")]) {
    part.removeAttribute("id");
    part.removeAttribute("role");
    part.removeAttribute("aria-label");
  }
  return made;
};
const rows = all(".row", picture).map((group) => {
  const lane = one(".lane", group);
  const rule = group.firstElementChild.localName === "g" ? [] : [group.firstElementChild];
  const rail = node("g", {}, [...rule, ...all(".rail,.aside", group)].map(copy));
  const key = lane ? lane.dataset.lane || "scale" : "line";
  return { group, rail, key, lane, top: +group.dataset.top, height: +group.dataset.height, shown: true };
});
const names = all(".name", picture);
const baselines = names.flatMap((name) => all("text", name).map((text) => +text.getAttribute("y")));
const panes = {
  map: picture,
  rail: sheet(rows.map((row) => row.rail)),
  band: sheet(all(".band .stage", picture).map(copy)),
  names: sheet(names.map(copy)),
};
const strip = baselines.length ? { top: Math.min(...baselines) - 24, bottom: Math.max(...baselines) + 12 } : null;
const shownAs = (row) => {
  if (row.key === "line") return rows.some((r) => r.shown && r.lane && r.top < row.top) && rows.some((r) => r.shown && r.lane && r.top > row.top);
  const key = row.key === "scale" ? "time" : row.key;
  return !chosen.lanes || key === "steps" || chosen.lanes.includes(key);
};
const view = (svg, x, y, width, height, zoom) => {
  svg.setAttribute("viewBox", `${x} ${y} ${width} ${Math.max(1, height)}`);
  svg.setAttribute("width", width * zoom);
  svg.setAttribute("height", Math.max(1, height) * zoom);
};
let currentZoom = 1;
// Where a distance from the beginning of the journey is shown, and back: the same while no stage is folded.
let slices = [];
const shownAt = (far) => {
  const slice = slices.findLast(({ from }) => from <= far);
  return slice ? slice.at + (far - slice.from) * slice.scale : far;
};
const drawnAt = (far) => {
  const slice = slices.findLast(({ at }) => at <= far);
  return slice ? slice.from + (far - slice.at) / slice.scale : far;
};
let lay = () => {};
const railWidth = () => (narrow.matches ? ICONS : Math.round(RAIL * Math.min(1, currentZoom)));
const fitting = () => {
  const room = viewer.clientWidth - 2;
  if (narrow.matches) return (room - ICONS) / place.width;
  const whole = room / (place.width + RAIL);
  return whole < 1 ? whole : (room - RAIL) / place.width;
};
// A map that nearly fits is shown whole; others at the size at which they were drawn. Only the former are measured:
// to measure is to lay out the page.
const usualZoom = () => {
  if (!matchMedia(`(min-width:${Math.ceil((place.width + RAIL) * 0.87)}px)`).matches) return 1;
  const fit = fitting();
  return fit < 1 && fit > 0.87 ? fit - 0.0005 : 1;
};

const arrange = () => {
  for (const row of rows) if (row.key !== "line") row.shown = shownAs(row);
  for (const row of rows) if (row.key === "line") row.shown = shownAs(row);
  let y = place.top;
  for (const row of rows) {
    for (const group of [row.group, row.rail]) {
      group.setAttribute("display", row.shown ? "inline" : "none");
      if (row.shown) group.setAttribute("transform", `translate(0 ${y - row.top})`);
    }
    row.shift = y - row.top;
    if (row.shown) y += row.height;
  }
  const shrunk = (y - place.top) / (place.bottom - place.top);
  one(".ground", picture).setAttribute("transform", `matrix(1 0 0 ${shrunk} 0 ${place.top * (1 - shrunk)})`);
  draw(y - place.top);
};
const draw = (height) => {
  currentZoom = chosen.zoom || usualZoom();
  const zoom = currentZoom;
  viewer.classList.toggle("v-icons", narrow.matches);
  lay(height);
  const wide = shownAt(place.width);
  view(panes.map, place.left, place.top, wide, height, zoom);
  const side = railWidth() / zoom;
  view(panes.rail, rtl ? place.left + place.width + RAIL - side : place.left - RAIL + (narrow.matches ? -5 : 0), place.top, side, height, zoom);
  view(panes.band, place.left, place.band, wide, place.top - place.band, zoom);
  if (strip) view(panes.names, place.left, strip.top, wide, strip.bottom - strip.top, zoom);
  if (strip) viewer.style.setProperty("--names", `${(strip.bottom - strip.top) * zoom}px`);
  viewer.style.setProperty("--rail", `${railWidth()}px`);
  one("[data-out=zoom]", viewer).textContent = `${Math.round(zoom * 100)}\u00a0%`;
};
const built = () => {
  one(".v-side", viewer).append(panes.rail);
  one(".v-bands", viewer).append(panes.band);
  if (strip) one(".v-names", viewer).append(panes.names);
  region.dir = "ltr";
  viewer.classList.add("v-live");
  for (const part of all("[hidden]:not(.v-pop)", viewer)) part.hidden = false;
};

// Scrolling: columns are counted from where the journey begins, whatever the direction of the script.
const most = () => region.scrollWidth - region.clientWidth;
const scrolled = () => (rtl ? most() - region.scrollLeft : region.scrollLeft);
const scrollToColumn = (column, behavior = "auto") => {
  const to = shownAt((column - 1) * place.column) * currentZoom;
  region.scrollTo({ left: rtl ? most() - to : to, behavior });
};
const firstSeen = () => drawnAt(scrolled() / currentZoom);
const lastSeen = () => Math.min(place.width, drawnAt((scrolled() + region.clientWidth) / currentZoom));
const firstColumn = () => Math.min(place.columns, Math.floor(firstSeen() / place.column + 0.4) + 1);
const lastColumn = () => Math.max(firstColumn(), Math.floor(lastSeen() / place.column + 0.1));
const remember = later(300, () => {
  if (narrow.matches || firstColumn() === chosen.at) return;
  chosen.at = firstColumn();
  write(false);
});
// The name of a stage that begins out of sight stays in sight, for as long as its stage has room for it.
let headings = null;
const measured = () => {
  if (headings) return headings;
  headings = all(".stage", panes.band).map((stage) => {
    const { x, width } = one("rect", stage).getBBox();
    const heading = one(".heading", stage);
    const box = heading.getBBox();
    const others = [...stage.children].filter((child) => child !== heading && child.localName !== "rect").map((child) => child.getBBox());
    const free = rtl ? box.x - Math.max(x, ...others.map((other) => other.x + other.width)) : Math.min(x + width, ...others.map((other) => other.x)) - box.x - box.width;
    return { heading, from: rtl ? place.left + place.width - x - width : x - place.left, free: Math.max(0, free - 14) };
  });
  return headings;
};
const keepHeadings = () => {
  for (const { heading, from, free } of measured()) {
    const by = Math.min(free, Math.max(0, firstSeen() - from));
    heading.setAttribute("transform", `translate(${rtl ? -by : by} 0)`);
  }
};
// What stands above the map moves with it.
const above = [panes.band, panes.names];
const follow = () => {
  const moved = `translateX(${-region.scrollLeft}px)`;
  for (const part of above) part.style.transform = moved;
  if (region.scrollLeft || headings || rtl) keepHeadings();
  remember();
};
const stick = () => {
  const head = one(".v-head", viewer);
  const step = rows.find((row) => row.key === "steps");
  if (!strip || !step) return;
  const under = region.getBoundingClientRect().top + (strip.bottom - 8 - place.top + (step.shift || 0)) * currentZoom;
  head.classList.toggle("v-stuck", under < head.getBoundingClientRect().bottom);
};
let waiting = false;
const oncePerFrame = (work) => () => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    work();
  });
};

const zoomTo = (zoom) => {
  const middle = (scrolled() + region.clientWidth / 2) / currentZoom;
  choose({ zoom });
  const to = middle * currentZoom - region.clientWidth / 2;
  region.scrollTo({ left: rtl ? most() - to : to });
};
const ZOOMS = [0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2];
const zooms = {
  in: () => ZOOMS.find((zoom) => zoom > currentZoom + 0.01) || 2,
  out: () => [...ZOOMS].reverse().find((zoom) => zoom < currentZoom - 0.01) || 0.25,
  fit: () => Math.min(2, Math.max(0.05, fitting() - 0.0005)),
};

// Legend: its groups leave the wide picture and stand below it, where all of them can be seen.
const layLegend = () => {
  const keys = all(".legend .key", picture);
  const boxes = keys.map((key) => key.getBBox());
  const list = one(".v-keys", viewer);
  keys.forEach((key, n) => {
    const { x, y, width, height } = boxes[n];
    const svg = sheet([key], { role: "presentation" });
    view(svg, x - 2, y - 2, width + 6, height + 4, 1);
    list.append(svg);
  });
};
