// Whose map, which lanes, and what is only assumed.
const lanesBox = one("#viewer-lanes");
// Each row of the picture that has a name can be hidden; its label and icon are those of the rail.
const boxes = rows.filter((row) => row.lane && !["steps", "scale"].includes(row.key)).map((row) => {
  const box = document.createElement("input");
  const label = document.createElement("label");
  const said = document.createElement("span");
  const item = document.createElement("li");
  box.type = "checkbox";
  box.value = row.key;
  said.textContent = row.lane.getAttribute("aria-label");
  const icon = node("svg", { class: "icon", "aria-hidden": "true" });
  const drawn = one(".rail use", row.lane);
  if (drawn) icon.append(node("use", { href: drawn.getAttribute("href") }));
  label.append(box, icon, said);
  item.append(label);
  one("ul", lanesBox).append(item);
  return box;
});
const everyLane = boxes.map((box) => box.value);
const visible = () => (chosen.lanes ? everyLane.filter((lane) => chosen.lanes.includes(lane)) : everyLane);
const owned = [...all("[data-personas]", picture), ...all(":is(.lanes,#t-ways) [data-personas]")];
const press = (button, on) => button.setAttribute("aria-pressed", String(on));

const filterPeople = () => {
  let hidden = 0;
  for (const item of owned) {
    const off = chosen.persona !== "" && !item.dataset.personas.split(" ").includes(chosen.persona);
    item.classList.toggle("v-gone", off);
    if (off && viewer.contains(item)) hidden += 1;
  }
  for (const trace of all(".trace[data-persona],.gap")) trace.classList.toggle("v-faint", chosen.persona !== "" && trace.dataset.persona !== chosen.persona);
  for (const button of all("[data-who]", viewer)) press(button, button.dataset.who === chosen.persona);
  return hidden;
};
const filterLanes = () => {
  const shown = visible();
  for (const box of boxes) box.checked = shown.includes(box.value);
  for (const chip of all("[data-lane].v-chip", viewer)) press(chip, shown.includes(chip.dataset.lane));
  for (const row of all(".stage tr[data-lane]")) row.hidden = everyLane.includes(row.dataset.lane) && !shown.includes(row.dataset.lane);
  const out = one("[data-out=lanes]", viewer);
  if (out) out.textContent = out.dataset.text.replace("{n}", shown.length).replace("{count}", everyLane.length);
};
const filterKnown = () => {
  viewer.classList.toggle("assumed", chosen.assumed);
  document.body.classList.toggle("assumed-only", chosen.assumed);
  press(one("[data-do=assumed]", viewer), chosen.assumed);
};
const nameOf = (persona) => one(`[data-who="${CSS.escape(persona)}"]`, viewer).dataset.name;
const toggled = (lane) => {
  const shown = visible();
  const next = shown.includes(lane) ? shown.filter((other) => other !== lane) : everyLane.filter((other) => other === lane || shown.includes(other));
  choose({ lanes: next.length === everyLane.length ? null : next });
  say("lanes", { n: next.length, count: everyLane.length });
};
const menu = one("[data-do=lanes]", viewer);
const open = (on) => {
  lanesBox.hidden = !on;
  menu.setAttribute("aria-expanded", String(on));
};

const startFilters = () => {
  if (chosen.persona && !all("[data-who]", viewer).some((button) => button.dataset.who === chosen.persona)) chosen.persona = "";
  for (const button of all("[data-who]", viewer)) {
    button.addEventListener("click", () => {
      choose({ persona: button.dataset.who });
      if (chosen.persona) say("person", { name: nameOf(chosen.persona), n: owned.filter((item) => item.matches("#viewer .v-gone")).length });
      else say("everyone");
    });
  }
  for (const box of boxes) box.addEventListener("change", () => toggled(box.value));
  for (const chip of all("[data-lane].v-chip", viewer)) {
    if (everyLane.includes(chip.dataset.lane)) chip.addEventListener("click", () => toggled(chip.dataset.lane));
    else chip.remove();
  }
  one("[data-do=all]", viewer).addEventListener("click", () => choose({ lanes: null }));
  one("[data-do=assumed]", viewer).addEventListener("click", () => {
    choose({ assumed: !chosen.assumed });
    say(chosen.assumed ? "assumed" : "known", { n: all(".item[data-known=no]", picture).length });
  });
  menu.addEventListener("click", () => open(lanesBox.hidden));
  menu.parentElement.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || lanesBox.hidden) return;
    open(false);
    menu.focus();
  });
  menu.parentElement.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.parentElement.contains(event.relatedTarget)) open(false);
  });
  document.addEventListener("pointerdown", (event) => {
    if (!menu.parentElement.contains(event.target)) open(false);
  });
  onChange((what) => {
    const any = (...names) => names.some((name) => what.includes(name) || what.includes("all"));
    if (any("persona")) filterPeople();
    if (any("assumed")) filterKnown();
    if (any("lanes")) filterLanes();
    if (any("lanes", "zoom")) arrange();
  });
};
