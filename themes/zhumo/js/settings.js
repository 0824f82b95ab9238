// The settings panel. The stored values were put on <html> before the first paint, by base.html.
(() => {
  "use strict";

  const { root, element, elements, recall, keep } = zhumo;
  const form = element("#settings form");

  for (const input of elements("input", form)) {
    input.checked = input.value === recall(input.name);
  }

  form.addEventListener("change", ({ target: { name, value } }) => {
    keep(name, value);
    if (value) root.dataset[name] = value;
    else delete root.dataset[name];
    if (name === "keys") zhumo.keysOff = value === "off";
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  zhumo.keysOff = recall("keys") === "off";
})();
