// A figure in the text leads to its indicator and back; the index can be narrowed where scripts run
// and is whole where they do not.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DESKTOP, PHONE, close, follow, launch, withPage } from "./support/browser.mjs";
import { FORMS, pages, part, url } from "./support/site.mjs";

before(launch);
after(close);

const INDEX = "zh/indicators/index.html";
const has = pages.includes(INDEX);

for (const form of FORMS)
  test(`one click leads from a figure to its indicator, and one back to the figure: ${form}`, { skip: !has }, () =>
    withPage({ viewport: DESKTOP }, async (page) => {
      await page.goto(url(part(form)));
      const figure = page.locator("a.fig").first();
      const words = await figure.innerText();
      const id = await figure.getAttribute("id");
      await follow(page, figure, /\/indicators\/[^/]+\.html$/);
      const place = `/${part(form).split("/").pop()}#${id}`;
      await follow(page, page.locator(`a[href$="${place}"]`).first(), new RegExp(`${place}$`));
      const there = page.locator(`[id="${id}"]`);
      assert.equal(await there.count(), 1);
      assert.ok((await there.innerText()).length > 0 && words.length > 0);
    }));

test("the filter counts what is left and can be undone", { skip: !has }, () =>
  withPage({ viewport: DESKTOP }, async (page) => {
    await page.clock.install();
    await page.goto(url(INDEX));
    await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000));
    const shown = () => page.locator("#all tbody tr:not(.grp):visible").count();
    const whole = await shown();
    const field = page.locator("main input[type=search]").first();
    await field.fill("投资");
    await page.clock.runFor(200);
    const left = await shown();
    assert.ok(left > 0 && left < whole, `${left} of ${whole}`);
    await field.fill("");
    await page.clock.runFor(200);
    assert.equal(await shown(), whole);
  }));

test("without scripts the index is whole and shows no filter", { skip: !has }, () =>
  withPage({ viewport: DESKTOP, javaScriptEnabled: false }, async (page) => {
    await page.goto(url(INDEX));
    assert.ok((await page.locator("#all tbody tr:not(.grp)").count()) > 100);
    assert.equal(await page.locator("main input:visible, main button:visible").count(), 0);
  }));

// Hundreds of pages, twenty at a time in frames as large as a phone: to a page its frame is the window,
// and opening a frame costs half of opening a page.
test("no page of figures is wider than a phone", { skip: !has }, () =>
  withPage({ viewport: PHONE }, async (page) => {
    const wide = [];
    const list = pages.filter((p) => /^(zh|en)\/(indicators|topics|places)\/|ledger\.html$|data\.html$/.test(p));
    await page.goto(url("index.html"));
    for (let at = 0; at < list.length; at += 20) {
      const some = list.slice(at, at + 20);
      await page.evaluate(([addresses, { width, height }]) => {
        document.body.replaceChildren();
        return Promise.all(addresses.map((src) => new Promise((loaded) => {
          const frame = Object.assign(document.createElement("iframe"), { src, width, height });
          frame.style.border = 0;
          frame.addEventListener("load", () => loaded(), { once: true });
          document.body.append(frame);
        })));
      }, [some.map((path) => url(path)), PHONE]);
      const seen = await Promise.all(page.frames().slice(1).map((frame) => frame.evaluate(() =>
        ({ address: location.href, main: !!document.querySelector("main"), width: innerWidth, over: document.documentElement.scrollWidth - innerWidth }))));
      assert.deepEqual(seen.map((s) => s.address).sort(), some.map((path) => url(path)).sort());
      for (const { address, main, width, over } of seen) {
        assert.ok(main && width === PHONE.width, `${address}: ${width} px`);
        if (over > 0) wide.push(`${address}: ${over} px`);
      }
    }
    assert.deepEqual(wide, []);
  }));
