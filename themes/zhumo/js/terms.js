// A term in the text shows its line of the page's list, and below it what it means: in a card for
// pointer and keyboard, in a sheet for a finger. What terms mean stands in one file of the report, which
// is loaded when a reader first comes near one. A click goes to the term's own page.
(() => {
  "use strict";

  const { root, body, element, place, reader } = zhumo;
  const TERM = ".text a[href^='#t-']";
  const list = element("details.terms");
  if (!list?.showPopover) return;

  const card = document.createElement("div");
  card.id = "card";
  card.className = "terms";
  card.popover = "auto";
  card.setAttribute("role", "dialog");
  card.innerHTML = "<dl></dl><p><a href='#terms'></a><small></small><button></button></p>";
  body.append(card);
  const toPage = element("a", card);
  const count = element("small", card);
  const closeButton = element("button", card);
  toPage.textContent = list.dataset.entry;
  closeButton.textContent = list.dataset.close;

  let shown; // the link whose term the card shows
  let hovered; // the link or the card under the pointer
  let isByFocus = false;
  let isTouch = false;
  let openedAt = 0;
  let scrolledAt = 0;
  let opening;
  let closing;

  const entryOf = (link) => document.getElementById(link.hash.slice(1));
  const pageOf = (link) => element("a", entryOf(link)).href;
  const isOpen = () => card.matches(":popover-open");

  function stopTimers() {
    clearTimeout(opening);
    clearTimeout(closing);
  }

  function hide() {
    stopTimers();
    if (isOpen()) card.hidePopover();
  }

  // Loaded once, however often it is asked for; a classic script works from the disk too.
  let file;
  function load() {
    file ??= new Promise((done) => {
      const script = document.createElement("script");
      script.src = list.dataset.definitions;
      script.onload = script.onerror = done;
      document.head.append(script);
    });
    return file;
  }

  function line(name, lang, ...content) {
    const row = document.createElement(name);
    row.lang = lang;
    row.append(...content);
    return row;
  }

  // The line of the list once more; its name is no link, the one below says where it leads.
  function fill(link) {
    const copy = element("dl", card);
    const entry = entryOf(link);
    const name = document.createElement("b");
    name.append(...element("a", entry).cloneNode(true).childNodes);
    copy.replaceChildren(line("dt", entry.closest("[lang]").lang, name));
    for (
      let row = entry.nextElementSibling;
      row?.localName === "dd";
      row = row.nextElementSibling
    ) {
      copy.append(row.cloneNode(true));
    }
    card.setAttribute("aria-label", name.textContent);
    toPage.href = pageOf(link);
    count.textContent = "";
  }

  // In the reader's language, else in one in which it is explained.
  function explain(link) {
    const known = globalThis.duizhaoTerms?.[link.hash.slice(3)];
    if (!known) return;
    const copy = element("dl", card);
    if (known.pinyin) copy.firstChild.after(line("dd", "zh-Latn", known.pinyin));
    const definitions = known.definition ?? {};
    const lang = definitions[reader()] ? reader() : Object.keys(definitions)[0];
    if (lang) {
      const meaning = line("dd", lang);
      meaning.className = "meaning";
      meaning.innerHTML = definitions[lang];
      copy.append(meaning);
    }
    count.textContent = list.dataset.count.replace("{n}", known.count);
  }

  function open(link, isSheet, show) {
    hide();
    fill(link);
    explain(link);
    shown = link;
    openedAt = Date.now();
    card.classList.toggle("up", isSheet);
    closeButton.hidden = !isSheet;
    card.style.cssText = "";
    card.showPopover();
    show();
    // The first time the file is still on its way.
    load().then(() => {
      if (shown !== link || !isOpen() || element(".meaning", card)) return;
      explain(link);
      show();
    });
  }

  // What the reader has opened is not taken away.
  const isAnotherOpen = () => element("[popover]:popover-open:not(#card)");

  function showCard(link, pointerY) {
    if (isAnotherOpen()) return;
    // Of a link in two lines, the line under the pointer.
    const lines = [...link.getClientRects()];
    const pointed = lines.find(({ top, bottom }) => pointerY >= top && pointerY <= bottom);
    open(link, false, () => place(card, pointed || lines[0]));
  }

  function showSheet(link) {
    if (isAnotherOpen()) return;
    open(link, true, () => closeButton.focus({ preventScroll: true }));
  }

  // 300 ms over a term opens; 200 ms away closes, unless the keyboard opened. What Escape closed stays
  // closed until the pointer comes anew.
  function hover(event) {
    const over = event.target.closest(`${TERM}, #card`);
    if (event.pointerType === "touch" || (over && over === hovered)) return;
    hovered = over;
    stopTimers();
    if (over === card || (over && isOpen() && over === shown)) return;
    if (isOpen() && !isByFocus) closing = setTimeout(hide, 200);
    if (!over) return;
    load();
    opening = setTimeout(() => {
      // What a scroll carries under a resting pointer was not pointed at.
      if (Date.now() - scrolledAt <= 250) return;
      isByFocus = false;
      showCard(over, event.clientY);
    }, 300);
  }
  document.addEventListener("pointerover", hover);
  root.addEventListener("pointerleave", hover);

  // The keyboard opens after 500 ms, so that nothing opens while one runs through.
  document.addEventListener("focusin", (event) => {
    const link = event.target.closest(TERM);
    if (!link?.matches(":focus-visible")) return;
    stopTimers();
    load();
    opening = setTimeout(() => {
      isByFocus = true;
      showCard(link);
    }, 500);
  });
  document.addEventListener("focusout", (event) => {
    if (!event.target.closest(TERM)) return;
    clearTimeout(opening);
    if (isByFocus && !card.contains(event.relatedTarget)) hide();
  });

  // Scrolling closes it; the scroll under way when it opens does not.
  function closeOnScroll() {
    scrolledAt = Date.now();
    if (scrolledAt - openedAt > 150 && isOpen()) hide();
  }
  addEventListener("scroll", closeOnScroll, { passive: true });

  function notePointer(event) {
    isTouch = event.pointerType === "touch";
  }
  addEventListener("pointerdown", notePointer, true);

  document.addEventListener("click", (event) => {
    const link = event.target.closest(TERM);
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    // A click of the keyboard has no detail.
    if (isTouch && event.detail) showSheet(link);
    else location.href = pageOf(link);
  });
  closeButton.addEventListener("click", hide);
})();
