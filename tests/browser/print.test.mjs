// On paper: A4, no more sheets than needed, no controls, every paragraph there.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { close, launch, none, withPage } from "./support/browser.mjs";
import { FORMS, all, cover, kinds, part, url } from "./support/site.mjs";

const folder = mkdtempSync(join(tmpdir(), "duizhao-print-"));
before(launch);
after(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

// Prints without backgrounds, as browsers do unless told otherwise, at the size the page asks for.
async function print(page) {
  const file = join(folder, "page.pdf");
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: false, displayHeaderFooter: false }));
  const run = (program, ...args) => execFileSync(program, args, { encoding: "utf8" });
  const info = run("pdfinfo", file);
  return { info, sheets: Number(info.match(/^Pages:\s+(\d+)/m)[1]), text: run("pdftotext", "-enc", "UTF-8", file, "-") };
}

// A font may give a character's look-alike from the radicals; blanks depend on the layout.
const plain = (text) => text.normalize("NFKC").replace(/[\s\u00AD\u200B\u2060]/gu, "");

test("the first part side by side takes at most 12 sheets of A4, and its terms 3 more", async (t) => {
  await withPage({}, async (page) => {
    await page.goto(url(part("zh-en")));
    const whole = await print(page);
    assert.match(whole.info, /^Page size:.*\(A4\)/m);
    await page.evaluate(() => document.querySelector("details.terms")?.remove());
    const { sheets } = await print(page);
    t.diagnostic(`${whole.sheets} sheets, ${sheets} without terms`);
    assert.ok(sheets <= 12, `${sheets} sheets`);
    assert.ok(whole.sheets <= sheets + 3, `${whole.sheets} sheets with terms`);
  });
});

test("each sheet has a number, each but a cover's first the title of its part", async () => {
  await withPage({}, async (page) => {
    await page.goto(url(part("zh-en")));
    const title = plain(await page.locator("h1 [lang|=zh]").innerText());
    const { text } = await print(page);
    text.split("\f").slice(0, -1).forEach((sheet, i) => {
      assert.match(sheet, new RegExp(`^\\s*[—–-] ?${i + 1} ?[—–-]\\s*$`, "m"), `number of sheet ${i + 1}`);
      assert.ok(plain(sheet).includes(title), `running head of sheet ${i + 1}`);
    });
  });
});

test("no bar, contents, switch or button is printed", async () => {
  // how much a search has found belongs to what is printed of it
  const controls = "button,input,summary:not(.fold > *),[popover],.bar,.skip,.rail,.forms,.turn,[role=status]:not(.find *)";
  const printed = [];
  await withPage({}, async (page) => {
    for (const [kind, path] of kinds) {
      await page.goto(url(path));
      await page.emulateMedia({ media: "print" });
      const seen = await page.evaluate((s) => [...document.querySelectorAll(s)].filter((el) => el.checkVisibility()).map((el) => `${el.localName}.${el.className}`), controls);
      printed.push(...seen.map((el) => `${kind}: ${el}`));
    }
    await page.emulateMedia({ media: null });
    await page.goto(url(part("zh-en")));
    const labels = await page.locator("button,.skip,.turn small").allTextContents();
    const words = plain((await print(page)).text);
    // short words such as 复制 may stand in a report as well
    printed.push(...labels.map(plain).filter((l) => l.length > 3 && words.includes(l)));
  });
  none(printed, "printed controls");
});

for (const form of FORMS)
  test(`the printed whole report holds the beginning of every paragraph (${form})`, async () => {
    await withPage({}, async (page) => {
      await page.goto(url(all(form)));
      const wanted = await page.locator(".text .pair[id]>[lang]").evaluateAll((cells) => cells.map((cell) => {
        const copy = cell.cloneNode(true);
        for (const el of copy.querySelectorAll(".vh,.folio,.fn")) el.remove();
        return [cell.parentNode.id, copy.textContent.trim()];
      }));
      const { text, info } = await print(page);
      assert.match(info, /^Page size:.*\(A4\)/m);
      const words = plain(text);
      const lost = wanted.map(([id, t]) => [id, plain(t).slice(0, 12)]).filter(([, t]) => !words.includes(t));
      none(lost.map(([id, t]) => `${id}: ${t}`), "paragraphs not printed");
    });
  });

test("a dark screen prints dark ink on white paper", async () => {
  await withPage({ colorScheme: "dark" }, async (page) => {
    for (const path of [cover("zh"), part("zh-en")]) {
      await page.goto(url(path));
      for (const theme of ["", "dark"]) {
        await page.evaluate((t) => { if (t) document.documentElement.dataset.theme = t; }, theme);
        await page.emulateMedia({ media: "print", colorScheme: "dark" });
        const [ink, paper] = await page.evaluate(() => [
          getComputedStyle(document.querySelector(".text p")).color, getComputedStyle(document.documentElement).backgroundColor]);
        const light = (c) => c.match(/[\d.]+/g).slice(0, 3).map(Number).reduce((x, y) => x + y) / 3;
        assert.ok(light(ink) < 80 && light(paper) > 250, `${path} ${theme}: ${ink} on ${paper}`);
        await page.emulateMedia({ media: "screen", colorScheme: "dark" });
      }
    }
  });
});
