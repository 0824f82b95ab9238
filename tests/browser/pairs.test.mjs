// A paragraph and its counterpart: one address in every form, level with each other, found and marked.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DESKTOP, PHONE, close, launch, none, settle, withPage } from "./support/browser.mjs";
import { FORMS, all, cover, ids, kinds, paragraphIds, part, parts, url } from "./support/site.mjs";

before(launch);
after(close);

test("a page has the same anchors in all three forms", () => {
  const names = [cover, all, ...parts.map((_, i) => (form) => part(form, i + 1))];
  for (const of of names) {
    const [first, ...others] = FORMS.map((form) => ids(of(form)));
    assert.ok(first.length > 1, `${of("zh")} has anchors`);
    assert.equal(new Set(first).size, first.length, `${of("zh")} uses an anchor twice`);
    for (const other of others) assert.deepEqual(other, first, of("zh-en"));
  }
});

test("both sides of a pair start on one baseline", async () => {
  await withPage({}, async (page) => {
    await page.goto(url(all("zh-en")));
    const off = await page.evaluate(() => {
      // the lower edge of an empty inline block stands on the baseline
      const probes = [...document.querySelectorAll(".text .pair[id]")].map((pair) => [pair.id,
        [...pair.querySelectorAll(":scope>[lang]")].map((cell) => {
          const probe = document.createElement("span");
          probe.style.cssText = "display:inline-block;width:0;height:0;text-indent:0";
          let first = cell;
          while (first.firstElementChild && first.firstChild === first.firstElementChild) first = first.firstElementChild;
          first.prepend(probe);
          return probe;
        })]);
      return probes.map(([id, [a, b]]) => [id, a.getBoundingClientRect(), b.getBoundingClientRect()])
        .filter(([, a, b]) => Math.abs(a.bottom - b.bottom) > 2 || b.left - a.left < 300)
        .map(([id, a, b]) => `${id}: ${a.bottom.toFixed(1)} and ${b.bottom.toFixed(1)}`);
    });
    none(off, "uneven pairs");
  });
});

test("both sides of a pair are about as high", async () => {
  await withPage({}, async (page) => {
    await page.goto(url(all("zh-en")));
    const ratios = await page.locator(".text .pair[id]").evaluateAll((pairs) => pairs
      .map((pair) => [...pair.querySelectorAll(":scope>[lang]")].map((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return range.getBoundingClientRect().height;
      }))
      .map(([a, b]) => a / b).sort((x, y) => x - y));
    const median = ratios[Math.floor(ratios.length / 2)];
    assert.ok(median >= 0.8 && median <= 1.25, `median ratio of heights: ${median.toFixed(2)}`);
  });
});

test("on a phone a pair reads number, original, translation", async () => {
  await withPage({ viewport: PHONE }, async (page) => {
    await page.goto(url(all("zh-en")));
    const off = await page.locator(".text .pair[id]").evaluateAll((pairs) => pairs.filter((pair) => {
      const [number, zh, en] = pair.children;
      if (!number.matches("a.no") || !zh.lang.startsWith("zh") || en.lang !== "en") return true;
      const range = document.createRange();
      const first = (el) => { range.selectNodeContents(el); return range.getClientRects()[0]; };
      const [n, a, b] = [number, zh, en].map(first);
      if (!n || !a || !b) return true;
      // the number stands before the text, in its first line or above; the translation stands below
      const numberFirst = a.top >= n.bottom - 1 || (a.left >= n.right - 1 && a.bottom > n.top);
      return !numberFirst || b.top < zh.getBoundingClientRect().bottom - 1;
    }).map((pair) => pair.id));
    none(off, "pairs out of order");
  });
});

// The two are one visit: a page that is made wider is set anew, and its script asks for the width
// again when that passes the one at which the contents fold, which neither of the two reaches.
test("nothing scrolls sideways at 320 px, nor with text twice as large", async () => {
  const wide = [];
  const [small, large] = [{ width: 320, height: 568 }, { width: 640, height: 800 }];
  await withPage({ viewport: small }, async (page) => {
    const look = async (where) => {
      const { scrollWidth, clientWidth, culprits } = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        const culprits = scrollWidth <= clientWidth ? [] : [...document.querySelectorAll("body *")]
          .filter((el) => el.getBoundingClientRect().right > clientWidth + 1 && !el.closest(".skip,[popover]"))
          .slice(0, 3).map((el) => `${el.localName}.${el.className} “${el.textContent.trim().slice(0, 12)}” ends at ${el.getBoundingClientRect().right}`);
        return { scrollWidth, clientWidth, culprits };
      });
      if (scrollWidth > clientWidth) wide.push(`${where}: ${scrollWidth} px in ${clientWidth} (${culprits.join(", ")})`);
    };
    for (const [kind, path] of kinds) {
      await page.setViewportSize(small);
      await page.goto(url(path));
      await look(`${kind} at 320 px`);
      await page.setViewportSize(large);
      await page.addStyleTag({ content: "html{font-size:200%}" });
      assert.equal(await page.evaluate(() => innerWidth), large.width);
      await look(`${kind} at 200 % text`);
    }
  });
  none(wide, "pages");
});

test("an address leads to its paragraph: below the bar, in sight, marked, and still marked under the pointer", async () => {
  for (const viewport of [DESKTOP, PHONE])
    await withPage({ viewport }, async (page) => {
      for (const form of FORMS) {
        const id = paragraphIds(part(form))[4];
        await page.mouse.move(0, 0);
        await page.goto(url(part(form), { id }));
        await settle(page);
        const look = () => page.evaluate((id) => {
          const pair = document.getElementById(id);
          const box = pair.getBoundingClientRect();
          const words = pair.querySelector(":scope>[lang]").getClientRects()[0];
          return {
            top: box.top, bar: document.querySelector(".bar").getBoundingClientRect().bottom, height: innerHeight,
            hit: pair.contains(document.elementFromPoint(words.left + 40, words.top + 14)),
            ground: getComputedStyle(pair).backgroundColor, paper: getComputedStyle(document.documentElement).backgroundColor,
          };
        }, id);
        const where = `${form} at ${viewport.width}`;
        const at = await look();
        assert.ok(at.top >= at.bar && at.top < at.height / 2, `${where}: top ${at.top}, bar ${at.bar}`);
        assert.ok(at.hit, `${where}: covered`);
        assert.notEqual(at.ground, at.paper, `${where}: not marked`);
        assert.notEqual(at.ground, "rgba(0, 0, 0, 0)", `${where}: not marked`);
        await page.locator(`[id="${id}"]>[lang]`).first().hover({ position: { x: 60, y: 10 } });
        assert.equal((await look()).ground, at.ground, `${where}: mark lost under the pointer`);
      }
    });
});
