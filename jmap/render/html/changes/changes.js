// Filters whose state is in the address, and a slider between before and after. Without it, the page shows everything.
const tools = document.querySelector(".tools");
const rows = [...document.querySelectorAll(".rows li[data-effect]")];
const output = tools.querySelector("output");
const fields = [...tools.elements].filter((field) => field.name);

const matches = (row, wanted) =>
  Object.entries(wanted).every(([key, value]) =>
    key === "q" ? row.textContent.toLocaleLowerCase().includes(value.toLocaleLowerCase()) : row.dataset[key] === value,
  );

// What is wanted, from the form; empty fields want nothing.
const wanted = () => Object.fromEntries(fields.filter((field) => field.value).map((field) => [field.name, field.value]));

const show = () => {
  const now = wanted();
  for (const row of rows) row.hidden = !matches(row, now);
  for (const list of document.querySelectorAll(".part .rows")) {
    const empty = [...list.children].every((row) => row.hidden);
    list.hidden = list.previousElementSibling.hidden = empty;
  }
  for (const part of document.querySelectorAll(".part")) part.hidden = [...part.querySelectorAll(".rows")].every((list) => list.hidden);
  output.textContent = output.dataset.text.replace("{n}", rows.filter((row) => !row.hidden).length).replace("{count}", rows.length);
};

const remember = () => {
  const state = new URLSearchParams(wanted()).toString();
  history.replaceState(null, "", state ? `#${state}` : location.pathname + location.search);
  show();
};

// An address of filters fills the form; an address of one change leads there, whatever the form says.
const follow = () => {
  const hash = decodeURIComponent(location.hash.slice(1));
  if (hash.includes("=")) {
    const state = new URLSearchParams(hash);
    for (const field of fields) field.value = state.get(field.name) ?? "";
  } else if (hash && document.getElementById(hash)?.hidden) tools.reset();
  show();
  if (hash && !hash.includes("=")) document.getElementById(hash)?.scrollIntoView({ block: "center" });
};

tools.hidden = rows.length < 2;
tools.addEventListener("input", remember);
tools.addEventListener("submit", (event) => event.preventDefault());
tools.querySelector("[data-reset]").addEventListener("click", () => {
  tools.reset();
  remember();
});
addEventListener("hashchange", follow);
follow();

for (const figure of document.querySelectorAll(".compare")) {
  const slide = figure.querySelector(".slide");
  if (!slide) continue;
  const range = slide.querySelector("input");
  slide.hidden = false;
  range.addEventListener("input", () => {
    figure.classList.add("sliding");
    figure.style.setProperty("--to", `${range.value}%`);
    for (const choice of figure.querySelectorAll("[type=radio]")) choice.checked = false;
  });
  for (const choice of figure.querySelectorAll("[type=radio]")) choice.addEventListener("change", () => figure.classList.remove("sliding"));
}
