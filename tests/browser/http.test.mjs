// From a server, in a folder below its root: nothing fails, and a wrong address gets a page that helps.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { after, before, test } from "node:test";
import { close, follow, launch, none, watch, withPage } from "./support/browser.mjs";
import { SITE, kinds, pages, some } from "./support/site.mjs";

const BASE = "/a/b/";
const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".txt": "text/plain; charset=utf-8" };
let server, origin;

// As plain hosts do: files below BASE, index.html for a folder, 404.html for what is not there.
async function answer(request, response) {
  const path = decodeURIComponent(new URL(request.url, "http://host").pathname);
  const name = normalize(path.slice(BASE.length).replace(/(^|\/)$/, "$1index.html"));
  try {
    if (!path.startsWith(BASE) || name.startsWith("..")) throw new Error("outside");
    const body = await readFile(join(SITE, name));
    response.writeHead(200, { "content-type": TYPES[extname(name)] ?? "application/octet-stream" }).end(body);
  } catch {
    response.writeHead(404, { "content-type": TYPES[".html"] }).end(await readFile(join(SITE, "404.html")));
  }
}

before(async () => {
  server = createServer(answer);
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  origin = `http://127.0.0.1:${server.address().port}`;
  await launch();
});
after(async () => {
  await close();
  server.closeAllConnections();
  server.close();
});

test("pages load below /a/b/ without a failed request, an error or a word to another host", async () => {
  const faults = [], heavy = [];
  await withPage({}, async (page) => {
    const log = watch(page);
    for (const path of some) {
      log.requests.length = log.faults.length = 0;
      await page.goto(`${origin}${BASE}${path}`, { waitUntil: "load" });
      const asked = log.requests.filter((r) => !r.startsWith("data:"));
      faults.push(...log.faults.map((f) => `${path}: ${f}`));
      faults.push(...asked.filter((r) => !r.startsWith(origin + BASE)).map((r) => `${path}: ${r}`));
      if (asked.length > 3) heavy.push(`${path}: ${asked.join(" ")}`);
    }
  });
  none(faults, "faults");
  none(heavy, "pages with more than 3 requests");
});

test("a folder's address shows its page, and links from there work", async () => {
  await withPage({}, async (page) => {
    const log = watch(page);
    await page.goto(origin + BASE);
    for (const name of ["cover zh-en", "part zh-en"]) {
      const path = kinds.find(([kind]) => kind === name)[1];
      const link = page.locator(`main a[href$="${name.startsWith("cover") ? path : path.split("/").pop()}"]`).filter({ visible: true }).first();
      await follow(page, link, `${origin}${BASE}${path}`);
    }
    none(log.faults, "faults");
  });
});

test("search works from a server as from the disk, and is not asked for before it is used", { skip: !pages.includes("en/search.html") }, async () => {
  await withPage({}, async (page) => {
    const log = watch(page);
    await page.goto(`${origin}${BASE}en/search.html`);
    const before = log.requests.length;
    await page.locator("#q").fill("the");
    await page.locator(".hits .to").first().waitFor();
    assert.ok(log.requests.length >= before + 3, "two scripts and the index");
    await page.locator("#q").press("Enter");
    await page.waitForFunction(() => CSS.highlights.get("found")?.size > 0);
    assert.match(page.url(), /\?q=the(?:#|$)/);
    none(log.faults, "faults");
    none(log.requests.filter((r) => !r.startsWith(origin + BASE) && !r.startsWith("data:")), "requests elsewhere");
  });
});

test("a wrong address gets the 404 page in its own style, however deep it is", async () => {
  for (const path of ["missing.html", "zh/no/such/page/at/all.html", "zh-en/缺页/"])
    await withPage({}, async (page) => {
      const log = watch(page);
      const response = await page.goto(`${origin}${BASE}${path}`);
      assert.equal(response.status(), 404);
      const look = await page.evaluate(() => {
        const body = getComputedStyle(document.body), title = document.querySelector("h1 [lang|=zh]");
        return { title: title.innerText, ground: body.backgroundColor, margin: body.marginTop, family: body.fontFamily,
          colour: getComputedStyle(title).color, ink: body.color, links: document.querySelectorAll("main a[href]").length };
      });
      assert.match(look.title, /\p{sc=Han}/u);
      assert.notEqual(look.ground, "rgba(0, 0, 0, 0)", "no ground: not styled");
      assert.equal(look.margin, "0px", "not styled");
      assert.match(look.family, /Song|Serif/, "not in the site's face");
      assert.notEqual(look.colour, look.ink, "title not in vermilion");
      assert.ok(look.links >= 3, `${look.links} links`);
      // the answer itself is the only thing that is not there
      none(log.faults.filter((f) => !f.startsWith("404 ") && !f.includes("status of 404")), "faults");
      assert.equal(log.requests.filter((r) => !r.startsWith("data:")).length, 1, "stands alone");
    });
});

test("the links of the 404 page work where it stands at the root of the site", async () => {
  await withPage({}, async (page) => {
    await page.goto(`${origin}${BASE}missing.html`);
    const links = await page.locator("main a[href]").evaluateAll((list) => list.map((a) => a.href));
    // with an address of its own the site resolves them against that
    const own = links.filter((l) => l.startsWith(origin));
    for (const link of own) assert.equal((await page.request.get(link)).status(), 200, link);
    assert.ok(links.length >= 3);
  });
});
