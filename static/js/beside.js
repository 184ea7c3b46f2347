// The findings beside a text: their marks in it, the way from card to words and back, the buttons that mend. The cards are those of
// views/finding.templ; when the server has looked at the text anew, its cards take the place of the old ones.

import { element } from "./element.js";
import { Marks } from "./marks.js";
import { locate, sameText } from "./ranges.js";

// The name of the mark over what a button has put in.
const UNDO = "undo";

export class Beside extends EventTarget {
  constructor(form) {
    super();
    this.form = form;
    this.aside = form.querySelector(".findings");
    this.list = form.querySelector("[data-findings-list]");
    this.done = element("p", { class: "finding-done", role: "status", "data-testid": "fix-done" });
    this.list.before(this.done);
    this.fields = new Map();
    this.current = [];
    this.pressed = null;
    // All of them now: to move a field into its frame later would disturb whoever writes in it.
    for (const field of form.querySelectorAll(".section-fields input, .section-fields textarea, textarea#text")) {
      const marks = new Marks(field);
      marks.onChange = () => this.freshen();
      this.fields.set(field.id, marks);
    }
    this.put((field) => field.defaultValue);

    this.list.addEventListener("click", (e) => this.click(e));
    for (const type of ["keyup", "mouseup", "focusin", "select"]) form.addEventListener(type, (e) => this.look(e.target));
    const named = cardNamed(location.hash);
    if (!named || !this.list.contains(named)) return;
    const arrive = () => this.show(document.getElementById(named.id)?.querySelector("[data-passage]"));
    arrive();
    // The browser itself goes to the card once the page is there, and takes the focus away from the field.
    addEventListener("load", () => setTimeout(() => document.activeElement === document.body && arrive()));
  }

  places() {
    return this.list.querySelectorAll("[data-passage], [data-fix-field]");
  }

  nameOf(node) {
    return node.dataset.field || node.dataset.fixField;
  }

  // put marks what the cards say. textOf gives what a field held when the findings were made, or null where that is not known.
  put(textOf) {
    const of = new Map();
    for (const node of this.places()) {
      const name = this.nameOf(node);
      of.set(name, (of.get(name) || []).concat(node));
    }
    for (const [name, marks] of this.fields) {
      const text = textOf(marks.field);
      const nodes = text === null ? [] : of.get(name) || [];
      const ranges = locate(text || "", nodes.map((n) => ({ start: Number(n.dataset.start), end: Number(n.dataset.end) })));
      const undo = marks.get(UNDO);
      // Others' words have come in: the places of the findings are not those of the field.
      marks.apart = text === null;
      marks.put(nodes.map((n, i) => ranges[i] && Object.assign({ id: markID(n), kind: kindOf(n) }, ranges[i])).filter(Boolean),
        text === null ? marks.field.value : text);
      if (undo) marks.add(undo);
    }
    this.freshen();
  }

  // freshen tells of the cards whose words were changed just now.
  freshen() {
    for (const node of this.places()) {
      const marks = this.fields.get(this.nameOf(node));
      if (node.matches("[data-passage]")) cardOf(node).classList.toggle("edited", marks !== undefined && !marks.apart && !marks.get(markID(node)));
    }
  }

  click(e) {
    const passage = e.target.closest("[data-passage]");
    const fix = e.target.closest("[data-fix-field]");
    if (passage && this.show(passage)) e.preventDefault();
    if (fix && this.fix(fix)) e.preventDefault();
  }

  // show selects the words of a card in their field.
  show(passage) {
    const marks = passage && this.fields.get(passage.dataset.field);
    if (!marks) return false;
    const mark = marks.get(markID(passage));
    if (mark) marks.select(mark);
    else marks.field.focus();
    this.look(marks.field);
    return true;
  }

  // look shows which cards speak of the words at the cursor.
  look(field) {
    const marks = this.fields.get(field.id);
    const ids = marks && marks.field === field ? marks.under(field.selectionStart) : [];
    if (ids.join("\n") === this.current.join("\n")) return;
    this.current = ids;
    for (const node of this.list.querySelectorAll(".current")) node.classList.remove("current");
    this.fields.forEach((m) => m.highlight(m === marks ? ids : []));
    ids.map((id) => document.getElementById(id)).forEach((card, i) => {
      if (!card) return;
      card.classList.add("current");
      const folded = card.closest("details");
      if (folded) folded.open = true;
      if (i === 0) this.reveal(card);
    });
  }

  // reveal scrolls the column of findings, never the page: the text that is being written stays where it is.
  reveal(card) {
    if (getComputedStyle(this.aside).position !== "sticky") return;
    const frame = this.aside.getBoundingClientRect();
    const place = card.getBoundingClientRect();
    if (place.top < frame.top) this.aside.scrollTop += place.top - frame.top - 12;
    else if (place.bottom > frame.bottom) this.aside.scrollTop += Math.min(place.bottom - frame.bottom + 12, place.top - frame.top - 12);
  }

