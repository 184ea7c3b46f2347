// Findings marked in a document that is only read: the review, and a section that is locked. A card's words lead to the mark.

import { element } from "./element.js";

// Parts of the document that are one line, by the field of the form in which they are written.
const LINES = { title: ".nb-title", number: ".nb-number", signature: ".nb-agency", closing: ".nb-closing" };

export function noteFindings(root, cards) {
  const marks = new Map();
  const links = Array.from(cards.querySelectorAll("[data-passage]"));
  for (const link of links) {
    const found = note(root, link.dataset, kindOf(link), cardOf(link).id);
    if (found.length > 0) marks.set(link, found);
  }
  for (const card of cards.querySelectorAll(".finding-message")) noteCells(root, card, marks);
  cards.addEventListener("click", (e) => {
    const found = marks.get(e.target.closest("a"));
    if (!found) return;
    e.preventDefault();
    for (const node of root.querySelectorAll(".current")) node.classList.remove("current");
    for (const node of found) node.classList.add("current");
    const place = found[0].getBoundingClientRect();
    scrollBy(0, place.top - innerHeight / 3);
  });
  root.addEventListener("click", (e) => {
    const mark = e.target.closest("mark.noted");
    const card = mark && document.getElementById(mark.dataset.card);
    if (!card) return;
    for (const node of cards.querySelectorAll(".current")) node.classList.remove("current");
    card.classList.add("current");
    const folded = card.closest("details");
    if (folded) folded.open = true;
    card.scrollIntoView({ block: "nearest" });
  });
}

// noteCells lets the links of a card that lead to cells lead to those of the document.
function noteCells(root, message, marks) {
  for (const link of cardOf(message).querySelectorAll(".finding-links a")) {
    const id = decodeURIComponent(link.hash.slice(1));
    const cell = id && root.querySelector(`[data-cell="${CSS.escape(id)}"]`);
    if (!cell) continue;
    cell.classList.add("noted", "is-" + kindOf(message));
    marks.set(link, [cell]);
  }
}

// note marks a passage in the document and gives its marks.
function note(root, { section, field, start, quote }, kind, card) {
  const lines = linesOf(root, section, field);
  let found = at(lines, Number(start), quote);
  if (!found) {
    // The document may be set otherwise than the text is written; the words are the same.
    const line = lines.find((l) => l.textContent.includes(quote));
    found = line && [{ line, start: line.textContent.indexOf(quote), length: quote.length }];
  }
  return (found || []).flatMap((f) => wrap(f, kind, card));
}

// linesOf are the elements of the document that hold a part's text, one a paragraph.
function linesOf(root, section, field) {
  const part = root.dataset.section === section ? root : root.querySelector(`[data-section="${CSS.escape(section)}"]`);
  if (!part) return Array.from(root.querySelectorAll(LINES[section] || "none"));
  if (field === "heading") return Array.from(part.querySelectorAll(".nb-attachment-title"));
  const lines = Array.from(part.querySelectorAll("p, h2, h3, h4, h5")).filter((n) => !n.closest("table, figure, .nb-attachment-title, .nb-attachment-label"));
  // A section's own heading is not in its text.
  if (lines.length > 0 && lines[0] === part.firstElementChild && lines[0].matches("h2.nb-level-1")) lines.shift();
  return lines;
}

// at finds a passage where it should stand, in code points of the lines joined by line feeds; null where something else stands.
function at(lines, start, quote) {
  let point = 0;
  for (let i = 0; i < lines.length; i++) {
    const characters = Array.from(lines[i].textContent);
    if (start <= point + characters.length) {
      const out = [];
      let from = characters.slice(0, start - point).join("").length;
      for (const words of quote.split("\n")) {
        if (!lines[i] || !lines[i].textContent.startsWith(words, from)) return null;
        out.push({ line: lines[i], start: from, length: words.length });
        from = 0;
        i++;
      }
      return out;
    }
    point += characters.length + 1;
  }
  return null;
}

// wrap puts the text of a line between two places into marks.
function wrap({ line, start, length }, kind, card) {
  const made = [];
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  let position = 0;
  for (const text of texts) {
    const from = Math.max(start, position);
    const to = Math.min(start + length, position + text.length);
    position += text.length;
    if (from >= to) continue;
    const words = text.splitText(from - position + text.length);
    words.splitText(to - from);
    const mark = element("mark", { class: "noted is-" + kind, "data-card": card });
    words.replaceWith(mark);
    mark.append(words);
    made.push(mark);
  }
  return made;
}

function cardOf(node) {
  return node.closest(".finding-part, .finding");
}

function kindOf(node) {
  const card = node.closest(".finding");
  return ["error", "warning", "hint"].find((kind) => card.classList.contains("is-" + kind));
}
