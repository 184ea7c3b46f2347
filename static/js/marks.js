// The marks of findings in a field: behind the field, whose ground is clear, stands the same text set in the same way, without colour
// but for the marks in it. It is one element a line, and only lines that change are made anew: texts are long.

import { element } from "./element.js";
import { editBetween, pieces, shifted } from "./ranges.js";

const RANK = { error: 3, warning: 2, hint: 1 };

export class Marks {
  constructor(field) {
    this.field = field;
    this.value = field.value;
    this.marks = []; // {id, kind, start, end}; those without a kind are only followed
    this.first = { text: field.value, marks: [] }; // what was put
    this.lines = [];
    this.current = [];
    this.onChange = () => {};
    const focused = document.activeElement === field;
    this.ground = element("div", { class: "marks", "aria-hidden": "true" });
    const frame = element("div", { class: field.tagName === "TEXTAREA" ? "marked" : "marked line" });
    field.before(frame);
    frame.append(this.ground, field);
    if (focused) field.focus({ preventScroll: true });
    field.addEventListener("input", () => this.follow());
    field.addEventListener("scroll", () => this.scroll(), { passive: true });
  }

  scroll() {
    this.ground.scrollTop = this.field.scrollTop;
    this.ground.scrollLeft = this.field.scrollLeft;
  }

  // put shows marks of a text that the field held; what was typed since moves them.
  put(marks, text) {
    this.marks = marks;
    this.value = text;
    this.first = { text, marks };
    this.follow();
  }

  // follow moves the marks by what was just typed. A mark whose words were touched goes.
  follow() {
    const value = this.field.value;
    if (value !== this.value) {
      const edit = editBetween(this.value, value, this.field.selectionEnd);
      this.marks = this.marks.map((m) => {
        const range = shifted(m, edit);
        return range && Object.assign({}, m, range);
      }).filter(Boolean);
      this.value = value;
      if (value === this.first.text) {
        // What was typed is taken back, and the marks are right again.
        const put = this.first.marks;
        this.marks = put.concat(this.marks.filter((m) => !put.some((p) => p.id === m.id)));
      }
    }
    this.show();
    this.onChange();
  }

  get(id) {
    return this.marks.find((m) => m.id === id) || null;
  }

  add(mark) {
    this.marks = this.marks.filter((m) => m.id !== mark.id).concat(mark);
  }

  // replace puts a text in the place of a mark's, as if it were typed: the browser can undo it. The mark is gone then.
  replace(mark, text) {
    this.marks = this.marks.filter((m) => m !== mark);
    this.select(mark);
    if (document.execCommand(text === "" ? "delete" : "insertText", false, text)) return;
    this.field.setRangeText(text, mark.start, mark.end, "end");
    this.field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  // under are the ids of the marks that a place in the text lies in.
  under(position) {
    return this.marks.filter((m) => m.kind && m.start <= position && position <= m.end).map((m) => m.id);
  }

  // highlight shows which marks are looked at.
  highlight(ids) {
    this.current = ids;
    for (const node of this.ground.querySelectorAll("mark")) this.toggle(node);
  }

  toggle(node) {
    node.classList.toggle("current", node.ids.some((id) => this.current.includes(id)));
  }

  show() {
    const lines = this.value.split("\n");
    const keys = lines.map(() => "");
    const ofLine = new Map();
    const shown = this.marks.filter((m) => m.kind && m.end > m.start);
    if (shown.length > 0) {
      const starts = [];
      let at = 0;
      for (const line of lines) {
        starts.push(at);
        at += line.length + 1;
      }
      for (const m of shown) {
        for (let i = lineAt(starts, m.start); i < lines.length && starts[i] < m.end; i++) {
          const part = { id: m.id, kind: m.kind, start: m.start - starts[i], end: m.end - starts[i] };
          if (!ofLine.has(i)) ofLine.set(i, []);
          ofLine.get(i).push(part);
          keys[i] += `${part.start} ${part.end} ${part.kind} ${part.id}\n`;
        }
      }
    }
    const old = this.lines;
    const same = (i, j) => old[i].text === lines[j] && old[i].key === keys[j];
    let head = 0;
    while (head < old.length && head < lines.length && same(head, head)) head++;
    let tail = 0;
    while (tail < old.length - head && tail < lines.length - head && same(old.length - 1 - tail, lines.length - 1 - tail)) tail++;
    // Elements are used again: putting one in or out makes the browser look at all behind it.
    const gone = old.slice(head, old.length - tail);
    const next = tail > 0 ? old[old.length - tail].node : null;
    const made = [];
    for (let i = head; i < lines.length - tail; i++) {
      const reused = gone[made.length];
      const node = reused ? reused.node : element("div", {});
      node.replaceChildren(...this.line(lines[i], ofLine.get(i) || []));
      if (!reused) this.ground.insertBefore(node, next);
      made.push({ text: lines[i], key: keys[i], node });
    }
    for (const line of gone.slice(made.length)) line.node.remove();
    this.lines = old.slice(0, head).concat(made, old.slice(old.length - tail));
    this.scroll();
  }

  // line is what stands in one line of the ground.
  line(text, marks) {
    if (text === "") return [element("br", {})];
    return pieces(text.length, marks).map((p) => {
      const words = text.slice(p.start, p.end);
      if (p.marks.length === 0) return words;
      const kind = p.marks.reduce((kind, m) => (RANK[m.kind] > (RANK[kind] || 0) ? m.kind : kind), "");
      const mark = element("mark", { class: "is-" + kind }, words);
      mark.ids = p.marks.map((m) => m.id);
      this.toggle(mark);
      return mark;
    });
  }

  // select puts the cursor over a range and brings it into view.
  select({ start, end }) {
    const { field } = this;
    field.focus({ preventScroll: true });
    field.setSelectionRange(start, end);
    const place = this.rect(start);
    const frame = field.getBoundingClientRect();
    if (place.top < frame.top + 8 || place.bottom > frame.bottom - 8) {
      field.scrollTop += place.top - frame.top - frame.height / 3;
      this.scroll();
    }
    const seen = this.rect(start);
    if (seen.top < 90 || seen.bottom > innerHeight - 40) scrollBy(0, seen.top - innerHeight / 3);
  }

  // rect is where a character stands in the window.
  rect(position) {
    let at = 0;
    for (const line of this.lines) {
      if (position <= at + line.text.length) return rectIn(line.node, position - at);
      at += line.text.length + 1;
    }
    return this.field.getBoundingClientRect();
  }
}

// lineAt is the index of the line that holds a position.
function lineAt(starts, position) {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

// rectIn is where a character of an element's text stands.
function rectIn(node, offset) {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    if (offset < text.length) {
      const range = document.createRange();
      range.setStart(text, offset);
      range.setEnd(text, offset + 1);
      return range.getBoundingClientRect();
    }
    offset -= text.length;
  }
  return node.getBoundingClientRect();
}
