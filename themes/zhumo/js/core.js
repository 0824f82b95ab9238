// Comforts only: every page reads without them. One namespace, no request, storage never trusted.
globalThis.zhumo = (() => {
  "use strict";

  const root = document.documentElement;
  const { body } = document;

  const element = (selector, within = document) => within.querySelector(selector);
  const elements = (selector, within = document) => [...within.querySelectorAll(selector)];

  // Storage may be blocked or full.
  function recall(key) {
    try {
      return localStorage.getItem(`duizhao.${key}`) || "";
    } catch {
      return "";
    }
  }

  function keep(key, value) {
    try {
      if (value) localStorage.setItem(`duizhao.${key}`, value);
      else localStorage.removeItem(`duizhao.${key}`);
    } catch {
      // The page works as well without it.
    }
  }

  // One polite line at the foot of the window, gone after three seconds.
  let silence;
  function say(text) {
    const line = element("#say");
    line.textContent = text;
    clearTimeout(silence);
    silence = setTimeout(() => {
      line.textContent = "";
    }, 3000);
  }

  // Text, and markup where the browser can.
  async function writeToClipboard(text, html) {
    const { clipboard } = navigator;
    if (!clipboard) throw new Error("no clipboard");
    if (!html || !window.ClipboardItem) return clipboard.writeText(text);
    const both = {
      "text/plain": new Blob([text], { type: "text/plain" }),
      "text/html": new Blob([html], { type: "text/html" }),
    };
    return clipboard.write([new ClipboardItem(both)]);
  }

  // Browsers that keep the clipboard from a page still let it copy a selection.
  function copySelected(text) {
    const field = document.createElement("textarea");
    field.value = text;
    field.style.cssText = "position:fixed;opacity:0";
    body.append(field);
    field.select();
    const isCopied = document.execCommand("copy");
    field.remove();
    return isCopied;
  }

  async function copy(text, html) {
    const menu = element("#menu");
    let isCopied = true;
    try {
      await writeToClipboard(text, html);
    } catch {
      isCopied = copySelected(text);
    }
    if (isCopied) say(menu ? menu.dataset.done : "✓");
    else say(menu ? menu.dataset.failed : "✗");
  }

  // The language of who reads: that of a page in one language; beside each other, the one that was
  // read last, else the browser's.
  const reader = () => root.dataset.reader || root.lang.split("-")[0];

  // A page in one language tells which one its reader knows.
  if (!root.dataset.reader) keep("reader", root.lang.split("-")[0]);

  const pairs = () => elements(".text .pair:has(> a.no)");

  const barBottom = () => element(".bar").getBoundingClientRect().bottom;

  // The paragraph being read: the first with two lines or more below the bar.
  function reading() {
    const top = barBottom() + 56;
    return pairs().find((pair) => pair.getBoundingClientRect().bottom > top);
  }

  // A popover under what it belongs to, or above it where there is more room.
  function place(box, anchor) {
    box.style.maxHeight = "";
    const room = innerHeight - anchor.bottom;
    const isBelow = box.offsetHeight + 12 < room || room > anchor.top;
    const mostLeft = root.clientWidth - box.offsetWidth - 8;
    box.style.maxHeight = `${(isBelow ? room : anchor.top) - 12}px`;
    box.style.left = `${Math.max(8, Math.min(anchor.left, mostLeft))}px`;
    box.style.top = `${isBelow ? anchor.bottom + 4 : anchor.top - box.offsetHeight - 4}px`;
  }

  for (const button of elements("[data-copy]")) {
    button.addEventListener("click", () => copy(element("pre", button.parentNode).textContent));
  }

  return {
    root,
    body,
    element,
    elements,
    recall,
    keep,
    say,
    copy,
    pairs,
    reading,
    reader,
    barBottom,
    place,
  };
})();
