// The rules of one official table, evaluated while the clerk types: the same machine as report.Sheet in Go, over the RuleSet
// that the page carries as JSON. Pure: no document, no clock. report/testdata/rules holds cases that both must agree on to the
// last message; the server's verdict is the one that counts.

export const BLANK = 0;
export const NUMBER = 1;
export const NONE = 2;
export const MALFORMED = 3;

export const SILENT = 0;
export const HOLDS = 1;
export const BROKEN = 2;

// Numbers are counted in millionths, exactly: plain numbers while they are safe integers, BigInt beyond.
const MILLION = 1000000;
const SAFE = Number.MAX_SAFE_INTEGER;
const MAX_DIGITS = 15;
const MAX_PLACES = 6;
const SHOWN_VALUE = 40;

const BLANKS = " \t\r\n\v\f\u3000\u00a0\ufeff\u200b\u2002\u2003\u2009";
// What Go's strings.TrimSpace takes; String.prototype.trim differs in U+0085 and U+FEFF.
const SPACES = "\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000";
const NONE_SIGNS = ["无", "/", "—", "-", "——", "－", "／", "∕", "–", "−"];
const SIMPLE = /^(?:0|[1-9][0-9]{0,8})$/;
const PLAIN = /^([+-]?)([0-9]+)(?:\.([0-9]+))?$/;
const GROUPED = /^([+-]?)([0-9]{1,3}(?:,[0-9]{3})+)(?:\.([0-9]+))?$/;
const FULL_WIDTH = /[０-９．，＋－−–]/g;
const CHANGES = [["增加", ""], ["减少", "-"], ["增", ""], ["减", "-"]];

const EMPTY = { condition: BLANK, text: "", number: 0, problem: "", converted: false };
const NOT_COMPUTED = { condition: MALFORMED, text: "", number: 0, problem: "", converted: false };
const QUIET = { standing: SILENT, left: "", right: "", leftSum: "", rightSum: "", difference: "" };

function trimEnd(s, blanks) {
  let end = s.length;
  while (end > 0 && blanks.includes(s[end - 1])) end--;
  return s.slice(0, end);
}

function trim(s, blanks) {
  let start = 0;
  while (start < s.length && blanks.includes(s[start])) start++;
  return trimEnd(s.slice(start), blanks);
}

function halfWidth(c) {
  switch (c) {
    case "．": return ".";
    case "，": return ",";
    case "＋": return "+";
    case "－": case "−": case "–": return "-";
  }
  return String.fromCharCode(c.charCodeAt(0) - 0xfee0);
}

// changeSign reads 增3, 增加3, 减44, 减少44 as signed numbers.
function changeSign(s) {
  for (const [word, sign] of CHANGES) {
    if (!s.startsWith(word)) continue;
    const rest = trim(s.slice(word.length), BLANKS);
    if (rest !== "" && rest[0] !== "-" && rest[0] !== "+") return sign + rest;
  }
  return s;
}

// shrink gives the plain number for a BigInt that fits one.
function shrink(big) {
  return big >= -SAFE && big <= SAFE ? Number(big) : big;
}

function add(a, b) {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (sum >= -SAFE && sum <= SAFE) return sum;
  }
  return shrink(BigInt(a) + BigInt(b));
}

function subtract(a, b) {
  if (typeof a === "number" && typeof b === "number") {
    const difference = a - b;
    if (difference >= -SAFE && difference <= SAFE) return difference;
  }
  return shrink(BigInt(a) - BigInt(b));
}

function absolute(n) {
  return n < 0 ? -n : n;
}

// millionths reads a canonical decimal with at most six places.
function millionths(text) {
  const point = text.indexOf(".");
  const digits = point < 0 ? text + "000000" : text.slice(0, point) + text.slice(point + 1).padEnd(MAX_PLACES, "0");
  return digits.length <= 15 ? Number(digits) : shrink(BigInt(digits));
}

// decimal writes an integer of 10^-places: no exponent, no trailing zeros.
function decimal(digits, places) {
  const sign = digits[0] === "-" ? "-" : "";
  const padded = digits.slice(sign.length).padStart(places + 1, "0");
  const whole = padded.slice(0, padded.length - places).replace(/^0+(?=.)/, "");
  const fraction = padded.slice(padded.length - places).replace(/0+$/, "");
  return sign + whole + (fraction === "" ? "" : "." + fraction);
}

export function formatNumber(n) {
  if (typeof n === "number" && n % MILLION === 0) return String(n / MILLION);
  return decimal(String(n), MAX_PLACES);
}

function malformed(raw, problem) {
  return { condition: MALFORMED, text: raw, number: 0, problem, converted: false };
}

