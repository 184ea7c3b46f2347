// The page of the form benchmark: the same table with the same formulas in our engine and in HyperFormula, the same changes in
// turn, and at the end the same numbers in both, or it fails.

// place lays the cells out as in a spreadsheet: a row a row, a column a column; each relation gets a row of its own below.
function place({ cells, relations }) {
  const part = (n) => Array.from(new Set(cells.map((c) => c.id.split(".")[n])));
  const [rows, columns] = [part(1), part(2)];
  return {
    width: columns.length,
    height: rows.length + relations.length,
    cell: cells.map((c) => ({ sheet: 0, row: rows.indexOf(c.id.split(".")[1]), col: columns.indexOf(c.id.split(".")[2]) })),
    relation: relations.map((_, i) => ({ sheet: 0, row: rows.length + i, col: 0 })),
  };
}

const name = ({ row, col }) => String.fromCharCode(65 + col) + (row + 1);

// sumFormula is SUM over a range, as people write it and as the engine is fastest at.
function sumFormula(of) {
  const [first, last] = [of[0], of[of.length - 1]];
  if ((last.row - first.row + 1) * (last.col - first.col + 1) !== of.length) throw new Error("addends are no range");
  return `=SUM(${name(first)}:${name(last)})`;
}

function side(terms, at) {
  return terms.map((t) => (t.minus ? "-" : "+") + (t.last ? t.value : name(at.cell[t.cell]))).join("");
}

function spreadsheet(rules, raws) {
  const at = place(rules);
  const matrix = Array.from({ length: at.height }, () => Array(at.width).fill(null));
  const put = ({ row, col }, what) => { matrix[row][col] = what; };
  rules.cells.forEach((c, i) => { if (!c.computed) put(at.cell[i], Number(raws[c.id])); });
  rules.sums.forEach((s) => put(at.cell[s.cell], sumFormula(s.of.map((i) => at.cell[i]))));
  rules.relations.forEach((r, i) => put(at.relation[i], `=(${side(r.left, at)})-(${side(r.right, at)})`));
  return { at, engine: HyperFormula.buildFromArray(matrix, { licenseKey: "gpl-v3" }) };
}

// agree throws unless both engines hold the same numbers, and numbers at all.
function agree(rules, sheet, { at, engine }) {
  const same = (what, ours, theirs) => {
    if (typeof theirs !== "number" || Number(ours) !== theirs) throw new Error(`${what}: ours ${ours}, theirs ${theirs}`);
  };
  rules.cells.forEach((c, i) => same(c.id, sheet.value(i).text || NaN, engine.getCellValue(at.cell[i])));
  rules.relations.forEach((r, i) => {
    const state = sheet.state(i);
    same(r.id, state.leftSum === "" ? NaN : Number(state.leftSum) - Number(state.rightSum), engine.getCellValue(at.relation[i]));
  });
}

async function measure({ module, rules, raws, changes, batch, warmUp }) {
  if (!crossOriginIsolated) throw new Error("the clock is coarse here");
  const { Sheet } = await import(module);
  const sheet = new Sheet(rules, raws);
  const peer = spreadsheet(rules, raws);
  agree(rules, sheet, peer);
  // Each engine gets what it takes most easily: ours the text of the field, the other the number and its address.
  const steps = changes.map(([cell, value]) => ({ cell, raw: String(value), value, address: peer.at.cell[cell] }));
  const engines = [
    { times: [], set: (s) => { const out = sheet.set(s.cell, s.raw); return out.cells.length + out.relations.length; } },
    { times: [], set: (s) => peer.engine.setCellContents(s.address, s.value).length },
  ];
  for (let sample = 0; sample * batch < steps.length; sample++) {
    const part = steps.slice(sample * batch, (sample + 1) * batch);
    // They take turns in going first.
    for (const engine of sample % 2 ? engines : engines.slice().reverse()) {
      let touched = 0;
      const from = performance.now();
      for (const step of part) touched += engine.set(step);
      const time = performance.now() - from;
      // Every change reaches the cell and at least one sum.
      if (touched < 2 * batch) throw new Error(`${batch} changes touched ${touched} cells`);
      if (sample >= warmUp) engine.times.push(time * 1000 / batch);
    }
  }
  agree(rules, sheet, peer);
  return { ours: engines[0].times, theirs: engines[1].times };
}
