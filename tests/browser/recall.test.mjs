// What is found is what stands in the texts: held against a search that knows nothing of an index, in
// Chromium, from the disk, in the index of the site and in those that `cargo test` leaves in
// target/tmp/search. ARCHIVE names another built archive with its Markdown (see CONTRIBUTING.md).
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { close, launch, none, watch, withPage } from "./support/browser.mjs";
import { random } from "./support/search-site.mjs";
import { SITE, part, parts, url } from "./support/site.mjs";

before(launch);
after(close);

const LEFT = fileURLToPath(new URL("../../target/tmp/search/", import.meta.url));
const QUERIES = 500;
const ABSENT = 50;

// Blanks, quotation marks and brackets do not matter to a phrase.
const squeeze = (text) => text.replace(/[\s“”‘’《》（）()\u200b]/g, "");

// Runs of Chinese of 2 to 8 characters from anywhere in the texts, also across quotation marks.
function pieces(texts, seed) {
  const r = random(seed);
  const list = [];
  while (list.length < QUERIES) {
    const runs = r.pick(texts).match(/[\p{Script=Han}“”《》（） ]{2,}/gu);
    const run = runs && [...squeeze(r.pick(runs))];
    if (!run || run.length < 2) continue;
    const from = r.below(run.length - 1);
    list.push(run.slice(from, from + 2 + r.below(7)).join(""));
  }
  return list;
}

// Phrases of characters that are there, in an order in which they stand nowhere.
function absent(texts, seed) {
  const r = random(seed);
  const all = texts.map(squeeze).join("\n");
  const han = all.match(/\p{Script=Han}/gu);
  const list = [];
  while (list.length < ABSENT) {
    const piece = Array.from({ length: 2 + r.below(4) }, () => r.pick(han)).join("");
    if (!all.includes(piece)) list.push(piece);
  }
  return list;
}

const folderOf = (root) => join(root, "assets", readdirSync(join(root, "assets")).find((name) => name.startsWith("search.")));

// Opens an index on a page from the disk; `ask` gives, for each query, the texts of all that is found.
async function withIndex(root, use) {
  const scripts = ["words", "find"].map((use) => readdirSync(join(SITE, "assets")).find((name) => name.startsWith(`${use}.`)));
  await withPage({}, async (page) => {
    await page.goto(url("zh/search.html"));
    for (const script of scripts) await page.addScriptTag({ url: pathToFileURL(join(SITE, "assets", script)).href });
    const index = pathToFileURL(join(folderOf(root), "index.js")).href;
    const shards = pathToFileURL(join(SITE, "assets", readdirSync(join(SITE, "assets")).find((name) => name.startsWith("shards.")))).href;
    await page.evaluate(async ([address, shards]) => {
      globalThis.opened = await zhumo.search.open(address, "", shards);
    }, [index, shards]);
    await use(page);
  });
}

// Asks all queries on the page, a hundred with one call; gives what `ask` finds for each, in their order.
async function askAll(page, queries, ask) {
  const answers = [];
  for (let i = 0; i < queries.length; i += 100)
    answers.push(...(await page.evaluate(`(async (list, ask) => {
      const answers = [];
      for (const query of list) answers.push(await ask(query));
      return answers;
    })(${JSON.stringify(queries.slice(i, i + 100))}, ${ask})`)));
  return answers;
}

// Runs in the page: the passages found for a query, and where they are.
async function found(query) {
  const S = zhumo.search;
  const { exact, names, text, rest } = await S.find(query, { all: true });
  const entries = await S.entries(text);
  return { text: entries.map((e) => `${e.path}#${e.id}`).sort(), all: [exact, names, text, rest] };
}

// Runs in the page: how often a query is found.
async function counted(query) {
  const { total } = await zhumo.search.find(query, { all: true });
  return total;
}

// The paragraphs and headings of the first report as its pages show them: where, and what in each language.
async function shown() {
  const places = [];
  await withPage({}, async (page) => {
    for (let n = 1; n <= parts.length; n++) {
      await page.goto(url(part("zh-en", n)));
      const path = part("zh-en", n).split("/").slice(1).join("/");
      const own = await page.evaluate(() => {
        const words = (el) =>
          [...el.querySelectorAll(":scope > [lang]")].map((side) => {
            const copy = side.cloneNode(true);
            copy.querySelectorAll("sup, .folio, [aria-hidden]").forEach((x) => x.remove());
            return copy.textContent;
          });
        const numbered = [...document.querySelectorAll("main .pair[id], main h2.sec")];
        return numbered.map((el) => [(el.id || el.querySelector("a.no")?.hash.slice(1)) ?? "", words(el)]);
      });
      places.push(...own.filter(([id]) => /^s\d/.test(id)).map(([id, texts]) => ({ at: `${path}#${id}`, texts })));
    }
  });
  return places;
}

