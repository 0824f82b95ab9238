// What the script adds for those who read on: the place kept between forms, selecting, copying, keys.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DESKTOP, PHONE, close, launch, none, openMenu, settle, withPage } from "./support/browser.mjs";
import { kinds, paragraphIds, part, parts, url } from "./support/site.mjs";

before(launch);
after(close);

const PAGE = part("zh-en");
const ID = paragraphIds(PAGE)[8];

// Puts a paragraph where one reads, and tells how far below the top of the window it stands.
async function scrollTo(page, id) {
  await page.evaluate((id) => document.getElementById(id).scrollIntoView({ block: "start", behavior: "instant" }), id);
  await settle(page);
  return topOf(page, id);
}
const topOf = (page, id) => page.evaluate((id) => document.getElementById(id).getBoundingClientRect().top, id);

// After a switch: the same paragraph in the other form, where it was.
async function sameParagraph(page, form, before) {
  await page.waitForURL(url(part(form), { id: ID }));
  await settle(page);
  const after = await topOf(page, ID);
  assert.ok(Math.abs(after - before) <= 80, `from ${before} to ${after} px below the top`);
}

test("the key m changes the form and keeps the paragraph", async () => {
  await withPage({}, async (page) => {
    await page.goto(url(PAGE));
    const before = await scrollTo(page, ID);
    await page.keyboard.press("m");
    await sameParagraph(page, "en", before);
  });
});

test("the mode switch can be reached from the middle of the text, and keeps the paragraph", async () => {
  await withPage({}, async (page) => {
    await page.goto(url(PAGE));
    const before = await scrollTo(page, ID);
    const switches = page.locator(`nav a[href$="/${part("zh")}"]`);
    const point = await switches.evaluateAll((links) => links.map((a) => a.getBoundingClientRect())
      .filter((r) => r.width && r.top >= 0 && r.bottom <= innerHeight).map((r) => [r.left + r.width / 2, r.top + r.height / 2])[0]);
    assert.ok(point, "no link to the other form is in sight while one reads");
    await page.mouse.click(...point);
    await sameParagraph(page, "zh", before);
  });
});

test("a paragraph's menu leads to the same paragraph in another form", async () => {
  await withPage({}, async (page) => {
    await page.goto(url(PAGE));
    await openMenu(page, page.locator(`[id="${ID}"]>a.no`));
    await page.locator(`#menu a[href*="/en/"]`).click();
    await page.waitForURL(url(part("en"), { id: ID }));
  });
});

test("a drag down one column takes no sentence of the other", async () => {
  await withPage({ viewport: { width: 1440, height: 1600 } }, async (page) => {
    await page.goto(url(PAGE));
    const [from, , to] = paragraphIds(PAGE).slice(1, 4);
    await scrollTo(page, from);
    for (const [column, foreign, own] of [[0, /[a-z]+ [a-z]+ [a-z]+/i, /\p{sc=Han}{5}/u], [1, /\p{sc=Han}/u, /[a-z]+ [a-z]+ [a-z]+/i]]) {
      const boxes = await page.evaluate(([ids, n]) => ids.map((id) => document.getElementById(id).querySelectorAll(":scope>[lang]")[n].getBoundingClientRect().toJSON()), [[from, to], column]);
      await page.mouse.move(boxes[0].left + 30, boxes[0].top + 16);
      await page.mouse.down();
      await page.mouse.move(boxes[0].left + 60, boxes[0].bottom - 10, { steps: 4 });
      await page.mouse.move(boxes[1].left + 150, boxes[1].top + 45, { steps: 8 });
      await page.mouse.up();
      const text = await page.evaluate(() => getSelection().toString());
      assert.ok(text.length > 100 && own.test(text), `too little selected: ${text.slice(0, 60)}`);
      assert.doesNotMatch(text, foreign, `column ${column + 1}`);
      await page.keyboard.press("Escape");
    }
  });
});

test("the menu copies both texts with their source", async () => {
  await withPage({}, async (page, context) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto(url(PAGE));
    const pair = page.locator(`[id="${ID}"]`);
    await openMenu(page, pair.locator("a.no"));
    await page.locator("#menu [data-do=both]").click();
    await page.waitForFunction(() => document.querySelector("[role=status]").textContent);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const [zh, en] = (await pair.locator(":scope>[lang]").allTextContents()).map((t) => t.replaceAll("\u00a0", " ").trim()); // a copy has plain blanks
    const address = ID.replace(/^s/, "").replace("-p", " ¶");
    const [first, second, source, ...rest] = copied.trim().split(/\r?\n\r?\n/);
    assert.deepEqual([first, second, rest], [`“${zh}”`, `“${en}”`, []]);
    assert.match(source, /^——《.+》（.+，\d{4}年\d{1,2}月\d{1,2}日），/u);
    assert.ok(source.includes(`，${address}`), `${source} names ${address}`);
    const html = await page.evaluate(async () => (await (await navigator.clipboard.read())[0].getType("text/html")).text());
    assert.match(html, /<blockquote[^>]* lang="zh-Hans"/);
  });
});

