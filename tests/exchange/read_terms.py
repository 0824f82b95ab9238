"""Reads the terms of a built site with translate-toolkit, as the tools of translators do.

Usage: read_terms.py FOLDER, the `data` folder of a built site.
"""

import json
import sys
from pathlib import Path
from xml.etree import ElementTree

from translate.storage import csvl10n, tbx

PAIR = ("三条廊道", "three corridors")
NAMESPACE = "{urn:iso:std:iso:30042:ed-2}"


def count(what, units, wanted):
    """Fails unless a file holds as many terms as the site, and the known pair once."""
    pairs = [(unit.source, unit.target) for unit in units]
    if len(pairs) != wanted:
        sys.exit(f"{what}: {len(pairs)} terms were read, the site has {wanted}")
    if pairs.count(PAIR) != 1:
        sys.exit(f"{what}: {PAIR} was read {pairs.count(PAIR)} times")
    print(f"{what}: {len(pairs)} terms, {' ↔ '.join(PAIR)}")


def main(data):
    terms = json.loads((data / "glossary.jsonld").read_text(encoding="utf-8"))
    wanted = len(terms["hasDefinedTerm"])

    older = tbx.tbxfile.parsestring((data / "glossary-v2.tbx").read_bytes(), "zh", "en")
    count("glossary-v2.tbx", older.units, wanted)
    # A form to be avoided is known as such, and never taken for the term.
    statuses = {
        term.administrative_status for unit in older.units for term in unit.get_target_terms()
    }
    if "deprecatedTerm-admn-sts" not in statuses:
        sys.exit("glossary-v2.tbx: no form is marked as one to be avoided")

    # The reader wants `source` and `target`; this is how other columns are named to it.
    csvl10n.fieldname_map.update({"term_zh": "source", "term_en": "target"})
    table = csvl10n.csvfile()
    table.parse((data / "glossary.csv").read_bytes(), dialect="excel")
    count("glossary.csv", table.units, wanted)

    # The form of 2019 is read by no common tool yet, so its terms are counted one by one.
    current = ElementTree.parse(data / "glossary.tbx").getroot()
    entries = current.findall(f"{NAMESPACE}text/{NAMESPACE}body/{NAMESPACE}conceptEntry")
    if len(entries) != wanted:
        sys.exit(f"glossary.tbx: {len(entries)} entries were read, the site has {wanted}")
    print(f"glossary.tbx: {len(entries)} terms")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
