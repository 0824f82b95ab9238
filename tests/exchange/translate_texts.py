"""Translates a site that has only its originals with translate-toolkit, as a translator's tool does.

Usage: translate_texts.py EMPTY FULL OUT: the XLIFF of the site without its translation, that of the
same site with it, and where to save the first with the words of the second.
"""

import sys
from pathlib import Path

from translate.storage import xliff2


def main(empty, full, out):
    known = {unit.source: unit.target for unit in xliff2.Xliff2File.parsefile(str(full)).units}
    store = xliff2.Xliff2File.parsefile(str(empty))
    if any(unit.target for unit in store.units):
        sys.exit(f"{empty.name}: something is translated already")
    for unit in store.units:
        unit.target = known[unit.source]
    store.savefile(str(out))
    print(f"{out.name}: {len(store.units)} units translated")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
