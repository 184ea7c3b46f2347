// The word behind each section in the outline, kept up to date for the sections whose tables stand on the page.

import { element } from "./element.js";
import { sectionState } from "./words.js";

export function showTallies(tables) {
  for (const table of tables) {
    const key = table.root.dataset.section;
    const node = document.querySelector(`[data-tally="${key}"]`);
    if (node && siblings(tables, key)[0] === table) follow(siblings(tables, key), node);
  }
}

function siblings(tables, key) {
  return tables.filter((t) => t.root.dataset.section === key);
}

// showTotal keeps the line over the outline: what stands in the whole report, which the server counted for the page as it was.
// Blanks are counted apart from errors.
function showTotal(line, before, now) {
  const total = JSON.parse(line.dataset.total);
  const missing = total.missing + now.missing - before.missing;
  const warnings = total.warnings + now.warnings - before.warnings;
  const errors = total.errors + (now.errors - now.missing) - (before.errors - before.missing);
  const parts = [[errors, "strong", "is-error", "处错误"], [warnings, "strong", "is-warning", "处提醒"],
    [missing, "span", "is-open", "格未填"]].filter(([n]) => n > 0);
  const link = line.querySelector("a");
  const words = parts.map(([n, , , unit]) => n + unit).join();
  if (link.dataset.shown === words) return;
  link.dataset.shown = words;
  link.textContent = parts.length > 0 ? "还有 " : "";
  link.append(...parts.map(([n, tag, kind, unit]) => element(tag, { class: kind }, `${n} ${unit} `)));
  if (parts.length === 0) link.append(element("span", { class: "is-done" }, "没有待处理的问题 ✓"));
}

// follow keeps the word of one section. The server counted what stands there beside its first table; what the other tables say
// themselves is taken off that.
function follow(tables, node) {
  const rest = JSON.parse(tables[0].list.container.dataset.rest);
  tables.slice(1).forEach((t) => add(rest, t, -1));
  const line = document.querySelector(".outline-tally[data-total]");
  let before = null;
  const show = () => {
    const total = Object.assign({}, rest);
    tables.forEach((t) => add(total, t, 1));
    if (!before) before = total;
    const [word, kind] = sectionState(total);
    if (node.textContent !== word) {
      node.textContent = word;
      node.className = "outline-state " + kind;
    }
    if (line) showTotal(line, before, total);
  };
  tables.forEach((t) => t.addEventListener("evaluated", show));
  show();
}

function add(total, table, times) {
  const tally = table.list.tally(table.findings);
  for (const what of Object.keys(tally)) total[what] += times * tally[what];
}