// parseValue understands what was typed into a cell of a kind: count, change or amount.
export function parseValue(kind, raw, units) {
  if (SIMPLE.test(raw)) return { condition: NUMBER, text: raw, number: Number(raw) * MILLION, problem: "", converted: false };
  let s = trim(raw, BLANKS);
  if (s === "") return EMPTY;
  if (NONE_SIGNS.includes(s)) return { condition: NONE, text: s, number: 0, problem: "", converted: false };
  s = s.replace(FULL_WIDTH, halfWidth);
  if (kind === "change") s = changeSign(s);
  const unit = units.find((u) => s.endsWith(u)) || "";
  if (unit !== "") s = trimEnd(s.slice(0, -unit.length), BLANKS);
  const money = unit === "万元" || unit === "元";
  if (unit !== "" && money !== (kind === "amount")) return malformed(raw, "not_number");
  const m = PLAIN.exec(s) || GROUPED.exec(s);
  if (!m) return malformed(raw, "not_number");
  const whole = m[2].replace(/,/g, "").replace(/^0+(?=.)/, "");
  let fraction = m[3] || "";
  if (whole.length > MAX_DIGITS) return malformed(raw, "too_long");
  const negative = m[1] === "-" && /[1-9]/.test(whole + fraction);
  if (negative && kind !== "change") return malformed(raw, "negative");
  if (fraction !== "" && kind !== "amount") return malformed(raw, "fraction");
  let text = (negative ? "-" : "") + whole + (fraction === "" ? "" : "." + fraction);
  const converted = unit === "元";
  if (converted) {
    text = decimal(whole + fraction, fraction.length + 4);
    fraction = text.split(".")[1] || "";
  }
  if (fraction.length > MAX_PLACES) return malformed(raw, "places");
  return { condition: NUMBER, text, number: millionths(text), problem: "", converted };
}

// clip shortens a text to n code points for a message.
function clip(s, n) {
  const points = Array.from(s);
  return points.length > n ? points.slice(0, n).join("") + "…" : s;
}

function fillIn(form, words) {
  return form.replace(/\{(\w+)\}/g, (hole, word) => (word in words ? words[word] : hole));
}

// prepareSide puts the terms of one side into the form that evaluate walks: last year's values are numbers already.
function prepareSide(terms, cells) {
  const side = { terms: [], own: false, known: true };
  for (const t of terms) {
    if (t.last) {
      side.known = side.known && t.value !== undefined;
      const isNumber = t.value !== undefined && /[0-9]/.test(t.value);
      side.terms.push({ cell: -1, minus: Boolean(t.minus), number: isNumber ? millionths(t.value) : 0 });
    } else if (cells[t.cell].on) {
      side.own = true;
      side.terms.push({ cell: t.cell, minus: Boolean(t.minus), number: 0 });
    }
  }
  return side;
}

// distinct sorts indices and drops repeated ones.
function distinct(indices) {
  return Array.from(new Set(indices)).sort((a, b) => a - b);
}

// Sheet is one table with its values. set puts one cell and tells which cells and relations it changed.
export class Sheet {
  // raws are the values to start with, by cell id.
  constructor(rules, raws = {}) {
    const { cells, sums, relations } = rules;
    this.rules = rules;
    this.index = new Map(cells.map((c, i) => [c.id, i]));
    this.values = cells.map((c) => (c.computed ? EMPTY : parseValue(c.kind, raws[c.id] || "", rules.units)));

    // Sums that a cell reaches, directly or through other sums, in the order in which they can be computed.
    this.sumsOf = cells.map(() => []);
    const feeders = cells.map(() => []);
    sums.forEach((sum, i) => {
      feeders[sum.cell] = distinct(sum.of.concat(...sum.of.map((at) => feeders[at])));
      feeders[sum.cell].forEach((at) => this.sumsOf[at].push(i));
      this.compute(i);
    });

    // Relations that a cell takes part in, also through one that silences them.
    this.sides = relations.map((r) => ({ left: prepareSide(r.left, cells), right: prepareSide(r.right, cells) }));
    this.relationsOf = cells.map(() => []);
    const cellsOf = [];
    relations.forEach((r, i) => {
      const own = r.left.concat(r.right).filter((t) => !t.last).map((t) => t.cell);
      cellsOf[i] = distinct(own.concat(...(r.unless || []).map((u) => cellsOf[u])));
      cellsOf[i].forEach((at) => this.relationsOf[at].push(i));
    });
    // All that setting a cell may touch, in order, so that set has nothing to sort.
    this.reach = cells.map((_, at) => distinct(this.relationsOf[at].concat(...this.sumsOf[at].map((s) => this.relationsOf[sums[s].cell]))));
    this.touched = relations.map(() => 0);
    this.round = 0;

    this.states = [];
    relations.forEach((_, i) => { this.states[i] = this.evaluate(i); });
  }

  value(cell) {
    return this.values[typeof cell === "string" ? this.index.get(cell) : cell];
  }

  state(relation) {
    return this.states[relation];
  }

