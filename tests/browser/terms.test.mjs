// Terms: links in the text, the list of a page, cards and sheets made of it, the glossary, one term.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DESKTOP, PHONE, close, follow, launch, none, withPage } from "./support/browser.mjs";
import { FORMS, all, pages, part, parts, read, terms, url } from "./support/site.mjs";

before(launch);
after(close);

const skip = !pages.includes("zh/glossary/index.html");
const LINK = ".text a[href^='#t-']";
const OFF = { javaScriptEnabled: false };
const SMALL = { width: 320, height: 568 };

const isOpen = (page) => page.locator("#card").evaluate((card) => card.matches(":popover-open"));
const opened = (page) => page.locator("#card").waitFor({ state: "visible" });
const closed = (page) => page.locator("#card").waitFor({ state: "hidden" });

// A page whose clock stands still: what waits for some time, such as a card, comes when the test says so,
// however slow the machine is.
const withClock = (options, use) =>
  withPage(options, async (page, context) => {
    await page.clock.install();
    return use(page, context);
  });
async function open(page, path) {
  await page.goto(url(path));
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000));
}
// Brings a term into sight, and waits until the scroll is noticed and over: scrolling keeps cards closed.
async function bring(page, link, block = "center") {
  await link.evaluate((el, block) => new Promise((done) => {
    const before = scrollY;
    addEventListener("scroll", () => done(), { once: true });
    el.scrollIntoView({ block, behavior: "instant" });
    if (scrollY === before) done();
  }), block);
  await page.clock.runFor(300);
}

test("the list of a page holds exactly the terms that are linked in its text", { skip }, () => {
  const off = [];
  for (const form of FORMS)
    for (const path of [all(form), ...parts.map((_, i) => part(form, i + 1))]) {
      const html = read(path);
      const linked = new Set([...html.matchAll(/href="#(t-[^"]+)"/g)].map((m) => m[1]));
      const listed = [...html.matchAll(/<dt id="(t-[^"]+)"/g)].map((m) => m[1]);
      assert.ok(listed.length > 0, `${path} lists terms`);
      off.push(...listed.filter((id) => !linked.has(id)).map((id) => `${path}: ${id} is listed only`));
      off.push(...[...linked].filter((id) => !listed.includes(id)).map((id) => `${path}: ${id} is linked only`));
    }
  none(off, "terms");
});

test("letters of a term keep the ink of the text", { skip }, () =>
  withPage({}, async (page) => {
    await page.goto(url(part("zh-en")));
    const look = await page.locator(LINK).evaluateAll((links) => links.map((a) => {
      const s = getComputedStyle(a);
      return s.color === getComputedStyle(a.parentElement).color && s.textDecorationStyle === "dotted" && s.textDecorationLine === "underline";
    }));
    assert.ok(look.length > 100 && look.every(Boolean), `${look.filter((x) => !x).length} of ${look.length} look otherwise`);
  }));

test("a card opens under the pointer, may be entered, and closes when it is left", { skip }, () =>
  withClock({}, async (page) => {
    await open(page, part("zh-en"));
    const link = page.locator(LINK).nth(5);
    await bring(page, link);
    await link.hover();
    await page.clock.runFor(150);
    assert.equal(await isOpen(page), false, "opens too early");
    await page.clock.runFor(1850);
    await opened(page);
    const id = (await link.getAttribute("href")).slice(1);
    await page.locator("#card .meaning").waitFor();
    const [card, line, known] = await page.evaluate((id) => {
      const dt = document.getElementById(id), words = [dt.textContent.trim()];
      for (let dd = dt.nextElementSibling; dd?.localName === "dd"; dd = dd.nextElementSibling) words.push(dd.textContent.trim());
      const rows = [...document.querySelectorAll("#card dt, #card dd")];
      return [rows.map((row) => row.textContent.trim()), words, globalThis.duizhaoTerms[id.slice(2)]];
    }, id);
    // the line of the page, the reading, and what it means in the language of who reads
    assert.deepEqual(card, [line[0], known.pinyin, ...line.slice(1), known.definition.en]);
    await page.locator("#card dd").first().hover();
    await page.clock.runFor(60_000);
    assert.ok(await isOpen(page), "closes although the pointer is in it");
    await page.mouse.move(2, 890);
    await page.clock.runFor(400);
    assert.equal(await isOpen(page), false, "stays open");
  }));

test("Escape closes a card that the keyboard opened, and the focus stays", { skip }, () =>
  withClock({}, async (page) => {
    await open(page, part("zh"));
    const link = page.locator(LINK).first();
    await bring(page, link);
    await page.locator(".text a.no").first().focus();
    await page.keyboard.press("Tab");
    assert.ok(await link.evaluate((a) => a === document.activeElement));
    await page.clock.runFor(350);
    assert.equal(await isOpen(page), false, "opens too early");
    await page.clock.runFor(1650);
    await opened(page);
    await page.mouse.move(700, 880);
    await page.clock.runFor(60_000);
    assert.ok(await isOpen(page), "a move of the pointer closes what the keyboard opened");
    await page.keyboard.press("Escape");
    await closed(page);
    assert.ok(await link.evaluate((a) => a === document.activeElement), "focus is lost");
    await page.keyboard.press("Tab");
    await page.clock.runFor(2000);
    await opened(page);
    await page.keyboard.press("Tab");
    await closed(page);
  }));

test("nothing opens while one runs through with Tab, nor while the page scrolls", { skip }, () =>
  withClock({}, async (page) => {
    await open(page, part("zh-en"));
    await page.evaluate(() => {
      window.cards = 0;
      document.querySelector("#card").addEventListener("beforetoggle", (e) => { if (e.newState === "open") window.cards++; });
    });
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press("Tab");
      await page.clock.runFor(100);
    }
    await page.evaluate(() => document.activeElement.blur());
    await page.mouse.move(500, 400);
    for (let i = 0; i < 20; i++) {
      await scrolled(page, 60);
      await page.clock.runFor(100);
    }
    assert.equal(await page.evaluate(() => window.cards), 0);
    const link = page.locator(LINK).nth(40);
    await bring(page, link);
    await link.hover();
    await page.clock.runFor(2000);
    await opened(page);
    await page.clock.runFor(200);
    await page.mouse.wheel(0, 200);
    await closed(page);
  }));
