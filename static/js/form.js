// A page of the form: live tables, recognised headings, and what is not saved yet. Everything here also works without it.

import { fillZeros } from "./fill.js";
import { listHeadings } from "./headings.js";
import { moveByKeys } from "./keys.js";
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
if (form) watchSaving(form);
