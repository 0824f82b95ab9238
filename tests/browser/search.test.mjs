// Searching as a reader does it: from the disk, by keyboard and pointer, in both languages, and back again.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { violations } from "./support/axe.mjs";
import { DESKTOP, PHONE, close, launch, none, openMenu, settle, watch, withPage } from "./support/browser.mjs";
import { pages, paragraphIds, part, read, terms, url } from "./support/site.mjs";

before(launch);
after(close);

const skip = !pages.includes("zh/search.html");
const ID = skip ? "" : paragraphIds(part("zh", 2))[2];

const search = (language, query) => url(`${language}/search.html`) + (query === undefined ? "" : `?q=${encodeURIComponent(query)}`);
const results = (page) => page.locator(".hits .to").filter({ visible: true });
const said = (page) => page.locator("output[role=status]").textContent();
const loaded = (log) => log.requests.filter((r) => /\/assets\/(?:words|find|shards|search|variants)\./.test(r));

// Waits until what stands in the field is answered: it was the last to be asked, how much was found is
// said, which comes after a pause, and the filters stand, of which the chosen one is marked.
const answered = (page) => page.waitForFunction(() => {
  const seen = (s) => [...document.querySelectorAll(s)].filter((el) => el.checkVisibility());
  const output = document.querySelector("output[role=status]"), asked = document.querySelector("#q").value.trim();
  if ((output.dataset.q ?? "") !== asked) return false;
  if (!asked || seen("[data-on=failed]").length) return true;
  if (!seen(".hits .to").length) return output.textContent !== "" && !/\d/.test(output.textContent);
  const found = seen(".hits section").reduce((sum, s) => sum + Number(s.querySelector("small").textContent), 0);
  const said = output.textContent.match(/\d+/)?.[0], kind = new URLSearchParams(location.search).get("kind") ?? "";
  return Number(said) === found && document.getElementById(`kind${kind}`)?.ariaCurrent === "true";
});
// Opens the search page with a query in its address, and waits for what it finds.
async function find(page, language, query) {
  await page.goto(search(language, query));
  await results(page).first().waitFor();
  await answered(page);
}
// Types a query, and waits until it is answered.
async function type(page, query) {
  await page.locator("#q").fill(query);
  await answered(page);
}
// A search page whose clock stands still, with everything loaded that a query needs, and nothing asked.
async function withClock(language, use) {
  await withPage({}, async (page, context) => {
    await page.clock.install();
    await page.goto(search(language));
    await type(page, "2018");
    await type(page, "");
    await page.clock.pauseAt(Date.now() + 3_600_000);
    await page.evaluate(() => {
      const output = document.querySelector("output[role=status]");
      window.said = [];
      window.asked = [];
      new MutationObserver(() => window.said.push(output.textContent)).observe(output, { childList: true, subtree: true, characterData: true });
      new MutationObserver(() => window.asked.push(output.dataset.q)).observe(output, { attributeFilter: ["data-q"] });
    });
    await page.locator("#q").focus();
    await use(page, context);
  });
}
// A phrase out of the middle of a paragraph, as plain text.
const phrases = new Map();
async function phrase(page, language, pattern) {
  if (phrases.has(language)) return phrases.get(language);
  await page.goto(url(part(language, 2)));
  const text = await page.locator(`[id="${ID}"]>[lang]`).textContent();
  const found = text.replaceAll("\u00a0", " ").slice(20).match(pattern);
  assert.ok(found, `a phrase in ${ID} of ${language}`);
  phrases.set(language, found[0]);
  return found[0];
}
const chinese = (page) => phrase(page, "zh", /\p{sc=Han}{6}/u);
const english = (page) => phrase(page, "en", /\b[a-z]{4,} [a-z]+ [a-z]{4,}\b/);

