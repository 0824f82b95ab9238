// Finds the lines of a set text as the browser broke it, character by character.

// Runs in the page. For each block: its text without numbers, notes and page marks; the index of the
// first character of each line but the first; the right edges of those lines' predecessors and of the
// block; the width of each character and of the room a line has.
function measure(selector) {
  const skip = ".vh,.no,.folio,.fn,.ct,.num";
  return [...document.querySelectorAll(selector)].filter((el) => el.checkVisibility()).map((el) => {
    const walker = document.createTreeWalker(el, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const block = { where: "", text: "", breaks: [], rights: [], widths: [], edge: 0, room: 0 };
    let last;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest(skip)) continue;
      for (let i = 0; i < node.length; i++) {
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        // a character after which a line ends may have a second, empty box on the next line
        let box;
        for (const r of range.getClientRects()) if (!box || r.width > box.width) box = r;
        if (!box || box.width === 0) continue;
        if (last && (box.top + box.bottom) / 2 > last.bottom) {
          block.breaks.push(block.text.length);
          block.rights.push(last.right);
        }
        block.text += node.data[i];
        block.widths.push(box.width);
        last = box;
      }
    }
    const style = getComputedStyle(el);
    block.where = `${el.closest("[id]")?.id ?? ""} <${el.localName}>`;
    block.edge = el.getBoundingClientRect().right - parseFloat(style.paddingRight);
    block.room = block.edge - el.getBoundingClientRect().left - parseFloat(style.paddingLeft);
    return block;
  }).filter((b) => b.text);
}

export const lines = (page, selector) => page.evaluate(measure, selector);

// Words for a report: where a line was broken, with what stands on both sides.
export const around = (block, at) =>
  `${block.where} …${block.text.slice(Math.max(0, at - 8), at)}⏎${block.text.slice(at, at + 8)}…`;

// Each break of each block, as [block, index].
export const breaks = (blocks) => blocks.flatMap((b) => b.breaks.map((at) => [b, at]));
