// The map's pages on paper: read when somebody prints, and gone again after it.
const paper = one("#paper");
const folios = () => one(".folios");
if (paper) {
  addEventListener("beforeprint", () => folios() || paper.insertAdjacentHTML("afterend", paper.textContent));
  addEventListener("afterprint", () => folios() && folios().remove());
}
