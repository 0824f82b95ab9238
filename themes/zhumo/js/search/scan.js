// The small site: every text in one string, made once; a phrase is found by indexOf.
(() => {
  "use strict";

  const { search } = zhumo;

  // Positions that belong to the names of an entry; what follows is what else is found of it.
  search.NAME_ZONE = 64;
  // Where in an entry something is found, the better place first.
  search.IN_NAME = 0;
  search.ELSEWHERE = 1;

  const needles = (words) =>
    words
      .split(" ")
      .map((word) => word && `\x01${word}\x01`)
      .join("");

  // Every text by which a name is found; its reading also in one word and in initials.
  function namesOf({ name, others, hidden, figures, words }, i) {
    const syllables = words[i].split(" ").filter((word) => word && !word.includes("#"));
    const initials = syllables.map((syllable) => syllable[0]);
    const readings = syllables.length > 1 ? [syllables.join(""), initials.join("")] : [];
    return [
      ...name.map((inLanguage) => inLanguage[i]),
      ...(others?.[i] || []).flat(),
      ...(hidden?.[i] || []),
      ...readings,
      ...(figures?.[i] || []).flatMap(([, , texts]) => texts),
    ].filter(Boolean);
  }

  // A chunk as a function from a part to a map: slot to where it is found in it.
  search.scanner = ({ first, names, passages }, { map }) => {
    const starts = [];
    const nameEnds = [];
    let all = "";

    function lengthOfNames(text) {
      const tokens = search.tokens(text, map);
      return search.form(tokens.filter(({ position }) => position < search.NAME_ZONE)).length;
    }
    function put(texts, words, hasNames) {
      const text = texts.join("\n");
      starts.push(all.length);
      nameEnds.push(all.length + (hasNames ? lengthOfNames(text) : 0));
      all += [search.scan(text, map), needles(words)].filter(Boolean).join("\x03") + "\x03";
    }

    names?.id.forEach((_, i) => put(namesOf(names, i), names.words[i], true));
    passages?.id.forEach((_, i) => {
      const texts = passages.text.map((inLanguage) => inLanguage[i]).filter(Boolean);
      put(texts, passages.words[i], false);
    });

    return (part) => {
      const hits = new Map();
      for (const { needle } of part) {
        let at = all.indexOf(needle);
        while (at >= 0) {
          const i = search.lastUpTo(starts, at);
          const isInName = at < nameEnds[i];
          if (isInName) hits.set(first + i, search.IN_NAME);
          else if (!hits.has(first + i)) hits.set(first + i, search.ELSEWHERE);
          // Once in an entry is enough.
          at = all.indexOf(needle, starts[i + 1] ?? all.length);
        }
      }
      return hits;
    };
  };

  // What both have; in a name only where both are.
  search.both = (some, others) => {
    const both = new Map();
    for (const [slot, place] of others) {
      if (some.has(slot)) both.set(slot, Math.max(place, some.get(slot)));
    }
    return both;
  };

  search.small = (index) => {
    const { whole, map } = index;
    const scan = search.scanner(whole, index);
    const slotsOfName = new Map();
    whole.names?.id.forEach((_, slot) => {
      for (const name of namesOf(whole.names, slot)) {
        const form = search.scan(name, map);
        slotsOfName.set(form, [...(slotsOfName.get(form) || []), slot]);
      }
    });

    function match([first, ...others]) {
      let hits = scan(first);
      for (const part of others) {
        if (hits.size) hits = search.both(hits, scan(part));
      }
      return { hits, complete: true };
    }
    const exact = (tokens) => slotsOfName.get(search.form(tokens)) || [];
    return { chunk: () => whole, match, exact };
  };
})();
