// What is typed and not saved yet: the word for it, the warning before the page is left, Ctrl+S, and the place to come back to.

export function watchSaving(form) {
  const state = document.querySelector("[data-save-state]");
  let saved = state ? state.textContent : "";
  let trouble = "";
  // A page that says why it was not saved shows what was typed, and none of that is saved.
  const rejected = document.getElementById("errors") !== null;
  const changed = new Set();
  let sending = false;

  const check = (field) => {
    if (field.type === "hidden" || field.defaultValue === undefined) return;
    if (field.value === field.defaultValue) changed.delete(field);
    else changed.add(field);
  };
  const unsaved = () => rejected || changed.size > 0;
  const show = () => {
    if (!state) return;
    const words = trouble || (unsaved() ? "有改动未保存" : saved);
    // A page that saves by itself says so many times a minute; only trouble is read out.
    if (form.dataset.live !== undefined) state.setAttribute("aria-live", trouble ? "polite" : "off");
    if (state.textContent !== words) state.textContent = words;
    state.classList.toggle("unsaved", trouble !== "" || unsaved());
  };
  const checkAll = () => {
    Array.from(form.elements).forEach(check);
    show();
  };

  // Fields may belong to the form and stand outside it.
  document.addEventListener("input", (e) => {
    if (e.target.form !== form) return;
    check(e.target);
    show();
  });
  form.addEventListener("filled", checkAll);
  checkAll();

  form.addEventListener("submit", () => {
    sending = true;
    remember();
  });
  window.addEventListener("pageshow", () => { sending = false; });
  window.addEventListener("beforeunload", (e) => {
    if (sending || !unsaved()) return;
    e.preventDefault();
    e.returnValue = "";
  });
  document.addEventListener("keydown", (e) => {
    if (!(e.ctrlKey || e.metaKey) || e.shiftKey || e.altKey || e.key.toLowerCase() !== "s") return;
    e.preventDefault();
    if (!sending) form.requestSubmit();
  });
  comeBack();

  return {
    unsaved,
    leaving: () => sending,
    // taken notes what is saved now, as it was sent. Fields that came or went with the findings count as they are.
    taken(sent, words) {
      for (const field of form.elements) {
        if (field.type !== "hidden" && sent.has(field.name)) field.defaultValue = sent.get(field.name);
      }
      changed.clear();
      saved = words;
      trouble = "";
      checkAll();
    },
    // say tells why nothing is saved at the moment, until something is.
    say(words) {
      trouble = words;
      show();
    },
  };
}

// A save loads the page anew; the cursor and the scroll position come back with it.
const PLACE = "nianbao.place";

function remember() {
  const focus = document.activeElement && document.activeElement.id;
  sessionStorage.setItem(PLACE, JSON.stringify({ path: location.pathname, focus, top: window.scrollY }));
}

function comeBack() {
  const place = JSON.parse(sessionStorage.getItem(PLACE) || "null");
  sessionStorage.removeItem(PLACE);
  if (!place || place.path !== location.pathname || location.hash) return;
  const node = place.focus && document.getElementById(place.focus);
  if (node) node.focus({ preventScroll: true });
  window.scrollTo(0, place.top);
}
