// axe-core on a page, in the theme it was loaded in and in the other one.
//
// Each page is loaded twice: for the desktop in light, for the phone in dark. Each time axe runs all its
// rules, because nearly every rule leaves out what is hidden, and a phone shows other things than a
// desktop: names of buttons, landmarks, focus and the rest are to be judged in both. Then the theme is
// changed, and the rules run again whose answer depends on colours. The two themes differ in colours
// alone, which is not taken for granted: the boxes and what is seen of every element are compared. Where
// they are equal, every other rule is asked the same question again:
//
//   color-contrast   compares colours: run in every width and theme
//   link-in-text-block   would compare them too; here links must be told apart by more than a colour
//                        (a line below, a border, a weight), which is stricter and the same in both themes
//   target-size, region, skip-link, bypass, scrollable-region-focusable, focus-order-semantics,
//   css-orientation-lock, blink, marquee, and whatever asks whether something is seen or reached
//   (names, labels, landmarks, headings, tables)   depend on the markup, on boxes and on display,
//                                                  visibility, opacity, position, clipping, overflow
//   the others (language, title, viewport, ids, roles and attributes of ARIA)   on the markup alone
//
// What axe takes for a data table may depend on the grounds of rows, but only in a table with neither
// a caption nor a head; such a table is a finding of its own here.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { settle } from "./browser.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const COLOURS = ["color-contrast"];
// Not by colour: what axe cannot tell counts as a finding as well.
const STRICT = { rules: [{ id: "link-in-text-block", any: ["link-in-text-block-style"] }] };
const OTHER = { light: "dark", dark: "light" };

// Runs in the page: axe with every rule that is on by default, best practices included, and the one for the size
// of targets, which axe leaves off; or with some rules only. Each finding: rule, place, what is wrong.
// Of what axe cannot tell only the first place is named.
function run([rules, strict]) {
  axe.configure(strict);
  const options = rules ? { runOnly: rules } : { rules: { "target-size": { enabled: true } } };
  return axe.run(document, { resultTypes: ["violations"], ...options }).then(({ violations, incomplete }) =>
    [...violations, ...incomplete.filter((i) => i.id === strict.rules[0].id)].flatMap((v) => v.nodes.map((n) => `${v.id} at ${n.target.join(" ")} (${n.failureSummary?.split("\n")[1]?.trim()})`)));
}

// Runs in the page: all that a rule may ask of the layout, for each element.
function shape() {
  return [...document.querySelectorAll("body, body *")].map((el) => {
    const r = el.getBoundingClientRect(), s = getComputedStyle(el);
    const name = `${el.localName}${el.id && `#${el.id}`}.${el.getAttribute("class") ?? ""}`;
    const clear = [s.borderTopColor, s.borderBottomColor, s.outlineColor].map((colour) => /[,/] 0\)$/.test(colour));
    return [name, r.x, r.y, r.width, r.height, el.scrollWidth, el.scrollHeight, s.display, s.visibility, s.opacity, s.position,
      s.overflow, s.clip, s.clipPath, s.pointerEvents, s.zIndex, s.fontFamily, s.fontSize, s.fontWeight, s.fontStyle,
      s.textDecorationLine, s.textDecorationStyle, s.backgroundImage, ...clear].join(" ");
  });
}

// What axe finds on the page as it stands, `theme` being the one of its context, and in the other theme.
export async function violations(page, where, theme) {
  await page.addScriptTag({ content: AXE });
  const own = await page.evaluate(run, [null, STRICT]);
  const bare = await page.locator("table:not(:has(caption,thead,th))").count();
  const before = await page.evaluate(shape);
  await page.emulateMedia({ colorScheme: OTHER[theme] });
  await settle(page);
  const after = await page.evaluate(shape);
  const other = await page.evaluate(run, [COLOURS, STRICT]);
  await page.emulateMedia({ colorScheme: theme });
  return [
    ...own.map((f) => `${where}, ${theme}: ${f}`),
    ...other.map((f) => `${where}, ${OTHER[theme]}: ${f}`),
    ...(bare ? [`${where}: ${bare} tables with neither caption nor head`] : []),
    ...after.filter((s, i) => s !== before[i]).map((s) => `${where}: not the same in ${OTHER[theme]}: ${s}`).slice(0, 5),
    ...(after.length === before.length ? [] : [`${where}: ${before.length} elements, in ${OTHER[theme]} ${after.length}`]),
  ];
}
