// The words of a query in a text, to be marked where they are found and where a result leads.
(() => {
  "use strict";

  const { search } = zhumo;
  const ACCENTS = /\p{M}*/uy;

  // Where each part stands in a text, from its first sign to its last; a value wherever a number has
  // it.
  function hitsIn(text, query) {
    const tokens = search.tokens(text, search.folds);
    const starts = []; // of the tokens in the form
    const hits = [];
    let form = "";
    for (const piece of search.pieces(tokens)) {
      starts.push(form.length);
      form += piece;
    }

    function put(start, length) {
      const first = tokens[search.lastUpTo(starts, start)];
      const last = tokens[search.lastUpTo(starts, start + length - 1)];
      ACCENTS.lastIndex = last.end;
      ACCENTS.test(text);
      hits.push([first.start, ACCENTS.lastIndex]);
    }

    for (const { needle, value } of search.parts(query, search.folds).flat()) {
      let start = form.indexOf(needle);
      while (start >= 0) {
        put(start, needle.length);
        start = form.indexOf(needle, start + 1);
      }
      if (!value) continue;
      for (const match of form.matchAll(search.AMOUNT)) {
        if (search.value(match) === value) put(match.index, match[0].length);
      }
    }
    return hits;
  }

  // What overlaps or touches is one mark.
  search.marks = (text, query) => {
    const marks = [];
    for (const hit of hitsIn(text, query).sort((a, b) => a[0] - b[0])) {
      const last = marks.at(-1);
      if (last && hit[0] <= last[1]) last[1] = Math.max(last[1], hit[1]);
      else marks.push(hit);
    }
    return marks;
  };
})();
