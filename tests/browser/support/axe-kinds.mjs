// The tests of axe for one width; each width is a file of its own, so that the two can run side by side.
import { after, before, test } from "node:test";
import { violations } from "./axe.mjs";
import { close, launch, none, openMenu, withPage } from "./browser.mjs";
import { kinds, part, url } from "./site.mjs";

export function findsNothing({ viewport, colorScheme }) {
  before(launch);
  after(close);

  test(`axe finds nothing on any kind of page at ${viewport.width} px, light and dark`, async () => {
    const found = [];
    await withPage({ viewport, colorScheme }, async (page) => {
      for (const [kind, path] of kinds) {
        await page.goto(url(path));
        found.push(...(await violations(page, kind, colorScheme)));
      }
    });
    none(found, "violations");
  });

  test(`axe finds nothing with the settings, a paragraph's menu or the card of a term open at ${viewport.width} px, light and dark`, async () => {
    const found = [];
    await withPage({ viewport, colorScheme }, async (page) => {
      await page.goto(url(part("zh-en")));
      // The whole of this page is judged above, with nothing open: here its first paragraphs are
      // enough to stand below, beside and behind what opens.
      await page.evaluate(() => {
        for (const pair of [...document.querySelectorAll(".text .pair")].slice(12)) pair.remove();
      });
      // Where it is narrow, the settings are in the menu of the bar.
      const menu = page.locator(".bar .open");
      if (await menu.isVisible()) {
        await menu.click();
        await page.locator("#nav").waitFor({ state: "visible" });
        found.push(...(await violations(page, "contents open", colorScheme)));
      }
      await page.locator("button[popovertarget=settings]").filter({ visible: true }).click();
      await page.locator("#settings").waitFor({ state: "visible" });
      found.push(...(await violations(page, "settings open", colorScheme)));
      await page.keyboard.press("Escape");
      if (await menu.isVisible()) await page.keyboard.press("Escape");
      await openMenu(page, page.locator(".text .pair > a.no").nth(1));
      found.push(...(await violations(page, "menu open", colorScheme)));
      await page.keyboard.press("Escape");
      if (await page.locator("details.terms").count()) {
        await page.locator(".text a[href^='#t-']").first().hover();
        await page.locator("#card").waitFor({ state: "visible" });
        found.push(...(await violations(page, "card open", colorScheme)));
      }
    });
    none(found, "violations");
  });
}
