// The page on which one types: all it shows follows from the words and the filters in its address.
(() => {
  "use strict";

  const { body, root, search, element, elements } = zhumo;
  const box = element("[data-index]");
  if (!box) return;
  zhumo.ready = true;

  const KINDS = ["term", "indicator", "place", "topic", "heading", "paragraph"];
  const STEP = 10; // results at a time
  const FEW = 3; // results of a kind of names among others
  const MOST_REPORTS = 12; // in the filter

  const labels = box.dataset;
  const field = element("#q");
  const status = element("output");
  const hits = element(".hits");
  const sections = elements("section", hits);
  const moreButton = element("#more");
  const countButton = element("#count");
  const withoutQuotes = element("#bare");

  let params; // of the address
  let words; // as they are marked
  let shownCount;
  let countsAll; // rather than stop when enough is found
  let index;
  let languages; // by number, the reader's own first
  let reportKeys; // what a report is called in the address
  let turn = 0; // what is overtaken by the next keystroke shows nothing any more
  let typing;
  let telling;

  function create(tag, properties, ...children) {
    const created = Object.assign(document.createElement(tag), properties);
    created.append(...children);
    return created;
  }

  const param = (name) => params.get(name) || "";

  // The place in the page is kept with its address.
  function saveState() {
    const address = param("q") ? `?${params}` : location.pathname;
    history.replaceState({ y: scrollY, n: shownCount }, "", address);
  }

  // The address with one thing changed; what belongs to the old goes with it.
  function addressWith(name, value) {
    const changed = new URLSearchParams(params);
    if (name === "year" || name === "report") changed.delete("part");
    if (name === "year") changed.delete("report");
    if (value) changed.set(name, value);
    else changed.delete(name);
    return `?${changed}`;
  }

  // The filters of the address, for search.find; a part is one of the only report.
  function filterWithout(left) {
    const filter = {};
    const given = (name) => (name === left ? "" : param(name));
    for (const name of ["kind", "year", "part"]) {
      if (given(name)) filter[name] = given(name);
    }
    const report = given("report") ? reportKeys.indexOf(given("report")) : -1;
    const hasOneReport = !reportKeys[1];
    if (report >= 0) filter.report = report;
    else if (hasOneReport && (filter.part || left === "part")) filter.report = 0;
    return filter;
  }

  // A text is a list, one item for each language: the reader's own comes first.
  const languageOf = (texts) => languages.find((language) => texts[language]);

  function inOwnLanguage(tag, texts) {
    const language = languageOf(texts);
    if (language === undefined) return "";
    return create(tag, { lang: index.langs[language] }, texts[language]);
  }

  function marked(tag, text, language) {
    const parent = create(tag, { lang: index.langs[language] });
    let done = 0;
    for (const [start, end] of search.marks(text, words)) {
      const mark = create("mark", {}, text.slice(start, end));
      parent.append(text.slice(done, start), mark);
      done = end;
    }
    parent.append(text.slice(done));
    return parent;
  }

  async function reportTitle(report) {
    const [{ title, date }] = await search.reports([report]);
    return title.map((text) => text && `${date.slice(0, 4)} ${text}`);
  }

  // The reading form with these languages and no others.
  const formOf = (...wanted) =>
    index.forms.find(
      ([, own]) =>
        own.length === wanted.length && wanted.every((language) => own.includes(language)),
    );

  function linkTo({ path, id }, [formFolder], className, ...children) {
    // Half of a pair of surrogates cannot stand in an address.
    const query = encodeURIComponent(words.toWellFormed?.() ?? words);
    const page = `${body.dataset.root}${formFolder}/${path}?q=${query}`;
    const href = id ? `${page}#${id}` : page;
    return create("a", { className, href }, ...children);
  }

  function figureItem([period, figureStatus, texts]) {
    const language = languageOf(texts);
    return create(
      "span",
      { className: `fv ${figureStatus}` },
      create("small", {}, `${period} ${labels[figureStatus]}`),
      " ",
      marked("span", texts[language], language),
    );
  }

  function nameItem(entry) {
    const named = languages.filter((language) => entry.names[language]);
    const names = named.flatMap((language) => [marked("b", entry.names[language], language), " "]);
    const figures = entry.figures.filter(([, , texts]) => languageOf(texts) !== undefined);
    return create(
      "li",
      {},
      linkTo(entry, formOf(languages[0]), "to", ...names),
      inOwnLanguage("p", entry.texts),
      create("p", {}, ...figures.map(figureItem)),
    );
  }

  // Pages outside reports, which come last, have no form side by side.
  function isInReport({ slot }) {
    const [lastYear, firstSlot] = index.years.at(-1);
    return Boolean(lastYear) || slot < firstSlot;
  }

  // Report, page and heading, each unless it says again what stands before it or is found.
  async function crumbsOf({ report, page, heading, texts }) {
    const title = reportKeys[1] ? await reportTitle(report) : [];
    const isNew = (crumb, i, all) =>
      String(crumb) !== String(texts) && (i === 0 || String(crumb) !== String(all[i - 1]));
    return [title, page, heading].filter(isNew).map((crumb) => inOwnLanguage("span", crumb));
  }

  async function passageItem(entry) {
    const { texts } = entry;
    const number = entry.id.replace(/^fn-/, "※").replace(/^s/, "").replace(/-?p/, " ¶");
    const hasWords = (language) => texts[language] && search.marks(texts[language], words).length;
    const language = languages.find(hasWords) ?? languageOf(texts);
    const other = languages.find((candidate) => candidate !== language && texts[candidate]);
    const hasBoth = other !== undefined && isInReport(entry);
    const parallel = hasBoth ? formOf(language, other) : undefined;
    // Words of another language are shown beside the reader's own.
    const form = (language !== languages[0] && parallel) || formOf(language);

    const at = create("b", { className: "at" }, number);
    const item = create(
      "li",
      {},
      linkTo(entry, form, "to", at, " ", ...(await crumbsOf(entry))),
      " ",
    );
    if (parallel && parallel !== form) {
      const hidden = create("span", { className: "vh" }, number);
      item.append(linkTo(entry, parallel, "side", labels.parallel, hidden));
    }
    const links = search.links(entry, language, other);
    const excerpts = search.excerpts(texts[language], texts[other], words, links);
    item.append(...excerpts.map((text, i) => marked("p", text, i ? other : language)));
    return item;
  }

  const itemOf = (entry) => (entry.slot < index.text ? nameItem(entry) : passageItem(entry));

  // What each filter offers: its values, and how they are shown.
  const FACETS = {
    kind: {
      idsOf: (counts) => KINDS.filter((kind) => counts[kind]),
      labelOf: (kind) => labels[kind] ?? kind,
    },
    year: {
      idsOf: (counts) => Object.keys(counts).filter(Boolean).reverse(),
      labelOf: (year) => year,
    },
    report: {
      idsOf: reportsOf,
      labelOf: reportTitle,
    },
    part: {
      idsOf: (counts) => Object.keys(counts).filter(Boolean),
      labelOf: partTitle,
    },
  };

  // Of many reports those with most.
  function reportsOf(counts) {
    const reports = Object.keys(counts).filter((report) => reportKeys[report]);
    if (reports.length <= MOST_REPORTS) return reports;
    return reports.sort((a, b) => counts[b] - counts[a]).slice(0, MOST_REPORTS);
  }

  async function partTitle(part) {
    const rows = await search.rows(filterWithout("part").report);
    const [, , , title] = rows[part] ?? [];
    return title || part;
  }

  // Each filter counts what the others leave.
  async function countsFor(name, result) {
    const others = filterWithout(name);
    const isNarrowed = param(name) || (name === "part" && others.report !== undefined);
    const found = isNarrowed
      ? await search.find(field.value, { ...others, all: countsAll })
      : result;
    return search.facets(found)[name];
  }

  function chosenId(name) {
    if (name !== "report" || !param(name)) return param(name);
    const report = reportKeys.indexOf(param(name));
    return report < 0 ? "" : String(report);
  }

  function facetItem(name, [id, label, count]) {
    const link = create(
      "a",
      {
        id: name + id,
        href: addressWith(name, id),
        ariaCurrent: param(name) === id ? "true" : null,
      },
      Array.isArray(label) ? inOwnLanguage("span", label) : label,
    );
    return create("li", {}, link, " ", create("small", {}, count));
  }

  async function showFacets(result, own) {
    for (const facet of elements("[data-facet]")) {
      const name = facet.dataset.facet;
      const { idsOf, labelOf } = FACETS[name];
      const counts = await countsFor(name, result);
      const ids = idsOf(counts);
      // The chosen one is there though nothing is found in it.
      const chosen = chosenId(name);
      if (chosen && !ids.includes(chosen)) ids.push(chosen);

      const row = async (id) => {
        const count = counts[id] || 0;
        const isLeast = count && !result.complete;
        const value = name === "report" ? reportKeys[id] : id;
        return [value, await labelOf(id), `${count}${isLeast ? "+" : ""}`];
      };
      const rows = await Promise.all(ids.map(row));
      if (own !== turn) return;
      facet.hidden = ids.length < 2 && !param(name);
      const items = [["", labels.any, ""], ...rows].map((each) => facetItem(name, each));
      element("ul", facet).replaceChildren(...items);
    }
  }

  // A state is `empty`, `found`, `none` or `failed`; what it says is said once a pause.
  function show(state, text) {
    for (const piece of elements("[data-on]")) piece.hidden = !piece.dataset.on.includes(state);
    if (state !== "found") {
      for (const list of elements("ol", hits)) list.replaceChildren();
    }
    status.dataset.q = words;
    clearTimeout(telling);
    telling = setTimeout(() => {
      status.textContent = text;
      saveState();
    }, 300);
  }

  async function open() {
    index = await search.open(labels.index, labels.variants, labels.shards);
    const own = Math.max(0, index.langs.indexOf(root.lang));
    languages = [...new Set([own, ...index.langs.keys()])];
    // In a large site the address has the number of a report.
    const numberOf = (slot, i) => (isInReport({ slot }) ? String(i) : "");
    reportKeys = index.reports.key || index.reports.first.map(numberOf);
  }

  // What is found by the section that shows it, the best first.
  function slotsBySection({ exact, names, rest, text }) {
    const slots = {};
    for (const slot of [...exact, ...names, ...rest, ...text]) {
      const isName = slot < index.text;
      const kind = isName ? index.kinds.findLast(([, first]) => first <= slot)[0] : "text";
      slots[kind] ??= [];
      slots[kind].push(slot);
    }
    return slots;
  }

  async function groupsOf(result) {
    const slots = slotsBySection(result);
    const isOneKind = KINDS.includes(param("kind"));
    const groups = [];
    for (const section of sections) {
      const { kind } = section.dataset;
      const all = slots[kind] || [];
      const most = kind === "text" || isOneKind ? shownCount : FEW;
      const entries = await search.entries(all.slice(0, most));
      const items = await Promise.all(entries.map(itemOf));
      groups.push({ section, kind, all, most, items });
    }
    return groups;
  }

  function showGroups(groups, best) {
    for (const { section, kind, all, most, items } of groups) {
      const toAll = element(".all", section);
      moreButton.before(section);
      section.hidden = !all.length;
      element("small", section).textContent = all.length;
      element("ol", section).replaceChildren(...items);
      toAll.hidden = most > FEW || all.length <= FEW;
      toAll.href = addressWith("kind", kind);
      toAll.textContent = labels.all.replace("{n}", all.length);
      if (all.includes(best)) hits.prepend(section);
    }
    const hasMore = ({ all, most }) => most > FEW && all.length > most;
    moreButton.hidden = !groups.some(hasMore);
  }

  function offerWithoutQuotes() {
    withoutQuotes.href = addressWith("q", words.replace(/["“”「」]/g, ""));
    withoutQuotes.hidden = withoutQuotes.search === addressWith("q", words);
  }

  function countText({ total, complete }) {
    if (!total) return labels.none;
    const text = total === 1 ? labels.one : labels.found;
    return text.replace("{n}", complete ? total : `${total}+`);
  }

  // Gives how many are found: none of its own where another run has begun.
  async function run() {
    const own = ++turn;
    const slow = setTimeout(() => {
      status.textContent = labels.loading;
    }, 200);
    words = field.value.trim();
    params.set("q", words);
    countButton.hidden = true;
    try {
      if (!words) {
        show("empty", "");
        return 0;
      }
      await open();
      const result = await search.find(field.value, { ...filterWithout(), all: countsAll });
      if (own !== turn) return 0;
      words = result.folded || words;
      const groups = await groupsOf(result);
      if (own !== turn) return 0;
      showGroups(groups, result.exact[0]);
      countButton.hidden = result.complete;
      offerWithoutQuotes();
      clearTimeout(slow);
      show(result.total ? "found" : "none", countText(result));
      await showFacets(result, own);
      return result.total;
    } catch {
      if (own === turn) show("failed", "");
      return 0;
    } finally {
      clearTimeout(slow);
    }
  }

  // Back and forth through what was asked, to the place that was left.
  async function restore() {
    const { y = 0, n = STEP } = history.state || {};
    params = new URLSearchParams(location.search);
    shownCount = n;
    countsAll = false;
    field.value = param("q");
    await run();
    scrollTo(0, y);
  }

  function typed(event) {
    if (event.isComposing) return;
    shownCount = STEP;
    countsAll = false;
    clearTimeout(typing);
    typing = setTimeout(run, 60);
  }

  // On a phone the keyboard goes and leaves the results; elsewhere the first one opens.
  async function enter() {
    clearTimeout(typing);
    if (matchMedia("(pointer: coarse)").matches) {
      field.blur();
      run();
    } else if (await run()) {
      element(".to", hits).click();
    }
  }

  async function showMore() {
    const before = shownCount;
    shownCount += STEP;
    await run();
    element(`li:nth-child(${before + 1}) .to`, hits)?.focus();
  }

  function clear() {
    field.value = "";
    params = new URLSearchParams();
    field.focus();
    run();
  }

  // A link to this page, a filter, changes what is shown without loading it.
  async function follow(link) {
    saveState();
    history.pushState(null, "", link.search);
    await restore();
    (document.getElementById(link.id) || field).focus();
  }

  field.addEventListener("input", typed);
  field.addEventListener("compositionend", typed);
  field.form.addEventListener("submit", (event) => {
    event.preventDefault();
    enter();
  });

  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const stops = [field, ...elements(".to", hits)];
    const here = stops.indexOf(document.activeElement);
    const to = stops[here + { ArrowDown: 1, ArrowUp: -1 }[event.key]];
    if (here >= 0 && to) {
      event.preventDefault();
      to.focus();
    }
    if (event.key === "Escape") clear();
  });

  box.addEventListener("click", (event) => {
    if (event.target === moreButton) showMore();
    if (event.target === countButton) {
      countsAll = true;
      run();
    }
    const link = event.target.closest("a");
    if (!link?.search || link.pathname !== location.pathname) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    follow(link);
  });

  addEventListener("popstate", restore);
  addEventListener("pagehide", saveState);

  params = new URLSearchParams(location.search);
  if (field.value) {
    // Typed before this script was there.
    shownCount = STEP;
    if (zhumo.entered) enter();
    else run();
  } else {
    restore();
  }
})();