  // fix mends a text in its field, so that the browser can undo it. On pages that do not save by themselves the server does it.
  fix(button) {
    if (this.form.dataset.live === undefined) return false;
    const marks = this.fields.get(button.dataset.fixField);
    const mark = marks && marks.get(markID(button));
    if (mark) {
      this.pressed = button;
      const was = marks.value.slice(mark.start, mark.end);
      const { text } = button.dataset;
      marks.replace(mark, text);
      this.say(doneWords(was, text), () => {
        // The browser's own way back may have been faster.
        const now = was !== "" && marks.value.startsWith(was, marks.get(UNDO)?.start) ? null : marks.get(UNDO);
        if (now) marks.replace(now, was);
        this.say(now ? "已撤销。" : "改过的地方又有了新的改动，没有撤销。");
        this.dispatchEvent(new Event("fixed"));
      });
      marks.add({ id: UNDO, kind: "", start: mark.start, end: mark.start + text.length });
    } else if (button !== this.pressed) {
      // Pressed twice, the offer to take it back must stay.
      this.say(marks && marks.apart ? "别人也在写这一节，刷新以后再改。" : "这一处刚才改过，保存后会重新看一遍。");
    }
    this.dispatchEvent(new Event("fixed"));
    return true;
  }

  // say tells what a button did, with a way back.
  say(words, undo) {
    this.done.textContent = words;
    if (!undo) return;
    const button = element("button", { type: "button", class: "link", "data-testid": "undo-fix" }, "撤销");
    button.addEventListener("click", undo);
    this.done.append(" ", button);
  }

  // renew takes over the findings of a page that the server has just made. The fields for reasons stay the same elements: somebody
  // may be writing in one.
  renew(page, textOf) {
    const list = page.querySelector("[data-findings-list]");
    const reasons = new Map(Array.from(this.list.querySelectorAll("[data-group]"), (g) => [g.dataset.group, g]));
    const open = new Set(Array.from(this.list.querySelectorAll("details[open]"), (d) => holderOf(d)));
    const focus = focusIn(this.list);
    // A copy of the list: a node that is adopted leaves it.
    const wanted = Array.from(list.children).map((node) => {
      const old = node.dataset.group && reasons.get(node.dataset.group);
      if (!old) return document.adoptNode(node);
      old.className = node.className;
      old.querySelector("[data-part]").replaceWith(document.adoptNode(node.querySelector("[data-part]")));
      const field = node.querySelector("textarea[name]");
      const kept = old.querySelector("textarea[name]");
      if (field && kept) {
        kept.name = kept.id = field.id;
        old.querySelector("label").htmlFor = field.id;
      }
      return old;
    });
    const stays = new Set(wanted);
    for (const node of Array.from(this.list.children)) {
      if (!stays.has(node)) node.remove();
    }
    let at = this.list.firstElementChild;
    for (const node of wanted) {
      if (node === at) at = at.nextElementSibling;
      else this.list.insertBefore(node, at);
    }
    for (const d of this.list.querySelectorAll("details")) d.open = open.has(holderOf(d));
    focus();
    const count = this.form.querySelector("[data-findings-count]");
    const words = page.querySelector("[data-findings-count]").textContent;
    if (count.textContent !== words) count.textContent = words;
    this.put(textOf);
    this.current = [];
    if (document.activeElement) this.look(document.activeElement);
  }
}

function doneWords(was, now) {
  if (was === "") return `已加上“${now.trim()}”。`;
  return now === "" ? `已删去“${was}”。` : `已把“${was}”改为“${now}”。`;
}

// textKept is what a field held when the page of an answer was made from it: what was sent, unless others' words came in.
export function textKept(page, sent) {
  return (field) => {
    const answered = page.getElementById(field.id);
    const was = sent.get(field.name);
    return answered && typeof was === "string" && sameText(answered.defaultValue, was) ? was : null;
  };
}

// focusIn remembers where in a list of cards the cursor is. Called when cards have changed places, the function that it gives puts it
// back there: into the same field, or to the same link or button of the card that has come instead.
function focusIn(list) {
  const at = document.activeElement;
  if (!list.contains(at)) return () => {};
  const { selectionStart, selectionEnd } = at;
  const holder = at.closest("[id].finding-part, [id].finding");
  const index = holder ? stops(holder).indexOf(at) : -1;
  return () => {
    if (document.activeElement === at) return;
    const again = list.contains(at) ? at : holder && stops(document.getElementById(holder.id))[index];
    if (!again) return;
    again.focus({ preventScroll: true });
    if (selectionStart !== undefined && again === at) at.setSelectionRange(selectionStart, selectionEnd);
  };
}

// stops are where the Tab key halts in a card.
function stops(card) {
  return card ? Array.from(card.querySelectorAll("a, button, summary")) : [];
}

// cardNamed is the card that an address leads to. Anybody may write an address.
function cardNamed(hash) {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null;
  }
}

function cardOf(node) {
  return node.closest(".finding-part, .finding");
}

function holderOf(details) {
  const card = cardOf(details);
  return card.id || card.dataset.group;
}

// markID names a mark after the card that it belongs to; the place that a button changes is followed by itself.
function markID(node) {
  return node.matches("[data-fix-field]") ? "fix:" + cardOf(node).id : cardOf(node).id;
}

function kindOf(node) {
  if (node.matches("[data-fix-field]")) return "";
  const card = node.closest(".finding");
  return ["error", "warning", "hint"].find((kind) => card.classList.contains("is-" + kind));
}
