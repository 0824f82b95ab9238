# What duizhao says, in English: one message for each thing that can be wrong.
#
# A message begins with the code of its finding (`figure.unknown` → `figure-unknown-…`). Its value
# says what is wrong: one clause, lower case, no full stop, in the author's words. `.help` says how to
# fix it, with the text to type; `.label` and others say what is read at a place.

either-separator = {" or "}
its-original = its original
list-separator = {", "}
quoted = { $words }

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

align-length =
    .share = { $percent } % of the length the rest of the report suggests
    .help = read the two against each other: is a sentence missing, doubled or misplaced?
align-length-long = this translation is unusually long
align-length-short = this translation is unusually short

erratum-unexplained = the text departs from the text as received
    .received = received: `{ $words }`
    .help = undo the change, or list it in `errata.yaml` with `was`, `is` and `why`
    .more = and { $count } more; is this the right received text?
erratum-unexplained-added = this does not stand in the text as received
erratum-unexplained-removed = a line of the text as received is missing
    .before = before this: `{ $words }`

erratum-unknown-address = there is no `{ $address }` in this report
    .help = `at` is the address of the paragraph, such as `s1.5-p7`
erratum-unknown-here = this does not stand at `{ $address }`
erratum-unknown-times =
    this stands { $found ->
        [0] nowhere
        [1] once
       *[other] { $found } times
    } in the text as received, not { $stated ->
        [1] once
       *[other] { $stated } times
    }
    .help = quote the received text exactly, with a little more around it, or correct `times`

figure-duplicate = `{ $indicator }` has two values for { $period } ({ $status })
    .help = give one of the two a `place`, a `period`, a `status` or another indicator
figure-part = a part of `{ $whole }` is larger than the whole
    .help = correct the number, or remove `part-of`
figure-unit = `{ $indicator }` is measured in { $wanted }, not in { $found }
    .named = `{ $unit }`
    .none = no unit
    .stated = its unit is stated here
    .help = use another indicator for the other unit, or correct `unit`

language-code = `{ $name }` is no language that can be highlighted
    .label = shown plain
    .help = name a known language such as `python`, `r`, `json` or `bash`, or none
language-unread = numbers in { $language } are not read, and not compared with those of other languages
    .help = everything else of it is checked and published; proofread its numbers by hand
language-unread-pair = numbers in { $language } are not compared with those of an original in { $original }

ledger-unaccounted = `{ $words }` is neither indexed nor explained
    .help = claim it in figures.yaml, or say in ledger.yaml what it is; `duizhao scan` prints it ready to be pasted

number-bound = `{ $own }` is bounded another way by `{ $other }`
number-comparator = only one of `{ $own }` and `{ $other }` bounds the number
number-conversion = `{ $own }` is not `{ $other }`
number-direction = `{ $own }` and `{ $other }` move in different ways
number-extra = `{ $other }` is not in the original
    .help = remove the number, or correct it to one of the original
number-missing = `{ $own }` is not in the { $language }
number-missing-instead = `{ $own }` has become `{ $other }` in the { $language }
number-not-here = not in this paragraph
number-nuance = `{ $own }` is nearly `{ $other }`
number-order = `{ $own }` stands in another order in the { $language }
    .help = let the numbers follow the order of the original
number-original-says = the original says { $reading }
number-reordered =
    .help = make sure that each number stands with its own subject
number-scope = `{ $own }` and `{ $other }` rank among different others
number-unit = `{ $own }` has another unit as `{ $other }`

output-foreign = the page would load `{ $address }`
    .help = put the file into the theme's `static` folder and refer to it there
output-id = the id `{ $id }` occurs twice
    .help = give one of the two another id
output-link =
    .help = correct the link, or take it out of the template
    .nearest = the nearest is `{ $near }`
output-link-file = the link `{ $link }` leads nowhere: there is no such file
output-link-leaves = the link `{ $link }` leads nowhere: it leaves the site
output-link-place = the link `{ $link }` leads nowhere: there is no such place on that page
output-on = { $count ->
        [one] on `{ $first }`
       *[other] on { $count } pages, the first of them `{ $first }`
    }
    .second = and here
    .help = { $help }; it stands { $on }

