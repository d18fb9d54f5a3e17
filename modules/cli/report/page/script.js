// Leaves out what is not looked for, opens what a link leads to, and opens everything for print.
const form = document.getElementById("narrow");
const rows = [...document.querySelectorAll("[data-find]")];
const targets = rows.filter((row) => "target" in row.dataset);

function narrow() {
  const words = form.elements.words.value.toLowerCase().split(/\s+/);
  const all = !form.elements.findings.checked;
  for (const row of rows) {
    row.hidden = !(all || "finding" in row.dataset) || !words.every((word) => row.dataset.find.includes(word));
  }
  const shown = targets.filter((row) => !row.hidden).length;
  form.elements.narrowed.textContent = `${shown} of ${targets.length} targets`;
}

function open() {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const details = place?.closest("details");
  if (!details) return;
  details.open = true;
  details.hidden = false;
  details.querySelector("summary").focus();
  details.scrollIntoView();
}

let closed = [];
addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll("details:not([open])")];
  for (const details of closed) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of closed) details.open = false;
});
addEventListener("hashchange", open);
form.addEventListener("input", narrow);
form.addEventListener("submit", (event) => event.preventDefault());
form.hidden = false;
narrow();
open();
