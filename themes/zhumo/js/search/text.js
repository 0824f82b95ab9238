// Text as search sees it: folded, then characters, words and numbers at positions. The index is
// written by the same rules (token.rs).
globalThis.zhumo ??= {};
(() => {
  "use strict";

  const search = {};
  zhumo.search = search;

  const NO_PAIRS = new Map();

  // Scripts without blanks.
  const HAN =
    /[\u3005\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u
      .source;
  const LETTERS = `(?:(?!${HAN})\\p{Alphabetic})+`;
  const SIGNS = [
    `(${HAN}+)`,
    `(${LETTERS}(?:'${LETTERS})*)`,
    "(\\d+(?:,\\d{3}(?!\\d)|\\.\\d+)*)",
    "(%)",
    "[,.;:!?。、—–―/|\\n]",
  ];
  // One group for each kind; a match without a group is a stop, what matches nothing is ignored.
  const SIGN = new RegExp(SIGNS.join("|"), "gu");
  const KIND_OF_GROUP = [null, "character", "word", "number", "percent"];

  // "區区…" as a map of one character to one.
  search.map = (pairs) => new Map((pairs || "").match(/../gsu)?.map((pair) => [...pair]));

  search.swap = (text, map) => {
    map.pattern ||= new RegExp(`[${[...map.keys()].join("")}]`, "gu");
    return text.replace(map.pattern, (character) => map.get(character));
  };

  // A full-width comma is never inside a number. A capital sigma has two small ones; only the place
  // in the word tells which, so it gets one always.
  search.fold = (text, map = NO_PAIRS) => {
    const folded = text
      .replace(/，/g, "、")
      .normalize("NFKD")
      .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, "")
      .replace(/Σ/g, "σ")
      .toLowerCase()
      .replace(/’/g, "'");
    return search.swap(folded, map);
  };

  const STOP = 1;
  // Between two paragraphs, or two languages of one entry.
  const BREAK = 4;

  // Gives every run of one kind in a folded text, with the number of positions that the stops before
  // it take, and where it stands.
  function eachRun(text, give) {
    let gap = 0;
    let hasBegun = false;
    for (const match of text.matchAll(SIGN)) {
      const sign = match[0];
      const kind = KIND_OF_GROUP[match.indexOf(sign, 1)];
      if (kind) {
        give(kind, sign.replace(/'s$|,/g, ""), gap, match.index, sign.length);
        gap = 0;
        hasBegun = true;
      } else if (hasBegun) {
        gap = sign === "\n" ? BREAK : gap || STOP;
      }
    }
  }

  // For each character of a folded text where in the text before folding it comes from.
  function foldWithPlaces(text, map) {
    const starts = [];
    const ends = [];
    let folded = "";
    let place = 0;
    map.folded ||= new Map();
    for (const character of text) {
      if (!map.folded.has(character)) map.folded.set(character, search.fold(character, map));
      const some = map.folded.get(character);
      for (let i = 0; i < some.length; i++) {
        starts.push(place);
        ends.push(place + character.length);
      }
      folded += some;
      place += character.length;
    }
    return { folded, starts, ends };
  }

  // Tokens with their place in the text as it was before folding.
  search.tokens = (text, map = NO_PAIRS) => {
    const { folded, starts, ends } = foldWithPlaces(text, map);
    const tokens = [];
    let position = -1;
    eachRun(folded, (kind, run, gap, index, length) => {
      position += gap;
      let start = index;
      for (const text of kind === "character" ? run : [run]) {
        const end = start + (kind === "character" ? text.length : length);
        position++;
        tokens.push({ kind, text, position, start: starts[start], end: ends[end - 1] });
        start = end;
      }
    });
    return tokens;
  };

  // The form in which a phrase is found by indexOf: words between signs of their own, a sign for
  // stops, one for a break.
  const SIGN_OF_GAP = { 0: "", [STOP]: "\x02", [BREAK]: "\x03" };
  function piece(kind, text, gap) {
    const isWord = kind === "word" || kind === "number";
    return SIGN_OF_GAP[gap] + (isWord ? `\x01${text}\x01` : text);
  }

  search.pieces = (tokens) =>
    tokens.map(({ kind, text, position }, i) =>
      piece(kind, text, i && position - tokens[i - 1].position - 1),
    );

  search.form = (tokens) => search.pieces(tokens).join("");

  search.scan = (text, map) => {
    const pieces = [];
    eachRun(search.fold(text, map), (kind, run, gap) => pieces.push(piece(kind, run, gap)));
    return pieces.join("");
  };

  // The last place in a sorted list that holds no more than a value, or -1.
  search.lastUpTo = (list, value) => {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle] <= value) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };

  // Slots that are wanted are ranges: borders in order, from and to by turns.
  search.meets = (ranges, from, to = from + 1) => {
    const i = search.lastUpTo(ranges, from);
    return i % 2 === 0 || ranges[i + 1] < to;
  };
  search.clip = (ranges, from, to) => ranges.map((border) => Math.min(Math.max(border, from), to));
})();