path-clash = two things would be written to `{ $path }`
    .second = and { $thing }
    .help = rename one of the two files
    .help-own = this is where { $thing } lies: rename the file
path-clash-case = `{ $own }` and `{ $other }` are one file on a disk that ignores case
path-clash-all = the whole report on one page
path-clash-asset = this file
path-clash-authored = this page
path-clash-data = the page of downloads
path-clash-file = a file of the site itself
path-clash-glossary = a list of the glossary
path-clash-indicator = the page of an indicator
path-clash-indicators = the indicator index
path-clash-ledger = the number ledger of a report
path-clash-place = the page of a place
path-clash-search = the search page
path-clash-term = the page of a term
path-clash-topic = the page of a topic

# How a number is read: `more than 387 billion yuan`.
reading =
    { $direction ->
        [up] {"up "}
        [down] {"down "}
        [to] {"to "}
       *[none] {""}
    }{ $bound ->
        [at-least] {"at least "}
        [more-than] {"more than "}
        [at-most] {"at most "}
        [less-than] {"less than "}
        [about] {"about "}
       *[none] {""}
    }{ $number }{ $unit }
reading-date = the date { $date }
reading-number = { $digits }{ $scale ->
        [trillion] {" trillion"}
        [billion] {" billion"}
        [million] {" million"}
       *[none] {""}
    }
reading-rank = number { $value }

source-hash = `{ $path }` is not the text that was received
    .help = restore the file, or record its own fingerprint: { $sha256 }

term-avoid = `{ $form }` is not to be said for `{ $term }`
    .label = the glossary says so here
    .help = use `{ $rendering }`
term-members = `{ $term }` has { $count } members, and says { $first }
    .help = list as many as the numeral says, or correct the term
term-members-sum = `{ $term }` has { $count } members, and says { $first } or { $sum }
term-members-unsaid = `{ $term }` counts { $count } things, and the entry does not say which
    .help = list them under `members`; write `unknown` where nobody does, `none` where the numeral counts nothing
term-missing = the { $language } has no rendering of `{ $words }` here
    .renderings = `{ $id }`: { $renderings }
    .label = none of them stands here
    .help = use `{ $rendering }`; or add the words used here to the entry `{ $id }` of glossary.yaml
term-nested = more than { $most } terms end one in another: only the longest are found
    .label = this is one of them
    .help = remove the shortest, or write words that are no terms as `except`
term-order = `{ $term }` stands under { $letter }, and begins with { $first }
    .help = correct `pinyin`: one syllable with its tone for each character
term-unexplained = the glossary does not explain “{ $words }”
    .help = `duizhao scan` prints an entry to be completed
term-untranslated = `{ $term }` has no rendering in { $language }
    .help = write it as `{ $code }:`
term-unused = `{ $term }` stands in no report
    .help = add the words that the report uses to `variants`, or remove the entry; a longer term may take every place where it stands

translation-stale = this translation is older than its original
    .confirmed = as it was confirmed
    .changed = changed since
    .help = translate the change, then run `duizhao confirm { $page }`
translation-unconfirmed = this translation changed since it was confirmed
    .help = read the two against each other, then run `duizhao confirm { $page }`
translation-unconfirmed-both = this translation and its original changed since they were confirmed
translation-unconfirmed-page = the translation of this page was never confirmed
    .label = { $count } places, with title and notes
    .help = read both sides, then run `duizhao confirm { $page }`
translation-unconfirmed-place = the translation of this was never confirmed
translation-unconfirmed-places = the translation of { $count } places of this page was never confirmed
    .label = the first of them

### Exchange

### Build

template-invalid-engine = { $reason }

template-invalid-parent = this extends `{ $parent }`, which is not there
    .help = a theme may extend any template by its name, and the one it replaces with `default/` before it

waiver-unneeded =
    .help = remove the waiver, or correct its `page`, `at` and `quote`

waiver-unneeded-finding = nothing finds `{ $code }` at `{ $words }` any more

waiver-unneeded-place = the waived paragraph `{ $address }` is not on the page `{ $page }`
