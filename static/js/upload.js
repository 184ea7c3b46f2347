// Sending many files: each goes by itself, two at a time, shows how far it is, and its line appears in the list. Without this the form
// sends them all at once.

import { element } from "./element.js";

const AT_ONCE = 2;

const form = document.querySelector("form[data-upload]");
if (form) form.addEventListener("submit", (e) => {
  const input = form.querySelector('input[type="file"]');
  const files = Array.from(input.files);
  // A single file leads to its own page, as the form does.
  if (files.length < 2 && !files.some(tooLarge)) return;
  e.preventDefault();
  sendAll(files).then(() => form.reset());
});

function tooLarge(file) { return file.size > Number(form.dataset.max); }

async function sendAll(files) {
  const rows = document.querySelector("[data-rows]");
  const state = document.querySelector("[data-upload-state]");
  const button = form.querySelector("button");
  const none = rows.querySelector("[data-none]");
  if (none) none.remove();
  button.disabled = true;
  const jobs = files.map((file) => ({ file, row: waitingRow(file) }));
  for (const job of jobs.slice().reverse()) rows.prepend(job.row);
  let next = 0;
  let done = 0;
  let failed = 0;
  const leave = (e) => { e.preventDefault(); e.returnValue = ""; };
  window.addEventListener("beforeunload", leave);
  const work = async () => {
    while (next < jobs.length) {
      const job = jobs[next++];
      const good = await sendOne(job);
      done++;
      if (!good) failed++;
      state.textContent = `已读 ${done} / ${jobs.length} 个` + (failed ? `，${failed} 个没有读出来，原因写在列表里` : "") + "。";
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  window.removeEventListener("beforeunload", leave);
  button.disabled = false;
}

function waitingRow(file) {
  return element("tr", { "data-testid": "import" },
    element("th", { scope: "row", class: "import-name" }, file.name),
    element("td", { colspan: "2" }, element("progress", { max: "1", value: "0", "aria-label": "上传 " + file.name }), element("span", { class: "quiet" }, " 等待上传")),
    element("td", {}), element("td", {}));
}

// sendOne sends a file and puts the server's line, or what went wrong, in the place of the waiting one. It tells whether it was read.
function sendOne({ file, row }) {
  if (tooLarge(file)) return failed(row, `文件超过 ${Number(form.dataset.max) >> 20} MB，没有上传。请删去图片或者拆开后再试。`);
  const body = new FormData();
  body.append("_csrf", form.querySelector('[name="_csrf"]').value);
  body.append("row", "1");
  body.append("files", file);
  const progress = row.querySelector("progress");
  const word = row.querySelector("span");
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.upload.addEventListener("progress", (e) => {
      if (!e.lengthComputable) return;
      progress.value = e.loaded / e.total;
      word.textContent = e.loaded < e.total ? " 正在上传" : " 正在读";
    });
    request.addEventListener("load", () => resolve(answered(row, request)));
    request.addEventListener("error", () => resolve(failed(row, "没有传成，可能是网络断了。请再传一次。")));
    request.send(body);
  });
}

function answered(row, request) {
  if (request.responseURL && new URL(request.responseURL).pathname === "/login") return failed(row, "登录已超时，没有上传。请重新登录后再传。");
  if (request.status === 413) return failed(row, "文件太大，没有读。请删去图片或者拆开后再试。");
  if (request.status !== 200) return failed(row, "没有传成。请刷新页面后再试。");
  const holder = document.createElement("tbody");
  holder.innerHTML = request.responseText;
  const fresh = holder.querySelector("tr");
  row.replaceWith(fresh);
  return fresh.querySelector('[data-testid="problem"]') === null;
}

function failed(row, message) {
  const cell = row.children[1];
  cell.replaceChildren(message);
  cell.className = "is-error";
  cell.dataset.testid = "problem";
  return false;
}
