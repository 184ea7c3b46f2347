// Pasting a block of a spreadsheet into the table, from the cell that has the focus on.

import { grid, position } from "./keys.js";

// block splits what a spreadsheet copies into rows of cells; the line end behind the last row goes.
export function block(text) {
  return text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n").map((line) => line.split("\t"));
}

// place lays a block over the printed rows. What falls on a computed cell, a heading or outside is passed over; of a cell that
// spans several columns the first counts, as in a spreadsheet.
export function place(rows, start, cells) {
  const changes = [];
  let passed = 0;
  cells.forEach((line, i) => {
    const row = rows[start.row + i];
    line.forEach((text, j) => {
      const column = start.column + j;
      const p = row && row.find((q) => q.from <= column && column <= q.to);
      if (p && p.input && p.from === column) changes.push([p.input, text.trim()]);
      else if (text.trim() !== "") passed++;
    });
  });
  return { changes, passed };
}

export function pasteBlocks(table) {
  const rows = grid(table.root);
  table.root.addEventListener("paste", (e) => {
    const start = position(rows, e.target);
    const cells = block(e.clipboardData.getData("text/plain"));
    if (!start || (cells.length === 1 && cells[0].length === 1)) return;
    e.preventDefault();
    const { changes, passed } = place(rows, start, cells);
    table.fill(changes, `已粘贴 ${changes.length} 格` + (passed > 0 ? `，跳过合计和表外的 ${passed} 格。` : "。"));
  });
}
