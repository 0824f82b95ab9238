// Narrows a list: indicators by words, kind and topic; terms by Han, English or pinyin.
(() => {
  "use strict";

  const { element, elements } = zhumo;
  const form = element(".filter");
  if (!form) return;

  const rows = elements("[data-status], .index div");
  // A page may show an indicator twice; it is counted in the table of all.
  const counted = elements("#all [data-status], .index div");
  const output = element("output", form);
  const reset = element("[type=reset]", form);
  let saying;

  const fold = (text) =>
    text
      .toLowerCase()
      .normalize("NFKC")
      .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
      .replace(/[‘’]/g, "'");

  // Pinyin as it may be typed: with tones or without, with blanks or without, ü as v, the initials
  // alone.
  function spellings(pinyin) {
    const toned = fold(pinyin);
    const toneless = toned
      .normalize("NFD")
      .replace(/u\u0308/g, "v")
      .replace(/[\u0300-\u036f]/g, "");
    const spaced = [toned, toneless, toneless.replaceAll("v", "u")];
    const joined = spaced.map((spelling) => spelling.replace(/[\s'-]/g, ""));
    const initials = toneless.replace(/([a-z0-9])[a-z0-9]*[^a-z0-9]*/g, "$1");
    return [...spaced, ...joined, initials];
  }

  // An indicator is found by all words of its row, a term by its names.
  function searched(row) {
    if (row.dataset.status) return fold(row.textContent);
    const names = elements("a, b", row).map((name) => fold(name.textContent));
    const pinyin = element("[lang^=zh-Latn]", row);
    return [...names, ...(pinyin ? spellings(pinyin.textContent) : [])].join("\n");
  }
  const texts = rows.map(searched);

  const chosen = (name) => elements(`[name=${name}]:checked`, form).map((input) => input.value);
  // Within a group any of the chosen fits, and all where none is chosen.
  const fits = (wanted, own) => !wanted.length || wanted.some((value) => own.includes(value));

  function filter() {
    const words = fold(form.elements.words.value.trim());
    const statuses = chosen("status");
    const topics = chosen("topic");
    const isActive = Boolean(words || statuses.length || topics.length);

    rows.forEach((row, i) => {
      const { status = "", topic } = row.dataset;
      const isShown =
        texts[i].includes(words) &&
        fits(statuses, status.trim().split(" ")) &&
        fits(topics, [topic]);
      row.hidden = !isShown;
    });
    for (const section of elements("main section.stat")) {
      const first = "[data-status]:not([hidden]), .index div:not([hidden])";
      section.hidden = !element(first, section);
    }

    const count = counted.filter((row) => !row.hidden).length;
    element(".none").hidden = count > 0;
    reset.hidden = !isActive;
    sayCount(isActive ? count : null);
  }

  // Said once a pause; nothing where nothing is chosen.
  function sayCount(count) {
    clearTimeout(saying);
    const words =
      count === null
        ? ""
        : form.dataset.count.replace("{n}", count).replace("{total}", counted.length);
    saying = setTimeout(
      () => {
        output.textContent = words;
      },
      words ? 150 : 0,
    );
  }

  form.addEventListener("input", filter);
  form.addEventListener("reset", () => {
    // The fields are empty only after the event.
    setTimeout(() => {
      filter();
      form.elements.words.focus();
    });
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  filter();
})();
