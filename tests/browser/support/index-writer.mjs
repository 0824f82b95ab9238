// Writes the search index of a made-up site, small and large: slow and plain, to hold the engine to its format.
//
// A site: langs, fold (pairs of characters), names [{kind, id, names, definitions, words, others, hidden, figures}],
// reports [{key, title, date, parts: [{path, title, headings: [{id, texts}], paragraphs: [{id, heading, texts, words}]}]}],
// newest first; the report with the key "" holds the pages outside reports.

const KINDS = ["term", "indicator", "place", "topic"];
const BREAK = 4;
const NAME_ZONE = 64;

// Every entry in the order of slots, and the columns about reports.
export function entries(site) {
  const names = KINDS.flatMap((kind) => site.names.filter((n) => n.kind === kind));
  const all = names.map((n) => ({ ...n, isName: true }));
  const reports = { key: [], first: [], body: [], title: [], date: [], parts: [] };
  site.reports.forEach((report, r) => {
    reports.key.push(report.key);
    reports.title.push(report.title);
    reports.date.push(report.date);
    reports.first.push(all.length);
    const parts = report.parts.map((part) => [part.path, 0, 0, part.title]);
    report.parts.forEach((part, i) => {
      parts[i][1] = all.length;
      const page = [part.path, r, part.title];
      all.push({ kind: "heading", page, id: "", texts: part.title });
      for (const h of part.headings) all.push({ kind: "heading", page, id: h.id, texts: h.texts });
    });
    reports.body.push(all.length);
    report.parts.forEach((part, i) => {
      parts[i][2] = all.length;
      const page = [part.path, r, part.title];
      for (const p of part.paragraphs) {
        const heading = part.headings[p.heading]?.texts;
        all.push({ kind: "paragraph", page, id: p.id, heading, texts: p.texts, words: p.words });
      }
    });
    reports.parts.push(parts);
  });
  return { all, text: names.length, reports };
}

// The texts of one column for each language.
const columns = (rows, texts, langs) => langs.map((_, lang) => rows.map((row) => texts(row)[lang] ?? ""));
const unlessEmpty = (column) => (column.every((x) => !x.length) ? undefined : column);

function namesOf(rows, langs, withDefinitions) {
  if (!rows.length) return undefined;
  return {
    id: rows.map((x) => x.id),
    name: columns(rows, (x) => x.names, langs),
    words: rows.map((x) => x.words ?? ""),
    hidden: unlessEmpty(rows.map((x) => x.hidden ?? [])),
    others: unlessEmpty(rows.map((x) => x.others ?? [])),
    figures: unlessEmpty(rows.map((x) => x.figures ?? [])),
    definitions: withDefinitions ? unlessEmpty(rows.map((x) => x.definitions ?? [])) : undefined,
  };
}

function passagesOf(rows, langs) {
  if (!rows.length) return undefined;
  const tables = { pages: [], headings: [] };
  const number = (table, row) => {
    const key = JSON.stringify(row);
    const at = tables[table].findIndex((other) => JSON.stringify(other) === key);
    return at >= 0 ? at : tables[table].push(row) - 1;
  };
  // A heading that is a passage of the same chunk is not written twice.
  const heading = (x) => {
    if (!x.heading) return -1;
    const own = rows.findIndex((y) => y.kind === "heading" && y.texts === x.heading);
    return own >= 0 ? -2 - own : number("headings", x.heading);
  };
  return {
    page: rows.map((x) => number("pages", x.page)),
    id: rows.map((x) => x.id),
    heading: rows.map(heading),
    text: columns(rows, (x) => x.texts, langs),
    words: rows.map((x) => x.words ?? ""),
    ...tables,
  };
}

function chunk(site, all, from, to, withDefinitions) {
  const rows = all.slice(from, to);
  const [names, others] = [rows.filter((x) => x.isName), rows.filter((x) => !x.isName)];
  return { first: from, names: namesOf(names, site.langs, withDefinitions), passages: passagesOf(others, site.langs) };
}

