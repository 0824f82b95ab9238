// Lighthouse for mobile readers, over http with gzip: the median of three runs for each kind of page.
// It prints the scores; which of them must be reached is decided where they are read.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join, normalize } from "node:path";
import { gzipSync } from "node:zlib";
import lighthouse from "lighthouse";
import { SITE, kinds } from "../browser/support/site.mjs";

const RUNS = 3;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const TYPES = { html: "text/html; charset=utf-8", css: "text/css", js: "text/javascript", svg: "image/svg+xml" };

// The site as a static host serves it.
function serve() {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://x").pathname)).replace(/\/$/, "/index.html");
    try {
      const body = gzipSync(readFileSync(join(SITE, path)));
      const type = TYPES[path.split(".").pop()] ?? "application/octet-stream";
      response.writeHead(200, { "content-type": type, "content-encoding": "gzip", "cache-control": "max-age=600" });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((done) => server.listen(process.env.PORT ?? 0, "127.0.0.1", () => done(server)));
}

// A browser of its own, and the port by which it is driven.
function launch(profile) {
  const child = spawn(process.env.CHROMIUM || "/usr/bin/chromium", [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    `--user-data-dir=${profile}`, "--remote-debugging-port=0",
  ]);
  return new Promise((done, fail) => {
    child.stderr.on("data", (chunk) => {
      const port = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(String(chunk))?.[1];
      if (port) done({ child, port: Number(port) });
    });
    child.once("exit", () => fail(new Error("the browser ended")));
  });
}

const median = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];

const server = await serve();
const profile = mkdtempSync(join(tmpdir(), "lighthouse-"));
const { child, port } = await launch(profile);
const base = `http://127.0.0.1:${server.address().port}/`;
console.log(["kind", ...CATEGORIES].join("\t"));
for (const [kind, path] of kinds.filter(([kind]) => kind !== "404")) {
  const scores = Object.fromEntries(CATEGORIES.map((category) => [category, []]));
  for (let run = 0; run < RUNS; run++) {
    const result = await lighthouse(base + path.replace(/index\.html$/, ""), { port, logLevel: "error", onlyCategories: CATEGORIES });
    for (const category of CATEGORIES)
      scores[category].push(Math.round((result.lhr.categories[category].score ?? 0) * 100));
  }
  console.log([kind, ...CATEGORIES.map((category) => median(scores[category]))].join("\t"));
}
child.kill();
server.close();
await new Promise((done) => child.once("close", done));
rmSync(profile, { recursive: true, force: true });
