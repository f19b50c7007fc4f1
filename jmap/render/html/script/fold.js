// A fold for each stage of a long map: its columns give way to a narrow one with its name, and the rest is shown in
// slices. Who searches sees every column.
const FOLDED = 44;
const folds = one(".v-folds", viewer);
above.push(folds);
const bands = all(".stage", panes.band);
const stepNames = all(".name", panes.names);
const drawing = node("g", { id: "v-all" });
const between = ({ at, width }) => (rtl ? shownAt(place.width) - at - width : at);
const sliced = (from, size, at, height, content) => {
  const x = place.left + between({ at, width: size });
  const drawn = place.left + (rtl ? place.width - from - size : from);
  const made = node("svg", { class: "v-slice", x, y: place.top, width: size, height }, [content]);
  made.setAttribute("viewBox", `${drawn} ${place.top} ${size || 1} ${height}`);
  picture.append(made);
};
const sliver = ({ at, width, name }, height) => {
  const x = place.left + between({ at, width });
  const turned = `translate(${x + width / 2 - 5} ${place.top + 20}) rotate(90)`;
  const said = node("text", { transform: turned, "text-anchor": rtl ? "end" : "start" }, [name]);
  picture.append(node("g", { class: "v-slice", "aria-hidden": "true" }, [node("rect", { x, y: place.top, width, height }), said]));
};
const cut = (height) => {
  picture.append(drawing);
  for (const old of all(".v-slice", picture)) old.remove();
  const runs = [];
  for (const slice of slices) {
    const last = runs.at(-1);
    if (slice.off) sliver(slice, height);
    else if (last && last.from + last.size === slice.from) last.size += slice.size;
    else runs.push({ ...slice });
  }
  if (!slices.length) return;
  // The drawing itself is in the first slice, and the others show it once more.
  const [first = { from: 0, size: 0, at: 0 }, ...others] = runs;
  sliced(first.from, first.size, first.at, height, drawing);
  for (const { from, size, at } of others) sliced(from, size, at, height, node("use", { href: "#v-all" }));
};
const put = (element, slice, from) => {
  element.setAttribute("display", slice.off ? "none" : "inline");
  element.setAttribute("transform", `translate(${rtl ? between(slice) - place.width + from + slice.size : slice.at - from} 0)`);
};
lay = (height) => {
  const folded = narrow.matches || chosen.q ? [] : chosen.fold;
  if (folded.length) measured();
  let at = 0;
  const laid = extents.map(({ column, columns }, n) => {
    const size = columns * place.column;
    const off = folded.includes(n + 1);
    const width = off ? FOLDED / Math.min(1, currentZoom) : size;
    at += width;
    return { from: (column - 1) * place.column, at: at - width, size, width, scale: width / size, off, name: stageButtons[n].title };
  });
  slices = laid.some(({ off }) => off) ? laid : [];
  if (slices.length && !drawing.parentNode) drawing.append(...all(":scope>:is(g,path,rect,circle,use,text,a)", picture));
  drawing.setAttribute("class", chosen.assumed ? "v-assumed" : "");
  if (drawing.firstChild) cut(height);
  laid.forEach((slice, n) => {
    put(bands[n], slice, slice.from);
    for (const name of stepNames.slice(extents[n].column - 1, extents[n].column - 1 + extents[n].columns)) put(name, slice, slice.from);
    const button = folds.children[n];
    const left = between(slice) * currentZoom;
    button.style.left = `${slice.off ? left : rtl ? left + slice.width * currentZoom - 39 : left + 9}px`;
    button.setAttribute("aria-expanded", String(!slice.off));
  });
  folds.style.setProperty("--band", `${(place.top - place.band) * currentZoom}px`);
};
onChange((what) => {
  if (!what.some((name) => ["all", "fold", "q", "assumed"].includes(name))) return;
  arrange();
  follow();
  frame();
});
[...folds.children].forEach((button, n) => {
  const { column } = extents[n];
  button.addEventListener("click", () => {
    const rest = chosen.fold.filter((stage) => stage !== n + 1);
    choose({ fold: rest.length < chosen.fold.length ? rest : [...rest, n + 1].sort((a, b) => a - b) });
    if (firstColumn() > column) scrollToColumn(column);
  });
  // By keyboard one comes to stages out of sight.
  button.addEventListener("focus", () => {
    if (button.matches(":focus-visible") && (column > lastColumn() || column < firstColumn())) scrollToColumn(column);
  });
});
