// The tables of indicators: a column head sorts up, then down, then back to the order of the report;
// groups stay together.
(() => {
  "use strict";

  const { root, element, elements } = zhumo;
  const form = element(".filter");
  const rows = elements("[data-status]");
  if (!form) return;

  const NEXT_ORDER = { none: "ascending", ascending: "descending", descending: "none" };

  function sortKey(row, column) {
    const cell = row.cells[column];
    return cell.dataset.by ?? element(".nm", cell).textContent;
  }

  // Numbers by value, names by their language, what is empty last.
  function compare(a, b) {
    const difference = parseFloat(a) - parseFloat(b);
    if (!Number.isNaN(difference)) return difference;
    if (a === "" || b === "") return (a === "") - (b === "");
    return a.localeCompare(b, root.lang);
  }

  function sort(head) {
    const table = head.closest("table");
    const column = head.cellIndex;
    const order = NEXT_ORDER[head.getAttribute("aria-sort") || "none"];
    const sign = order === "descending" ? -1 : 1;
    const byColumn = (a, b) => sign * compare(sortKey(a, column), sortKey(b, column));

    for (const sorted of elements("[aria-sort]", table)) sorted.removeAttribute("aria-sort");
    if (order !== "none") head.setAttribute("aria-sort", order);
    for (const group of elements("tbody", table)) {
      const own = rows.filter((row) => row.parentNode === group);
      if (order !== "none") own.sort(byColumn);
      group.append(...own);
    }
  }

  for (const head of elements("th[data-sort]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-label", form.dataset.sort + head.textContent);
    button.addEventListener("click", () => sort(head));
    head.append(" ", button);
  }
})();
