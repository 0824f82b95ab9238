// The search engine without a browser: its scripts in a context whose page runs index files from a map.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const FOLDER = new URL("../../../themes/zhumo/js/search/", import.meta.url);
const SCRIPTS = ["text", "query", "marks", "scan", "shards", "open", "excerpt"].map((name) => {
  const url = new URL(`${name}.js`, FOLDER);
  return new vm.Script(readFileSync(url, "utf8"), { filename: url.pathname });
});
const BASE = "../assets/search.0/";

// files: from path below the folder of the index to the text of the script; loaded: the paths asked for.
export function engine(files = new Map()) {
  const loaded = [];
  const page = { createElement: () => ({ remove() {} }), head: { append } };
  const context = vm.createContext({ document: page, atob, TextDecoder, URL });

  function append(script) {
    const path = script.src.startsWith(BASE) ? script.src.slice(BASE.length) : script.src;
    loaded.push(path);
    setTimeout(() => {
      if (!files.has(path)) return script.onerror();
      vm.runInContext(files.get(path), context);
      script.onload();
    });
  }
  for (const script of SCRIPTS) script.runInContext(context);
  const search = context.zhumo.search;
  return { search, loaded, open: (fold = "") => search.open(`${BASE}index.js`, fold) };
}

// Plain values: what a context makes has prototypes of its own.
export const plain = (value) => JSON.parse(JSON.stringify(value));
