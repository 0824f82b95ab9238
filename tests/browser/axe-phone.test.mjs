// axe-core finds nothing on any kind of page on a phone: loaded in dark, and turned light.
import { PHONE } from "./support/browser.mjs";
import { findsNothing } from "./support/axe-kinds.mjs";

findsNothing({ viewport: PHONE, colorScheme: "dark" });
