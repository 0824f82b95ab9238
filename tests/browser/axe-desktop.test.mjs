// axe-core finds nothing on any kind of page on a desktop: loaded in light, and turned dark.
import { DESKTOP } from "./support/browser.mjs";
import { findsNothing } from "./support/axe-kinds.mjs";

findsNothing({ viewport: DESKTOP, colorScheme: "light" });
