// Chinese as it is set on the real page: the measure, the marks, and where lines may break.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DESKTOP, PHONE, close, launch, none, settle, withPage } from "./support/browser.mjs";
import { around, breaks, lines } from "./support/lines.mjs";
import { all, cover, part, url } from "./support/site.mjs";

before(launch);
after(close);

const PARAGRAPHS = ".text .pair>p[lang|=zh],.text .pair>[lang|=zh] :is(p,li,td,th,dd)";
const TITLES = ":is(h1,h2,h3,h4,.row,.turn,.toc a) [lang|=zh]";
// The contents beside the text are too narrow to keep clauses whole.
const HEADINGS = ":is(h1,h2,h3,h4,.row,.turn) [lang|=zh]";
const WIDTHS = [1440, 1024, 768, 390];

// What must not begin a line, and what must not end one.
const CLOSING = /^[，。、；：！？”’）》〉」』】〕…·%％‰℃,.;:!?)]/u;
const OPENING = /[“‘（《〈「『【〔(]$/u;
// A number and what counts it. The words of measure are those of reports, not those of a generator.
const UNIT = "平方公里|平方米|立方米|公里|公顷|美元|微克|分钟|小时|年代|周年|号线|个月|人次|[元个家件项条户人套亩吨列届次年月日天场所座辆倍名位村只台头株米克级期轮处批张类]";
const NUMBER = new RegExp(`\\d[\\d.,]*(?:[%％‰℃]|[万亿千百]+(?:${UNIT})?|${UNIT})`, "gu");

const PAGES = [all("zh"), all("zh-en"), cover("zh"), cover("zh-en")];

// What is set in Chinese, broken anew at each width, in one language and side by side: the page, the
// width and the blocks with their lines. Measured once for all tests, on one visit for each page.
const HEADING_WIDTHS = Array.from({ length: 29 }, (_, i) => 320 + 40 * i);
let measured;
const broken = async (what) => (await (measured ??= measureAll()))[what];
async function measureAll() {
  const result = { paragraphs: [], titles: [], headings: [] };
  await withPage({}, async (page) => {
    const look = async (what, selector, path, width) => {
      const blocks = await lines(page, selector);
      assert.ok(blocks.length > 1, `nothing Chinese on ${path}`);
      result[what].push([`${path} ${width} px`, blocks]);
    };
    const setWidth = async (width) => {
      await page.setViewportSize({ width, height: 900 });
      await settle(page);
    };
    for (const path of PAGES) {
      await setWidth(WIDTHS[0]);
      await page.goto(url(path));
      for (const width of WIDTHS) {
        await setWidth(width);
        await look("paragraphs", PARAGRAPHS, path, width);
        await look("titles", TITLES, path, width);
      }
      // A heading is as wide as its column, whatever stands below it: at so many widths the paragraphs
      // would only be set for nothing. That their absence changes no heading is seen at one width.
      await setWidth(HEADING_WIDTHS.at(-1));
      const whole = await lines(page, HEADINGS);
      await page.evaluate((headings) => {
        for (const pair of document.querySelectorAll(".text .pair, details.terms")) if (!pair.querySelector(headings)) pair.remove();
      }, HEADINGS);
      for (const width of HEADING_WIDTHS.toReversed()) {
        await setWidth(width);
        await look("headings", HEADINGS, path, width);
        if (width === HEADING_WIDTHS.at(-1)) assert.deepEqual(result.headings.at(-1)[1], whole, `headings of ${path} without paragraphs`);
      }
    }
  });
  return result;
}
const findings = (places, judge) => places.flatMap(([where, blocks]) => judge(blocks).map((f) => `${where}: ${f}`));
const everything = async () => [...(await broken("paragraphs")), ...(await broken("titles"))];

const measureOf = (page) =>
  page.locator(".text .pair>p[lang|=zh]").nth(2).evaluate((p) => p.getBoundingClientRect().width / parseFloat(getComputedStyle(p).fontSize));

test("a line of Chinese holds as many characters as are good to read", async () => {
  const measure = {};
  for (const [where, viewport] of [["", DESKTOP], ["phone ", PHONE]])
    await withPage({ viewport }, async (page) => {
      for (const [name, form] of [["alone", "zh"], ["beside", "zh-en"]]) {
        await page.goto(url(part(form)));
        measure[where + name] = await measureOf(page);
      }
    });
  assert.ok(measure.alone <= 36.01 && measure.alone >= 28, `中文 at 1440: ${measure.alone}`);
  assert.ok(measure.beside >= 22 && measure.beside <= 28, `对照 at 1440: ${measure.beside}`);
  assert.ok(measure["phone alone"] >= 19, `中文 at 390: ${measure["phone alone"]}`);
  assert.ok(measure["phone beside"] >= 19, `对照 at 390: ${measure["phone beside"]}`);
});

// Runs in the page: the styles of each Chinese block.
function styles(selector) {
  return [...document.querySelectorAll(selector)].filter((el) => el.checkVisibility()).map((el) => {
    const s = getComputedStyle(el), pair = getComputedStyle(el.closest(".pair"));
    const px = (v) => parseFloat(v) || 0;
    return {
      where: el.closest("[id]").id, font: px(s.fontSize), lead: px(s.lineHeight) / px(s.fontSize), indent: px(s.textIndent),
      gap: px(s.marginTop) + px(s.marginBottom) + px(s.paddingTop) + px(s.paddingBottom) + px(pair.marginTop) + px(pair.marginBottom) + px(pair.paddingTop) + px(pair.paddingBottom),
    };
  });
}

test("lines of Chinese stand 1.75 to 1.9 apart", async () => {
  await withPage({}, async (page) => {
    for (const path of [part("zh"), part("zh-en"), all("zh-en")]) {
      await page.goto(url(path));
      const off = (await page.evaluate(styles, PARAGRAPHS)).filter((s) => s.lead < 1.75 || s.lead > 1.9);
      none(off, `line heights on ${path}`);
    }
  });
});

test("a paragraph alone has an indent and no gap, one in a pair a gap and no indent", async () => {
  for (const viewport of [{ width: 1440, height: 900 }, PHONE])
    await withPage({ viewport }, async (page) => {
      const paragraphs = ".text .pair>p[lang|=zh]";
      await page.goto(url(part("zh")));
      none((await page.evaluate(styles, paragraphs)).filter((s) => Math.abs(s.indent - 2 * s.font) > 0.5 || s.gap > 0), `中文 at ${viewport.width}`);
      await page.goto(url(part("zh-en")));
      none((await page.evaluate(styles, paragraphs)).filter((s) => s.indent !== 0 || s.gap < 8), `对照 at ${viewport.width}`);
    });
});

test("no line begins with a closing mark and none ends with an opening one", async () => {
  const judge = (blocks) => breaks(blocks)
    .filter(([b, at]) => CLOSING.test(b.text.slice(at)) || OPENING.test(b.text.slice(0, at)))
    .map(([b, at]) => around(b, at));
  none(findings(await everything(), judge), "lines");
});

test("no number is parted from what it counts", async () => {
  const judge = (blocks) => blocks.flatMap((b) => {
    const spans = [...b.text.matchAll(NUMBER)].map((m) => [m.index, m.index + m[0].length]);
    return b.breaks.filter((at) => spans.some(([from, to]) => from < at && at < to)).map((at) => around(b, at));
  });
  none(findings(await everything(), judge), "numbers");
});

test("no paragraph ends with a line of one character", async () => {
  const judge = (blocks) => blocks
    .filter((b) => b.breaks.length && b.text.slice(b.breaks.at(-1)).replace(/[\p{P}\p{S}\s]/gu, "").length <= 1)
    .map((b) => around(b, b.breaks.at(-1)));
  none(findings(await broken("paragraphs"), judge), "last lines");
});

test("dashes and ellipses stay whole", async () => {
  const judge = (blocks) => breaks(blocks).filter(([b, at]) => /^(——|……)$/u.test(b.text.slice(at - 1, at + 1))).map(([b, at]) => around(b, at));
  none(findings(await everything(), judge), "broken marks");
});

test("full lines of Chinese end at the same edge, and English is ragged", async () => {
  const judge = (blocks) => blocks.flatMap((b) => b.rights
    .map((right, i) => [Math.abs(b.edge - right), b.breaks[i]])
    .filter(([off]) => off > 1)
    .map(([off, at]) => `${off.toFixed(1)} px off: ${around(b, at)}`));
  none(findings(await broken("paragraphs"), judge), "ragged lines");
  await withPage({}, async (page) => {
    await page.goto(url(part("zh-en")));
    const aligned = await page.locator(".text .pair>p[lang=en]").evaluateAll((list) => list.map((p) => getComputedStyle(p).textAlign));
    assert.deepEqual([...new Set(aligned)].filter((a) => a !== "start" && a !== "left"), []);
  });
});

test("headings break between clauses only, at every width from 320 to 1440", async () => {
  const judge = (blocks) => breaks(blocks).filter(([b, at]) => {
    if (/[\p{Pe}\p{Pf}\p{Po}—…\s]$/u.test(b.text.slice(0, at)) || /^[“‘（《]/u.test(b.text.slice(at))) return false;
    // a clause longer than the line has to break somewhere, but never before a closing mark
    if (CLOSING.test(b.text.slice(at))) return true;
    const from = b.text.slice(0, at).search(/[^，、；：。！？）”》“‘（《\s]*$/u);
    const rest = b.text.slice(at).search(/[，、；：。！？“（《\s]/u);
    const clause = b.widths.slice(from, rest < 0 ? undefined : at + rest + 1).reduce((x, y) => x + y, 0);
    return clause <= b.room;
  }).map(([b, at]) => around(b, at));
  none(findings(await broken("headings"), judge), "breaks");
});

test("digits stand together in justified lines", () =>
  withPage({}, async (page) => {
    const spaced = [];
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(url(part("zh-en", 2)));
      // The first digit of a number has the space before it in its own box.
      spaced.push(...(await page.evaluate(() => {
        const found = [];
        for (const cell of document.querySelectorAll(".text .pair > p[lang|=zh]")) {
          const size = parseFloat(getComputedStyle(cell).fontSize);
          const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
          for (let node; (node = walk.nextNode()); )
            for (const { index } of node.data.matchAll(/(?<=\d)\d(?=\d)/g)) {
              const range = document.createRange();
              range.setStart(node, index);
              range.setEnd(node, index + 1);
              const width = range.getBoundingClientRect().width / size;
              if (width > 0.62) found.push(`${node.data.slice(Math.max(0, index - 3), index + 4)}: ${width.toFixed(2)}`);
            }
        }
        return found;
      })));
    }
    none(spaced, "digits apart");
  }));

test("an ordinal never stands alone on its line, not even in the narrow contents", async () => {
  const alone = [];
  const isOrdinal = (words) => /^(?:[（(]?[一二三四五六七八九十]+[、）)])$/u.test(words.trim());
  for (const [where, blocks] of await broken("titles"))
    alone.push(...breaks(blocks).filter(([block, at]) => isOrdinal(block.text.slice(0, at))).map(([block, at]) => `${where}: ${around(block, at)}`));
  none(alone, "ordinals alone");
});
