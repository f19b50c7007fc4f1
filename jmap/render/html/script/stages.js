// On a small screen: one stage at a time, with the curves above it and the way to its neighbours.
const pager = one("#stages");
const sections = all("section.stage");
const stageAt = (column) => Math.max(0, extents.findLastIndex((stage) => stage.column <= column));
let shownStage = 0;
const showStage = (n, focus) => {
  shownStage = Math.min(sections.length - 1, Math.max(0, n));
  sections.forEach((section, at) => section.classList.toggle("current", at === shownStage));
  all("[data-to]", pager).forEach((tab, at) => {
    tab.setAttribute("aria-current", at === shownStage ? "step" : "false");
    if (at === shownStage && narrow.matches) requestAnimationFrame(() => tab.closest(".v-tabs").scrollTo({ left: tab.offsetLeft - 60 }));
  });
  const { column, columns } = extents[shownStage];
  const start = rtl ? place.columns - column - columns + 1 : column - 1;
  const mark = one(".v-lens", pager);
  mark.style.left = `${(start / place.columns) * 100}%`;
  mark.style.width = `${(columns / place.columns) * 100}%`;
  for (const turn of all("[data-turn]")) {
    const to = sections[shownStage + +turn.dataset.turn];
    turn.hidden = !to;
    if (to) one("b", turn).textContent = one("h3", to).textContent;
  }
  if (!focus) return;
  const heading = one("h3", sections[shownStage]);
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  const top = sections[shownStage].getBoundingClientRect().top + scrollY - pager.offsetHeight;
  scrollTo({ top, behavior: smoothly() });
  say("stage", { n: shownStage + 1, count: sections.length, name: heading.textContent });
};
const showStageOf = (element) => {
  const n = sections.findIndex((section) => section.contains(element));
  if (n >= 0 && n !== shownStage) showStage(n, false);
};
const turnTo = (n) => {
  showStage(n, true);
  chosen.at = extents[shownStage].column;
  write(true);
};
const startStages = () => {
  const strip = one(".v-track", pager);
  strip.prepend(curves());
  strip.classList.toggle("v-bare", !one(".trace", strip));
  const table = pager.closest("section");
  const before = table.previousElementSibling;
  const beside = () => (narrow.matches ? viewer.closest("section") : before).after(table);
  if (narrow.matches) beside();
  narrow.addEventListener("change", beside);
  document.body.classList.add("paged");
  pager.hidden = false;
  one(".v-turns").hidden = false;
  all("[data-to]", pager).forEach((tab, n) => tab.addEventListener("click", () => turnTo(n)));
  for (const turn of all("[data-turn]")) turn.addEventListener("click", () => turnTo(shownStage + +turn.dataset.turn));
  const byAnchor = () => {
    const target = location.hash.length > 1 && !isState(location.hash) && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    showStageOf(target);
    if (narrow.matches) target.scrollIntoView();
  };
  addEventListener("hashchange", byAnchor);
  onChange((what) => {
    if (what.includes("all")) showStage(stageAt(chosen.at), false);
  });
  showStage(stageAt(chosen.at), false);
  byAnchor();
  const whole = one("[data-do=whole]", viewer);
  whole.addEventListener("click", () => {
    const open = viewer.classList.toggle("v-whole");
    whole.setAttribute("aria-expanded", String(open));
    if (open) refit();
  });
};
