// The headings that are recognised in a text, listed beside it while it is typed; a click selects one in the text. Also its length.

import { element } from "./element.js";
import { LEVEL_NAMES, headings } from "./levels.js";

export function listHeadings(container) {
  const text = document.getElementById(container.dataset.levelsFor);
  if (!text || text.tagName !== "TEXTAREA") return;
  const title = container.querySelector("h3");
  const count = element("p", { class: "text-count quiet" });
  text.after(count);
  let shown = null;
  let found = [];

  const show = () => {
    count.textContent = `共 ${Array.from(text.value.replace(/\s/g, "")).length} 字`;
    found = headings(text.value);
    // Where they stand changes with every character before them; what the list says does not.
    const key = found.map((h) => h.level + h.text).join("\n");
    if (key === shown) return;
    shown = key;
    while (title.nextSibling) title.nextSibling.remove();
    container.append(found.length === 0 ? element("p", { class: "quiet" }, "还没有。") : element("ol", {}, ...found.map(item)));
  };
  const item = (h, i) => {
    const button = element("button", { type: "button", class: "link" }, element("span", { class: "quiet" }, LEVEL_NAMES[h.level]), " " + h.text);
    button.addEventListener("click", () => select(text, found[i]));
    return element("li", { class: "level-" + h.level }, button);
  };
  text.addEventListener("input", show);
  show();
}

// select marks a heading in the text. Browsers scroll to the caret when a field gets the focus, not when its selection moves.
function select(text, h) {
  text.blur();
  text.setSelectionRange(h.start, h.start);
  text.focus();
  text.setSelectionRange(h.start, h.end);
}
