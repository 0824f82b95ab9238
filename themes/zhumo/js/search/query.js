// A query as parts that must all be found; a part is a list of phrases of which any will do.
(() => {
  "use strict";

  const { search } = zhumo;

  // Blanks part a query, but not between quotes.
  const PART = /(?:"[^"]*"?|“[^”]*”?|「[^」]*」?|＂[^＂]*＂?|[^\s"“「＂])+/g;
  const QUOTE = /["“「＂]/;

  const PLACES = {
    thousand: 3,
    million: 6,
    mn: 6,
    billion: 9,
    bn: 9,
    trillion: 12,
    百: 2,
    千: 3,
    万: 4,
    亿: 8,
  };
  // A number with what multiplies it, in the form for scanning …
  const AMOUNT =
    "\x01(\\d+(?:\\.\\d+)?)\x01" +
    "(?:\x01(thousand|[mb]illion|trillion|[mb]n)\x01|([百千]?万?亿?))";
  // … and at most a measure word of two characters.
  const WHOLE = new RegExp(`^${AMOUNT}([^\x01\x02%]{0,2})$`, "u");
  search.AMOUNT = new RegExp(AMOUNT, "g");

  // Decimals are moved as written: exact at any size.
  search.value = ([, number, word, signs]) => {
    const factors = word ? [word] : [...signs];
    const places = factors.reduce((sum, factor) => sum + PLACES[factor], 0);
    const [whole, decimals = ""] = number.split(".");
    const digits = decimals.padEnd(places, "0");
    const moved = `${whole}${digits.slice(0, places)}.${digits.slice(places)}`;
    return moved.replace(/^0+(?=\d)|\.?0*$/g, "");
  };

  // What a word may be a form of.
  const ENDINGS = [
    [/ie[sd]$/, "y"],
    [/([sxzo]|[cs]h)es$/, "$1"],
    [/([^s])s$/, "$1"],
    [/eed$/, "ee"],
    [/([^e])ed$/, "$1"],
    [/([^aeio])ed$/, "$1e"],
    [/ing$/, ""],
    [/([^aeio])ing$/, "$1e"],
    [/([^aeiou])\1(ed|ing)$/, "$1"],
  ];

  // A stem without a vowel is none (thing, string).
  const hasStem = (word) => /[aeiouy]/.test(word.replace(/(e?ed|ing)$/, ""));

  function basesOf(word) {
    if (!hasStem(word)) return [];
    return ENDINGS.filter(([ending]) => ending.test(word))
      .map(([ending, instead]) => word.replace(ending, instead))
      .filter((base) => base.length > 2);
  }

  function formsOf(base) {
    const endings = ["", "s"];
    // What is made of `the` would be other words.
    const isLong = base.length > 2 && base !== "the";
    const endsInE = base.endsWith("e");
    if (/([sxzo]|[cs]h)$/.test(base)) endings.push("es");
    if (isLong) endings.push("ing", endsInE ? "d" : "ed");
    if (isLong && /[^aeiou][aeiou][bdgklmnprt]$/.test(base)) {
      endings.push(`${base.at(-1)}ed`, `${base.at(-1)}ing`);
    }
    const forms = endings.map((ending) => base + ending);
    const stem = base.slice(0, -1);
    const endsInY = /[^aeiou]y$/.test(base);
    if (isLong && endsInY) forms.push(`${stem}ies`, `${stem}ied`);
    else if (isLong && endsInE) forms.push(`${stem}ing`);
    return forms;
  }

  // Verbs of reports that no rule knows.
  const IRREGULAR = [
    "begin began begun|bring brought|build built|buy bought|choose chose chosen|come came",
    "draw drew drawn|fall fell fallen|fight fought|find found|get got|give gave given",
    "go went gone|grow grew grown|hold held|keep kept|know knew known|lay laid|lead led",
    "lose lost|make made|mean meant|meet met|overcome overcame|rise rose risen|run ran",
    "see saw seen|sell sold|send sent|shake shook shaken|show showed shown",
    "speak spoke spoken|spend spent|stand stood|strive strove striven|take took taken",
    "teach taught|tell told|think thought|undertake undertook undertaken|win won",
    "write wrote written",
  ]
    .join("|")
    .split("|")
    .map((verb) => verb.split(" "));

  // The other number of a noun that no rule knows, from the table that the site was built with.
  // `-man -men` is of every noun that ends so, and the first that fits counts.
  function otherNumber(word) {
    for (const pair of (search.nouns || "").split("|")) {
      const [one, many = ""] = pair.split(" ");
      for (const [own, other] of [
        [one, many],
        [many, one],
      ]) {
        const ending = own.replace(/^-/, "");
        const isIt = ending !== own ? word.endsWith(ending) : word === own;
        if (own && isIt) return [word.slice(0, -ending.length) + other.replace(/^-/, "")];
      }
    }
    return [];
  }

  function inflections(word) {
    if (!/^[a-z]{2,}$/.test(word)) return [];
    const own = word.length > 3 ? [word, ...basesOf(word)] : [word];
    const verbs = IRREGULAR.filter((forms) => own.some((base) => forms.includes(base)));
    const bases = [...own, ...verbs.map(([base]) => base)];
    return [...otherNumber(word), ...verbs.flat(), ...bases.flatMap(formsOf)];
  }

  const literal = (text, value) => ({
    tokens: [{ kind: "word", text, position: 0 }],
    needle: `\x01${text}\x01`,
    value,
  });

  // The forms of a word that the word as it is written does not find itself.
  function otherForms(text, begins) {
    const finds = (form) => (begins ? form.startsWith(text) : form === text);
    const forms = new Set(inflections(text));
    return [...forms].filter((form) => !finds(form)).map((form) => literal(form));
  }

  // A word at the end of what is being typed may go on; without its closing sign the needle finds
  // what begins with it.
  function phrasesOf({ tokens, form, isQuoted, value }, isTyped) {
    const { kind, text } = tokens.at(-1);
    const isWord = !isQuoted && kind === "word";
    const begins = isWord && isTyped && text.length > 1;
    const phrases = [{ tokens, begins, needle: begins ? form.slice(0, -1) : form }];
    if (isWord && tokens.length === 1) phrases.push(...otherForms(text, begins));
    // The same amount in digits, or as the index notes it where it is written otherwise.
    if (value) phrases.push(literal(value), literal(`${value}#`, value));
    return phrases;
  }

  // With a measure word a bare number is no amount: 43家 is not everything that has 43.
  function valueOf(form) {
    const match = WHOLE.exec(form);
    const [, , word, signs, measure] = match ?? [];
    return match && (word || signs || !measure) ? search.value(match) : null;
  }

  function read(text, map) {
    const tokens = search.tokens(text, map);
    const form = search.form(tokens);
    const isQuoted = QUOTE.test(text);
    return { text, tokens, form, isQuoted, value: isQuoted ? null : valueOf(form) };
  }

  search.parts = (query, map) => {
    const words = (query.match(PART) || [])
      .map((text) => read(text, map))
      .filter(({ form }) => form);
    const isTyping = !/\s$/.test(query);
    const parts = new Map();
    for (let i = 0; i < words.length; i++) {
      const next = words[i + 1];
      const canJoin = next && words[i].tokens.length === 1;
      const both = canJoin && read(`${words[i].text} ${next.text}`, map);
      let part = words[i];
      // 387 billion, 3870 亿元
      if (both?.value) {
        part = both;
        i++;
      }
      const isLast = i + 1 === words.length;
      // The same words twice are one part.
      parts.set(part.form + part.isQuoted + !isLast, phrasesOf(part, isLast && isTyping));
    }
    return [...parts.values()];
  };
})();
