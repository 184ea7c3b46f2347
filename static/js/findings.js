// The list of a table's findings at the right, rebuilt as the clerk types. The markup is that of views/finding.templ.

import { element } from "./element.js";
import { listFindings } from "./words.js";

export class FindingList {
  constructor(container, rules, index) {
    this.container = container;
    this.rules = rules;
    this.index = index;
    this.cards = [];
    this.shown = null;
    this.nodes = new Map();
    this.none = element("li", { class: "finding-none" }, "表内没有问题 ✓");
    // The fields for reasons stay the same elements by group, so that nothing typed in them is lost. A reason that the server
    // took holds as long as the messages that it answers are the same.
    this.reasons = new Map();
    for (const field of container.querySelectorAll("[data-reason]")) {
      this.reasons.set(field.dataset.reason, { field, taken: field.closest(".answered") !== null, messages: "" });
    }
    container.addEventListener("input", (e) => {
      e.target.closest(".finding").classList.toggle("answered", this.answered(e.target.dataset.reason));
    });
  }

  // show puts up the cards of findings, if they are others than before. A card whose numbers alone changed stays as it is but for
  // its message: rebuilding costs time on every key.
  show(findings) {
    const cards = listFindings(findings, this.rules, this.index);
    const text = JSON.stringify(cards);
    if (text === this.shown) return;
    const first = this.shown === null;
    this.shown = text;
    this.cards = cards;
    if (first) {
      for (const [group, reason] of this.reasons) reason.messages = this.messages(group);
    }
    const nodes = new Map();
    for (const c of cards) {
      const frame = JSON.stringify(Object.assign({}, c, { message: "", covers: [] }));
      const old = this.nodes.get(c.id);
      if (old && old.frame === frame) {
        if (old.message.data !== c.message) old.message.data = c.message;
        old.node.classList.toggle("answered", this.answered(c.group));
        nodes.set(c.id, old);
      } else {
        const message = document.createTextNode(c.message);
        nodes.set(c.id, { frame, message, node: this.card(c, message) });
      }
    }
    this.nodes = nodes;
    const wanted = Array.from(nodes.values(), (n) => n.node);
    if (wanted.length === 0) wanted.push(this.none);
    // Only what came or went is touched: putting all up again would cost the layout of all.
    const stays = new Set(wanted);
    for (const node of Array.from(this.container.children)) {
      if (!stays.has(node)) node.remove();
    }
    let at = this.container.firstElementChild;
    for (const node of wanted) {
      if (node === at) at = at.nextElementSibling;
      else this.container.insertBefore(node, at);
    }
  }

  messages(group) {
    return this.cards.filter((c) => c.group === group).map((c) => c.message).join("\n");
  }

  answered(group) {
    const reason = this.reasons.get(group);
    if (!reason || reason.field.value.trim() === "") return false;
    return reason.field.value !== reason.field.defaultValue || (reason.taken && reason.messages === this.messages(group));
  }

  card(c, message) {
    return element("li", { class: `finding is-${c.kind}${this.answered(c.group) ? " answered" : ""}`, id: c.id, "data-testid": "finding" },
      element("p", { class: "finding-message" }, element("b", { class: "finding-word" }, c.word), " ", message),
      c.hint && element("p", { class: "finding-hint" }, c.hint),
      c.links.length > 0 && element("p", { class: "finding-links" }, element("span", {}, "看"),
        ...c.links.map((l) => element("a", { href: l.href }, l.label))),
      c.reasonName && this.reasonField(c));
  }

  reasonField(c) {
    if (!this.reasons.has(c.group)) {
      const field = element("textarea", { "data-reason": c.group, rows: "2", placeholder: "属实的写明原因，审核人会看到" });
      this.reasons.set(c.group, { field, taken: false, messages: "" });
    }
    const { field } = this.reasons.get(c.group);
    field.name = c.reasonName;
    field.setAttribute("aria-label", "原因：" + c.message);
    return field;
  }

  // tally counts what stands in the way; a warning with its reason does not.
  tally(findings) {
    const t = { errors: 0, warnings: 0, missing: 0 };
    for (const f of findings) {
      if (f.severity === "error") t.errors++;
      if (f.code === "value.missing") t.missing++;
      if (f.severity === "warning" && !this.answered(f.code + "@" + this.rules.table)) t.warnings++;
    }
    return t;
  }
}
