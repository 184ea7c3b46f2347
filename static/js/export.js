// The export page as a dialog over the page that one is on, and the button that copies the part for a website. Without this, or
// where the page cannot be had, the links lead to the page itself.

import { element } from "./element.js";

let dialog = null;

document.addEventListener("click", (e) => {
  const link = e.target.closest("a[data-export]");
  if (link && e.button === 0 && !e.ctrlKey && !e.metaKey && !e.shiftKey && (inDialog(link) || !document.querySelector("#export:not(dialog *)"))) {
    e.preventDefault();
    open(link.href);
    return;
  }
  const copy = e.target.closest("[data-copy]");
  if (copy) copyFrom(copy);
});

reveal(document);

function inDialog(node) { return dialog !== null && dialog.contains(node); }

// reveal shows what needs this script.
function reveal(root) { for (const button of root.querySelectorAll("[data-copy]")) button.hidden = false; }

async function open(address) {
  let panel = null;
  try {
    const answer = await fetch(address);
    // Whoever is no longer signed in gets another page.
    if (answer.ok && !answer.redirected) panel = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#export");
  } catch { /* the browser says what is wrong, below */ }
  if (panel === null) {
    location.assign(address);
    return;
  }
  reveal(panel);
  // In a tab of its own a file does not ask whether to leave what is being written, and a refusal can be read.
  for (const link of panel.querySelectorAll(".export-formats a")) link.target = "_blank";
  if (dialog === null) {
    const title = element("h2", { id: "export-title", tabindex: "-1", autofocus: "" }, "导出");
    const close = element("button", { type: "button", "data-testid": "export-close" }, "关闭");
    close.addEventListener("click", () => dialog.close());
    dialog = element("dialog", { class: "export-dialog", "aria-labelledby": "export-title", "data-testid": "export-dialog" },
      element("div", { class: "row apart" }, title, close));
    document.body.append(dialog);
  }
  while (dialog.children.length > 1) dialog.lastChild.remove();
  dialog.append(document.importNode(panel, true));
  if (dialog.open) dialog.querySelector("#export-title").focus();
  else dialog.showModal();
}

// copyFrom copies what stands in a field, as markup for editors that show the page and as text for those that show its source. The
// old command is the one that also works on a site without https.
function copyFrom(button) {
  const field = button.closest("#export").querySelector("#" + button.dataset.copy);
  const put = (e) => {
    e.preventDefault();
    e.clipboardData.setData("text/html", field.value);
    e.clipboardData.setData("text/plain", field.value);
  };
  field.select();
  document.addEventListener("copy", put);
  const done = document.execCommand("copy");
  document.removeEventListener("copy", put);
  const state = button.closest("#export").querySelector("[data-copied]");
  state.textContent = done ? "已复制，到网站后台粘贴。" : "浏览器不让复制，请按 Ctrl+C。";
  state.className = done ? "is-done" : "is-warning";
  if (done) button.focus();
}
