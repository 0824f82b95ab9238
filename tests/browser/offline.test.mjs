// The site works from the disk: nothing is asked of the network, whatever the folder is called.
import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, normalize } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { close, follow, launch, none, watch, withPage } from "./support/browser.mjs";
import { FORMS, SITE, cover, inForm, pages, part, parts, read, size, some, url } from "./support/site.mjs";

before(launch);
after(close);

// Opens pages under `root` and gathers what should not be.
async function visit(root, pages) {
  const foreign = [], heavy = [], faults = [];
  await withPage({}, async (page) => {
    const log = watch(page);
    for (const path of pages) {
      log.requests.length = log.faults.length = 0;
      await page.goto(url(path, { root }), { waitUntil: "load" });
      // data: addresses are part of the page itself
      const asked = log.requests.filter((r) => !r.startsWith("data:"));
      foreign.push(...asked.filter((r) => !r.startsWith("file:")).map((r) => `${path}: ${r}`));
      if (asked.length > 3) heavy.push(`${path}: ${asked.length} requests`);
      faults.push(...log.faults.map((f) => `${path}: ${f}`));
    }
  });
  return { foreign, heavy, faults };
}

test("every page opened from the disk asks for files only, three at most, and reports no error", async () => {
  const { foreign, heavy, faults } = await visit(SITE, pages);
  none(foreign, "requests that leave the disk");
  none(heavy, "pages with more than 3 requests");
  none(faults, "errors");
});

test("a copy in a folder with blanks, Chinese and a number sign works just as well", async () => {
  const base = mkdtempSync(join(tmpdir(), "duizhao-"));
  try {
    const root = join(base, "市府 报告 (副本) #1");
    cpSync(SITE, root, { recursive: true });
    const { foreign, faults } = await visit(root, some);
    none(foreign, "requests that leave the disk");
    none(faults, "errors");
    await clickThrough(root);
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
});

// As a reader goes: the door, the cover in one form, its first part.
async function clickThrough(root) {
  for (const form of FORMS)
    await withPage({}, async (page) => {
      await page.goto(url("index.html", { root }));
      await follow(page, page.locator(`main a[href="${cover(form)}"]`).last(), url(cover(form), { root }));
      await follow(page, page.locator(`main a[href="${parts[0]}"]`).filter({ visible: true }).first(), url(part(form), { root }));
      assert.ok(await page.locator(".text .pair").first().isVisible(), `text in ${form}`);
    });
  if (!pages.includes("zh/search.html")) return;
  await withPage({}, async (page) => {
    await page.goto(url("zh/search.html", { root }));
    await page.locator("#q").fill("的");
    await page.locator(".hits .to").first().click();
    await page.waitForFunction(() => CSS.highlights.get("found")?.size > 0);
  });
}

test("every link leads to a file and an anchor that exist", () => {
  const anchors = new Map(pages.map((p) => [p, new Set([...read(p).matchAll(/\sid="([^"]+)"/g)].map((m) => m[1]))]));
  const dead = [];
  for (const path of pages) {
    for (const [, raw] of read(path).matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      const href = raw.replaceAll("&amp;", "&");
      if (/^(?:data|https?|mailto):/.test(href)) continue;
      const [file, id = ""] = href.split("#");
      const target = file ? normalize(join(dirname(path), decodeURIComponent(file.split("?")[0]))) : path;
      if (!existsSync(join(SITE, target))) dead.push(`${path}: ${href}`);
      else if (id && anchors.has(target) && !anchors.get(target).has(decodeURIComponent(id)))
        dead.push(`${path}: ${href} (no such anchor)`);
    }
  }
  none(dead, "dead links");
});

test("nothing is used that browsers refuse on file: addresses", () => {
  const refused = /type="?module|\bfetch\(|XMLHttpRequest|new Worker\(|<use[^>]+href="[^#]|mask-image:\s*url\(["']?(?!data:)/;
  const assets = [...new Set(pages.flatMap((p) => assetsOf(p))), ...scriptsOnUse];
  none([...pages, ...assets].filter((p) => refused.test(read(p))), "files");
});

// The style sheet and the script of a page, as paths from the root.
const assetsOf = (path) =>
  [...read(path).matchAll(/<(?:link rel="stylesheet" href|script src)="([^"]+)"/g)].map((m) => normalize(join(dirname(path), m[1])));

// What a reader loads of a file from a server that compresses.
const sizeOverHttp = (path) => gzipSync(readFileSync(join(SITE, path)), { level: 9 }).length;

// Scripts that are loaded only when they are used, the table of traditional forms that is loaded when
// nothing is found, and the index in which a small site is searched.
const scriptsOnUse = readdirSync(join(SITE, "assets")).filter((name) => /^(?:words|find|shards)\..*\.js$/.test(name)).map((name) => `assets/${name}`);
const variants = readdirSync(join(SITE, "assets")).filter((name) => name.startsWith("variants.")).map((name) => `assets/${name}`);
const indexes = readdirSync(join(SITE, "assets")).filter((name) => name.startsWith("search.")).map((name) => `assets/${name}/index.js`);

test("pages, style sheet and script stay within their budgets", async (t) => {
  const over = [];
  const limit = (what, bytes, most) => {
    t.diagnostic(`${what}: ${bytes} of ${Math.floor(most)} bytes`);
    if (bytes > most) over.push(`${what}: ${bytes} bytes, ${Math.floor(most)} allowed`);
  };
  for (const asset of new Set(pages.flatMap(assetsOf)))
    limit(`${asset}, gzipped`, sizeOverHttp(asset), asset.endsWith(".css") ? 12 * 1024 : 8 * 1024);
  for (const asset of scriptsOnUse) limit(`${asset}, gzipped`, sizeOverHttp(asset), 8 * 1024);
  for (const asset of variants) limit(`${asset}, gzipped`, sizeOverHttp(asset), 18 * 1024);
  for (const index of indexes) limit(index, size(index), 250_000);
  await withPage({}, async (page) => {
    for (const form of FORMS)
      for (const name of parts) {
        const path = inForm(form, name);
        await page.goto(url(path));
        const { text, lines, elements } = await page.evaluate(weigh);
        const parallel = form === "zh-en";
        limit(`${path}, gzipped`, sizeOverHttp(path), (parallel ? 60 : 35) * 1024);
        limit(path, size(path), parallel ? 190 * 1024 : 16 * 1024 + 2.3 * text + 130 * lines);
        if (parallel) limit(`elements of ${path}`, elements, 4000);
      }
  });
  none(over, "over budget");
});

// Runs in the page: bytes of the words to be read, lines of the list of its terms, elements of the
// whole page.
function weigh() {
  const bytes = (s) => new TextEncoder().encode(s).length;
  const main = document.querySelector("main").cloneNode(true);
  for (const added of main.querySelectorAll(".vh, details.terms")) added.remove();
  return {
    text: bytes(main.textContent),
    lines: document.querySelectorAll("details.terms dt").length,
    elements: document.querySelectorAll("*").length,
  };
}
