"""Reads the texts of a built site with translate-toolkit, as the tools of translators do.

Usage: read_texts.py FOLDER LOCK XLIFF BACK: the `data` folder of a built site, its
`translation.lock`, its translation as `duizhao export xliff` wrote it, and where to save that
again as a translator would.
"""

import sys
import tomllib
from pathlib import Path

from translate.storage import tmx, xliff2

PAIR = ("各位代表：", "Fellow Deputies,")
ISSUER = ("金华市人民政府", "Jinhua Municipal People’s Government")


def count(what, units, wanted):
    """Fails unless a file holds as many pairs as the site, and the known pair once."""
    pairs = [(unit.source, unit.target) for unit in units]
    if len(pairs) != wanted:
        sys.exit(f"{what}: {len(pairs)} pairs were read, the site has {wanted}")
    if pairs.count(PAIR) != 1:
        sys.exit(f"{what}: {PAIR} was read {pairs.count(PAIR)} times")
    print(f"{what}: {len(pairs)} pairs, {' ↔ '.join(PAIR)}")


def main(data, lock, translation, back):
    # The lock has a line for each title, paragraph and footnote.
    pages = tomllib.loads(lock.read_text(encoding="utf-8"))["page"]
    wanted = sum(len(lines) for lines in pages.values())

    memory = tmx.tmxfile.parsestring((data / "parallel.tmx").read_bytes())
    count("parallel.tmx", memory.units, wanted)

    # The front matter is no part of the text, and not in the lock.
    units = xliff2.Xliff2File.parsestring(translation.read_bytes())
    front = [unit for unit in units.units if unit.getid().startswith("front.")]
    if not any(unit.source == ISSUER[0] and unit.target == ISSUER[1] for unit in front):
        sys.exit(f"{translation.name}: the front matter says nothing of {ISSUER}")
    count(translation.name, units.units, wanted + len(front))
    back.write_bytes(bytes(units))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