// Every text by which a name is found.
export function allNames(x) {
  const syllables = (x.words ?? "").split(" ").filter((w) => w && !w.endsWith("#"));
  const spelt = syllables.length > 1 ? [syllables.join(""), syllables.map((w) => w[0]).join("")] : [];
  const figures = (x.figures ?? []).flatMap(([, , words]) => words);
  return [...x.names, ...(x.others ?? []).flat(), ...(x.hidden ?? []), ...spelt, ...figures].filter(Boolean);
}

const deltas = (list) => list.map((x, i) => x - (list[i - 1] ?? 0));

function manifest(site, { all, text, reports }) {
  const at = (kind) => all.findIndex((x) => x.kind === kind);
  const kinds = KINDS.map((kind) => [kind, at(kind), `${kind}s/`]).filter(([, first]) => first >= 0);
  const years = [];
  reports.date.forEach((date, r) => {
    const year = reports.key[r] && date.slice(0, 4);
    if (years.at(-1)?.[0] !== year) years.push([year, reports.first[r]]);
  });
  return {
    v: 1,
    langs: site.langs,
    forms: [["zh", [0]], ["zh-en", [0, 1]], ["en", [1]]],
    fold: site.fold,
    kinds,
    text,
    slots: all.length,
    years,
    reports: { ...reports, first: deltas(reports.first), body: deltas(reports.body) },
  };
}

const call = (name, value) => `DZ(${JSON.stringify(name)},${JSON.stringify(value)})`;

export function writeSmall(site) {
  const slots = entries(site);
  const whole = chunk(site, slots.all, 0, slots.all.length, false);
  const shift = 2;
  const files = new Map([["index.js", call("index", { ...manifest(site, slots), whole, definitions: shift })]]);
  for (let n = 0; n << shift < slots.text; n++) {
    const some = slots.all.slice(n << shift, Math.min((n + 1) << shift, slots.text));
    files.set(path("d", n), call(`d${n}`, some.map((x) => x.definitions ?? ["", ""])));
  }
  return files;
}

// The keys of tokens at their positions; stops show as positions left out.
function* keysOf(tokens) {
  for (const [i, t] of tokens.entries()) {
    const before = tokens[i - 1]?.position === t.position - 1 ? tokens[i - 1] : undefined;
    const after = tokens[i + 1]?.position === t.position + 1 ? tokens[i + 1] : undefined;
    if (t.kind !== "character") yield [t.text, t.position];
    else {
      if (after?.kind === "character") yield [t.text + after.text, t.position];
      else yield [`${t.text}$`, t.position];
      if (before && before.kind !== "character") yield [`^${t.text}`, t.position];
    }
  }
}

// Every key of one entry with its positions.
function keys(entry, search, map) {
  const found = [];
  const zone = (texts, from) => {
    const tokens = search.tokens((texts ?? []).filter(Boolean).join("\n"), map).map((t) => ({ ...t, position: t.position + from }));
    found.push(...keysOf(tokens));
    return tokens.length ? tokens.at(-1).position + 1 : from;
  };
  const words = (list, from) => {
    const all = (list ?? "").split(" ").filter(Boolean);
    all.forEach((word, i) => found.push([word, from + i]));
    return from + all.length;
  };
  if (!entry.isName) {
    const end = zone(entry.texts, 0);
    words(entry.words, end && end + BREAK);
    return found;
  }
  const names = allNames(entry);
  words(entry.words, Math.max(NAME_ZONE, zone(names, 0) + BREAK));
  for (const name of names) {
    const tokens = search.tokens(name, map);
    const first = [...keysOf(tokens)].find(([key]) => !key.startsWith("^"));
    if (first) found.push([`${first[0]}=${search.scan(name, map)}`, 0]);
  }
  return found;
}

