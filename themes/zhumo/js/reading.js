// The place being read: in the contents, in links to other forms, for the next visit.
(() => {
  "use strict";

  const { body, element, elements, pairs, reading, reader, barBottom, recall, keep } = zhumo;
  const { report } = body.dataset;

  // Links to other forms lead to the paragraph being read, unless one is still at the top, and it
  // stands there where it stood here.
  for (const link of elements(".forms a")) {
    link.addEventListener("click", () => {
      const pair = scrollY > 200 && reading();
      link.hash = pair ? pair.id : "";
      if (pair) keep("switch", `${pair.id} ${Math.round(pair.getBoundingClientRect().top)}`);
    });
  }

  // What was a long way up may be shorter in this form: some of it stays below the bar.
  function standWhereItStood() {
    const [id, top] = recall("switch").split(" ");
    keep("switch", "");
    const pair = id && location.hash === `#${id}` && document.getElementById(id);
    if (!pair) return;
    const box = pair.getBoundingClientRect();
    const least = barBottom() + 60 - box.height;
    scrollBy({ top: box.top - Math.max(Number(top), least), behavior: "instant" });
  }
  // After the browser itself has gone to the paragraph.
  addEventListener("load", standWhereItStood);

  // The address of a paragraph as people say it: 2.3 ¶4.
  const shown = (id) => id.replace(/^s/, "").replace(/-?p/, " ¶");

  // The contents follow the scroll.
  const links = elements(".toc a").filter(
    (link) => link.hash && link.pathname === location.pathname,
  );
  const sections = links.map((link) =>
    document.getElementById(decodeURIComponent(link.hash.slice(1))),
  );

  function markCurrent() {
    const current = sections.findLastIndex(
      (section) => section?.getBoundingClientRect().top < innerHeight / 3,
    );
    links.forEach((link, i) => {
      if (i === current) link.setAttribute("aria-current", "location");
      else if (link.getAttribute("aria-current") === "location") {
        link.removeAttribute("aria-current");
      }
    });
  }

  // What was chosen in the menu of a narrow bar has been reached.
  const nav = element("#nav");
  nav.addEventListener("click", (event) => {
    if (event.target.closest("a") && nav.matches(":popover-open")) nav.hidePopover();
  });

  // The button of that menu says where one is.
  const here = element(".bar .at");
  function showPlace() {
    const pair = scrollY > 200 && reading();
    here.textContent = pair ? shown(pair.id) : "";
  }

  // Kept as a path from the site's root, so that “continue” opens the same form.
  function pathFromRoot() {
    const siteRoot = new URL(body.dataset.root || "./", location.href).href;
    return location.href.split(/[?#]/)[0].slice(siteRoot.length);
  }

  function remember() {
    const pair = reading();
    if (pair && scrollY > 200 && !element(".cover")) {
      keep(`place.${report}`, `${pathFromRoot()}#${pair.id}`);
    }
  }

  let waiting;
  function scrolled() {
    waiting ||= setTimeout(() => {
      waiting = 0;
      markCurrent();
      if (report) {
        showPlace();
        remember();
      }
    }, 120);
  }
  if (links.length || report) {
    addEventListener("scroll", scrolled, { passive: true });
    markCurrent();
  }

  const resume = element(".resume");
  const place = resume && recall(`place.${report}`);
  // What is stored is not trusted: with a colon it could lead out of the site.
  if (place && !place.includes(":")) {
    const address = place.split("#")[1];
    resume.href = body.dataset.root + place;
    element(".place", resume).textContent = shown(address);
    resume.hidden = false;
  }

  // On paper, addresses out of the site are listed at the end.
  addEventListener("beforeprint", () => {
    const text = element(".text");
    if (!text || element(".urls")) return;
    const addresses = new Set(elements("a.ext", text).map((link) => link.href));
    if (!addresses.size) return;
    const list = document.createElement("p");
    list.className = "sheet urls";
    list.textContent = [...addresses].join("  ");
    text.append(list);
  });

  // A drag down one column takes that column alone.
  function columnOf(target) {
    const cell = target.closest?.(".pair > [lang]");
    return cell ? elements(":scope > [lang]", cell.parentNode).indexOf(cell) + 1 : 0;
  }
  if (body.classList.contains("two")) {
    addEventListener("pointerdown", ({ target }) => {
      const column = columnOf(target);
      if (column) body.dataset.sel = column;
      else if (!target.closest(".sec")) delete body.dataset.sel;
    });
  }

  // From a paragraph to the one before or after it; from elsewhere to the one being read.
  function step(by) {
    const all = pairs();
    const focused = document.activeElement;
    const here = all.indexOf(focused.closest(".pair:has(> a.no)") || reading());
    const to = all[here + (focused.closest(".pair") || by < 0 ? by : 0)];
    if (!to) return;
    to.scrollIntoView({ block: "start" });
    element(".no", to).focus({ preventScroll: true });
  }

  function openNextForm() {
    const forms = elements(".forms a");
    const current = forms.findIndex((link) => link.hasAttribute("aria-current"));
    if (forms.length) forms[(current + 1) % forms.length].click();
  }

  function goToSearch() {
    const field = element("main [type=search]");
    const form = element(`#nav form[lang|="${reader()}"]`) ?? element("#nav form");
    if (field) {
      field.select();
      field.focus();
    } else if (form) {
      location.href = `${form.action}#q`;
    }
  }

  const KEYS = {
    j: () => step(1),
    k: () => step(-1),
    m: openNextForm,
    "/": goToSearch,
    "?": () => element("#settings").togglePopover(),
  };
  const OWN_KEYS = "input, textarea, select, [contenteditable], [popover]";

  addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      delete body.dataset.sel;
      return;
    }
    if (zhumo.keysOff || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
      return;
    if (event.target.closest(OWN_KEYS)) return;
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
})();
