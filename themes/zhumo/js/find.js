// What of search every page has: the way to the scripts that search, and the words marked where a
// result has led.
(() => {
  "use strict";

  const { body, element } = zhumo;
  const { words } = body.dataset;
  const query = new URLSearchParams(location.search).get("q");
  // Only the search page has them.
  const field = element("[data-index] #q");
  const page = element("[data-index]");
  let isLoading = false;

  // Nothing of search is loaded before it is used.
  function load() {
    if (isLoading || !words) return;
    isLoading = true;
    for (const address of field ? [words, page.dataset.find] : [words]) {
      const script = document.createElement("script");
      script.async = false;
      script.src = address;
      script.onload = () => {
        if (!field) markFound();
      };
      script.onerror = () => {
        if (field) element("[data-on=failed]").hidden = false;
      };
      document.head.append(script);
    }
  }

  const UNSEARCHED = ".vh, .no, .fn, .folio, nav, pre";
  const BLOCK = "p, li, dd, dt, td, th, h1 > *, h2 > *, h3 > *, div, main";

  // The nodes of text by the block in which they run on.
  function textBlocks() {
    const blocks = new Map();
    const walker = document.createTreeWalker(element("main"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentNode.closest(UNSEARCHED)) continue;
      const block = node.parentNode.closest(BLOCK);
      if (!blocks.has(block)) blocks.set(block, []);
      blocks.get(block).push(node);
    }
    return blocks;
  }

  // Where a place in the joined text of some nodes lies: the node, and the place in it. Between two
  // nodes a range begins in the second and ends in the first.
  function spot(nodes, offset, isEnd) {
    for (const node of nodes) {
      if (offset < node.length || (isEnd && offset === node.length)) return [node, offset];
      offset -= node.length;
    }
  }

  function rangesIn(nodes) {
    const text = nodes.map((node) => node.data).join("");
    return zhumo.search.marks(text, query).map(([start, end]) => {
      const range = new Range();
      range.setStart(...spot(nodes, start, false));
      range.setEnd(...spot(nodes, end, true));
      return range;
    });
  }

  // The paragraph aimed at first, the others when there is time; Escape takes the marks away.
  function markFound() {
    const found = new Highlight();
    const blocks = textBlocks();
    const mark = (block) => {
      for (const range of rangesIn(blocks.get(block))) found.add(range);
    };
    const waiting = [...blocks.keys()];
    const target = element(":target");
    if (target) waiting.filter((block) => target.contains(block)).forEach(mark);
    CSS.highlights.set("found", found);

    // A long paragraph may have its words below the window.
    const [first] = found;
    const top = first ? first.getBoundingClientRect().top : 0;
    if (top > innerHeight) scrollBy(0, top - innerHeight / 2);

    function markSome() {
      waiting.splice(0, 25).forEach(mark);
      if (waiting.length) (window.requestIdleCallback || setTimeout)(markSome);
    }
    markSome();
    addEventListener("keydown", (event) => {
      if (event.key === "Escape") CSS.highlights.delete("found");
    });
  }

  if (field) {
    field.addEventListener("focus", load);
    // Entered before the scripts are there: page.js answers once they are.
    field.form.addEventListener("submit", (event) => {
      if (zhumo.ready) return;
      event.preventDefault();
      zhumo.entered = true;
    });
    if (location.hash === "#q") field.focus();
    if (query || document.activeElement === field) load();
  } else if (query && window.Highlight) {
    load();
  }
})();
