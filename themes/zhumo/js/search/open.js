// Opens the index and answers: what is found, how it reads, where it is marked, how it is spread.
// Files are scripts that call DZ: the one thing every browser loads from a disk.
(() => {
  "use strict";

  const { search } = zhumo;

  const FORMAT = 1;
  const MOST_FILES = 300;
  const FILES_IN_FOLDER = 1000;
  // Reports in one file of labels, of parts, as powers of two (manifest.rs).
  const LABELS_SHIFT = 7;
  const PARTS_SHIFT = 3;

  const files = new Map();
  const waiting = new Map();
  let index;
  let tier; // search.small or search.large of the index
  let opened;
  let openedUrl;
  let foldUrl;
  let folder;

  globalThis.DZ = (name, value) => waiting.get(name)?.(value);

  function load(name, url) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      waiting.set(name, resolve);
      const done = () => {
        script.remove();
        waiting.delete(name);
        // Without effect where DZ was called.
        reject(Object.assign(new Error("missing"), { file: url }));
      };
      script.onload = done;
      script.onerror = done;
      script.charset = "utf-8";
      script.src = url;
      document.head.append(script);
    });
  }

  // Each file once; those loaded first are forgotten, and what failed may be tried again.
  function file(name, url, parse) {
    if (!files.has(name)) {
      const content = load(name, url).then(parse);
      files.set(name, content);
      content.catch(() => files.delete(name));
      forgetSome();
    }
    return files.get(name);
  }
  function forgetSome() {
    for (const name of files.keys()) {
      if (files.size > MOST_FILES && !waiting.has(name)) files.delete(name);
    }
  }

  search.load = (letter, number, parse) => {
    const part = Math.floor(number / FILES_IN_FOLDER);
    return file(letter + number, `${folder}${letter}/${part}/${number}.js`, parse);
  };

  function sums(numbers) {
    let sum = 0;
    return numbers.map((number) => (sum += number));
  }

  async function prepare(manifest, shardsUrl) {
    if (manifest.v !== FORMAT) throw new Error("format");
    if (!manifest.whole && !search.large) await file("shards", shardsUrl);
    const { reports } = manifest;
    reports.first = sums(reports.first);
    reports.body = sums(reports.body);
    reports.end = [...reports.first.slice(1), manifest.slots];
    manifest.map = search.map(manifest.fold);
    search.folds = manifest.map;
    search.nouns = manifest.nouns;
    tier = manifest.whole ? search.small(manifest) : search.large(manifest);
    index = manifest;
    return index;
  }

  search.open = (url, variantsUrl, shardsUrl) => {
    if (openedUrl === url) return opened;
    openedUrl = url;
    foldUrl = variantsUrl;
    folder = url.replace(/[^/]*$/, "");
    files.clear();
    opened = file("index", url, (manifest) => prepare(manifest, shardsUrl));
    opened.catch(() => {
      openedUrl = "";
    });
    return opened;
  };

  // The row of a table of [label, first slot] in which a slot lies.
  function row(table, slot) {
    table.firsts ||= table.map(([, first]) => first);
    return table[search.lastUpTo(table.firsts, slot)];
  }
  const label = (table, slot) => row(table, slot)[0];

  const reportOf = (slot) => search.lastUpTo(index.reports.first, slot);

  function kindOf(slot) {
    if (slot < index.text) return label(index.kinds, slot);
    return slot < index.reports.body[reportOf(slot)] ? "heading" : "paragraph";
  }

  // What reports are called; in a large site that is in files of its own, and so are their parts.
  search.reports = async (numbers) => {
    await opened;
    return Promise.all(numbers.map(labelsOf));
  };
  async function labelsOf(report) {
    const isWhole = Boolean(index.reports.title);
    const labels = isWhole ? index.reports : await search.load("r", report >> LABELS_SHIFT);
    const i = isWhole ? report : report & ((1 << LABELS_SHIFT) - 1);
    return { key: labels.key[i], title: labels.title[i], date: labels.date[i] };
  }
  search.rows = async (report) => {
    const known = index.reports.parts?.[report];
    if (known) return known;
    const some = await search.load("p", report >> PARTS_SHIFT);
    return some[report & ((1 << PARTS_SHIFT) - 1)];
  };

  // The slots that a filter leaves, as ranges.
  function wantedBy({ kind, year, report, part }, rows) {
    const { first, body, end } = index.reports;
    const fromTo = (from, to) => from.flatMap((slot, i) => [slot, to[i]]);
    let ranges = [0, index.slots];
    if (kind === "heading") ranges = fromTo(first, body);
    else if (kind === "paragraph") ranges = fromTo(body, end);
    else if (kind) ranges = within(ranges, index.kinds, kind, index.text);
    if (year != null) ranges = within(ranges, index.years, year, index.slots);
    if (rows) ranges = search.clip(ranges, first[report], end[report]);
    if (rows && part != null) ranges = ofPart(ranges, rows, Number(part), report);
    return ranges;
  }
  function within(ranges, table, name, end) {
    const i = table.findIndex(([label]) => label === name);
    return i < 0 ? [] : search.clip(ranges, table[i][1], table[i + 1]?.[1] ?? end);
  }
  // A part has two ranges: its headings, its paragraphs.
  function ofPart(ranges, rows, part, report) {
    const { body, end } = index.reports;
    if (!rows[part]) return [];
    const [, heading, paragraph] = rows[part];
    const [, nextHeading = body[report], nextParagraph = end[report]] = rows[part + 1] ?? [];
    return [
      ...search.clip(ranges, heading, nextHeading),
      ...search.clip(ranges, paragraph, nextParagraph),
    ];
  }

  // Exact names first, then what has the words in its name, texts, and what has them elsewhere.
  async function answer(query, filter, parts) {
    const result = { exact: [], names: [], text: [], rest: [], total: 0, complete: true, parts };
    const wanted = wantedBy(filter, parts);
    const phrases = search.parts(query, index.map);
    if (!phrases.length || !wanted.length) return result;

    const [{ hits, complete }, exact] = await Promise.all([
      tier.match(phrases, wanted, filter.all),
      tier.exact(search.tokens(query, index.map)),
    ]);
    const isExact = new Set(exact);
    const slots = [...new Set([...exact, ...hits.keys()])]
      .filter((slot) => search.meets(wanted, slot))
      .sort((a, b) => a - b);
    for (const slot of slots) {
      if (isExact.has(slot)) result.exact.push(slot);
      else if (slot >= index.text) result.text.push(slot);
      else if (hits.get(slot) === search.IN_NAME) result.names.push(slot);
      else result.rest.push(slot);
    }
    return { ...result, complete, total: slots.length };
  }

  // What is not found may be written in traditional characters.
  search.find = async (query, filter = {}) => {
    await opened;
    const line = query.replaceAll("\n", " ");
    const parts = filter.report == null ? null : await search.rows(filter.report);
    const result = await answer(line, filter, parts);
    if (result.total || !foldUrl) return result;
    const variants = await file("fold", foldUrl, search.map).catch(() => search.map());
    const folded = search.swap(line, variants);
    const again = await answer(folded, filter, parts);
    return again.total ? { ...again, folded } : result;
  };

  // How many of what is found are of each kind, year, report and part of the one report.
  search.facets = ({ exact, names, text, rest, parts }) => {
    const facets = { kind: {}, year: {}, report: {}, part: {} };
    const firstSlots = parts && {
      heading: parts.map(([, heading]) => heading),
      paragraph: parts.map(([, , paragraph]) => paragraph),
    };
    const count = (facet, key) => {
      facets[facet][key] = (facets[facet][key] || 0) + 1;
    };
    for (const slot of [...exact, ...names, ...text, ...rest]) {
      const kind = kindOf(slot);
      count("kind", kind);
      if (slot < index.text) continue;
      count("year", label(index.years, slot));
      count("report", reportOf(slot));
      if (parts) count("part", search.lastUpTo(firstSlots[kind], slot));
    }
    return facets;
  };

  // In a small site what names mean is in files of its own.
  async function definitionsOf(slot, names, i) {
    const shift = index.definitions;
    if (shift == null) return names.definitions?.[i];
    const some = await search.load("d", slot >> shift);
    return some[slot & ((1 << shift) - 1)];
  }

  async function nameEntry(slot, names, i) {
    const [kind, , path] = row(index.kinds, slot);
    return {
      slot,
      kind,
      path: `${path}${names.id[i]}.html`,
      id: "",
      report: null,
      page: [],
      heading: [],
      texts: (await definitionsOf(slot, names, i)) || [],
      names: names.name.map((inLanguage) => inLanguage[i]),
      others: names.others?.[i] || [],
      figures: names.figures?.[i] || [],
    };
  }

  // The heading above: none, one of the chunk's own, or a passage of the chunk.
  function headingOf(passages, i) {
    const number = passages.heading[i];
    if (number === -1) return [];
    if (number >= 0) return passages.headings[number];
    return passages.text.map((inLanguage) => inLanguage[-2 - number]);
  }

  function passageEntry(slot, passages, i) {
    const kind = kindOf(slot);
    const [path, report, page] = passages.pages[passages.page[i]];
    const texts = passages.text.map((inLanguage) => inLanguage[i]);
    return {
      slot,
      kind,
      path,
      id: passages.id[i],
      report,
      page,
      heading: kind === "heading" ? texts : headingOf(passages, i),
      texts,
      links: passages.links?.[i] || [],
      names: [],
      others: [],
      figures: [],
    };
  }

  search.entries = async (slots) => {
    await opened;
    const entry = async (slot) => {
      const { first, names, passages } = await tier.chunk(slot);
      const i = slot - first;
      if (slot < index.text) return nameEntry(slot, names, i);
      return passageEntry(slot, passages, i - (names?.id.length || 0));
    };
    return Promise.all(slots.map(entry));
  };
})();