// Turns the wheel, and waits until the page notices that it scrolls.
async function scrolled(page, by) {
  await page.evaluate(() => { window.moved = new Promise((done) => addEventListener("scroll", () => done(), { once: true })); });
  await page.mouse.wheel(0, by);
  await page.evaluate(() => window.moved);
}

test("a card stays inside a window of 320 × 568, wherever its term stands", { skip }, () =>
  withClock({ viewport: SMALL }, async (page) => {
    await open(page, part("zh-en"));
    const out = [];
    const count = await page.locator(LINK).count();
    for (const block of ["start", "center", "end"])
      for (const nth of [1, 7, 12, 30, 61].filter((n) => n < count)) {
        const link = page.locator(LINK).nth(nth);
        await page.mouse.move(1, 1);
        await bring(page, link, block);
        const box = await link.evaluate((a) => { const r = a.getClientRects()[0]; return [r.left + r.width / 2, r.top + r.height / 2]; });
        await page.mouse.move(...box);
        await page.clock.runFor(2000);
        await opened(page);
        const r = await page.locator("#card").evaluate((c) => c.getBoundingClientRect().toJSON());
        if (r.left < 0 || r.top < 0 || r.right > 320 || r.bottom > 568 || r.height < 60) out.push({ block, nth, ...r });
        if (box[1] > r.top && box[1] < r.bottom && box[0] > r.left && box[0] < r.right) out.push({ block, nth, covers: "its term" });
        await page.keyboard.press("Escape");
      }
    none(out, "cards");
  }));

test("a finger opens a sheet with a link to the term's page, and closes it", { skip }, () =>
  withClock({ viewport: PHONE, hasTouch: true }, async (page) => {
    await open(page, part("zh-en"));
    const link = page.locator(LINK).nth(3);
    await bring(page, link);
    await link.tap();
    await opened(page);
    const sheet = await page.locator("#card").evaluate((c) => c.getBoundingClientRect().toJSON());
    assert.ok(Math.abs(sheet.bottom - PHONE.height) < 1 && sheet.left === 0 && Math.abs(sheet.right - PHONE.width) < 1, JSON.stringify(sheet));
    const targets = await page.locator("#card a,#card button").evaluateAll((list) => list.map((el) => el.getBoundingClientRect().height));
    assert.ok(targets.length === 2 && targets.every((h) => h >= 44), `targets of ${targets}`);
    await page.locator("#card button").tap();
    await closed(page);
    await link.tap();
    await opened(page);
    const id = (await link.getAttribute("href")).slice(3);
    await page.locator("#card a").tap();
    await page.waitForURL(`**/glossary/${id}.html`);
  }));

test("a click or Enter leads to the term's page", { skip }, () =>
  withPage({ viewport: DESKTOP }, async (page) => {
    for (const form of FORMS)
      for (const go of [(link) => link.click(), (link) => link.focus().then(() => page.keyboard.press("Enter"))]) {
        await page.goto(url(part(form)));
        const link = page.locator(LINK).nth(2);
        const id = (await link.getAttribute("href")).slice(3);
        await go(link);
        await page.waitForURL(`**/glossary/${id}.html`);
      }
  }));

