// The strip above the map: all stages and curves small, and a frame around exactly what is in view.
const track = one(".v-track", viewer);
const lens = one(".v-lens", viewer);
const stageButtons = all(".v-overview [data-stage]", viewer);
const extents = all(".band .stage", picture).map((stage) => {
  const ground = one("rect", stage);
  const x = +ground.getAttribute("x");
  const width = +ground.getAttribute("width");
  const before = rtl ? place.left + place.width - x - width : x - place.left;
  return { column: Math.round(before / place.column) + 1, columns: Math.round(width / place.column) };
});
// The curves of the map itself, as wide as the strip.
const curves = () => {
  const felt = rows.find((row) => row.key === "feelings");
  const svg = node("svg", { "aria-hidden": "true", preserveAspectRatio: "none", class: "v-small" });
  svg.setAttribute("viewBox", felt ? `${place.left} ${felt.top} ${place.width} ${felt.height}` : `${place.left} 0 ${place.width} 1`);
  if (felt) svg.append(...all(".trace:not([data-form=points])", felt.group).map(copy));
  return svg;
};
const frame = () => {
  const whole = region.scrollWidth;
  viewer.classList.toggle("v-fits", whole <= region.clientWidth + 1 && !chosen.zoom);
  const start = rtl ? place.width - lastSeen() : firstSeen();
  const share = (lastSeen() - firstSeen()) / place.width;
  lens.style.left = `${(start / place.width) * 100}%`;
  lens.style.width = `${share * 100}%`;
  lens.setAttribute("aria-valuenow", String(firstColumn()));
  lens.setAttribute("aria-valuetext", lens.dataset.text.replace("{first}", firstColumn()).replace("{last}", lastColumn()).replace("{count}", place.columns));
};
// A name that its stage has no room for gives way to the stage's number: nothing is cut off.
const nameStages = () => {
  for (const button of stageButtons) button.classList.remove("v-tight");
  const tight = stageButtons.filter((button) => one("span", button).offsetWidth > button.clientWidth - 16);
  for (const button of tight) button.classList.add("v-tight");
};
const drag = (event) => {
  const box = track.getBoundingClientRect();
  const at = (event.clientX - box.left) / box.width;
  const to = shownAt((rtl ? 1 - at : at) * place.width) * currentZoom;
  region.scrollTo({ left: (rtl ? region.scrollWidth - to : to) - region.clientWidth / 2 });
};
const moved = (key) => {
  const ahead = rtl ? "ArrowLeft" : "ArrowRight";
  const back = rtl ? "ArrowRight" : "ArrowLeft";
  const page = Math.max(1, Math.floor(region.clientWidth / (place.column * currentZoom)));
  const steps = { [ahead]: 1, [back]: -1, ArrowUp: -1, ArrowDown: 1, PageDown: page, PageUp: -page };
  if (key === "Home") return 1;
  if (key === "End") return place.columns;
  return key in steps ? Math.min(place.columns, Math.max(1, firstColumn() + steps[key])) : 0;
};
const startOverview = () => {
  track.prepend(curves());
  track.classList.toggle("v-bare", !one(".trace", track));
  lens.setAttribute("aria-valuemax", String(place.columns));
  stageButtons.forEach((button, n) => {
    button.style.flexGrow = String(extents[n].columns);
    button.addEventListener("click", () => scrollToColumn(extents[n].column, smoothly()));
  });
  track.addEventListener("pointerdown", (event) => {
    track.setPointerCapture(event.pointerId);
    drag(event);
  });
  track.addEventListener("pointermove", (event) => {
    if (track.hasPointerCapture(event.pointerId)) drag(event);
  });
  lens.addEventListener("keydown", (event) => {
    const to = moved(event.key);
    if (!to) return;
    event.preventDefault();
    scrollToColumn(to);
  });
  region.addEventListener("scroll", () => {
    follow();
    frame();
  }, { passive: true });
};