test("500 pieces of the report are found where they stand and nowhere else, and what is not there is not", async () => {
  const places = await shown();
  assert.ok(places.length > 50, `${places.length} paragraphs`);
  const texts = places.map(({ at, texts }) => ({ at, words: texts.map(squeeze).join("\n") }));
  const chinese = places.map((p) => p.texts[0]);
  await withIndex(SITE, async (page) => {
    const wrong = [];
    const known = new Set(places.map((p) => p.at));
    const queries = [...pieces(chinese, 1), ...absent(chinese, 2)];
    const answers = await askAll(page, queries, found);
    for (const [i, query] of queries.entries()) {
      const truth = texts.filter((t) => t.words.includes(query)).map((t) => t.at).sort();
      const { text } = answers[i];
      // Titles, the opening of the cover and pages outside the report are not among the places looked at.
      const own = text.filter((at) => known.has(at));
      if (own.join() !== truth.join()) wrong.push({ query, missed: truth.filter((t) => !own.includes(t)), extra: own.filter((t) => !truth.includes(t)) });
    }
    none(wrong, "queries with other results than the text");
  });
});

test("an index in shards answers as the one that is looked through", async (t) => {
  if (!existsSync(join(LEFT, "sharded"))) return t.skip("`cargo test` has not left its indexes");
  const places = await shown();
  const mixed = ["254", "254家", "3870亿", "387 billion", "zdpyc", "水", "GDP", "rail transit", "three corrid", "\"three corridors\"",
    "义乌 轨道", "轨道交通 rail", "增长 6.5%", "最多跑一次", "区", "the", "developing", "1.2万"];
  const queries = [...pieces(places.map((p) => p.texts[0]), 3).slice(0, 200), ...mixed];
  const ask = async (root) => {
    let answers;
    await withIndex(root, async (page) => (answers = await askAll(page, queries, found)));
    return queries.map((query, i) => [query, answers[i].all]);
  };
  const whole = await ask(join(LEFT, "whole"));
  assert.ok(whole.filter(([, all]) => all.flat().length).length > 200);
  assert.deepEqual(await ask(join(LEFT, "sharded")), whole);
});

// Every block of the Markdown of an archive.
function blocks(root) {
  const content = join(root, "content");
  const files = readdirSync(content, { recursive: true }).filter((name) => name.endsWith(".zh.md"));
  return files.flatMap((name) => {
    const body = readFileSync(join(content, name), "utf8").replace(/^---\n[^]*?\n---\n/, "");
    return body.split(/\n\n+/).map((block) => block.trim().replace(/^#+ /, "")).filter(Boolean);
  });
}

test("the search page of a large site: typing, filters, labels of reports, a result", async (t) => {
  const root = join(LEFT, "archive/public");
  if (!existsSync(root)) return t.skip("`cargo test` has not left its archive");
  await withPage({}, async (page) => {
    const log = watch(page);
    await page.goto(url("zh/search.html", { root }));
    await page.locator("#q").fill("轨道交通");
    await page.locator(".hits .to").first().waitFor();
    assert.match(await page.locator(".hits .to").first().textContent(), /20\d\d/, "a result names its report");
    const reports = page.locator("[data-facet=report] li");
    await reports.nth(1).waitFor();
    assert.ok((await reports.count()) <= 13, "the reports with most results");
    await reports.nth(1).locator("a").click();
    await page.locator("[data-facet=part] li a").nth(1).waitFor();
    await page.locator("[data-facet=part] li a").nth(1).click();
    // the filter stands when it is marked, and after a pause its count is what is said
    await page.locator("[data-facet=part] li").nth(1).locator("a[aria-current=true]").waitFor();
    const counted = Number(await page.locator("[data-facet=part] li").nth(1).locator("small").textContent());
    const said = page.locator("output[role=status]").filter({ hasText: new RegExp(`\\b${counted}\\b`) });
    await said.waitFor();
    await page.locator(".hits .to").first().click();
    await page.waitForFunction(() => CSS.highlights.get("found")?.size > 0);
    none(log.faults, "faults");
    none(log.requests.filter((r) => !/^(?:file|data):/.test(r)), "requests that leave the disk");
  });
});

for (const root of [join(LEFT, "archive"), process.env.ARCHIVE].filter(Boolean)) {
  test("pieces of an archive are found as often as they stand in it", { timeout: 1_200_000 }, async (t) => {
    if (!existsSync(root)) return t.skip("`cargo test` has not left its indexes");
    const texts = blocks(root);
    const built = existsSync(join(root, "public")) ? join(root, "public") : root;
    await withIndex(built, async (page) => {
      // The made-up names have traditional characters too; they count as their simplified forms.
      const variants = new Map(await page.evaluate(() => [...zhumo.search.map(opened.fold)]));
      const alike = (text) => squeeze(text).replace(/\p{Script=Han}/gu, (c) => variants.get(c) ?? c);
      const squeezed = texts.map(alike);
      const wrong = [];
      const queries = [...pieces(texts, 4), ...absent(texts.slice(0, 2000), 5)];
      const totals = await askAll(page, queries, counted);
      for (const [i, query] of queries.entries()) {
        const truth = squeezed.filter((text) => text.includes(alike(query))).length;
        if (totals[i] !== truth) wrong.push({ query, total: totals[i], truth });
      }
      t.diagnostic(`${texts.length} blocks`);
      none(wrong, "queries found more or less often than the text has them");
    });
  });
}