function varint(n) {
  const bytes = [];
  do {
    bytes.push((n % 128) + (n > 127 ? 128 : 0));
    n = Math.floor(n / 128);
  } while (n > 0);
  return bytes;
}

// A posting list of [slot, positions], beginning to count at a slot.
function postings(list, base) {
  const bytes = [];
  for (const [slot, positions] of list) {
    bytes.push(...varint(slot - base));
    base = slot;
    positions.forEach((p, i) => bytes.push(...varint((p - (positions[i - 1] ?? 0)) * 2 + (i + 1 < positions.length ? 1 : 0))));
  }
  return bytes;
}

// A list cut between slots; no block is longer than size but for a single slot.
function cut(list, size) {
  const blocks = [];
  let length = Infinity;
  for (const [i, row] of list.entries()) {
    const more = postings([row], list[i - 1]?.[0] ?? 0).length;
    length += more;
    if (length > size) {
      blocks.push([]);
      length = more;
    }
    blocks.at(-1).push(row);
  }
  return blocks;
}

const path = (letter, n) => `${letter}/${Math.floor(n / 1000)}/${n}.js`;
const base64 = (bytes) => Buffer.from(bytes).toString("base64");

// sizes: shift, shard and block in bytes
export function writeLarge(site, search, sizes) {
  const slots = entries(site);
  const map = search.map(site.fold);
  const index = new Map();
  slots.all.forEach((entry, slot) => {
    for (const [key, position] of keys(entry, search, map)) {
      if (!index.has(key)) index.set(key, new Map());
      const lists = index.get(key);
      if (!lists.has(slot)) lists.set(slot, new Set());
      lists.get(slot).add(position);
    }
  });

  const files = new Map();
  const first = [];
  let block = 0;
  let shard = [];
  let before = Buffer.alloc(0);
  const close = () => {
    files.set(path("t", first.length - 1), call(`t${first.length - 1}`, base64(shard)));
    shard = [];
    before = Buffer.alloc(0);
  };
  for (const key of [...index.keys()].sort()) {
    const list = [...index.get(key)].map(([slot, set]) => [slot, [...set].sort((a, b) => a - b)]);
    const name = Buffer.from(key);
    let shared = 0;
    if (shard.length > sizes.shard) close();
    if (!shard.length) first.push(key);
    while (shared < Math.min(before.length, name.length) && before[shared] === name[shared]) shared++;
    before = name;
    shard.push(...varint(shared), ...varint(name.length - shared), ...name.subarray(shared), ...varint(list.length));
    const whole = postings(list, 0);
    if (whole.length <= sizes.block) {
      shard.push(...varint(0), ...varint(whole.length), ...whole);
      continue;
    }
    const blocks = cut(list, sizes.block);
    shard.push(...varint(blocks.length), ...varint(block));
    blocks.forEach((part, i) => {
      const bytes = postings(part, part[0][0]);
      shard.push(...varint(bytes.length), ...varint(part[0][0] - (i ? blocks[i - 1][0][0] : 0)));
      files.set(path("b", block), call(`b${block}`, base64(bytes)));
      block++;
    });
  }
  close();

  const { shift } = sizes;
  for (let n = 0; n << shift < slots.all.length; n++)
    files.set(path("x", n), call(`x${n}`, chunk(site, slots.all, n << shift, (n + 1) << shift, true)));

  const about = manifest(site, slots);
  const { key, title, date, parts } = about.reports;
  about.reports = { first: about.reports.first, body: about.reports.body };
  for (let k = 0; k << 7 < key.length; k++) {
    const some = (list) => list.slice(k << 7, (k + 1) << 7);
    files.set(path("r", k), call(`r${k}`, { key: some(key), title: some(title), date: some(date) }));
  }
  for (let k = 0; k << 3 < key.length; k++) files.set(path("p", k), call(`p${k}`, parts.slice(k << 3, (k + 1) << 3)));
  files.set("index.js", call("index", { ...about, shift, shards: first }));
  return files;
}