  // set puts what was typed into a cell, by index or id. It answers the indices of the cells and relations that changed.
  set(cell, raw) {
    const at = typeof cell === "string" ? this.index.get(cell) : cell;
    const changed = { cells: [], relations: [] };
    const c = this.rules.cells[at];
    if (!c || c.computed) return changed;
    this.values[at] = parseValue(c.kind, raw, this.rules.units);
    this.round++;
    this.touch(at, changed.cells);
    for (const s of this.sumsOf[at]) {
      if (this.compute(s)) this.touch(this.rules.sums[s].cell, changed.cells);
    }
    for (const r of this.reach[at]) {
      if (this.touched[r] === this.round) {
        this.states[r] = this.evaluate(r);
        changed.relations.push(r);
      }
    }
    return changed;
  }

  touch(at, cells) {
    cells.push(at);
    for (const r of this.relationsOf[at]) this.touched[r] = this.round;
  }

  // compute sets the cell of a sum and tells whether it changed.
  compute(i) {
    const sum = this.rules.sums[i];
    let condition = BLANK;
    let total = 0;
    for (const at of sum.of) {
      const v = this.values[at];
      if (v.condition === MALFORMED) condition = MALFORMED;
      else if (v.condition !== BLANK) {
        total = add(total, v.number);
        if (condition === BLANK) condition = NUMBER;
      }
    }
    const old = this.values[sum.cell];
    if (condition === NUMBER) {
      if (old.condition === NUMBER && old.number === total) return false;
      this.values[sum.cell] = { condition, text: formatNumber(total), number: total, problem: "", converted: false };
      return true;
    }
    this.values[sum.cell] = condition === BLANK ? EMPTY : NOT_COMPUTED;
    return old.condition !== condition;
  }

  // evaluateSide adds up one side; undefined when something in it is no number.
  evaluateSide(side) {
    let sum = 0;
    let text = "";
    let filled = false;
    for (const t of side.terms) {
      let number = t.number;
      if (t.cell >= 0) {
        const v = this.values[t.cell];
        if (v.condition === MALFORMED) return undefined;
        if (v.condition !== BLANK) filled = true;
        number = v.number;
      }
      sum = t.minus ? subtract(sum, number) : add(sum, number);
      const minus = t.minus !== number < 0;
      text += text === "" ? (minus ? "-" : "") : minus ? " - " : " + ";
      text += formatNumber(absolute(number));
    }
    return { sum, text, filled };
  }

  evaluate(i) {
    const r = this.rules.relations[i];
    const sides = this.sides[i];
    if (!sides.left.known || !sides.right.known || !sides.left.own) return QUIET;
    for (const u of r.unless || []) {
      if (this.states[u].standing === BROKEN) return QUIET;
    }
    const left = this.evaluateSide(sides.left);
    const right = this.evaluateSide(sides.right);
    if (!left || !right || (!left.filled && !right.filled)) return QUIET;
    for (const need of r.needs || []) {
      if (!(need === "left" ? left : right).filled) return QUIET;
    }
    const difference = subtract(left.sum, right.sum);
    const broken = r.op === "=" ? difference !== 0 : difference > 0;
    return { standing: broken ? BROKEN : HOLDS, left: left.text, right: right.text, leftSum: formatNumber(left.sum),
      rightSum: formatNumber(right.sum), difference: formatNumber(absolute(difference)) };
  }

  // findings are what values and relations have to say, cells first, in reading order. "" and [] stand for what has none.
  findings() {
    const out = [];
    this.rules.cells.forEach((c, i) => {
      if (!c.on || c.computed) return;
      const f = this.cellFinding(c, this.values[i]);
      if (f) out.push(f);
    });
    this.rules.relations.forEach((r, i) => {
      if (this.states[i].standing === BROKEN) out.push(this.relationFinding(r, this.states[i]));
    });
    return out;
  }

  cellFinding(c, v) {
    if (v.condition === NUMBER) return null;
    const f = { code: "value.type", severity: "error", cell: c.id, cells: [], message: "", hint: "", expected: "", found: v.text };
    let words = this.rules.messages[v.problem];
    if (v.condition !== MALFORMED) {
      f.code = v.condition === BLANK ? "value.missing" : "nil.notation";
      f.expected = v.condition === BLANK ? "" : "0";
      words = this.rules.messages[f.code];
    }
    f.message = fillIn(words[0], { name: c.name, value: clip(trim(v.text, SPACES), SHOWN_VALUE) });
    f.hint = words[1];
    return f;
  }

  relationFinding(r, state) {
    const ids = r.left.concat(r.right).filter((t) => !t.last).map((t) => this.rules.cells[t.cell].id);
    return { code: r.code, severity: r.severity, cell: this.rules.cells[r.left[0].cell].id, cells: Array.from(new Set(ids)),
      message: fillIn(r.message, state), hint: r.hint, expected: state.rightSum, found: state.leftSum };
  }
}
