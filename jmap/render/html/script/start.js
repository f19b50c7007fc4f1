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
  // Before the next picture, which has to be laid out anyway.
  requestAnimationFrame(layLegend);
  refit();
  if (chosen.q) requestAnimationFrame(() => {
    search();
    const first = chosen.at === 1 ? 0 : hits.findIndex(inView);
    if (first >= 0) go(first, false);
  });
  // Who opens an address that was sent comes to see the map.
  const show = () => viewer.closest("section").scrollIntoView();
  if (isState(location.hash) && scrollY === 0) requestAnimationFrame(show);
  // A link to a step: the browser goes to its table first, and the map comes after that.
  else if (linked() && !narrow.matches) addEventListener("load", () => setTimeout(show, 60));
  if (pager && sections.length === extents.length) startStages();
  addEventListener("scroll", oncePerFrame(stick), { passive: true });
  // Asked for in a frame: to ask is to lay out the page.
  let width = 0;
  requestAnimationFrame(() => (width = innerWidth));
  addEventListener("resize", oncePerFrame(() => {
    if (innerWidth === width) return;
    width = innerWidth;
    refit();
  }));
  performance.mark("viewer-ready");
  performance.measure("viewer", "viewer-start", "viewer-ready");
};
startMap();
