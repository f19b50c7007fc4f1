// Light or dark: as the reader's system prefers, until the switch says otherwise.
const scheme = "(prefers-color-scheme:dark)";
const switches = all("[data-scheme]");
const dark = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule.media && /prefers-color-scheme:\s*dark/.test(rule.media.mediaText));
const usual = dark.map((rule) => rule.media.mediaText);
const preferred = () => (matchMedia(scheme).matches ? "dark" : "light");
const paint = (name) => {
  dark.forEach(({ media }, n) => {
    const text = name === preferred() ? usual[n] : name === "dark" ? "screen" : "not all";
    // Written only where it differs: every element takes its colours anew.
    if (media.mediaText !== text) media.mediaText = text;
  });
  for (const button of switches) button.setAttribute("aria-pressed", String(button.dataset.scheme === name));
};
const keep = (name) => {
  try {
    if (name) sessionStorage.setItem("jmap-scheme", name);
    return sessionStorage.getItem("jmap-scheme");
  } catch {
    return name;
  }
};
const startTheme = () => {
  paint(keep() || preferred());
  matchMedia(scheme).addEventListener("change", () => paint(keep() || preferred()));
  for (const button of switches) {
    button.addEventListener("click", () => {
      keep(button.dataset.scheme);
      paint(button.dataset.scheme);
    });
  }
  const actions = one(".v-actions");
  if (!actions) return;
  actions.hidden = false;
  one(".v-schemes", actions).hidden = dark.length === 0;
  one("[data-do=print]", actions).addEventListener("click", () => print());
};
startTheme();
