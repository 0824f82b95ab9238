// One Chromium for each test file, and the small things every test needs.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

let browser;

// Chromium without its windows, where it is there: the same pages in half the time.
const SHELL = "/usr/bin/chromium-headless-shell";
const CHROMIUM = process.env.CHROMIUM || (existsSync(SHELL) ? SHELL : "/usr/bin/chromium");

// Quiet flags: a browser that talks to the network by itself would spoil the count of requests.
export async function launch() {
  browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      "--headless=new",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

export const close = () => browser?.close();

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

// A page in a context of its own: no test sees what another has stored. Closes it afterwards.
export async function withPage(options, use) {
  const context = await browser.newContext({ viewport: DESKTOP, reducedMotion: "reduce", ...options });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    return await use(page, context);
  } finally {
    await context.close();
  }
}

// Writes down what goes wrong on a page, and every address it asks for.
export function watch(page) {
  const log = { requests: [], faults: [] };
  page.on("request", (r) => log.requests.push(r.url()));
  page.on("requestfailed", (r) => log.faults.push(`request failed: ${r.url()} ${r.failure()?.errorText}`));
  page.on("response", (r) => r.status() >= 400 && log.faults.push(`${r.status()} ${r.url()}`));
  page.on("console", (m) => ["error", "warning"].includes(m.type()) && log.faults.push(`console: ${m.text()}`));
  page.on("pageerror", (e) => log.faults.push(`page error: ${e.message}`));
  return log;
}

// Two frames, so that what a scroll or a change of size sets off has happened.
export const settle = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

// Follows a link to the end. A click by itself ends when the browser is on its way: the address is
// then the new one or still the old, and of the new page there may be nothing yet.
export async function follow(page, link, is) {
  const there = (address) => (typeof is === "string" ? address === is : is.test(address));
  await link.click();
  await page.waitForURL((address) => there(address.href), { timeout: 20_000 }).catch(() => {}); // the assertion says more
  assert.ok(there(page.url()), `the link leads to ${page.url()}, not to ${is}`);
}

// Opens a paragraph's menu as a reader does: scrolls there, and only then clicks. Scrolling closes
// the menu, so a click in the very frame of the scroll would open it for nothing.
export async function openMenu(page, number) {
  await number.scrollIntoViewIfNeeded();
  await settle(page);
  await number.click();
  await page.locator("#menu").waitFor({ state: "visible" });
}

// Fails with the findings themselves, the first of them in full: a count alone fixes nothing.
export function none(findings, what) {
  const list = findings.slice(0, 30).map((f) => `\n  ${typeof f === "string" ? f : JSON.stringify(f)}`);
  const more = findings.length > 30 ? `\n  … and ${findings.length - 30} more` : "";
  assert.equal(findings.length, 0, `${what}: ${findings.length}${list.join("")}${more}`);
}
