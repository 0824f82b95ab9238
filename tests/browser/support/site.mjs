// The site under test: a folder, named by SITE. What is in it is found by looking, so that the tests
// hold for any report; only the layout of the folders is taken as given.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { pathToFileURL } from "node:url";

export const SITE = process.env.SITE ?? "";
if (!isAbsolute(SITE) || !statSync(join(SITE, "index.html"), { throwIfNoEntry: false }))
  throw new Error("SITE must be the absolute path of a built site");

// The three reading forms, by the first folder of a path.
export const FORMS = ["zh", "zh-en", "en"];

export const read = (path) => readFileSync(join(SITE, path), "utf8");
export const size = (path) => statSync(join(SITE, path)).size;

// A file: address; characters with a meaning in addresses are escaped, a fragment is kept apart.
export const url = (path, { root = SITE, id = "" } = {}) =>
  pathToFileURL(join(root, path)).href + (id && `#${id}`);

// Every HTML file of the site, as a path from its root.
export const pages = readdirSync(SITE, { recursive: true })
  .filter((name) => name.endsWith(".html"))
  .sort();

// The first report, and its parts in reading order.
export const report = pages.find((p) => /^zh-en\/[^/]+\/all\.html$/.test(p))?.split("/")[1];
if (!report) throw new Error(`no report side by side in ${SITE}`);
export const parts = pages
  .filter((p) => p.startsWith(`zh-en/${report}/`) && /\/\d+-[^/]*\.html$/.test(p))
  .map((p) => p.split("/")[2]);

export const inForm = (form, name) => `${form}/${report}/${name}`;
export const cover = (form) => inForm(form, "index.html");
export const part = (form, n = 1) => inForm(form, parts[n - 1]);
export const all = (form) => inForm(form, "all.html");

// The pages of a glossary that are about one term, in a language.
const ORDERS = /\/(?:index|by-[^/]+)\.html$/;
export const terms = (language) => pages.filter((p) => p.startsWith(`${language}/glossary/`) && !ORDERS.test(p));

// Pages to open where opening each would only take time: of the hundreds that one template makes of a
// term or an indicator one in fifteen, of all others each.
const MADE_ALIKE = /^[^/]+\/(?:glossary|indicators)\//;
export const some = pages.filter((p, number) => !MADE_ALIKE.test(p) || number % 15 === 0);

// One page of every kind: what it is, and where.
export const kinds = [
  ["door", "index.html"],
  ["home zh", "zh/index.html"],
  ["home en", "en/index.html"],
  ...FORMS.map((f) => [`cover ${f}`, cover(f)]),
  ...FORMS.map((f) => [`part ${f}`, part(f)]),
  ...FORMS.map((f) => [`all ${f}`, all(f)]),
  ["about zh", "zh/about.html"],
  ["about en", "en/about.html"],
  ["404", "404.html"],
  ...["zh", "en"].map((l) => [`search ${l}`, `${l}/search.html`]).filter(([, path]) => pages.includes(path)),
  ...(pages.includes("zh/indicators/index.html") ? figures() : []),
  ...(pages.includes("zh/glossary/index.html") ? glossary() : []),
];

// The pages of figures: the first indicator that is drawn, the first topic and place.
function figures() {
  const first = (folder) => pages.find((p) => p.startsWith(folder) && !p.endsWith("/index.html"));
  const drawn = pages.find((p) => p.startsWith("en/indicators/") && read(p).includes('class="chart"'));
  return [
    ["indicators zh", "zh/indicators/index.html"],
    ["indicators en", "en/indicators/index.html"],
    ["indicator zh", first("zh/indicators/")],
    ["indicator en, drawn", drawn],
    ["topics en", "en/topics/index.html"],
    ["topic zh", first("zh/topics/")],
    ["places zh", "zh/places/index.html"],
    ["place en", first("en/places/")],
    ["ledger zh", inForm("zh", "ledger.html")],
    ["ledger en", inForm("en", "ledger.html")],
    ["data zh", "zh/data.html"],
    ["data en", "en/data.html"],
  ].filter(([, path]) => path);
}

// The pages of terms: the orders, the first term, and the one with the longest page.
function glossary() {
  const longest = (list) => list.reduce((a, b) => (size(b) > size(a) ? b : a));
  return [
    ["glossary zh", "zh/glossary/index.html"],
    ["glossary en", pages.find((p) => /^en\/glossary\/by-(?!kind)/.test(p)) ?? "en/glossary/index.html"],
    ["glossary by kind", "zh/glossary/by-kind.html"],
    ["term zh", longest(terms("zh"))],
    ["term en", terms("en")[0]],
  ];
}

// Ids of paragraphs and sections, in order, straight from the markup.
export const ids = (path) => [...read(path).matchAll(/\sid="(s\d[^"]*)"/g)].map((m) => m[1]);
export const paragraphIds = (path) => ids(path).filter((id) => /-p\d+$/.test(id));
