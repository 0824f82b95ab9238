// Makes up a bilingual site for tests of search: the same seed, the same site.

export function random(seed) {
  let a = seed >>> 0;
  const next = () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n) => Math.floor(next() * n);
  return { below, pick: (list) => list[below(list.length)], chance: (p) => next() < p };
}

const HAN = ("河湖清水治理改造老街旧厂新村医院学校教师学生公交地铁铁路桥梁码头市场商贸外贸企业工人农民" +
  "粮食蔬菜茶叶竹木林业环境空气垃圾分类养老托幼社区街道乡镇预算税收投资增长下降完成推进建设服务").match(/../gu);
const FEW = ["的", "和", "在", "了", "将", "与", "水", "家", "区"];
const WORDS = ("river lake water clean rebuild street old factory new village hospital school teacher pupil bus metro " +
  "railway bridge harbour market trade company worker farmer grain vegetables tea bamboo forest air waste sorting " +
  "community county budget tax investment grew fell finished carry planned stopped using parties services").split(" ");
const SMALL = ["the", "of", "and", "in", "a"];
const UNITS = ["亿元", "万人", "家", "%", "公里"];

function number(r) {
  const n = r.below(4) ? r.below(300) : r.below(3000000);
  if (n > 999 && r.chance(0.5)) return n.toLocaleString("en-US");
  return r.chance(0.3) ? `${n}.${r.below(100)}` : `${n}`;
}

function clause(r) {
  let text = "";
  for (let n = 2 + r.below(4); n > 0; n--) {
    const word = r.chance(0.25) ? r.pick(FEW) : r.pick(HAN);
    const kind = r.below(20);
    if (kind === 0) text += `“${word}”`;
    else if (kind === 1) text += `《${word}》`;
    else if (kind === 2) text += `${number(r)}${r.chance(0.5) ? " " : ""}${r.pick(UNITS)}`;
    else if (kind === 3) text += `${r.pick(["PM2.5", "5G", "GDP"])}${word}`;
    else text += word;
  }
  return text;
}

const chinese = (r) => Array.from({ length: 2 + r.below(5) }, () => clause(r)).join(r.pick("，，，、；：")) + "。";

function english(r) {
  const words = Array.from({ length: 6 + r.below(14) }, () => {
    const kind = r.below(24);
    if (kind === 0) return `“${r.pick(WORDS)} ${r.pick(WORDS)}”`;
    if (kind === 1) return `${number(r)} ${r.pick(["billion", "million", "percent", "km"])}`;
    if (kind === 2) return `${r.pick(WORDS)}’s`;
    if (kind === 3) return `${r.pick(WORDS)},`;
    if (kind === 4) return `${number(r)}%`;
    return r.chance(0.3) ? r.pick(SMALL) : r.pick(WORDS);
  });
  return `${words.join(" ")}.`;
}

const times = (n, make) => Array.from({ length: n }, (_, i) => make(i));
const sentences = (r, make, joint) => times(1 + r.below(4), () => make(r)).join(joint);

function part(r, path, paragraphs) {
  const headings = times(2, (i) => ({ id: `s${i + 1}`, texts: [clause(r), `${r.pick(WORDS)} ${r.pick(WORDS)}`] }));
  return {
    path,
    title: [clause(r), `${r.pick(WORDS)} and ${r.pick(WORDS)}`],
    headings,
    paragraphs: times(paragraphs, (i) => {
      const texts = [sentences(r, chinese, r.chance(0.2) ? "\n" : ""), sentences(r, english, " ")];
      const amount = /(\d+)亿/.exec(texts[0].replaceAll(",", ""));
      return {
        id: `p${i + 1}`,
        heading: r.below(3) - 1,
        texts: r.chance(0.1) ? [texts[0], ""] : texts,
        words: amount ? `${Number(amount[1])}00000000#` : undefined,
      };
    }),
  };
}

const PINYIN = new Map([...new Set(HAN.join(""))].map((c, i) => [c, `${"bdghjklmz"[i % 9]}${["a", "ei", "ong", "iu"][i % 4]}`]));

function name(r, kind, i) {
  const words = [...new Set(times(2 + r.below(3), () => r.pick(HAN)))].join("");
  const syllables = [...words].map((c) => PINYIN.get(c));
  return {
    kind,
    path: `glossary/${kind}${i}.html`,
    names: [words, times(2 + r.below(2), () => r.pick(WORDS)).join(" ")],
    definitions: r.chance(0.6) ? [chinese(r), english(r)] : [],
    words: syllables.join(" "),
    others: r.chance(0.3) ? [[r.pick(HAN) + words], []] : [],
    hidden: [...(r.chance(0.1) ? times(30, () => clause(r)) : []), syllables.join(""), syllables.map((s) => s[0]).join("")],
    figures: kind === "indicator" ? [["2018", "actual", ["12亿元", "1.2 billion yuan"]]] : [],
  };
}

export function makeSite({ seed = 1, reports = 6, parts = 2, paragraphs = 12, names = 12 } = {}) {
  const r = random(seed);
  const report = (key, date) => ({
    key,
    date,
    title: [`${key}${clause(r)}`, `Report ${key}`],
    parts: times(parts, (i) => part(r, `${key || "about"}/p${i + 1}.html`, paragraphs)),
  });
  return {
    langs: ["zh-Hans", "en"],
    fold: "區区醫医",
    names: ["term", "indicator", "topic"].flatMap((kind) => times(names, (i) => name(r, kind, i))),
    reports: [...times(reports, (i) => report(`city-${i}`, `${2018 - (i >> 1)}-03-01`)), report("", "")],
  };
}
