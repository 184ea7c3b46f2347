// Holding what was read against the file: the cell of the file in which a figure stood is marked while its field has the focus.

const source = document.querySelector(".import-source");
const form = document.querySelector("form[data-import]");
let marked = null;

function show(id) {
  if (marked) marked.classList.remove("here");
  marked = id ? document.getElementById(id) : null;
  if (!marked) return;
  marked.classList.add("here");
  const frame = source.getBoundingClientRect();
  const place = marked.getBoundingClientRect();
  if (place.top < frame.top + 40 || place.bottom > frame.bottom - 40) source.scrollTop += place.top - frame.top - frame.height / 3;
}

if (source && form) {
  form.addEventListener("focusin", (e) => show(e.target.dataset.source));
  form.addEventListener("click", (e) => {
    const link = e.target.closest("[data-to-source]");
    if (!link) return;
    e.preventDefault();
    show(link.getAttribute("href").slice(1));
    // On a narrow page the file stands above what was read, out of sight.
    if (getComputedStyle(source).position === "static") source.scrollIntoView();
  });
  form.addEventListener("change", (e) => {
    if (!e.target.matches("[data-all]")) return;
    for (const tick of form.querySelectorAll('tbody [name="ok"]')) tick.checked = e.target.checked;
  });
  // A value that was changed is looked at: its tick follows.
  form.addEventListener("input", (e) => {
    const tick = e.target.closest(".doubts tr")?.querySelector('[name="ok"]');
    if (tick && e.target !== tick && e.target.value !== e.target.defaultValue) tick.checked = true;
  });
}