test("nothing of search is loaded before the field is used, and only files then", { skip }, () =>
  withPage({}, async (page) => {
    const log = watch(page);
    await page.clock.install();
    await page.goto(search("zh"));
    // whatever is put off, a minute later it has been done
    await page.clock.runFor(60_000);
    await settle(page);
    assert.deepEqual(loaded(log), []);
    assert.equal(await page.locator("script[src]").evaluateAll((list) => list.filter((s) => /\/(?:words|find|shards)\./.test(s.src)).length), 0);
    await page.locator("#q").focus();
    await type(page, "政府");
    await results(page).first().waitFor();
    assert.ok(loaded(log).length >= 2, "the script and the index");
    none(log.requests.filter((r) => !/^(?:file|data):/.test(r)), "requests that leave the disk");
    none(log.faults, "faults");
  }));

test("a phrase of the text finds its paragraph, marks it whole, and the link leads there with the words lit", { skip }, async () => {
  await withPage({}, async (page) => {
    for (const [language, take] of [["zh", chinese], ["en", english]]) {
      const query = await take(page);
      await find(page, language, `“${query}”`);
      const link = results(page).and(page.locator(`[href*="#${ID}"]`)).first();
      const hit = page.locator(".hits li").filter({ has: page.locator(`.to[href*="#${ID}"]`) }).first();
      assert.equal((await hit.locator("p mark").first().textContent()).toLowerCase(), query.toLowerCase());
      assert.match(await link.textContent(), /^\d+(?:\.\d+)* ¶\d+/, "begins with the number of the paragraph");
      await link.click();
      await page.waitForURL((address) => address.hash === `#${ID}` && address.pathname.includes(`/${language}/`));
      await page.waitForFunction(() => CSS.highlights.get("found")?.size > 0);
      const lit = await page.evaluate((id) => [...CSS.highlights.get("found")].filter((r) => document.getElementById(id).contains(r.startContainer)).map(String), ID);
      assert.ok(lit.some((t) => t.replaceAll("\u00a0", " ").toLowerCase() === query.toLowerCase()), `lit: ${lit}`);
      await page.keyboard.press("Escape");
      assert.equal(await page.evaluate(() => CSS.highlights.has("found")), false, "Escape takes the marks away");
    }
  });
});

