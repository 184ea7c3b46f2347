// 空白填 0, and 无 turned into 0, at once in the page with a way back. Without JavaScript the same buttons ask the server.

import { BLANK, NONE } from "./rules.js";

export function fillZeros(table) {
  const nil = table.root.querySelector("[data-nil-zero]");
  const holding = (condition) => table.fields().filter(([i]) => table.sheet.value(i).condition === condition);
  const onClick = (button, condition, words, nothing) => button.addEventListener("click", (e) => {
    e.preventDefault();
    const fields = holding(condition);
    if (fields.length === 0) table.say(nothing);
    else table.fill(fields.map(([, input]) => [input, "0"]), words(fields.length));
  });
  onClick(table.root.querySelector("[data-fill-zero]"), BLANK, (n) => `已把 ${n} 个空白格填成 0。`, "没有空白格。");
  onClick(nil, NONE, (n) => `已把 ${n} 个“无”改成 0。`, "没有写“无”的格。");
  table.addEventListener("evaluated", () => { nil.hidden = holding(NONE).length === 0; });
}
