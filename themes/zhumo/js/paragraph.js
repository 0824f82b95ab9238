// What a paragraph number offers.
(() => {
  "use strict";

  const { element, elements, copy, place } = zhumo;
  const menu = element("#menu");
  if (!menu?.showPopover) return;

  let pair;
  let openedAt = 0;

  const address = () => element(".no", pair).textContent.trim();
  const cells = () => elements(":scope > [lang]", pair);

  function link() {
    const base = element("link[rel=canonical]")?.href ?? location.href.split(/[?#]/)[0];
    return `${base}#${pair.id}`;
  }

  // The words of a cell without page marks and note numbers.
  function words(cell) {
    const clone = cell.cloneNode(true);
    for (const added of elements(".vh, .folio, .fn, .miss", clone)) added.remove();
    return clone.textContent.replaceAll("\u00a0", " ").trim();
  }

  const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

  function blockquote(cell, cite) {
    return `<blockquote lang="${cell.lang}"${cite}><p>${escape(words(cell))}</p></blockquote>`;
  }

  // An address on this machine is of no use to who reads the quotation.
  function copyQuotation() {
    const url = link();
    const isPublic = url.startsWith("http");
    const source =
      menu.dataset.source.replace("{address}", address()) + (isPublic ? ` ${url}` : "");
    const quotes = cells().map((cell) => `“${words(cell)}”`);
    const blocks = cells().map((cell) => blockquote(cell, isPublic ? ` cite="${url}"` : ""));
    copy([...quotes, source].join("\n\n"), `${blocks.join("")}<p>${escape(source)}</p>`);
  }

  function copyCitation({ dataset: { cite } }) {
    copy(cite.replace("{id}", pair.id).replace("{address}", address()));
  }

  // By the name in `data-do`.
  const ACTIONS = {
    link: () => copy(link()),
    first: () => copy(words(cells()[0])),
    both: copyQuotation,
    cite: copyCitation,
  };

  function open(number) {
    pair = number.parentNode;
    element(".at", menu).textContent = address();
    for (const sameParagraph of elements("a", menu)) sameParagraph.hash = pair.id;
    openedAt = Date.now();
    menu.showPopover();
    place(menu, number.getBoundingClientRect());
    element("button", menu).focus();
  }

  addEventListener("click", (event) => {
    const number = event.target.closest(".pair > a.no");
    if (!number || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(number);
  });

  menu.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (!button) return;
    ACTIONS[button.dataset.do](button);
    menu.hidePopover();
  });

  // Scrolling closes it; the scroll under way when it opens does not.
  function closeOnScroll() {
    if (Date.now() - openedAt > 150 && menu.matches(":popover-open")) menu.hidePopover();
  }
  addEventListener("scroll", closeOnScroll, { passive: true });
})();