test("without a script a term leads to its entry, and that to the term's page", { skip }, () =>
  withPage(OFF, async (page) => {
    for (const form of FORMS) {
      await page.goto(url(part(form)));
      const link = page.locator(LINK).nth(2);
      const id = (await link.getAttribute("href")).slice(1);
      await follow(page, link, url(part(form), { id }));
      const entry = page.locator(`[id="${id}"] a`);
      const { top, bar } = await entry.evaluate((a) => ({ top: a.getBoundingClientRect().top, bar: document.querySelector(".bar").getBoundingClientRect().bottom }));
      assert.ok(top >= bar && top < DESKTOP.height / 2, `${form}: entry at ${top}`);
      await follow(page, entry, new RegExp(`/glossary/${id.slice(2)}\\.html$`));
      assert.equal(await page.locator("h1").count(), 1);
    }
  }));

test("what terms mean is one file of the report, read when a term is first asked for", { skip }, () =>
  withClock({}, async (page) => {
    const asked = [];
    page.on("request", (request) => /\/assets\/terms\./.test(request.url()) && asked.push(request.url()));
    await open(page, part("zh", 2));
    assert.deepEqual(asked, []);
    for (const n of [2, 4]) {
      await bring(page, page.locator(LINK).nth(n));
      await page.locator(LINK).nth(n).hover();
      await page.clock.runFor(2000);
      await opened(page);
      await page.locator("#card .meaning").waitFor();
      await page.mouse.move(2, 890);
      await page.clock.runFor(1000);
    }
    assert.equal(asked.length, 1, asked.join(" "));
    const own = read(part("zh", 2)).match(/terms\.[0-9a-f]{10}\.js/)[0];
    for (const form of FORMS) for (const name of [part(form), all(form)]) assert.ok(read(name).includes(own), name);
  }));

test("beside each other, a card speaks the language that was read last", { skip }, async () => {
  for (const lang of ["zh", "en"])
    await withClock({}, async (page) => {
      await page.goto(url(part(lang)));
      await open(page, part("zh-en"));
      await bring(page, page.locator(LINK).nth(5));
      await page.locator(LINK).nth(5).hover();
      await page.clock.runFor(2000);
      await opened(page);
      assert.equal(await page.locator("#card .meaning").getAttribute("lang"), lang);
      const labels = await page.locator("summary .l").filter({ visible: true }).evaluateAll((list) => list.map((l) => l.lang.slice(0, 2)));
      assert.ok(labels.length && labels.every((l) => l === lang), labels.join(" "));
    });
});

test("on paper the terms are an appendix of short lines in three columns", { skip }, () =>
  withPage({}, async (page) => {
    await page.goto(url(part("zh-en")));
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(LINK).first().evaluate((a) => getComputedStyle(a).textDecorationLine), "none");
    const { columns, seen, size } = await page.locator("details.terms dl").evaluate((dl) => ({
      columns: getComputedStyle(dl).columnCount, seen: dl.checkVisibility(), size: parseFloat(getComputedStyle(dl).fontSize) }));
    assert.deepEqual([columns, seen], ["3", true]);
    assert.ok(size < 12, `${size} px`);
  }));

// Names of the entries of an order, with their letters, as the page shows them.
const entries = (page) => page.locator(".index section").evaluateAll((sections) => sections.map((s) => ({
  letter: s.querySelector("h2").textContent,
  names: [...s.querySelectorAll("dt a")].map((a) => a.textContent),
  pinyin: [...s.querySelectorAll("div")].map((d) => d.querySelector("[lang^=zh-Latn]")?.textContent ?? ""),
})));

test("terms stand by pinyin and by English, under their letters", { skip }, () =>
  withPage({}, async (page) => {
    const total = terms("zh").length;
    const plain = (s) => s.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
    for (const [path, key] of [["zh/glossary/index.html", "pinyin"], ["zh/glossary/by-en.html", "names"], ["en/glossary/by-zh.html", "pinyin"], ["en/glossary/index.html", "pinyin"]]) {
      if (!pages.includes(path)) continue;
      await page.goto(url(path));
      const groups = await entries(page);
      assert.equal(groups.flatMap((g) => g.names).length, total, path);
      // the order named by the page decides which of the two is asked for
      const by = /by-en/.test(path) || (await page.locator(".index dt a").first().evaluate((a) => a.closest("[lang]").lang)) === "en" ? "names" : key;
      const off = groups.flatMap((g) => g[by].filter((n) => {
        const first = plain(n).replace(/^(?:the|an?) /, "").match(/[a-z0-9]/)?.[0] ?? "";
        return /[A-Z]/.test(g.letter) ? first !== g.letter.toLowerCase() : /[a-z]/.test(first);
      }).map((n) => `${path}: ${n} under ${g.letter}`));
      none(off, "terms under another letter");
      const letters = groups.map((g) => g.letter).filter((l) => l !== "#");
      assert.deepEqual(letters, [...letters].sort(), path);
      const bar = await page.locator(".letters>*").evaluateAll((list) => list.map((el) => [el.textContent, el.localName, el.getAttribute("href")]));
      assert.equal(bar.length, 27);
      for (const [letter, name, href] of bar) {
        const group = groups.some((g) => g.letter === letter);
        assert.equal(name, group ? "a" : "span", `${path}: ${letter}`);
        if (group) assert.ok(await page.locator(`section${href}`).count(), href);
      }
    }
  }));

