# What duizhao says, in English: one message for each thing that can be wrong.
#
# A message begins with the code of its finding (`figure.unknown` → `figure-unknown-…`). Its value
# says what is wrong: one clause, lower case, no full stop, in the author's words. `.help` says how to
# fix it, with the text to type; `.label` and others say what is read at a place.

list-separator = {", "}

verbatim = { $words }

### Files and data formats

### Documents and addresses

address-confirmed-here = it was confirmed here

address-duplicate-given-up = `{ $address }` is given up, and yet an address of this page
    .help = remove this line

address-duplicate-id = `{ $address }` is already an address of this page
    .first = first here
    .help = give one of the two another id, or none: sections are numbered by themselves

address-section-moved = `{ $page }` has the number { $number } now
    .label = it was confirmed with another number
    .help = give the page its old place, most simply by a number at the beginning of its file’s name; or, if old links may break, remove its lines from { $file } and run `duizhao confirm`

address-section-renumbered = section `{ $was }` would become `{ $now }`
    .label = a heading before this was inserted, removed or moved
    .help = put new sections after the last one, and keep the headings of old ones; or, if old links may break, remove the lines of the page from `{ $was }` on from { $file } and run `duizhao confirm`

address-unclear-block = it is not certain that this is what stood at `{ $address }`
    .label = edited, and blocks were added or removed beside it
    .help = if it is, run `duizhao confirm`; if another block is, exchange their addresses in { $file } after that; if none is, give `{ $address }` up under `[alias]` before it

address-vanished-alias = `{ $from }` leads to `{ $to }`, which is not there
    .help = name an address of the same page

address-vanished-page = there is no page `{ $page }` any more
    .help = bring the page back; if it is to go, its addresses with it, remove its lines from { $file }

address-vanished-place = nothing stands at `{ $address }` any more
    .help = links to it would break; say under `[alias]` of { $file } where they lead: "{ $page }#{ $address }" = "{ $instead }"

align-block-note-added = a footnote is not in the original
    .label = only in the translation
    .help = give it the label it has in the original

align-block-note-missing = a footnote has no counterpart
    .label = only in the original
    .help = add `[^{ $label }]` to the translation

align-block-original-ends = the original ends before the translation
    .original = the original ends here
    .translation = { $address }: the translation goes on with { $shape }
    .help = remove what the original does not say, or check that no block was split in two

align-block-translation-ends = the translation ends before the original
    .translation = the translation ends here
    .original = { $address }: the original goes on with { $shape }
    .help = translate the rest, or check that no block was joined with its neighbour

align-block-unlike = { $original } stands beside { $translation }
    .translation = here { $shape }
    .original = { $address }: in the original { $shape }
    .help = join, split or add blocks in the translation until both sides run in step

block-code = a code block

block-definitions = a definition list of { $terms ->
    [one] 1 term
   *[other] { $terms } terms
}

block-heading = a level { $level } heading

block-list = a list of { $items ->
    [one] 1 item
   *[other] { $items } items
}

block-note = a note of { $blocks ->
    [one] 1 block
   *[other] { $blocks } blocks
}

block-numbered-list = a numbered list of { $items ->
    [one] 1 item
   *[other] { $items } items
}

block-page-break = a page break

block-paragraph = a paragraph

block-quotation = a quotation of { $blocks ->
    [one] 1 block
   *[other] { $blocks } blocks
}

block-rule = a rule

block-table = a table of { $rows ->
    [one] 1 row
   *[other] { $rows } rows
} and { $columns ->
    [one] 1 column
   *[other] { $columns } columns
}

data-invalid-address = `{ $address }` is no address of this page
    .help = an address is section and paragraph, `s2.3-p4`

data-invalid-alias = this alias does not say its page
    .help = write the page before the address: `"report/page#s1.2-p3"`

data-invalid-lock = { $reason }
    .help = restore the last good { $file }; `duizhao confirm` writes it

data-unread-beside-cover = put the file beside the cover of a report

data-unread-claims = these claims belong to no report

data-unread-errata = these errata belong to no report
    .help = put the file beside the cover of a report; `{ $folder }` has none

data-unread-language = numbers in { $language } are not read, so none can be claimed
    .help = remove the file; `duizhao explain language.unread` says which languages are read

data-unread-waivers = these waivers belong to no report

did-you-mean = did you mean `{ $name }`?

emphasis-literal-asterisks = these asterisks have no partner
    .help = close the emphasis, or write `\*` for an asterisk that is meant

figure-catalogue-related = there is no indicator `{ $indicator }`
    .label = `{ $indicator }` is said to be related to it

figure-counterpart-missing = `{ $words }` has no counterpart in { $language }
    .label = not in this paragraph
    .help = correct the translation, or quote its words in the claim: `{ $code }: "[half] of …"`

figure-drift-brace-unopened = a brace is not opened

figure-drift-bracket-inside = a bracket stands inside another one

figure-drift-bracket-unclosed = a bracket is not closed

figure-drift-bracket-unopened = a bracket is not opened

figure-drift-brackets =
    .label = what is in the brackets
    .help = put the brackets around one number with its unit; `duizhao quantities` shows how a text is read

figure-drift-brackets-empty = the brackets are empty

figure-drift-no-brackets = no number stands in brackets

