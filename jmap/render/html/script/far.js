// What is far down is laid out when the browser has time: until then the page opens as if it were short.
const far = all(".far");
const idle = window.requestIdleCallback || ((work) => setTimeout(work, 50));
const drawNext = () => {
  if (!far.length) return;
  far.shift().classList.remove("far");
  idle(drawNext);
};
addEventListener("load", () => idle(drawNext));
