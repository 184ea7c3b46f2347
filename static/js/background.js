// A page of the form without tables saves by itself when the writer pauses: the form's own POST, and from the page that it leads to
// the findings and the revision. What is written stays untouched, with its cursor and its history. Where the answer is any other
// than that, the page stays as it is and the line at the top says why.

import { setText } from "./element.js";
import { sameText } from "./ranges.js";

const PAUSE = 1000;
const LONGEST_WAIT = 60000;
const SLOW = 300;

export function saveInBackground(form, saving, renew) {
  let timer = 0;
  let wait = PAUSE;
  let busy = false;
  let stopped = false;
  let composing = false;

  const schedule = (after) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(save, after);
  };
  const stop = (words) => {
    stopped = true;
    clearTimeout(timer);
    saving.say(words);
  };
  const later = (words) => {
    saving.say(words);
    wait = Math.min(wait * 2, LONGEST_WAIT);
    schedule(wait);
  };

  async function save() {
    if (stopped || saving.leaving()) return;
    if (busy || composing) {
      schedule(PAUSE);
      return;
    }
    if (!saving.unsaved()) return;
    busy = true;
    const slow = setTimeout(() => saving.say("正在保存…"), SLOW);
    const sent = new Map(Array.from(form.elements).filter(isSent).map((f) => [f.name, f.value]));
    try {
      // form.action would be the button of that name.
      const answer = await fetch(form.getAttribute("action"), { method: "POST", body: new URLSearchParams(Array.from(sent)) });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      clearTimeout(slow);
      if (!saving.leaving()) take(answer, page, sent);
    } catch (problem) {
      clearTimeout(slow);
      if (!saving.leaving()) later("没有连上服务器，内容还在这一页，过一会儿再存");
      if (!(problem instanceof TypeError)) throw problem;
    } finally {
      busy = false;
    }
  }

  function take(answer, page, sent) {
    const there = new URL(answer.url).pathname;
    if (answer.status >= 500) return later("服务器没有存上，内容还在这一页，过一会儿再存");
    if (there === "/login") return stop("登录已过期，请在另一个窗口登录后刷新这一页，刚才写的可以接着保存");
    if (answer.status === 403 && page.querySelector('[data-testid="parked"]')) return stop("登录已变，没有保存。在另一个窗口登录后再按“保存”，写的都在");
    if (!answer.ok) return stop("没有保存：" + reason(page));
    if (there !== form.getAttribute("action")) return stop("这一节已被省去，文字已存下，在“提纲与附件”里恢复后可见");
    const revision = page.querySelector('form[data-report-form] [name="revision"]');
    if (!revision) return stop("没有保存：" + reason(page));
    if (page.querySelector('[data-testid="conflict"]') && !form.querySelector('[data-testid="conflict"]')) {
      return stop("有一段两个人都改了，两种都留着；刷新这一页选定一种");
    }
    wait = PAUSE;
    const agreed = Array.from(sent.keys()).every((name) => agrees(page, name, sent));
    if (agreed) form.querySelector('[name="revision"]').value = revision.value;
    const words = page.querySelector("[data-save-state]");
    renewOutline(page);
    // First the findings: a reason whose field has got another name by them was not taken with the others.
    renew(page, sent);
    saving.taken(sent, (words ? words.textContent : "已保存") + (agreed ? "" : "，别人也在写这一节，刷新可见"));
    if (saving.unsaved()) schedule(PAUSE);
  }

  // agrees reports whether a field of the answer holds what was sent. One line that was only written in another form, such as a
  // date, is taken over where nobody is writing in it. What only stands against the old revision keeps being compared with that.
  function agrees(page, name, sent) {
    const answered = page.getElementById(name);
    const field = document.getElementById(name);
    if (!answered || !field || field.form !== form || field.type === "hidden") return true;
    if (sameText(answered.defaultValue, sent.get(name))) return true;
    if (field.tagName === "TEXTAREA" || field === document.activeElement || field.value !== sent.get(name)) return false;
    field.value = answered.value;
    sent.set(name, answered.value);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    return true;
  }

  form.addEventListener("compositionstart", () => { composing = true; });
  form.addEventListener("compositionend", () => {
    composing = false;
    schedule(PAUSE);
  });
  document.addEventListener("input", (e) => {
    if (e.target.form === form) schedule(Math.max(PAUSE, wait));
  });
  form.addEventListener("submit", () => clearTimeout(timer));
  return () => schedule(0);
}

// isSent reports whether a field is sent: not a reason that nobody has touched. The words above it may be others than those that it was
// given for; only who has seen them says, by saving the page, that it still fits.
function isSent(field) {
  if (!field.name || field.tagName === "BUTTON") return false;
  return !field.name.startsWith("reason.") || field.value !== field.defaultValue;
}

// renewOutline takes over how the pages of the report stand. The links stay: one may have the focus.
function renewOutline(page) {
  const tally = document.querySelector(".outline-tally a");
  const words = page.querySelector(".outline-tally a");
  if (!tally || !words) return;
  if (tally.innerHTML !== words.innerHTML) tally.replaceChildren(...words.childNodes);
  for (const now of page.querySelectorAll("[data-tally]")) {
    const old = document.querySelector(`[data-tally="${CSS.escape(now.dataset.tally)}"]`);
    if (!old) continue;
    old.className = now.className;
    setText(old, now.textContent);
  }
}

// reason is the sentence of a page that says why something was not done.
function reason(page) {
  const said = page.querySelector('#errors li, [data-testid="message"]');
  return said ? said.textContent.trim() : "请复制正文后刷新这一页";
}
