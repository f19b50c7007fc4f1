// What is far down is laid out when the browser has time, and soon in any case: until then the page opens as if it were
// short.
const far = all(".far");
const SOON = { timeout: 50 };
const idle = window.requestIdleCallback || ((work) => setTimeout(work, SOON.timeout, { didTimeout: true }));
const drawNext = (spare) => {
  do {
    const next = far.shift();
    if (!next) return;
    next.classList.remove("far");
    // Asked for now, so that the time it takes counts.
    if (!spare.didTimeout) next.getBoundingClientRect();
  } while (spare.didTimeout || spare.timeRemaining() > 8);
  idle(drawNext, SOON);
};
addEventListener("load", () => idle(drawNext, SOON));