test("the first Tab reaches the link past the bar, and it works", async () => {
  const lost = [];
  await withPage({}, async (page) => {
    for (const [kind, path] of kinds.filter(([kind]) => kind !== "404")) {
      await page.goto(url(path));
      await page.keyboard.press("Tab");
      const { href, seen } = await page.evaluate(() => {
        const el = document.activeElement, r = el.getBoundingClientRect();
        return { href: el.getAttribute("href"), seen: r.top >= 0 && r.height >= 24 && el.contains(document.elementFromPoint(r.left + 5, r.top + 5)) };
      });
      if (href !== "#main" || !seen) { lost.push(`${kind}: ${href}, ${seen ? "seen" : "not seen"}`); continue; }
      await page.keyboard.press("Enter");
      if (!(await page.evaluate(() => document.activeElement.id === "main"))) lost.push(`${kind}: focus is not in main`);
    }
  });
  none(lost, "skip links");
});

test("every stop of the Tab key is seen: outlined, and not under the bar", async () => {
  const bad = [];
  for (const viewport of [DESKTOP, { width: 390, height: 844 }])
    await withPage({ viewport }, async (page) => {
      await page.goto(url(PAGE));
      const seen = new Set();
      for (let i = 0; i < 60; i++) {
        await page.keyboard.press("Tab");
        await settle(page);
        const stop = await page.evaluate(() => {
          const el = document.activeElement, r = el.getBoundingClientRect(), s = getComputedStyle(el);
          const bar = document.querySelector(".bar");
          return {
            name: `${el.localName}.${el.className} ${el.textContent.trim().slice(0, 16)}`, isBody: el === document.body,
            key: el.getAttribute("href") + el.textContent,
            outlined: s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2,
            covered: !bar.contains(el) && !el.matches(".skip") && r.top < bar.getBoundingClientRect().bottom && r.bottom > 0,
            inside: r.bottom > 0 && r.top < innerHeight && r.width > 0,
          };
        });
        if (stop.isBody) break;
        seen.add(stop.key);
        if (!stop.outlined || stop.covered || !stop.inside) bad.push(`${viewport.width} px: ${JSON.stringify(stop)}`);
      }
      assert.ok(seen.size > 20, `only ${seen.size} stops`);
    });
  none(bad, "stops");
});

test("a phone needs two taps from one part to the next, and from any paragraph to the search", async () => {
  for (const javaScriptEnabled of [true, false])
    await withPage({ viewport: PHONE, hasTouch: true, javaScriptEnabled }, async (page) => {
      await page.goto(url(part("zh")));
      await page.locator(".bar .open").tap();
      await page.locator(`#nav a[href="${parts[1]}"]`).tap();
      await page.waitForURL(url(part("zh", 2)));
      await page.locator(".text .pair").nth(20).scrollIntoViewIfNeeded();
      await page.locator(".bar .open").tap();
      await page.locator("#nav [type=search]").tap();
      assert.equal(await page.locator("#nav [type=search]").evaluate((field) => field === document.activeElement), true);
    });
});

test("the bar of a phone says which paragraph is being read", () =>
  withPage({ viewport: PHONE }, async (page) => {
    await page.goto(url(part("zh", 2), { id: paragraphIds(part("zh", 2))[9] }));
    const at = page.locator(".bar .at");
    await page.waitForFunction(() => document.querySelector(".bar .at").textContent);
    const shown = await page.evaluate(() => zhumo.reading().id.replace(/^s/, "").replace(/-?p/, " ¶"));
    assert.equal(await at.textContent(), shown);
  }));

test("a change of form leaves the paragraph where it stood", async () => {
  for (const viewport of [DESKTOP, PHONE])
    await withPage({ viewport }, async (page) => {
      for (const [from, to] of [["zh", "zh-en"], ["zh-en", "en"], ["en", "zh-en"]]) {
        await page.goto(url(part(from, 2)));
        await page.evaluate(() => scrollTo(0, 2500));
        const [id, before] = await page.evaluate(() => [zhumo.reading().id, zhumo.reading().getBoundingClientRect().top]);
        await page.evaluate((form) => document.querySelector(`.forms a[href*="/${form}/"]`).click(), to);
        await page.waitForURL(`**/${to}/**`);
        await page.waitForLoadState("load");
        await page.waitForFunction(() => !localStorage.getItem("duizhao.switch"));
        const after = await page.evaluate((id) => document.getElementById(id).getBoundingClientRect().top, id);
        assert.ok(Math.abs(after - before) < 80, `${from} → ${to}, ${id}: ${before} became ${after}`);
      }
    });
});