figure-drift-no-number = the brackets hold no number

figure-drift-nowhere = these words stand nowhere in their section
    .near = the text says this
    .near-help = if the text is right, quote it: `[{ $words }]`
    .help = quote the original as it stands now, or move the claim to the section where it stands

figure-drift-quotation = write `地区生产总值[3870亿元]`: one number in brackets, thresholds in braces

figure-drift-several-brackets = several numbers stand in brackets

figure-drift-several-numbers = the brackets hold { $count } numbers

figure-drift-several-times = these words stand { $times } times in their section
    .label = here
    .help = quote a little more of what stands around the number

figure-drift-translation = the words `{ $words }` do not stand exactly once in the translation
    .help = quote the translation of the paragraph, with the number in brackets

figure-unknown-indicator = there is no indicator `{ $indicator }`
    .help = define it in content/indicators.yaml: `- {"{"}id: { $indicator }, name: {"{"}…{"}"}{"}"}`

figure-unknown-page = this report has no page `{ $page }`
    .help = its pages are { $pages }

figure-unknown-place = there is no place `{ $place }`
    .help = list it under `places:` in content/indicators.yaml

figure-unknown-section = the page `{ $page }` has no section `{ $section }`
    .help = its sections are { $sections }

figure-unused-indicator = no figure is claimed for `{ $indicator }`
    .help = claim one in the figures.yaml of a report, or remove the indicator

heading-level-second-title = a second title in the page
    .help = only the page's title is a level 1 heading; write `##` for a section

heading-level-skipped = this heading skips a level
    .label = level { $level } after level { $last }
    .help = write `{ $marks }` here

heading-level-too-deep = this is nested too deeply
    .label = more than { $most } levels
    .help = no list or quotation of a report is nested this deep; look for stray `>` marks

html-raw-refused = HTML is not passed through
    .help = write it in Markdown; put a lone `<` as `\<`

ledger-stale-line = this line of the ledger is not needed
    .claimed = it is claimed as a figure
    .stated = another line already explains it
    .date = a rule already knows it for a date
    .duration = a rule already knows it for a duration
    .name = a rule already knows it for a name
    .ordinal = a rule already knows it for a ordinal
    .structural = a rule already knows it for a structural
    .help = remove the line

link-broken-address = there is no `{ $address }` in this report
    .last = the last address of that section is `@{ $last }`
    .help = an address is section and paragraph, `@s2.3-p4`

link-broken-anchor = there is no `#{ $anchor }` on that page

link-broken-file = there is no such file
    .help = a page is linked by its Markdown file, any other file by its path beside this one

link-broken-page = there is no such page
    .help = write the path of a Markdown file, seen from this one, or from `content` with `@/` before it

link-broken-report = there is no such report
    .help = write `@report#address`, with the name of the report's folder

link-leads-to = leads to `{ $destination }`

link-scheme-allowed = use a file of the site, or an `https:`, `http:` or `mailto:` link

link-scheme-image = an image on another host is not allowed

link-scheme-missing = an address without its scheme is not allowed

link-scheme-other = this scheme is not allowed

page-missing =
    .label = not there in `{ $language }`
    .help = write `{ $path }`

path-outside-reference = this link leaves the content folder
    .help = copy the file into `content` and link to it there

report-missing-metadata = this cover says nothing of the report
    .help = add `report:` with issuer, meeting, place, speaker, office, delivered and status in this language

report-missing-no-cover = a report's metadata stands on a page that is no cover
    .help = move `report:` to `_index.<language>.md` in the report's folder, in every language

report-missing-original = this page has no original

term-clash =
    .first = claimed here first
    .help = keep it in one entry

term-clash-between = `{ $words }` is claimed by `{ $first }` and by `{ $second }`

term-clash-within = `{ $id }` says `{ $words }` twice

term-glossary-no-place = there is no place `{ $place }`
    .help = list it under `places:` of indicators.yaml

term-glossary-no-term = there is no term `{ $id }`
    .help = terms are named by their ids

term-reading-either = { $one } or { $other }

term-reading-length = `{ $term }` has { $characters } characters, its reading { $syllables } syllables

term-reading-several = `{ $character }` in `{ $term }` has several readings
    .label = { $readings }
    .help = if it is right, add `pinyin: { $reading }`

term-reading-stated = write one syllable with its tone for each character, as in `pinyin: { $reading }`

term-reading-wrong = `{ $character }` is not read `{ $said }`, but { $readings }

term-unknown-name = no term is called `{ $name }`
    .help = add it to `glossary.yaml`, or write the words without brackets

title-missing-page = the page has no title
    .help = open the page with `# …`, or write `title:` into the front matter

title-missing-twice = the page has two titles
    .label = one here, and one in the front matter
    .help = remove `title:` from the front matter, or the heading

translation-missing-page = this page has no translation

### Checks

### Exchange

### Build

template-invalid-engine = { $reason }

template-invalid-parent = this extends `{ $parent }`, which is not there
    .help = a theme may extend any template by its name, and the one it replaces with `default/` before it

waiver-unneeded =
    .help = remove the waiver, or correct its `page`, `at` and `quote`

waiver-unneeded-finding = nothing finds `{ $code }` at `{ $words }` any more

waiver-unneeded-place = the waived paragraph `{ $address }` is not on the page `{ $page }`
