// Moving in an official table with the keyboard, as in a spreadsheet: arrows, Enter and Shift+Enter.

// grid lists the figures by printed row: the columns that each spans, and its field where it has one.
export function grid(root) {
  return Array.from(root.querySelectorAll("thead tr, tbody tr"), (tr) =>
    Array.from(tr.querySelectorAll("[data-column]"), (td) => {
      const from = Number(td.dataset.column);
      return { from, to: from + td.colSpan - 1, input: td.querySelector("input") };
    }));
}

// position finds a field in the grid.
export function position(rows, input) {
  for (let row = 0; row < rows.length; row++) {
    const at = rows[row].findIndex((p) => p.input === input);
    if (at >= 0) return { row, at, column: rows[row][at].from };
  }
  return null;
}

// vertical looks through the rows for the next field over or under a column.
function vertical(rows, { row, column }, step) {
  for (let r = row + step; r >= 0 && r < rows.length; r += step) {
    const p = rows[r].find((q) => q.input && q.from <= column && column <= q.to);
    if (p) return p.input;
  }
  return null;
}

function horizontal(rows, { row, at }, step) {
  for (let i = at + step; i >= 0 && i < rows[row].length; i += step) {
    if (rows[row][i].input) return rows[row][i].input;
  }
  return null;
}

// wrap goes on where a column ends: at the top of the next one, or going up at the bottom of the one before.
function wrap(rows, { column }, step) {
  const last = Math.max(...rows.map((r) => (r.length ? r[r.length - 1].to : 0)));
  for (let c = column + step; c >= 0 && c <= last; c += step) {
    const input = vertical(rows, { row: step > 0 ? -1 : rows.length, column: c }, step);
    if (input) return input;
  }
  return null;
}

function target(rows, e) {
  const input = e.target;
  const here = position(rows, input);
  if (!here) return null;
  const all = input.selectionStart === 0 && input.selectionEnd === input.value.length;
  const caret = input.selectionStart === input.selectionEnd ? input.selectionStart : -1;
  switch (e.key) {
    case "ArrowUp": return vertical(rows, here, -1);
    case "ArrowDown": return vertical(rows, here, 1);
    case "ArrowLeft": return all || caret === 0 ? horizontal(rows, here, -1) : null;
    case "ArrowRight": return all || caret === input.value.length ? horizontal(rows, here, 1) : null;
    case "Enter": {
      const step = e.shiftKey ? -1 : 1;
      return vertical(rows, here, step) || wrap(rows, here, step);
    }
  }
  return null;
}

export function moveByKeys(root) {
  const rows = grid(root);
  const isField = (node) => node.matches && node.matches("[data-cell] input");
  root.addEventListener("keydown", (e) => {
    if (!isField(e.target) || e.isComposing || e.ctrlKey || e.altKey || e.metaKey) return;
    if (e.shiftKey && e.key !== "Enter") return;
    const next = target(rows, e);
    if (next || e.key === "Enter") e.preventDefault();
    if (next) next.focus();
  });
  // Enter never submits the page from a cell, whatever becomes of its key going down.
  root.addEventListener("keypress", (e) => { if (isField(e.target) && e.key === "Enter") e.preventDefault(); });
  // A cell that is entered is selected, so that typing replaces it. A click would put the caret inside again.
  root.addEventListener("focusin", (e) => { if (isField(e.target)) e.target.select(); });
  let entered = null;
  root.addEventListener("mousedown", (e) => { entered = isField(e.target) && e.target !== document.activeElement ? e.target : null; });
  root.addEventListener("click", (e) => {
    if (e.target === entered && entered.selectionStart === entered.selectionEnd) entered.select();
    entered = null;
  });
}
