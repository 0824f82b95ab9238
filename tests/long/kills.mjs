// A build that is killed at a random moment leaves a whole site, the last one or the new one, and
// the next build goes on from there. Usage: node kills.mjs PROGRAM [COUNT]
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [program, count = "100"] = process.argv.slice(2);
const root = mkdtempSync(join(tmpdir(), "kills-"));
for (const name of ["content", "site.toml", "translation.lock"])
  cpSync(name, join(root, name), { recursive: true });
const target = join(root, "public");
const abouts = ["zh", "en"].map((language) => join(root, "content", `about.${language}.md`));
const originals = abouts.map((path) => readFileSync(path, "utf8"));
// In no language, so that it is the same paragraph in each.
const MARK = "BETA";

// Writes the first or the second edition of the site.
const edit = (isSecond) =>
  abouts.forEach((path, i) => writeFileSync(path, originals[i] + (isSecond ? `\n${MARK}\n` : "")));

const build = () => spawnSync(program, ["build", "--quiet", "--root", root]);

// The files a site says it has, and those that are there.
function state() {
  if (!existsSync(target)) return "no site";
  const listed = readFileSync(join(target, ".duizhao-manifest"), "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"));
  const missing = listed.filter((path) => !existsSync(join(target, path)));
  if (missing.length) return `${missing.length} files missing`;
  return readFileSync(join(target, "zh", "about.html"), "utf8").includes(MARK) ? "new" : "old";
}

build();
writeFileSync(join(target, "CNAME"), "example.org\n");
const started = performance.now();
build();
const usual = performance.now() - started;

const seen = {};
let faults = 0;
for (let run = 0; run < Number(count); run++) {
  edit(run % 2);
  build();
  edit(!(run % 2));
  // Half of the kills fall near the end, where the new site takes the place of the last one.
  const moment = run % 2 ? Math.random() * usual : usual * (0.8 + Math.random() * 0.3);
  const child = spawn(program, ["build", "--quiet", "--root", root]);
  const ended = new Promise((done) => child.once("close", done));
  await new Promise((done) => setTimeout(done, moment));
  child.kill("SIGKILL");
  await ended;
  const left = state();
  seen[left] = (seen[left] ?? 0) + 1;
  const next = build();
  const isWhole = ["old", "new"].includes(left) && next.status === 0;
  if (!isWhole || !existsSync(join(target, "CNAME"))) {
    faults++;
    console.error(`run ${run}: ${left}; the next build ended with ${next.status}`);
  }
}
const beside = readdirSync(root).filter((name) => name.startsWith(".public"));
rmSync(root, { recursive: true });
console.log(`${count} kills: ${JSON.stringify(seen)}, ${faults} faults, left beside the site: ${beside.length}`);
process.exit(faults || beside.length ? 1 : 0);