test("the filter finds a term by Han, English, pinyin with and without tones, and initials", { skip }, () =>
  withClock({}, async (page) => {
    await open(page, "zh/glossary/index.html");
    const field = page.locator(".filter input");
    const shown = () => page.locator(".index dt a:visible").allTextContents();
    const whole = (await shown()).length;
    // a term of four characters or more that is all Han, and its English
    const [han, english, pinyin] = await page.locator(".index div").evaluateAll((rows) => rows
      .map((r) => ["a", "b", "[lang^=zh-Latn]"].map((s) => r.querySelector(s)?.textContent ?? ""))
      .find(([han, english, pinyin]) => /^\p{sc=Han}{4,8}$/u.test(han) && english && pinyin.split(" ").length === [...han].length));
    const bare = pinyin.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
    const initials = bare.split(" ").map((s) => s[0]).join("");
    for (const words of [han, han.slice(0, 3), english, english.toUpperCase(), pinyin, pinyin.replaceAll(" ", ""), bare, bare.replaceAll(" ", ""), initials]) {
      await field.fill(words);
      const left = await shown();
      assert.ok(left.includes(han), `${words} finds ${han}, not ${left.slice(0, 5)}`);
      assert.ok(left.length < whole / 4, `${words} leaves ${left.length}`);
      await page.clock.runFor(250);
      const said = await page.locator(".filter output").textContent();
      assert.ok(said.includes(String(left.length)) && said.includes(String(whole)), said);
    }
    await field.fill("qqqqqq");
    assert.ok(await page.locator(".none").isVisible());
    await page.locator(".filter [type=reset]").click();
    await page.clock.runFor(50);
    assert.equal((await shown()).length, whole);
  }));

test("the page of a term lists every place where it stands", { skip }, () =>
  withPage(OFF, async (page) => {
    // ten terms that hold no other term's name and are held by none, so that the text can be counted
    await page.goto(url("zh/glossary/index.html"));
    const found = await page.locator(".index div").evaluateAll((rows) => rows.map((r) => [r.querySelector("a").textContent, r.querySelector("a").getAttribute("href")]));
    const alone = found.filter(([name]) => /^\p{sc=Han}{4,}$/u.test(name) && !found.some(([other]) => other !== name && (other.includes(name) || name.includes(other))));
    await page.goto(url(all("zh")));
    const words = await page.locator(".text").evaluate((text) => {
      const copy = text.cloneNode(true);
      for (const el of copy.querySelectorAll(".vh,.no,.folio,.fn")) el.remove();
      return copy.textContent;
    });
    const counted = alone.map(([name, href]) => [name, href, words.split(name).length - 1]).sort((a, b) => b[2] - a[2]).slice(0, 10);
    assert.equal(counted.length, 10);
    for (const [name, href, times] of counted) {
      await page.goto(url(`zh/glossary/${href}`));
      const marked = await page.locator(".kwic [lang|=zh] mark").allTextContents();
      assert.equal(marked.filter((m) => m === name).length, times, name);
      const first = page.locator(".kwic li").first();
      assert.equal(await first.evaluate((li) => li.firstElementChild.matches("a.at[href*='/zh-en/']")), true, `${name}: the paragraph first, side by side`);
    }
  }));

test("keywords stand below each other on a wide screen, and no page of terms is wider than a phone", { skip }, async () => {
  const longest = terms("zh").map((p) => [read(p).length, p]).sort((a, b) => b[0] - a[0]).slice(0, 6).map(([, p]) => p);
  await withPage({ viewport: DESKTOP }, async (page) => {
    await page.goto(url(longest[0]));
    const centres = await page.locator(".kwic [lang|=zh] mark").evaluateAll((marks) => marks.map((m) => { const r = m.getBoundingClientRect(); return Math.round(r.left + r.width / 2); }));
    assert.ok(Math.max(...centres) - Math.min(...centres) <= 2, `centres from ${Math.min(...centres)} to ${Math.max(...centres)}`);
  });
  await withPage({ viewport: SMALL }, async (page) => {
    const wide = [];
    for (const path of [...longest, ...longest.map((p) => p.replace("zh/", "en/"))]) {
      await page.goto(url(path));
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (over > 0) wide.push(`${path}: ${over} px`);
    }
    none(wide, "pages");
  });
});
