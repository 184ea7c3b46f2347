// What the page says about a table while it is typed, in the words of package views: cards of findings, equations, the word in the
// outline. Pure; a test in views holds the two together.

const SEVERITY_WORDS = { error: "错误", warning: "提醒", hint: "提示" };
const MISSING = "value.missing";
// Findings about single cells that come in dozens are told once, from the fourth on.
const TELL_ONCE = 3;
const ONCE_PHRASES = {
  "value.missing": (n) => `还有 ${n} 格没有填。`,
  "nil.notation": (n) => `有 ${n} 格写的是“无”“/”一类，应当写 0。`,
};
const LINK_LIMIT = 5;

export const MARK_WORDS = { broken: "有错误", doubted: "有提醒", conflict: "两个人填得不一样" };
export const MARK_RANK = { "": 0, doubted: 1, broken: 2, conflict: 3 };

// cellLinks leads to cells by the shortest names that tell them apart. index maps cell ids to indices of rules.cells.
export function cellLinks(rules, index, ids) {
  const cells = ids.map((id) => rules.cells[index.get(id)]).filter((c) => c && c.on);
  if (cells.length === 1) return [{ label: "这一格", href: "#" + cells[0].id }];
  const same = (part) => cells.every((c) => c.id.split(".")[part] === cells[0].id.split(".")[part]);
  return cells.slice(0, LINK_LIMIT).map((c) => {
    const [row, column] = c.name.split(" · ");
    let label = c.name;
    if (column !== undefined && same(2)) label = row;
    else if (column !== undefined && same(1)) label = column;
    return { label, href: "#" + c.id };
  });
}

function rank(card) {
  if (card.kind === "error") return card.id.startsWith("f-" + MISSING) ? 1 : 0;
  return card.kind === "warning" ? 2 : 3;
}

// cellsOf are the cells that a finding leads to.
export function cellsOf(finding) {
  return finding.cells.length === 0 ? [finding.cell] : finding.cells;
}

// markOf is how a finding marks its cells. A blank is no mistake yet.
export function markOf(finding) {
  if (finding.code === MISSING || finding.severity === "hint") return "";
  return finding.severity === "error" ? "broken" : "doubted";
}

// listFindings makes the cards of a table's findings: mistakes first, then blanks, warnings and hints.
export function listFindings(findings, rules, index) {
  const count = {};
  for (const f of findings) count[f.code] = (count[f.code] || 0) + 1;
  const cards = [];
  const once = {};
  const asked = {};
  for (const f of findings) {
    const id = f.code + "@" + f.cell;
    if (once[f.code]) {
      once[f.code].covers.push(id);
      continue;
    }
    const card = { id: "f-" + id, covers: [id], kind: f.severity, word: SEVERITY_WORDS[f.severity], message: f.message, hint: f.hint,
      links: [], group: "", reasonName: "" };
    if (ONCE_PHRASES[f.code] && count[f.code] > TELL_ONCE) {
      once[f.code] = card;
      card.id = "f-" + f.code + "@" + rules.table;
      card.message = ONCE_PHRASES[f.code](count[f.code]);
      card.links = [{ label: "第一处", href: "#" + f.cell }];
    } else {
      card.links = cellLinks(rules, index, cellsOf(f));
    }
    if (f.severity === "warning") {
      card.group = f.code + "@" + rules.table;
      if (!asked[card.group]) card.reasonName = "reason." + id;
      asked[card.group] = true;
    }
    cards.push(card);
  }
  // Sorted by hand: old engines sort long lists without keeping the order of equals.
  return [0, 1, 2, 3].reduce((out, r) => out.concat(cards.filter((c) => rank(c) === r)), []);
}

// equation writes a relation with today's numbers.
export function equation(op, state) {
  const [sign, broken, by] = op === "<=" ? ["≤", ">", "多 "] : ["=", "≠", "差 "];
  switch (state.standing) {
    case 1: return { kind: "holds", numbers: `${state.left} ${sign} ${state.right}`, verdict: "✓" };
    case 2: return { kind: "broken", numbers: `${state.left} ${broken} ${state.right}`, verdict: by + state.difference };
  }
  return { kind: "silent", numbers: "", verdict: "未填" };
}

// compact writes an equation for a narrow column: 12+1 = 12+1.
export function compact(numbers) {
  return numbers.replace(/ ([+-]) /g, "$1");
}

// sectionState is a word for what stands in a section, the heaviest first, and its class.
export function sectionState({ errors, warnings, missing, empty }) {
  if (errors > missing) return [`错误 ${errors - missing}`, "is-error"];
  if (missing > 0) return [`未填 ${missing}`, "is-open"];
  if (warnings === 1 && empty) return ["未填", "is-open"];
  if (warnings > 0) return [`提醒 ${warnings}`, "is-warning"];
  return ["✓", "is-done"];
}
