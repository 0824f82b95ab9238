// A term in the text shows its entry of the page's list: in a card for pointer and keyboard, in a
// sheet for a finger. A click goes to the term's own page.
(() => {
  "use strict";

  const { root, body, element, place } = zhumo;
  const TERM = ".text a[href^='#t-']";
  const list = element("section.terms");
  if (!list?.showPopover) return;

  const card = document.createElement("div");
  card.id = "card";
  card.className = "terms";
  card.popover = "auto";
  card.setAttribute("role", "dialog");
  card.innerHTML = "<dl></dl><p><a></a><button></button></p>";
  body.append(card);
  const toPage = element("a", card);
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

  // The entry once more; its name is no link, the one below says where it leads.
  function fill(link) {
    const copy = element("dl", card);
    copy.replaceChildren();
    let row = entryOf(link);
    do {
      copy.append(row.cloneNode(true));
      row = row.nextElementSibling;
    } while (row?.localName === "dd");
    copy.firstChild.removeAttribute("id");

    const nameLink = element("a", copy);
    const name = document.createElement("b");
    name.append(...nameLink.childNodes);
    name.lang = nameLink.closest("[lang]").lang;
    nameLink.replaceWith(name);
    card.setAttribute("aria-label", name.textContent);
    toPage.href = pageOf(link);
  }

  function open(link, isSheet) {
    hide();
    fill(link);
    shown = link;
    openedAt = Date.now();
    card.classList.toggle("up", isSheet);
    closeButton.hidden = !isSheet;
    card.style.cssText = "";
    card.showPopover();
  }

  // What the reader has opened is not taken away.
  const isAnotherOpen = () => element("[popover]:popover-open:not(#card)");

  function showCard(link, pointerY) {
    if (isAnotherOpen()) return;
    open(link, false);
    // Of a link in two lines, the line under the pointer.
    const lines = [...link.getClientRects()];
    const pointed = lines.find((line) => pointerY >= line.top && pointerY <= line.bottom);
    place(card, pointed || lines[0]);
  }

  function showSheet(link) {
    if (isAnotherOpen()) return;
    open(link, true);
    closeButton.focus({ preventScroll: true });
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
