// The large site: from the manifest to the few files in which a query can be found. An address is a
// slot and a position in it, as one number.
(() => {
  "use strict";

  const { search } = zhumo;

  const POSITIONS = 2 ** 20; // in a slot
  const ENOUGH = 50; // texts that are found
  const MOST_PARTS = 12; // of a query, and
  const MOST_TERMS = 8; // of a phrase that are read from the index
  const MOST_SHARDS = 32; // for the beginning of a word
  const MOST_LOOKED_UP = 100; // texts that are read for one phrase
  // The bytes of lists from which on a query is answered step by step. Tests make it smaller.
  search.full = 100_000;

  const slotOf = (address) => Math.floor(address / POSITIONS);
  const total = (list, sizeOf) => list.reduce((sum, item) => sum + sizeOf(item), 0);
  const bytesOf = (base64) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt());

  // Reads bytes and numbers from one place on.
  function reader(bytes) {
    let at = 0;
    const take = (length) => {
      at += length;
      return bytes.subarray(at - length, at);
    };
    // Seven bits in each byte, the least first.
    const number = () => {
      let value = 0;
      let factor = 1;
      let byte;
      do {
        byte = bytes[at++];
        value += (byte & 127) * factor;
        factor *= 128;
      } while (byte > 127);
      return value;
    };
    return { take, number, hasMore: () => at < bytes.length };
  }

  // A short list is the entry's only block, in the entry itself. A block ends where the next begins.
  function readBlocks({ take, number }) {
    const count = number();
    if (!count) return [{ from: 0, to: Infinity, size: 0, bytes: take(number()) }];
    const blocks = [];
    const firstFile = number();
    let from = 0;
    for (let i = 0; i < count; i++) {
      const size = number();
      from += number();
      blocks.push({ from, to: Infinity, size, file: firstFile + i });
      if (i) blocks[i - 1].to = from;
    }
    return blocks;
  }

  // A shard as a map from key to entry; of a key only what differs from the one before is written.
  function readShard(base64) {
    const entries = new Map();
    const decoder = new TextDecoder();
    const read = reader(bytesOf(base64));
    let key = [];
    while (read.hasMore()) {
      const common = key.slice(0, read.number());
      key = [...common, ...read.take(read.number())];
      const slots = read.number();
      entries.set(decoder.decode(Uint8Array.from(key)), { slots, blocks: readBlocks(read) });
    }
    return entries;
  }

  // The keys that hold a phrase: pairs of characters, a lone one by what is beside it, words and
  // numbers as they are.
  function keysOf({ tokens, begins }) {
    const keys = [];
    const isHan = (token) => token?.kind === "character";
    let pairs = 0; // characters before this one without a gap
    tokens.forEach((token, i) => {
      const near = (by) => {
        const other = tokens[i + by];
        return other?.position === token.position + by ? other : undefined;
      };
      const put = (key, isPrefix = false) => keys.push({ key, isPrefix, at: token.position });
      const before = near(-1);
      const after = near(1);
      const isLast = i + 1 === tokens.length;
      pairs = isHan(before) ? pairs + 1 : 0;

      if (!isHan(token)) {
        put(token.text, begins && isLast);
      } else if (isHan(after)) {
        // Pairs side by side, and the last one.
        if (pairs % 2 === 0 || !isHan(near(2))) put(token.text + after.text);
      } else if (before && !isHan(before)) {
        put(`^${token.text}`);
      } else if (!isLast) {
        if (!isHan(before) || !after) put(`${token.text}$`);
      } else if (!before) {
        put(token.text, true);
      }
    });
    return keys;
  }

  const rangesOf = (slots) => slots.flatMap((slot) => [slot, slot + 1]);

  const neededBlocks = ({ blocks }, wanted) =>
    blocks.filter(({ from, to }) => search.meets(wanted, from, to));

  // Addresses in a block, moved back to where the phrase begins. The lowest bit of a position says
  // whether another one of the same slot follows.
  function readAddresses(from, bytes, wanted, back) {
    const addresses = [];
    const read = reader(bytes);
    let slot = from;
    while (read.hasMore()) {
      slot += read.number();
      const isWanted = search.meets(wanted, slot);
      let position = 0;
      let number;
      do {
        number = read.number();
        position += number >> 1;
        if (isWanted && position >= back) addresses.push(slot * POSITIONS + position - back);
      } while (number & 1);
    }
    return addresses;
  }

  async function addressesOf(term, wanted) {
    const reads = neededBlocks(term, wanted).map(async ({ from, bytes, file }) => {
      const read = bytes || (await search.load("b", file, bytesOf));
      return readAddresses(from, read, wanted, term.at);
    });
    return (await Promise.all(reads)).flat().sort((a, b) => a - b);
  }

  // What two sorted lists have in common.
  function common(some, others) {
    let i = 0;
    return some.filter((address) => {
      while (others[i] < address) i++;
      return others[i] === address;
    });
  }

  search.large = (index) => {
    const { shards, shift, text } = index;
    const chunk = (slot) => search.load("x", slot >> shift);

    // What the dictionary has for a key, or for all that begin with it; values and whole names are
    // no beginnings of words.
    async function termOf({ key, isPrefix, at }, most) {
      const first = Math.max(0, search.lastUpTo(shards, key));
      const last = isPrefix ? Math.max(first, search.lastUpTo(shards, `${key}\uffff`)) : first;
      const reads = [];
      for (let n = first; n <= last && n < first + most; n++) {
        reads.push(search.load("t", n, readShard));
      }
      const entries = (await Promise.all(reads)).flatMap((shard) => {
        if (!isPrefix) return shard.get(key) || [];
        const fits = ([own]) => own.startsWith(key) && !/[=#]/.test(own);
        return [...shard].filter(fits).map(([, entry]) => entry);
      });
      return {
        at,
        blocks: entries.flatMap(({ blocks }) => blocks),
        slots: total(entries, ({ slots }) => slots),
        isCut: last - first >= most,
      };
    }

    // The rarest term first. Stops are in no list, and long phrases in too many: those are looked up
    // in the texts at last.
    async function resolvePhrase(phrase, most) {
      const { tokens } = phrase;
      const keys = keysOf(phrase);
      const reads = keys.slice(0, MOST_TERMS).map((key) => termOf(key, most));
      const terms = await Promise.all(reads);
      terms.sort((a, b) => a.slots - b.slots);
      const hasStops = tokens.at(-1).position >= tokens.length;
      return {
        ...phrase,
        terms,
        isLookedUp: keys.length > MOST_TERMS || hasStops,
        most: most < Infinity ? MOST_LOOKED_UP : Infinity,
        isCut: false,
      };
    }
    async function resolvePart(part, most) {
      const all = await Promise.all(part.map((phrase) => resolvePhrase(phrase, most)));
      const phrases = all.filter(({ terms }) => terms[0].slots);
      return { phrases, slots: total(phrases, ({ terms }) => terms[0].slots) };
    }

    // Hits are pairs of a slot and where in it something is found.
    async function hitsInTexts(phrases, slots) {
      const wanted = new Set(slots);
      const slotOfChunk = new Map(slots.map((slot) => [slot >> shift, slot]));
      const reads = [...slotOfChunk.values()].map(async (slot) => {
        const scan = search.scanner(await chunk(slot), index);
        return [...scan(phrases)];
      });
      const hits = (await Promise.all(reads)).flat();
      return hits.filter(([slot]) => wanted.has(slot));
    }

    function hitAt(address) {
      const slot = slotOf(address);
      const isInName = slot < text && address % POSITIONS < search.NAME_ZONE;
      return [slot, isInName ? search.IN_NAME : search.ELSEWHERE];
    }

    async function hitsOfPhrase(phrase, wanted) {
      let ranges = wanted;
      let found;
      let slots;
      for (const term of phrase.terms) {
        const addresses = await addressesOf(term, ranges);
        found = found ? common(found, addresses) : addresses;
        slots = [...new Set(found.map(slotOf))];
        ranges = rangesOf(slots);
      }
      if (!phrase.isLookedUp) return found.map(hitAt);
      if (slots.length > phrase.most) phrase.isCut = true;
      return hitsInTexts([phrase], slots.slice(0, phrase.most));
    }

    async function hitsOfPart({ phrases }, wanted) {
      const reads = phrases.map((phrase) => hitsOfPhrase(phrase, wanted));
      const hits = (await Promise.all(reads)).flat();
      // The better place of a slot is set last.
      return new Map(hits.sort((a, b) => b[1] - a[1]));
    }

    async function hitsOf(known, others, wanted) {
      let ranges = wanted;
      let hits;
      for (const part of known) {
        const found = await hitsOfPart(part, ranges);
        hits = hits ? search.both(hits, found) : found;
        ranges = rangesOf([...hits.keys()].sort((a, b) => a - b));
      }
      for (const part of others) {
        hits = search.both(hits, new Map(await hitsInTexts(part, [...hits.keys()])));
      }
      return hits;
    }

    // Names are always counted; texts, newest first, in steps until there are enough of them.
    async function match(parts, wanted, isAll) {
      const most = isAll ? Infinity : MOST_SHARDS;
      const reads = parts.slice(0, MOST_PARTS).map((part) => resolvePart(part, most));
      const known = await Promise.all(reads);
      const others = parts.slice(MOST_PARTS);
      const hits = new Map();
      if (!known.every(({ slots }) => slots)) return { hits, complete: true };

      known.sort((a, b) => a.slots - b.slots);
      const phrases = known.flatMap((part) => part.phrases);
      const terms = phrases.flatMap((phrase) => phrase.terms);
      const sizeOf = (term) => total(neededBlocks(term, wanted), ({ size }) => size);
      const size = total(terms, sizeOf);
      const end = wanted.at(-1);
      const isInSteps = !isAll && size >= search.full;
      let step = isInSteps ? Math.ceil((end * search.full) / size) : Infinity;
      let from = 0;
      let to = Math.max(text, wanted[0]);
      let texts = 0;
      while (from < end && texts < ENOUGH) {
        to += step;
        step *= 2;
        for (const [slot, place] of await hitsOf(known, others, search.clip(wanted, from, to))) {
          hits.set(slot, place);
          if (slot >= text) texts++;
        }
        from = to;
      }
      const isCut = [...terms, ...phrases].some((item) => item.isCut);
      return { hits, complete: from >= end && !isCut };
    }

    // A whole name stands under its first key.
    async function exact(tokens) {
      const [{ key, isPrefix }] = keysOf({ tokens });
      const first = isPrefix ? `${key}$` : key;
      const name = { key: `${first}=${search.form(tokens)}`, isPrefix: false, at: 0 };
      const term = await termOf(name, 1);
      return (await addressesOf(term, [0, text])).map(slotOf);
    }

    return { chunk, match, exact };
  };

  // Tells open.js, if that has asked for this file, that it is there.
  globalThis.DZ?.("shards");
})();
