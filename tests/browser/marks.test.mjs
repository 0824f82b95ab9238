// Marks, blanks and faces inside Chinese: what the style sheet and the font stacks have to get right.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { close, launch, none, withPage } from "./support/browser.mjs";
import { kinds, url } from "./support/site.mjs";

before(launch);
after(close);

// What is looked for, in this order; each runs in the page. The last sets the text otherwise.
const FINDERS = { autospace, blanks, italics, quotationMarks };

// Opens one page of every kind, once for all tests, and gathers what each of them finds there.
let visited;
async function onEveryKind(finder) {
  const { looked, found } = (await (visited ??= visit()))[finder];
  assert.ok(looked > 0, "nothing to look at");
  return found;
}
async function visit() {
  const results = Object.fromEntries(Object.keys(FINDERS).map((name) => [name, { looked: 0, found: [] }]));
  await withPage({}, async (page) => {
    for (const [kind, path] of kinds) {
      await page.goto(url(path));
      for (const [name, find] of Object.entries(FINDERS)) {
        const { looked, found } = await page.evaluate(find);
        results[name].looked += looked;
        results[name].found.push(...found.map((f) => `${kind}: ${f}`));
      }
    }
  });
  return results;
}

test("quotation marks are full width in Chinese: in text, headings, contents and foot", async () => none(await onEveryKind("quotationMarks"), "quotation marks"));

test("the browser sets the space between Han and Latin, everywhere in Chinese", async () => none(await onEveryKind("autospace"), "text-autospace"));

test("no blank is typed between Han and a digit", async () => none(await onEveryKind("blanks"), "blanks"));

test("no Han character is set in italics", async () => none(await onEveryKind("italics"), "italics"));

test("emphasis in Chinese becomes dots or another face, never italics", async () => {
  await withPage({}, async (page) => {
    await page.goto(url(kinds.find(([kind]) => kind === "part zh")[1]));
    const styles = await page.evaluate(() => ["em", "i", "cite"].map((name) => {
      const el = document.querySelector(".text .pair>[lang|=zh]").appendChild(document.createElement(name));
      el.textContent = "着重";
      const { fontStyle } = getComputedStyle(el);
      el.remove();
      return fontStyle;
    }));
    assert.deepEqual(styles, ["normal", "normal", "normal"]);
  });
});

function autospace() {
  const result = { looked: 0, found: [] };
  for (const el of document.querySelectorAll(":lang(zh)")) {
    const own = [...el.childNodes].some((n) => n.nodeType === 3 && /\p{sc=Han}/u.test(n.data));
    if (!own || el.closest("head,script") || !el.checkVisibility()) continue;
    result.looked++;
    if (getComputedStyle(el).textAutospace !== "normal")
      result.found.push(`<${el.localName} class="${el.className}"> ${getComputedStyle(el).textAutospace}: ${el.textContent.trim().slice(0, 20)}`);
  }
  return result;
}

function blanks() {
  const result = { looked: 0, found: [] };
  const blocks = ".text [lang|=zh],:is(h1,h2,h3,h4) [lang|=zh],:is(.toc,.row,.turn) [lang|=zh],.length";
  for (const el of document.querySelectorAll(blocks)) {
    // the table of corrections shows the text as it was received
    if (el.closest(".errata") || !el.closest("[lang]").lang.startsWith("zh")) continue;
    result.looked++;
    const hit = el.textContent.match(/.{0,6}(?:\p{sc=Han}[ \u00A0]\d|\d[ \u00A0]\p{sc=Han}).{0,6}/u);
    if (hit) result.found.push(`${el.closest("[id]")?.id}: ${hit[0]}`);
  }
  return result;
}

function italics() {
  const result = { looked: 0, found: [] };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!/\p{sc=Han}/u.test(node.data)) continue;
    result.looked++;
    const { fontStyle, transform } = getComputedStyle(node.parentElement);
    if (fontStyle !== "normal" || transform.includes("skew")) result.found.push(node.data.slice(0, 20));
  }
  return result;
}

function quotationMarks() {
  // justifying widens characters: measured without it
  document.head.append(Object.assign(document.createElement("style"), { textContent: "*{text-align:start!important}" }));
  const result = { looked: 0, found: [] };
  const mark = /[\u2018-\u201D\u3000-\u303F\uFF00-\uFF20]/;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const chars = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const el = node.parentElement;
    if (!/\S/.test(node.data) || el.closest(".vh,.no,script,style") || !el.checkVisibility()) continue;
    const chinese = el.matches(":lang(zh)");
    for (let i = 0; i < node.length; i++) chars.push({ c: node.data[i], el, node, i, chinese });
  }
  // Only the marks and what stands beside them are measured; what has no width is passed over.
  const measured = (char) => {
    if (char.box !== undefined) return char.box;
    range.setStart(char.node, char.i);
    range.setEnd(char.node, char.i + 1);
    const box = [...range.getClientRects()].sort((a, b) => b.width - a.width)[0];
    return (char.box = box?.width ? box : null);
  };
  const beside = (at, step) => {
    do at += step; while (chars[at] && !measured(chars[at]));
    return chars[at];
  };
  chars.forEach((char, i) => {
    const { c, el, chinese } = char;
    if (!chinese || !/[“”]/.test(c) || !measured(char)) return;
    const { box } = char;
    // beside another mark one of the two is halved; so is a mark at the edge of a line
    const [before, after] = [beside(i, -1), beside(i, 1)];
    const em = parseFloat(getComputedStyle(el).fontSize);
    const inLine = (other) => Math.abs(other.box.top + other.box.height / 2 - box.top - box.height / 2) < box.height / 2;
    const touches = (left, right) => left && right && inLine(left === char ? right : left) && Math.abs(right.box.left - left.box.right) < em / 2;
    if (!touches(before, char) || !touches(char, after) || mark.test(before.c) || mark.test(after.c)) return;
    result.looked++;
    if (Math.abs(box.width - em) > 0.02 * em)
      result.found.push(`${before.c}${c}${after.c} in <${el.localName} class="${el.className}"> is ${(box.width / em).toFixed(2)} em`);
  });
  return result;
}
