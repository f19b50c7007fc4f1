// Puts it all together, once: what is in sight first, the rest when the browser has time.
const refit = () => {
  arrange();
  requestAnimationFrame(() => {
    scrollToColumn(chosen.at);
    follow();
    frame();
    nameStages();
  });
};
const startMap = () => {
  performance.mark("viewer-start");
  read();
  built();
  startFilters();
  startOverview();
  startSearch();
  onChange((what) => {
    if (what.includes("all")) scrollToColumn(chosen.at);
    if (what.some((name) => ["all", "lanes", "zoom"].includes(name))) {
      follow();
      frame();
    }
  });
  for (const name of ["in", "out", "fit"]) {
    one(`[data-do=zoom-${name}]`, viewer).addEventListener("click", () => {
      zoomTo(zooms[name]());
      say("zoom", { n: Math.round(currentZoom * 100) });
    });
  }
  filterPeople();
  filterKnown();
  filterLanes();
  refit();
  if (chosen.q) requestAnimationFrame(() => {
    search();
    const first = chosen.at === 1 ? 0 : hits.findIndex(inView);
    if (first >= 0) go(first, false);
  });
  // Who opens an address that was sent comes to see the map.
  if (isState(location.hash) && scrollY === 0) requestAnimationFrame(() => viewer.closest("section").scrollIntoView());
  if (pager && sections.length === extents.length) startStages();
  addEventListener("scroll", oncePerFrame(stick), { passive: true });
  let width = innerWidth;
  addEventListener("resize", oncePerFrame(() => {
    if (innerWidth === width) return;
    width = innerWidth;
    refit();
  }));
  addEventListener("beforeprint", unbuilt);
  addEventListener("afterprint", refit);
  (window.requestIdleCallback || setTimeout)(layLegend);
  performance.mark("viewer-ready");
  performance.measure("viewer", "viewer-start", "viewer-ready");
};
// On paper the picture is whole again.
const unbuilt = () => {
  view(picture, 0, place.band, full.width, place.bottom - place.band + 2, 1);
  for (const row of rows) {
    row.group.setAttribute("display", "inline");
    row.group.removeAttribute("transform");
  }
  one(".ground", picture).removeAttribute("transform");
};
startMap();
