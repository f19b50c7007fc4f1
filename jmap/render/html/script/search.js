// Search: what is found is framed, counted and gone through one by one.
const field = one("#viewer-search");
let hits = [];
let current = -1;
const plain = (text) => text.normalize("NFKD").replace(/\p{M}|\u00ad/gu, "").replace(/\s+/g, " ").replace(/- /g, "-").toLowerCase();
const wordsOf = (element) => {
  const lines = element.namespaceURI === NS ? all("text", element).map((text) => text.textContent) : [element.textContent];
  return plain(lines.join(" "));
};
let known = null;
const places = () => {
  if (known && known.narrow === narrow.matches) return known.list;
  const found = narrow.matches ? all(".lanes li, .lanes thead .name") : all(".name, .item:not(:has(.item))", picture);
  known = { narrow: narrow.matches, list: found.map((element) => [element, wordsOf(element)]) };
  return known.list;
};
const seen = (element) => !element.closest(".v-gone, [display=none], [hidden]");
const clear = () => {
  for (const hit of hits) hit.classList.remove("v-hit", "v-here");
  for (const frame of all(".framed", picture)) frame.remove();
  hits = [];
  current = -1;
};
const framed = (element, box) => {
  const frame = node("rect", { class: "framed", x: box.x - 5, y: box.y - 4, width: box.width + 10, height: box.height + 8, rx: 7 });
  element.prepend(frame);
};
const count = () => {
  const out = one("[data-out=found]", viewer);
  out.textContent = !chosen.q ? "" : hits.length ? out.dataset.text.replace("{n}", current + 1).replace("{count}", hits.length) : out.dataset.none;
  for (const button of all("[data-do=next],[data-do=previous]", viewer)) button.disabled = hits.length < 1;
};
const search = () => {
  clear();
  field.value = chosen.q;
  const asked = plain(chosen.q).trim();
  if (asked) {
    hits = places().filter(([element, words]) => words.includes(asked) && seen(element)).map(([element]) => element);
    for (const hit of hits) hit.classList.add("v-hit");
    if (!narrow.matches) {
      const boxes = hits.map((hit) => hit.getBBox());
      hits.forEach((hit, n) => framed(hit, boxes[n]));
    }
  }
  count();
};
const go = (to, down) => {
  if (!hits.length) return;
  if (hits[current]) hits[current].classList.remove("v-here");
  current = (to + hits.length) % hits.length;
  const hit = hits[current];
  hit.classList.add("v-here");
  if (narrow.matches) showStageOf(hit);
  else reveal(hit);
  if (down) hit.scrollIntoView({ block: "center", inline: "nearest", behavior: smoothly() });
  count();
};
const inView = (hit) => {
  const box = hit.getBoundingClientRect();
  const room = region.getBoundingClientRect();
  return box.left >= room.left && box.right <= room.right;
};
const reveal = (hit) => {
  if (inView(hit)) return;
  const box = hit.getBoundingClientRect();
  const room = region.getBoundingClientRect();
  region.scrollBy({ left: box.left - room.left - (room.width - box.width) / 2 });
};
const startSearch = () => {
  const typed = later(160, () => {
    choose({ q: field.value }, false);
    go(0, false);
    say(hits.length ? "found" : "nothing", { n: hits.length });
  });
  field.addEventListener("input", typed);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      if (field.value !== chosen.q) choose({ q: field.value }, false);
      go(current + (event.shiftKey ? -1 : 1), true);
    } else if (event.key === "Escape") {
      event.preventDefault();
      choose({ q: "" }, false);
    }
  });
  one("[data-do=next]", viewer).addEventListener("click", () => go(current + 1, true));
  one("[data-do=previous]", viewer).addEventListener("click", () => go(current - 1, true));
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest && event.target.closest("input,textarea,select,[contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
  onChange((what) => {
    if (["q", "all", "persona", "lanes"].some((name) => what.includes(name))) search();
  });
};
