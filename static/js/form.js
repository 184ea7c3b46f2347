// A page of the form: live tables, recognised headings, and what is not saved yet. Everything here also works without it.

import { saveInBackground } from "./background.js";
import { Beside, textKept } from "./beside.js";
import { fillZeros } from "./fill.js";
import { listHeadings } from "./headings.js";
import { moveByKeys } from "./keys.js";
import { noteFindings } from "./noted.js";
import { pasteBlocks } from "./paste.js";
import { watchSaving } from "./saving.js";
import { LiveTable } from "./table.js";
import { showTallies } from "./tallies.js";

const form = document.querySelector("form[data-report-form]");
const tables = Array.from(document.querySelectorAll("[data-table]:not([data-locked])"), (root) => new LiveTable(root));

for (const table of tables) {
  moveByKeys(table.root);
  pasteBlocks(table);
  fillZeros(table);
}
showTallies(tables);
document.querySelectorAll("[data-levels-for]").forEach(listHeadings);
// A page that was not saved shows what was typed beside the findings of what is saved: their places are not in it.
const rejected = document.getElementById("errors") !== null;
const beside = form && !rejected ? new Beside(form) : null;
const read = document.querySelector("[data-noted]");
if (read) noteFindings(read, document.querySelector(".findings"));
const saving = form && watchSaving(form);
if (form && form.dataset.live !== undefined) {
  const saveNow = saveInBackground(form, saving, (page, sent) => beside.renew(page, textKept(page, sent)));
  beside.addEventListener("fixed", saveNow);
}
