// Before anything is painted: the controls take their room, and the map waits for them, so that nothing moves later.
const { classList } = document.documentElement;
classList.add("js");
addEventListener("error", () => classList.remove("js"));
// A font from a style sheet comes after the first picture, and then everything is laid out once more; one from memory
// is there at once.
const faces = /family:'([^']+)'(;font-style:italic)?;font-weight:(\d+)[^,]+,([^)]+)/g;
for (const [, family, italic, weight, data] of document.getElementById("faces").textContent.matchAll(faces)) {
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  document.fonts.add(new FontFace(family, bytes, { weight, style: italic ? "italic" : "normal" }));
}
