// Writes the search index of a made-up site, small and large: slow and plain, to hold the engine to its format.
//
// A site: langs, fold (pairs of characters), names [{kind, path, names, definitions, words, others, hidden, figures}],
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

// A row without the empty fields at its end.
function trimmed(row) {
  const full = row.findLastIndex((x) => x.length > 0);
  return row.slice(0, full + 1);
}

function chunk(all, from, to) {
  const tables = { p: [], h: [] };
  const number = (table, row) => {
    const key = JSON.stringify(row);
    const at = tables[table].findIndex((other) => JSON.stringify(other) === key);
    return at >= 0 ? at : tables[table].push(row) - 1;
  };
  const e = all.slice(from, to).map((x) => {
    const { definitions = [], words = "", others = [], hidden = [], figures = [] } = x;
    if (x.isName) return trimmed([x.path, x.names, definitions, words, others, hidden, figures]);
    const row = [number("p", x.page), x.id, x.heading ? number("h", x.heading) : -1, x.texts];
    return x.words ? [...row, x.words] : row;
  });
  return { f: from, ...tables, e };
}

const deltas = (list) => list.map((x, i) => x - (list[i - 1] ?? 0));

function manifest(site, { all, text, reports }) {
  const kinds = KINDS.map((kind) => [kind, all.findIndex((x) => x.kind === kind)]).filter(([, at]) => at >= 0);
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
  const whole = chunk(slots.all, 0, slots.all.length);
  return new Map([["index.js", call("index", { ...manifest(site, slots), whole })]]);
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
    const tokens = search.tokens((texts ?? []).join("\n"), map).map((t) => ({ ...t, position: t.position + from }));
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
  const names = [...entry.names, ...(entry.others ?? []).flat(), ...(entry.hidden ?? [])];
  const rest = Math.max(NAME_ZONE, zone(names, 0) + BREAK);
  const end = words(entry.words, rest);
  zone(entry.definitions, end > rest ? end + BREAK : rest);
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

// sizes: shift, shard and block in bytes, labels: the number of reports from which labels have files of their own
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
    files.set(path("x", n), call(`x${n}`, chunk(slots.all, n << shift, (n + 1) << shift)));

  const about = manifest(site, slots);
  if (about.reports.key.length > (sizes.labels ?? 200)) {
    const { key, title, parts } = about.reports;
    about.reports = { first: about.reports.first, body: about.reports.body, date: about.reports.date };
    for (let k = 0; k << 7 < key.length; k++) {
      const some = (list) => list.slice(k << 7, (k + 1) << 7);
      files.set(`r${k}.js`, call(`r${k}`, { key: some(key), title: some(title), parts: some(parts) }));
    }
  }
  files.set("index.js", call("index", { ...about, shift, shards: first }));
  return files;
}
