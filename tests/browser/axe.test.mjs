// axe-core finds nothing on any kind of page, in both themes, on desktop and phone.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { DESKTOP, PHONE, close, launch, none, openMenu, withPage } from "./support/browser.mjs";
import { kinds, part, url } from "./support/site.mjs";

before(launch);
after(close);

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const settings = [DESKTOP, PHONE].flatMap((viewport) =>
  ["light", "dark"].map((colorScheme) => ({ viewport, colorScheme })));
const nameOf = (s) => `${s.viewport.width} px, ${s.colorScheme}`;

// Runs axe with every rule that is on by default, best practices included, and the one for the size
// of targets, which axe leaves off. Each finding: rule, place, what is wrong.
async function violations(page, where) {
  await page.addScriptTag({ content: AXE });
  const found = await page.evaluate(async () => {
    const { violations } = await axe.run(document, {
      resultTypes: ["violations"],
      rules: { "target-size": { enabled: true } },
    });
    return violations.flatMap((v) => v.nodes.map((n) => [v.id, n.target.join(" "), n.failureSummary?.split("\n")[1]?.trim()]));
  });
  return found.map(([rule, target, why]) => `${where}: ${rule} at ${target} (${why})`);
}

for (const setting of settings)
  test(`axe finds nothing on any kind of page at ${nameOf(setting)}`, async () => {
    const found = [];
    await withPage(setting, async (page) => {
      for (const [kind, path] of kinds) {
        await page.goto(url(path));
        found.push(...(await violations(page, kind)));
      }
    });
    none(found, "violations");
  });

for (const setting of settings)
  test(`axe finds nothing with the settings, a paragraph's menu or the card of a term open at ${nameOf(setting)}`, async () => {
    const found = [];
    await withPage(setting, async (page) => {
      await page.goto(url(part("zh-en")));
      await page.locator("button[popovertarget=settings]").click();
      await page.locator("#settings").waitFor({ state: "visible" });
      found.push(...(await violations(page, "settings open")));
      await page.keyboard.press("Escape");
      await openMenu(page, page.locator(".text .pair > a.no").nth(1));
      found.push(...(await violations(page, "menu open")));
      await page.keyboard.press("Escape");
      if (await page.locator("section.terms").count()) {
        await page.locator(".text a[href^='#t-']").first().hover();
        await page.locator("#card").waitFor({ state: "visible" });
        found.push(...(await violations(page, "card open")));
      }
    });
    none(found, "violations");
  });
