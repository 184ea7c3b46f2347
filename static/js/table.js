// An official table while it is typed: totals, equations, marks in the corners, how much is filled, and its findings.

import { element, setText } from "./element.js";
import { FindingList } from "./findings.js";
import { Sheet, NUMBER } from "./rules.js";
import { MARK_RANK, MARK_WORDS, cellsOf, compact, equation, markOf } from "./words.js";

export class LiveTable extends EventTarget {
  constructor(root) {
    super();
    this.root = root;
    const rules = JSON.parse(document.getElementById("rules-" + root.dataset.table).textContent);
    this.rules = rules;
    this.places = rules.cells.map(() => null);
    for (const td of root.querySelectorAll("[data-cell]")) this.places[td.dataset.cell] = new Place(td);
    this.indexOf = new Map(this.places.map((p, i) => [p && p.input, i]));
    const raws = {};
    this.fields().forEach(([i, input]) => { raws[rules.cells[i].id] = input.value; });
    this.sheet = new Sheet(rules, raws);
    this.list = new FindingList(document.querySelector(`[data-live-findings="${root.dataset.table}"]`), rules, this.sheet.index);
    this.equations = rules.relations.map((_, i) => root.querySelector(`[data-relation="${i}"]`));
    this.filled = root.querySelector("[data-filled]");
    this.message = root.querySelector("[data-message]");
    // Conflicts of the server stand until one value is chosen there.
    this.conflicts = this.places.map((p) => (p ? p.conflict() : ""));

    root.addEventListener("input", (e) => {
      const i = this.indexOf.get(e.target);
      if (i !== undefined) this.show(this.sheet.set(i, e.target.value));
    });
    root.addEventListener("change", (e) => {
      if (this.indexOf.has(e.target)) this.tidy(e.target);
    });
    this.list.container.addEventListener("input", () => this.dispatchEvent(new Event("evaluated")));
    this.showAll();
  }

  // fields are the typed cells with their inputs.
  fields() {
    return this.places.map((p, i) => [i, p && p.input]).filter(([, input]) => input);
  }

  // fill puts values into fields at once and says so, with a way back. changes are [input, value].
  fill(changes, words) {
    const before = changes.map(([input]) => [input, input.value]);
    this.put(changes);
    this.say(words, () => {
      // What was typed over since stays.
      this.put(before.filter(([input], i) => input.value === changes[i][1]));
      this.say("已撤销。");
    });
  }

  put(changes) {
    for (const [input, value] of changes) {
      input.value = value;
      this.sheet.set(this.indexOf.get(input), value);
    }
    this.showAll();
    this.root.dispatchEvent(new CustomEvent("filled", { bubbles: true }));
  }

  say(words, undo) {
    this.message.textContent = words;
    if (!undo) return;
    const button = element("button", { type: "button", class: "link" }, "撤销");
    button.addEventListener("click", undo);
    this.message.append(" ", button);
  }

  // tidy writes a number the way it is kept: without separators, blanks and units, and an amount in 元 as 万元.
  tidy(input) {
    const v = this.sheet.value(this.indexOf.get(input));
    if (v.condition !== NUMBER || v.text === input.value) return;
    if (v.converted) this.say(`${input.value.trim()} 已换算成 ${v.text} 万元。`);
    input.value = v.text;
    this.sheet.set(this.indexOf.get(input), v.text);
    this.root.dispatchEvent(new CustomEvent("filled", { bubbles: true }));
  }

  showAll() {
    this.show({ cells: this.places.map((_, i) => i), relations: this.rules.relations.map((_, i) => i) });
  }

  show({ cells, relations }) {
    for (const i of cells) {
      if (this.places[i]) this.places[i].show(this.sheet.value(i));
    }
    for (const i of relations) this.showRelation(i);
    const findings = this.sheet.findings();
    this.list.show(findings);
    this.showMarks(findings);
    const on = this.places.filter(Boolean).length;
    const filled = this.places.filter((p, i) => p && this.sheet.value(i).text !== "").length;
    setText(this.filled, `已填 ${filled} / ${on}`);
    this.findings = findings;
    this.dispatchEvent(new Event("evaluated"));
  }

  showRelation(i) {
    const node = this.equations[i];
    if (!node) return;
    const e = equation(this.rules.relations[i].op, this.sheet.state(i));
    if (!node.classList.contains(e.kind)) node.className = "equation " + e.kind;
    setText(node.querySelector("[data-numbers]"), node.tagName === "TD" ? compact(e.numbers) : e.numbers);
    setText(node.querySelector("[data-verdict]"), e.verdict);
  }

  // showMarks marks the cells that take part in what is wrong, each with the cards that say so.
  showMarks(findings) {
    const marks = this.places.map((_, i) => ({ mark: this.conflicts[i] && "conflict", ids: this.conflicts[i] ? [this.conflicts[i]] : [] }));
    const cardOf = new Map();
    for (const c of this.list.cards) c.covers.forEach((id) => cardOf.set(id, c.id));
    for (const f of findings) {
      const mark = markOf(f);
      if (mark === "") continue;
      for (const id of cellsOf(f)) {
        const m = marks[this.sheet.index.get(id)];
        if (MARK_RANK[mark] > MARK_RANK[m.mark]) m.mark = mark;
        const card = cardOf.get(f.code + "@" + f.cell);
        if (!m.ids.includes(card)) m.ids.push(card);
      }
    }
    this.places.forEach((p, i) => { if (p) p.mark(marks[i].mark, marks[i].ids.join(" ")); });
  }
}

// Place is one figure's place in the table. It touches the page only where something changes.
class Place {
  constructor(td) {
    this.td = td;
    this.input = td.querySelector("input");
    this.value = td.querySelector(".value");
    this.last = td.querySelector(".last");
    this.lastZero = this.last && !/[1-9]/.test(this.last.lastChild.textContent);
    this.corner = td.querySelector(".mark");
    this.marked = null;
  }

  // conflict is the id of the conflict that the server shows for the cell, "" for none.
  conflict() {
    const ids = (this.input && this.input.getAttribute("aria-describedby")) || "";
    return ids.split(" ").find((id) => id.startsWith("conflict-")) || "";
  }

  show(v) {
    if (this.value) setText(this.value, v.text);
    this.td.classList.toggle("zero", v.condition === NUMBER && v.number === 0);
    if (this.last) this.td.classList.toggle("with-last", !this.lastZero || v.number !== 0);
  }

  mark(mark, ids) {
    const marked = mark + " " + ids;
    if (marked === this.marked) return;
    this.marked = marked;
    for (const name of Object.keys(MARK_WORDS)) this.td.classList.toggle(name, name === mark);
    // A mark that was there once stays, hidden by its cell's class: putting it in and out would cost a layout on every key.
    if (mark !== "" && !this.corner) this.td.append(this.corner = element("span", { class: "mark", role: "img" }, "!"));
    if (mark !== "") this.corner.setAttribute("aria-label", MARK_WORDS[mark]);
    if (!this.input) return;
    for (const [name, value] of [["aria-invalid", mark && "true"], ["aria-describedby", ids]]) {
      if (value === "") this.input.removeAttribute(name);
      else this.input.setAttribute(name, value);
    }
  }
}
