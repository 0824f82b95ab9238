// The settings panel. The stored values were put on <html> before the first paint, by base.html.
(() => {
  "use strict";

  const { root, element, elements, recall, keep } = zhumo;
  const form = element("#settings form");

  // A value that is stored but not offered is not chosen.
  for (const choice of elements("select", form)) {
    const stored = recall(choice.name);
    if ([...choice.options].some((option) => option.value === stored)) choice.value = stored;
    else choice.value = "";
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
