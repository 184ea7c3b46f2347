// Where findings stand in a text that goes on being written. Findings count characters (code points) in the text as it is saved:
// paragraphs, one a line, without the blanks around them; a field counts UTF-16 units in what was typed. Pure.

const BLANKS = "[\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const AROUND = new RegExp(`^${BLANKS}+|${BLANKS}+$`, "g");
const PAIR = /[\ud800-\udbff][\udc00-\udfff]/;

// paragraphs are those of a text as they are saved, each with where it begins in the text.
export function paragraphs(text) {
  const out = [];
  let at = 0;
  for (const line of text.split(/[\r\n]/)) {
    const body = line.replace(AROUND, "");
    if (body !== "") out.push({ body, at: at + line.indexOf(body) });
    at += line.length + 1;
  }
  return out;
}

// sameText reports whether two texts are saved as the same.
export function sameText(a, b) {
  const left = paragraphs(a);
  const right = paragraphs(b);
  return left.length === right.length && left.every((p, i) => p.body === right[i].body);
}

// locate turns ranges of the saved text into ranges of the text as it was typed; null for one beyond its end.
export function locate(text, ranges) {
  const starts = [];
  const list = paragraphs(text);
  let length = 0;
  for (const p of list) {
    starts.push(length);
    p.points = PAIR.test(p.body) ? Array.from(p.body) : null;
    length += (p.points || p.body).length + 1;
  }
  const position = (point, end) => {
    let i = starts.length - 1;
    while (i > 0 && starts[i] > point) i--;
    if (i < 0) return point === 0 ? 0 : -1;
    const p = list[i];
    const offset = point - starts[i];
    const size = (p.points || p.body).length;
    // What ends with a paragraph's line end ends with the paragraph.
    if (offset > size) return -1;
    if (offset === 0 && end && i > 0) return list[i - 1].at + list[i - 1].body.length + 1;
    return p.at + (p.points ? p.points.slice(0, offset).join("").length : offset);
  };
  return ranges.map(({ start, end }) => {
    const range = { start: position(start, false), end: position(end, end > start) };
    return range.start < 0 || range.end < range.start ? null : range;
  });
}

// editBetween is the change that made one text of another: at a place some characters went and others came. caret is where the
// cursor stands now, which tells equal characters apart.
export function editBetween(before, after, caret) {
  const most = Math.min(before.length, after.length, after.length - Math.min(caret, after.length));
  let tail = 0;
  while (tail < most && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++;
  const least = Math.min(before.length, after.length) - tail;
  let head = 0;
  while (head < least && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  return { at: head, gone: before.length - tail - head, come: after.length - tail - head };
}

// shifted is a range after a change; null where the change was made inside it. A range without length is a place to put something.
export function shifted(range, { at, gone, come }) {
  if (at + gone <= range.start) return { start: range.start + come - gone, end: range.end + come - gone };
  if (at >= range.end) return range;
  return null;
}

// pieces cuts a line into marked and plain pieces: [{start, end, marks}], for marks that may overlap. Marks are those of the line,
// in units of the line.
export function pieces(length, marks) {
  const cuts = new Set([0, length]);
  for (const m of marks) {
    cuts.add(Math.max(0, m.start));
    cuts.add(Math.min(length, m.end));
  }
  const at = Array.from(cuts).sort((a, b) => a - b);
  const out = [];
  for (let i = 0; i + 1 < at.length; i++) {
    out.push({ start: at[i], end: at[i + 1], marks: marks.filter((m) => m.start < at[i + 1] && m.end > at[i]) });
  }
  return out;
}