test("a hit in the other language leads to the form that shows both", { skip }, () =>
  withPage({}, async (page) => {
    const query = await english(page);
    await find(page, "zh", `"${query}"`);
    await results(page).and(page.locator(`[href*="#${ID}"]`)).first().click();
    await page.waitForURL(/\/zh-en\//);
    await page.waitForFunction(() => CSS.highlights.get("found")?.size > 0);
  }));

test("under each hit stands the sentence that answers to it, with its language", { skip }, () =>
  withPage({}, async (page) => {
    for (const [language, take, first, second] of [["zh", english, "en", "zh-Hans"], ["en", chinese, "zh-Hans", "en"], ["zh", chinese, "zh-Hans", "en"], ["en", english, "en", "zh-Hans"]]) {
      const query = await take(page);
      await find(page, language, `"${query}"`);
      const hit = page.locator(".hits li").filter({ has: page.locator(`.to[href*="#${ID}"]`) }).first();
      const texts = await hit.locator("p").evaluateAll((list) => list.map((p) => [p.lang, p.textContent]));
      assert.deepEqual(texts.map(([lang]) => lang), [first, second], `${language}: ${query}`);
      const whole = await pairText(page);
      for (const [lang, text] of texts) {
        const plain = text.replace(/^…|…$/g, "").trim();
        assert.ok(plain.length > 5 && whole[lang].includes(plain), `${lang}: ${plain}`);
      }
    }
  }));
// The texts of the paragraph by language, as they stand on the page.
async function pairText(page) {
  await page.goto(url(part("zh-en", 2)));
  return page.locator(`[id="${ID}"]>[lang]`).evaluateAll((cells) => Object.fromEntries(cells.map((c) => {
    const copy = c.cloneNode(true);
    for (const mark of copy.querySelectorAll(".vh,.folio,.fn")) mark.remove();
    return [c.lang, copy.textContent.replaceAll("\u00a0", " ").replaceAll("\u2060", "")];
  })));
}

test("back from a result: the query, the filter, what was shown and the place are there again", { skip }, () =>
  withPage({}, async (page) => {
    await find(page, "zh", "金华");
    await page.locator("#kindparagraph").click();
    await page.waitForFunction(() => location.search.includes("kind=paragraph"));
    await answered(page);
    const link = results(page).last();
    await link.scrollIntoViewIfNeeded();
    await settle(page);
    const [top, count] = [await page.evaluate(() => scrollY), await results(page).count()];
    assert.ok(top > 200, "the list is long enough to be scrolled");
    await link.click();
    await page.waitForURL(/#s/);
    await page.goBack();
    await results(page).first().waitFor();
    await answered(page);
    assert.equal(await page.locator("#q").inputValue(), "金华");
    assert.equal(await page.locator("#kindparagraph").getAttribute("aria-current"), "true");
    assert.equal(await results(page).count(), count);
    // the place is the last to come; what stands there stays there
    await page.waitForFunction((top) => Math.abs(scrollY - top) < 5, top).catch(() => {});
    await settle(page);
    assert.ok(Math.abs((await page.evaluate(() => scrollY)) - top) < 5, `at ${await page.evaluate(() => scrollY)}, was at ${top}`);
    await page.goBack();
    await page.waitForFunction(() => !location.search.includes("kind="));
    assert.equal(await page.locator("#q").inputValue(), "金华");
  }));

test("the key / leads to the field, from any page, unless it is typed in a field or switched off", { skip }, async () => {
  await withPage({}, async (page) => {
    await page.goto(url(part("zh-en")));
    await page.keyboard.press("/");
    await page.waitForURL(/\/en\/search\.html#q$/);
    await page.waitForFunction(() => document.activeElement.id === "q");
    await page.keyboard.type("a/b");
    assert.equal(await page.locator("#q").inputValue(), "a/b");
    await page.goto(url("zh/index.html"));
    await page.keyboard.press("/");
    assert.equal(await page.evaluate(() => document.activeElement.name), "q");
  });
  await withPage({}, async (page) => {
    await page.addInitScript(() => localStorage.setItem("duizhao.keys", "off"));
    await page.goto(url(part("zh-en")));
    // said at once when a page is to be left, so that there is nothing to wait for
    await page.evaluate(() => {
      window.left = 0;
      navigation.addEventListener("navigate", () => window.left++);
    });
    await page.keyboard.press("/");
    assert.equal(await page.evaluate(() => window.left), 0);
    assert.equal(page.url(), url(part("zh-en")));
    await page.evaluate(() => (location.hash = "main"));
    assert.equal(await page.evaluate(() => window.left), 1, "leaving is noticed");
  });
});

test("Enter opens the first result, also when it is pressed before the results are there", { skip }, async () => {
  for (const ready of [answered, () => {}])
    await withPage({}, async (page) => {
      const query = await chinese(page);
      await page.goto(search("zh"));
      await page.locator("#q").fill(query);
      await ready(page);
      await page.keyboard.press("Enter");
      await page.waitForURL((address) => !address.pathname.endsWith("search.html"));
      assert.equal(new URL(page.url()).searchParams.get("q"), query);
      await page.goBack();
      await results(page).first().waitFor();
      assert.equal(await page.locator("#q").inputValue(), query);
    });
});

test("arrows go from the field through the results and back, Escape clears, Tab is free", { skip }, () =>
  withPage({}, async (page) => {
    await find(page, "zh", "金华");
    const at = () => page.evaluate(() => [...document.querySelectorAll(".hits .to")].indexOf(document.activeElement));
    await page.locator("#q").focus();
    await page.keyboard.press("ArrowDown");
    assert.equal(await at(), 0);
    await page.keyboard.press("ArrowDown");
    assert.equal(await at(), 1);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    assert.equal(await page.evaluate(() => document.activeElement.id), "q");
    await page.keyboard.press("Tab");
    assert.notEqual(await page.evaluate(() => document.activeElement.id), "q");
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("#q").inputValue(), "");
    assert.equal(await results(page).count(), 0);
  }));

test("the number of results is said once a pause", { skip }, () =>
  withClock("zh", async (page) => {
    for (const letter of "government") {
      await page.keyboard.type(letter);
      await page.clock.runFor(70);
    }
    await page.waitForFunction(() => document.querySelector("output[role=status]").dataset.q === "government");
    assert.deepEqual(await page.evaluate(() => window.said.filter((text) => /\d/.test(text))), [], "said while one types");
    await page.clock.runFor(5000);
    assert.equal(await page.evaluate(() => window.said.filter((text) => /\d/.test(text)).length), 1, JSON.stringify(await page.evaluate(() => window.said)));
    assert.match(await said(page), /\d+/);
  }));

test("a filter leaves one kind, and its count is what is shown", { skip }, () =>
  withPage({}, async (page) => {
    await find(page, "en", "Jinhua");
    for (const kind of ["term", "paragraph"]) {
      const filter = page.locator(`#kind${kind}`);
      const count = Number(await filter.locator("xpath=following-sibling::small").textContent());
      await filter.click();
      await page.waitForFunction((kind) => document.getElementById(`kind${kind}`).ariaCurrent === "true", kind);
      await answered(page);
      // the last thing that a click does
      await page.waitForFunction(() => document.activeElement !== document.body);
      assert.match(await said(page), new RegExp(`\\b${count}\\b`));
      assert.ok(page.url().includes(`kind=${kind}`));
      assert.equal(await page.evaluate(() => document.activeElement.id), `kind${kind}`, "focus stays on the filter");
      assert.equal(await results(page).count(), Math.min(count, 10));
    }
    await page.locator("#more").click();
    await page.waitForFunction(() => document.activeElement.matches(".hits .to"));
    assert.ok((await results(page).count()) > 10, "more are shown");
    assert.ok(await page.evaluate(() => document.activeElement.matches(".hits .to")), "focus is on the first of them");
    await page.locator("#kind").click();
    await page.waitForFunction(() => !location.search.includes("kind="));
  }));

test("a filter that leads nowhere is no fault, and a chosen one can always be taken back", { skip }, () =>
  withPage({}, async (page) => {
    const log = watch(page);
    await page.goto(search("zh", "金华") + "&report=no-such-report&part=99");
    await page.waitForFunction(() => document.querySelector("output[role=status]").dataset.q === "金华");
    assert.equal(await page.locator("[data-on=failed]").isVisible(), false);
    await page.goto(search("zh", "金华") + "&year=1999");
    const chosen = page.locator("[data-facet=year] [aria-current=true]");
    await chosen.waitFor();
    assert.equal(await chosen.textContent(), "1999");
    assert.equal(await results(page).count(), 0);
    none(log.faults, "faults");
  }));

test("a term is found by its pinyin and by the first letters of it", { skip: skip || !terms("zh").length }, () =>
  withPage({}, async (page) => {
    // one whose pinyin is written syllable by syllable
    const spelt = terms("zh").map((path) => [path, ...(read(path).match(/<h1><span lang="zh-Hans">(\p{sc=Han}{4,})<\/span> <span lang="zh-Latn-pinyin">([^<]+)/u) ?? []).slice(1)])
      .map(([path, name = "", pinyin = ""]) => [path, name, pinyin.normalize("NFD").replace(/u\u0308/g, "v").replace(/\p{M}/gu, "").toLowerCase().trim().split(/[\s’']+/)]);
    const [path, , pinyin] = spelt.find(([, name, list]) => list.length === [...name].length) ?? [];
    assert.ok(path, "a term spelt by syllables");
    for (const query of [pinyin.join(""), pinyin.map((s) => s[0]).join("")]) {
      await find(page, "zh", query);
      assert.ok(await page.locator(`[data-kind=term] .to[href*="${path.split("/").pop()}"]`).count(), `${query} finds ${path}`);
    }
  }));

test("an input method that is composing neither searches nor opens anything", { skip }, () =>
  withClock("zh", async (page, context) => {
    const keyboard = await context.newCDPSession(page);
    await keyboard.send("Input.imeSetComposition", { text: "jinhua", selectionStart: 6, selectionEnd: 6 });
    await page.clock.runFor(60_000);
    assert.equal(await page.locator("#q").inputValue(), "jinhua");
    assert.equal(await results(page).count(), 0, "searched while composing");
    await keyboard.send("Input.insertText", { text: "金华" });
    await page.clock.runFor(1000);
    await results(page).first().waitFor();
    assert.deepEqual(await page.evaluate(() => window.asked), ["金华"]);
    assert.equal(await page.locator("#q").inputValue(), "金华");
    assert.ok(page.url().includes("search.html"));
  }));

test("nothing found: what else to try; quotation marks can be taken off", { skip }, () =>
  withPage({}, async (page) => {
    await page.goto(search("en", "“government jinhua xyzzy”"));
    await page.locator("#bare").waitFor();
    await answered(page);
    assert.equal(await results(page).count(), 0);
    assert.ok(await page.locator(`main a[href$="/all.html"]`).first().isVisible());
    await page.locator("#bare").click();
    await page.waitForFunction(() => document.querySelector("#q").value === "government jinhua xyzzy");
  }));

test("an index that does not come is said, with what to do", { skip }, async () => {
  for (const file of [/\/assets\/search\./, /\/assets\/find\./])
    await withPage({}, async (page) => {
      await page.route(file, (route) => route.abort());
      await page.goto(search("en", "government"));
      await page.locator("[data-on=failed]").waitFor({ state: "visible" });
      assert.match(await page.locator("[data-on=failed]").textContent(), /archive/);
      assert.ok(await page.locator(`main a[href$="/all.html"]`).first().isVisible());
    });
});

test("without a script the page says so and leads elsewhere, whatever the address asks for", { skip }, () =>
  withPage({ javaScriptEnabled: false }, async (page) => {
    for (const language of ["zh", "en"]) {
      await page.goto(search(language, "标准地"));
      assert.ok(await page.locator("noscript p").isVisible());
      assert.equal(await page.locator("input,button").filter({ visible: true }).count(), 0);
      for (const form of ["zh", "zh-en", "en"])
        assert.ok(await page.locator(`main a[href$="/all.html"]${form === language ? ":not([href^='../'])" : `[href*="/${form}/"]`}`).first().isVisible(), form);
      if (pages.includes(`${language}/glossary/index.html`)) assert.ok(await page.locator(`main a[href*="glossary/"]`).isVisible());
    }
  }));

test("the forms of the home page and of the 404 page lead to the search, with or without a script", { skip }, async () => {
  for (const javaScriptEnabled of [true, false])
    await withPage({ javaScriptEnabled }, async (page) => {
      for (const path of ["zh/index.html", "en/index.html", "404.html"]) {
        await page.goto(url(path));
        if (await page.locator("base").count()) continue;
        await page.locator("main [name=q], search [name=q]").last().fill("金华");
        await page.locator("search button").last().click();
        await page.waitForURL((address) => address.pathname.endsWith(`/${path.startsWith("zh") ? "zh" : "en"}/search.html`) && address.searchParams.get("q") === "金华");
        if (javaScriptEnabled) await results(page).first().waitFor();
      }
    });
});

test("what was asked does not get into a copied link", { skip }, () =>
  withPage({}, async (page, context) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto(url(part("zh-en", 2)) + `?q=${encodeURIComponent("金华")}#${ID}`);
    await openMenu(page, page.locator(`[id="${ID}"]>a.no`));
    await page.locator("#menu [data-do=link]").click();
    await page.waitForFunction(() => document.querySelector("[role=status]").textContent);
    assert.equal((await page.evaluate(() => navigator.clipboard.readText())).includes("?"), false);
  }));

for (const [viewport, colorScheme] of [[DESKTOP, "light"], [PHONE, "dark"]])
  test(`axe finds nothing in results, none and empty at ${viewport.width} px, light and dark`, { skip }, async () => {
    const found = [];
    await withPage({ viewport, colorScheme }, async (page) => {
      for (const [language, query] of [["zh", "金华"], ["en", "Jinhua"], ["zh", "“没有这样的话语”"], ["en", undefined]]) {
        await page.goto(search(language, query));
        await answered(page);
        found.push(...(await violations(page, `${language} ${query}`, colorScheme)));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (wide > 0) found.push(`${language} ${query}: ${wide} px too wide`);
      }
    });
    none(found, "violations");
  });
