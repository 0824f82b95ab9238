// Scripts are comforts: without them every word, form, link and citation is still there.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DESKTOP, PHONE, close, follow, launch, none, withPage } from "./support/browser.mjs";
import { FORMS, all, cover, kinds, paragraphIds, part, parts, url } from "./support/site.mjs";

before(launch);
after(close);

const OFF = { javaScriptEnabled: false };

// Runs in the page: paragraphs whose words cannot be read, because nothing of them is drawn.
function unreadable(cellsWanted) {
  const bad = [];
  for (const pair of document.querySelectorAll(".text .pair[id]")) {
    const cells = [...pair.querySelectorAll(":scope>[lang],:scope>.miss")];
    if (cells.length !== cellsWanted) bad.push(`${pair.id}: ${cells.length} cells`);
    for (const cell of cells) {
      const box = cell.getBoundingClientRect();
      const seen = cell.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
      if (!seen || box.width < 100 || box.height < 10 || !cell.innerText.trim()) bad.push(`${pair.id} ${cell.lang}`);
    }
  }
  return bad;
}

test("every paragraph can be read without a script, in all three forms, on desktop and phone", async () => {
  const bad = [];
  for (const viewport of [DESKTOP, PHONE])
    await withPage({ ...OFF, viewport }, async (page) => {
      for (const form of FORMS) {
        await page.goto(url(all(form)));
        const shown = await page.locator(".text .pair[id]").evaluateAll((list) => list.map((p) => p.id));
        assert.deepEqual(shown, paragraphIds(all(form)), `paragraphs of ${all(form)}`);
        const cells = form.split("-").length;
        bad.push(...(await page.evaluate(unreadable, cells)).map((b) => `${form} ${viewport.width}: ${b}`));
      }
    });
  none(bad, "unreadable");
});

test("the whole-report page holds the paragraphs of the cover and of every part", () => {
  for (const form of FORMS) {
    const apart = [cover(form), ...parts.map((_, i) => part(form, i + 1))].flatMap(paragraphIds);
    assert.deepEqual([...paragraphIds(all(form))].sort(), apart.sort(), form);
  }
});

test("contents lead to parts and sections without a script", async () => {
  for (const viewport of [DESKTOP, PHONE])
    await withPage({ ...OFF, viewport }, async (page) => {
      await page.goto(url(cover("zh-en")));
      const section = page.locator(`main nav a[href^="${parts[0]}#"]`).first();
      const href = await section.getAttribute("href");
      await follow(page, section, url(part("zh-en"), { id: href.split("#")[1] }));
      // narrow screens have the contents in the menu of the bar, which opens by itself
      const link = page.locator(`nav.toc a[href="${parts[1]}"]`);
      if (!(await link.isVisible())) await page.locator(".bar .open").click();
      await follow(page, link, url(part("zh-en", 2)));
    });
});

test("the reading forms, the neighbours and the numbers are links that work without a script", async () => {
  await withPage(OFF, async (page) => {
    await page.goto(url(part("zh")));
    for (const form of ["zh-en", "en", "zh"]) {
      await follow(page, page.locator(`nav.forms a[href*="/${form}/"]`).filter({ visible: true }).first(), url(part(form)));
    }
    const id = paragraphIds(part("zh"))[2];
    await follow(page, page.locator(`[id="${id}"] > a.no`), url(part("zh"), { id }));
    await follow(page, page.locator("a[rel=next]"), url(part("zh", 2)));
  });
});

test("citations can be read and selected without a script", async () => {
  await withPage(OFF, async (page) => {
    for (const path of [cover("zh"), part("zh-en"), all("en")]) {
      await page.goto(url(path));
      await page.locator("details.cites summary").click();
      const texts = await page.locator(".cites pre").filter({ visible: true }).allInnerTexts();
      assert.ok(texts.length >= 2 && texts.every((t) => t.trim().length > 20), `${path}: ${texts.length} citations`);
      assert.match(texts.join("\n"), /\[R(?:\/OL)?\]/, "a citation by GB/T 7714");
    }
  });
});

// What one page of every kind shows without a script, opened once for both tests: controls that would
// do nothing, and the ground in both themes, which the browser changes as the system does.
let visited;
const onEveryKind = () => (visited ??= visit());
async function visit() {
  const dead = [], luminance = [];
  await withPage({ ...OFF, colorScheme: "light" }, async (page) => {
    for (const [kind, path] of kinds) {
      await page.goto(url(path));
      const shown = await page.locator("button,input,select,textarea,[role=button]").filter({ visible: true })
        .evaluateAll((list) => list.filter((b) => !b.closest("details,form[action]") && !b.hasAttribute("popovertarget"))
          .map((b) => b.outerHTML.slice(0, 80)));
      dead.push(...shown.map((b) => `${kind}: ${b}`));
      const light = await page.evaluate(ground);
      await page.emulateMedia({ colorScheme: "dark" });
      luminance.push({ kind, light, dark: await page.evaluate(ground) });
      await page.emulateMedia({ colorScheme: "light" });
    }
  });
  return { dead, luminance };
}
// Runs in the page.
function ground() {
  const solid = (c) => c.match(/[\d.]+/g).map(Number);
  const of = (el) => solid(getComputedStyle(el).backgroundColor);
  const [r, g, b, a = 1] = of(document.body);
  return (a ? r + g + b : of(document.documentElement).slice(0, 3).reduce((x, y) => x + y)) / 3;
}

test("no button is shown that would do nothing without a script", async () => {
  none((await onEveryKind()).dead, "dead controls");
});

test("without a script the dark theme follows the system", async () => {
  const { luminance } = await onEveryKind();
  assert.equal(luminance.length, kinds.length);
  for (const { kind, light, dark } of luminance) {
    assert.ok(light > 200, `${kind} in light: ${light}`);
    assert.ok(dark < 60, `${kind} in dark: ${dark}`);
  }
});
