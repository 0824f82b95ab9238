# What duizhao says, in English: one message for each thing that can be wrong.
#
# A message begins with the constant of its finding's code (`FIGURE_UNKNOWN` → `figure-unknown-…`). Its
# value says what is wrong: one clause, lower case, no full stop, in the author's words. `.help` says how to
# fix it, with the text to type; `.label` and others say what is read at a place.

### What several findings say

did-you-mean = did you mean `{ $name }`?
either-separator = {" or "}
its-original = its original
keep-one = keep one of the two
list-separator = {", "}
put-in-quotation-marks = put the text in quotation marks
quoted = { $words }
see-data-examples = `duizhao explain data.invalid` shows complete examples

### Files and data formats

config-invalid = this cannot be read
    .help = write `key = "…"` on each line, and tables as `[check]`
config-invalid-backslash = a backslash between `"` and `"` has a meaning of its own
    .help = write `\\` for a backslash, or put the text between `'` and `'`
config-invalid-behind = something stands behind the value
    .help = begin each key on a line of its own; in a text between `"` and `"` write `\"` for a quotation mark
config-invalid-bracket = a bracket is not closed
    .help = write the closing bracket on the same line
config-invalid-comma = a comma or the closing bracket is missing
config-invalid-equals = there is no `=` after the key
    .help = write `key = "…"`: site.toml has `=` where front matter has a colon
config-invalid-form = `{ $key }` must be { $wanted }; this is { $found }
    .languages = write `"…"`, or `{"{"} zh = "…", en = "…" {"}"}`
    .switch = write `true` or `false` without quotation marks
    .table = write `[{ $key }]`, and its keys below it
    .text = put it in quotation marks: `"…"`
config-invalid-missing = the key `{ $key }` is missing
    .languages = add `languages = ["zh", "en"]`, the original first
    .title = add `title = "…"`, or `title = {"{"} zh = "…", en = "…" {"}"}`
config-invalid-open-text = this text is not closed
    .help = write `{ $mark }` at its end
config-invalid-theme = { $reason }
config-invalid-twice = this key stands here twice
config-invalid-unquoted = a text stands here without quotation marks, or nothing
    .help = put it in straight quotation marks: `"…"`
config-value-currency = `{ $code }` is not a currency that is known
    .help = write one of { $known }
config-value-figures = `figures` cannot be `{ $scope }`
    .help = write "all" where every figure is to be indexed, "key" where only some are: then pages say how many
config-value-address = this is not an address a site can have
    .help = write the whole address: `https://example.org/reports/`
config-value-always = `{ $code }` is always an error
    .help = a site cannot be built with such a fault; remove the line
config-value-code = `{ $code }` cannot be a language here
    .help = list each language once, by a code such as `zh`, `en`, `zh-Hant` or `pt-BR`
config-value-language = `{ $code }` is not among the languages
    .help = add "{ $code }" to `languages`, or remove the table
config-value-severity = this is not a severity
    .help = write "error", "warning", "notice" or "off"
config-value-tag = `{ $tag }` is not a language tag
    .help = write a tag such as `zh-Hans` or `en-GB`
data-invalid-no-date = a report needs a day
    .help = write `date: 2018-03-31`, for a speech `delivered:`; for a law or treaty `adopted:`, `promulgated:`, `in-force:` or `as-at:`
data-invalid-after-quotation = the text goes on after its closing quotation mark
    .help = put the whole text between quotation marks; one inside `'…'` is written `''`, one inside `"…"` is written `\"`
data-invalid-alias-inside = this alias stands inside of what it repeats
data-invalid-backslash = a backslash in double quotation marks has a meaning of its own
    .help = write `\\` for a backslash, or put the text between `'` and `'`
data-invalid-beginning = a text cannot begin with `{ $character }`
data-invalid-choice = `{ $key }` cannot be `{ $word }`
    .help = `{ $key }` is one of { $known }
data-invalid-claim-indicator = this claim does not say which indicator it is
data-invalid-claim-quote = this claim does not say which words or which cell it is
data-invalid-nth = `nth` counts places from 1
data-invalid-closing-bracket = this bracket closes nothing
    .help = remove it, or put the text in quotation marks
data-invalid-dash = a `-` before a comma or a bracket can be read in two ways
data-invalid-empty = `{ $key }` has no value
    .help = write it after the colon: `{ $key }: …`
data-invalid-erratum = this erratum says neither `is` nor `perhaps`
    .help = write `is:` for a repair, `perhaps:` for a doubt that leaves the text as received
data-invalid-form =
    .entries = begin each entry with `- `
    .languages = write `{"{"}zh: …, en: …{"}"}`
    .list = write `[…]`, or each entry on a line that begins with `- `
    .mapping = write `key: value`, each on a line of its own, or `{"{"}key: value{"}"}`
    .no-list = write `key: value` without `- ` before it
    .switch = write `true` or `false` without quotation marks
    .text = a text that begins with `[` or `{"{"}`, or contains `: `, is put in quotation marks
    .whole-number = write digits alone, such as `2`
data-invalid-indentation = this line is indented like none that it could belong to
    .help = let keys of one entry begin in one column; an entry of a list begins with `- `
data-invalid-joined-colon = there is no blank after the colon of `{ $key }`
    .help = write `{ $key }: { $value }`
data-invalid-key = a key must be a text
data-invalid-keyless = this line is not `key: value`
    .help = write a key, a colon and a blank before the text; a text that goes on in the next line is indented
data-invalid-lacks = { $count ->
    [one] { $subject } lacks the key { $last }
   *[other] { $subject } lacks the keys { $others } and { $last }
}
    .help = add what is missing; `duizhao explain data.invalid` shows complete examples
data-invalid-levels = lists and mappings stand more than { $most } levels deep
data-invalid-line = this line is not YAML
data-invalid-list = { $subject } must be { $wanted }; this is a list
data-invalid-list-beside-key = a list does not begin on the line of its key
    .help = write each entry on a line of its own, below the key
data-invalid-mapping = { $subject } must be { $wanted }; this is a mapping
data-invalid-nothing = { $subject } must be { $wanted }; nothing stands here
data-invalid-open-bracket = this bracket is not closed
    .help = write `{ $bracket }` where it ends; a text inside that contains `,`, `: ` or a bracket is put in quotation marks
data-invalid-quotation = this quotation mark is not closed
    .help = write `{ $mark }` at the end of the text
data-invalid-repetition = the aliases (`*…`) of this file repeat too much
    .help = write the entries out, or repeat less
data-invalid-second-colon = a second colon stands in this line
    .help = put the text in quotation marks: `{ $quoted }`
data-invalid-second-document = a second document begins here
    .help = a data file is one document: remove the line `---` and what follows it, or join the two
data-invalid-separator = an invisible line separator ({ $character }) stands here
    .help = remove it; a new line is made with the Enter key
data-invalid-tab = a tab stands before the text of this line
    .help = write blanks instead: YAML takes no tabs for indentation
data-invalid-tag = a tag (`!…`) means nothing here
    .help = a text that begins with `!` is put in quotation marks
data-invalid-too-deep = lists and mappings stand too deep in each other
data-invalid-twice = the key `{ $key }` stands here twice
    .first = it stands here first
data-invalid-unclear = this can be read in two ways
    .help = put the text in quotation marks, and begin each entry on a line of its own
data-invalid-waiver-code = no finding has the code `{ $code }`
data-invalid-waiver-place = this waiver does not say what it is for
    .help = name the paragraph in `at` (`s1.2-p3`) and its words in `quote`; a waiver is for one place
data-invalid-waiver-reason = this waiver gives no reason
    .help = write why the place is right as it is
data-invalid-wide-colon = the colon after `{ $key }` is full-width (`：`)
    .help = write a half-width colon and a blank: `{ $key }: { $value }`
data-invalid-word = { $subject } must be { $wanted }; `{ $found }` is not
data-unread = nothing reads this file
    .help = data files are `indicators.yaml` and `glossary.yaml` beside the home page, and `figures.yaml`, `ledger.yaml`, `errata.yaml` and `waivers.yaml` beside a report's cover
date-invalid = `{ $date }` is not a day of the calendar
    .help = write year, month and day: `2018-03-31`
each-entry = each entry of `{ $key }`
figure-catalogue-indicator-id = `{ $id }` cannot be the id of an indicator
figure-catalogue-indicator-twice = the indicator `{ $id }` is defined twice
figure-catalogue-no-topic = there is no topic `{ $id }`
    .help = list it under `topics:`
figure-catalogue-place-id = `{ $id }` cannot be the id of a place
figure-catalogue-place-twice = the place `{ $id }` is defined twice
figure-catalogue-topic-id = `{ $id }` cannot be the id of a topic
figure-catalogue-topic-twice = the topic `{ $id }` is defined twice
file-encoding = line { $line } is not UTF-8: byte { $byte } is not a character
    .help = save the file as UTF-8; an older Chinese text is often GB 18030: `iconv -f gb18030 -t utf-8`
file-encoding-list = the list is UTF-16, not UTF-8
    .help = save it as UTF-8: `iconv -f utf-16 -t utf-8`
file-encoding-name = the name of this file is not UTF-8
    .help = rename the file
file-language = the name of this file does not say its language
    .unlisted = `{ $language }` is not listed in `languages` of site.toml
    .unnamed = name it `{ $name }`
form-avoided = `{"{"}form: …, why: …{"}"}`, or the form alone
form-catalogue = a list of indicators, or `topics`, `places` and `indicators`
form-date = a date
form-list = a list
form-mapping = a mapping of keys and values
form-members = a list of members, `unknown`, or `none`
form-number = a number
form-switch = `true` or `false`
form-table = a table
form-text = a text
form-text-or-languages = a text, or one for each language
form-text-or-texts = a text or a list of texts
form-texts = a list of texts
form-whole-number = a whole number
footnote-duplicate = the footnote `{ $label }` is defined twice
    .first = defined here first
    .help = give one of the two another label, or take it out

footnote-unused = nothing mentions the footnote `{ $label }`
    .help = write `[^{ $label }]` where it belongs, or take the note out

front-matter-missing = the page has no front matter
    .help = begin the page with a line `---`, then YAML (or nothing), then a line `---`
front-matter-missing-end = the front matter is not closed
id-of-address = an id is a part of addresses: a lower-case letter, then letters, digits and `-`, as in `gdp-growth`
id-of-list = the list itself lies at `index.html`
key-unknown = unknown key `{ $key }`
    .known = known keys here: { $known }
    .known-or-extra = known keys here: { $known }; free values go under `[extra]`
    .merge = mappings are not merged here: write the keys out
key-unknown-finding = `{ $code }` is not a finding
    .help = `duizhao explain` lists all of them
    .near = did you mean "{ $code }"?
page-withheld-page =
    { $others ->
        [0] the page `{ $page }` is a draft and is not published
        [one] the page `{ $page }` and the one below it are drafts and are not published
       *[other] the page `{ $page }` and the { $others } below it are drafts and are not published
    }
page-withheld-report =
    { $parts ->
        [0] the report `{ $report }` is a draft and is not published
        [one] the report `{ $report }` is a draft and is not published, nor is its part
       *[other] the report `{ $report }` is a draft and is not published, nor are its { $parts } parts
    }
page-withheld-side = the { $language } of `{ $page }` is a draft and is not published
page-withheld-report-side = the { $language } of the report `{ $report }` is a draft and is not published
page-withheld-received = `{ $report }` is not compared with `{ $file }` while a part of it is a draft
page-withheld-link = this link leads to a draft, so its words are shown without it
page-withheld =
    .help = `--drafts` publishes it; take `draft: true` out when it is ready

path-clash-alike = a reader cannot tell this name from `{ $other }`
    .help = the two differ only in how their characters are encoded; keep one of them

path-loop = this link leads back to `{ $above }`
    .help = remove the link
path-outside-link = a symbolic link leads out of the site
    .help = copy the file into the site, so that the site can be handed over whole
    .term-base = put the file itself there
path-outside-output = `{ $folder }` cannot be the output folder
    .help = write a folder of its own inside the site, or use `--output-dir` for one elsewhere
path-outside-received = the received file must lie beside the cover
    .help = copy it into the report's folder and name it here
path-outside-theme = `{ $name }` is not the name of a theme
    .help = write the name of a folder under `themes/`
path-unreadable = cannot read `{ $path }`: { $reason }
    .help = check that the file is there and that you may read it
path-unreadable-absent = cannot read `{ $path }`: the file is not there
path-unreadable-large = cannot read `{ $path }`: the file is larger than 64 MiB
path-unreadable-large-list = cannot read `{ $path }`: the list is larger than 16 MiB
source-hash-form = this is not a SHA-256
    .help = write the 64 hexadecimal digits that `sha256sum FILE` prints
term-glossary-id = `{ $id }` cannot be the id of a term
    .lists = the lists of terms lie at `by-….html`; choose an id that begins otherwise
term-glossary-twice = the term `{ $id }` is defined twice
term-glossary-wordless = this term has no words in the original
    .help = write them as `{ $language }:`
the-front-matter = the front matter
theme-string = the interface has { $own } of { $all } words in `{ $language }`; the others are shown as in `{ $other }`
    .help = { $count ->
        [one] what is missing: { $keys }
       *[other] { $count } are missing, such as { $keys }
    }
theme-unknown = there is no theme `{ $name }`
    .help = make the folder `themes/{ $name }`, or use `{ $default }`
this-claim = this claim
this-erratum = this erratum
this-form = this form
this-indicator = this indicator
this-ledger-line = this line of the ledger
this-place = this place
this-term = this term
this-topic = this topic
this-waiver = this waiver
write-claim = write `- gdp: 地区生产总值[3870亿元]`, with the number in brackets, or `- {"{"}indicator: gdp, row: 地区生产总值, column: 2017年{"}"}` for the number of a cell
write-ledger-line = write `quote: 投资[20亿元]`, with the number in brackets, or `row` and `column` for the number of a cell
write-texts = write `["zh", "en"]`

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

data-invalid-address = `{ $address }` is not an address of this page
    .help = an address is section and paragraph, `s2.3-p4`

data-invalid-alias = this alias does not say its page
    .help = write the page before the address: `"report/page#s1.2-p3"`

data-invalid-lock = { $reason }
    .help = restore the last good { $file }; `duizhao confirm` writes it

data-unread-beside-cover = put the file beside the cover of a report

data-unread-claims = these claims belong to no report

data-unread-errata = these errata belong to no report
    .help = put the file beside the cover of a report; `{ $folder }` has none

report-unread = nothing of the report in { $folder } was checked, since its cover cannot be read
report-unread-received = the words were not compared with `{ $file }`, since the cover cannot be read in full
data-unread-language = numbers in { $language } are not read, so none can be claimed
    .help = remove the file; `duizhao explain language.unread` says which languages are read

data-unread-waivers = these waivers belong to no report

figure-catalogue-related = there is no indicator `{ $indicator }`
    .label = `{ $indicator }` is said to be related to it

figure-counterpart-missing = `{ $words }` has no counterpart in { $language }
    .label = not in this paragraph
    .help = correct the translation, or quote its words in the claim: `{ $code }: "[half] of …"`

figure-kind = `{ $words }` and `{ $said }` are a rank and a count
    .label = the same number of another kind
    .help = correct the translation, or quote in the claim what is meant: `{ $code }: "[…] …"`

figure-undecided = `{ $words }` may be said by several numbers of the { $language }
    .label = this may be it
    .help = write in the claim the one that is meant: { $quotes }

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

figure-drift-empty-cell = no number stands in the cell

figure-drift-nth = these words stand { $times } times in their section, and not as often as `nth` says

figure-drift-several-brackets = several numbers stand in brackets

figure-drift-several-numbers = the brackets hold { $count } numbers

figure-drift-several-times = these words stand { $times } times in their section
    .at = `at: { $address }`
    .nth = `nth: { $number }`
    .help = quote a little more of what stands around the number, or say which: `at` with the address, `nth` with the number shown

figure-drift-translation = the words `{ $words }` do not stand exactly once in the translation
    .help = quote the translation of the paragraph, with the number in brackets

figure-unknown-address = nothing in this section has the address `{ $address }`
figure-unknown-column = no column has the head `{ $name }`
figure-unknown-head =
    .help = the heads are { $heads }
figure-unknown-no-table = no table stands in this section
figure-unknown-row = no row begins with `{ $name }`
figure-unknown-table = no table here is called `{ $name }`
    .help = a table is called by the line above it, by a head of it, or by its number in the section

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

report-missing-no-cover = a report's metadata stands on a page that is not a cover
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

align-missing-block = the { $language } has nothing yet for { $own } of the original
    .behind = it belongs behind this
    .help = translate it here, or let a translator: `duizhao export xliff` gives it to one; what is left out on purpose is stated by `{ $mark }`
align-missing-note = a footnote has no counterpart
    .label = only in the original
    .help = add `[^{ $label }]:` to the translation, or let a translator: `duizhao export xliff` gives it to one

align-row =
    .translation = in the translation
    .original = in the original
    .next = the translation goes on here
    .end = the translation ends here
    .help = if the translation is to stay as it is, state the row by a line before it: `{ $mark }`; otherwise correct it until both sides run in step
align-row-added = { $others } of the { $language } seems to be in none of the original
align-row-inside = the mark of a row stands inside a paragraph
    .help = put it on a line of its own before the block, with an empty line after it
align-row-left-out = { $own } of the original seems to be left out in the { $language }
align-row-mark =
    .help = write `<!-- row 2:1 -->` before a block that renders two of the original, `1:2`, `2:2`, `1:0` or `0:1`; `duizhao scan blocks` proposes the marks
align-row-mark-beyond = this row reaches beyond the end of its section
align-row-mark-heading = a heading stands alone in its row
align-row-mark-inside = this mark of a row stands inside a block
align-row-mark-original = the original has no marks of rows; they are stated in the translation
align-row-mark-unread = this mark does not say how many blocks stand in the row
align-row-seems = { $others } of the { $language } seems to hold { $own } of the original

received-docx =
    .help = open it in Word or WPS, save it anew as DOCX, or ask for it again
received-docx-archive = this DOCX is broken: the archive that it is cannot be opened
received-docx-large = `{ $part }` in this DOCX unpacks to more than { $most } MiB
    .help = a report is never so long; ask for the file again, or save its text as a plain text
received-docx-large-all = the parts of this DOCX unpack to more than { $most } MiB together
received-docx-missing = this DOCX has no `{ $part }`, which would hold its text
received-docx-part = `{ $part }` in this DOCX is broken
received-form = the words are those of `{ $file }`; in form alone differ { $counted }
received-form-headings = { $count ->
    [one] { $count } heading
   *[other] { $count } headings
}
received-form-splits = { $count ->
    [one] { $count } block that ends with a sentence
   *[other] { $count } blocks that end with a sentence
}
received-form-pages = { $count ->
    [one] { $count } page mark
   *[other] { $count } page marks
}
received-form-notes = { $count ->
    [one] the list of notes
   *[other] { $count } lists of notes
}
received-form-blanks = { $count ->
    [one] { $count } blank
   *[other] { $count } blanks
}
received-known-reports = the reports of this site are: { $reports }
received-original-first = import its original first, without `--lang`
received-language-line = add { $language } to `languages` by hand
received-not-text = this is not a text
    .help = these are read: { $endings }
received-other-kind = files of the kind { $kind } are not read
    .help = open it in Word, WPS or LibreOffice and save it as DOCX (of a PDF or OFD that is a scan, the text has to be recognised first)
    .table = save the sheet as CSV, or put the table into the text and save that as DOCX
received-password = this file is protected by a password
    .help = open it in Word or WPS, save it without a password, and give that file

align-length =
    .share = { $percent } % of the length the rest of the report suggests
    .help = read the two against each other: is a sentence missing, doubled or misplaced?
align-length-long = this translation is unusually long
align-length-short = this translation is unusually short

erratum-unexplained = the text departs from the text as received
    .received = received: `{ $words }`
    .help = undo the change, or list it in `errata.yaml`; `duizhao scan errata` prints the entry
    .more = and { $count } more; is this the right received text?
erratum-unexplained-added = this does not stand in the text as received
erratum-unexplained-removed = words of the text as received are missing
    .before = before this: `{ $words }`
erratum-unexplained-occasion = the `occasion` of the cover does not stand in the text as received
erratum-form = this entry changes nothing but form, which needs no entry
    .help = remove it; `duizhao check` counts in one notice how the form differs

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

language-code = `{ $name }` is not a language that can be highlighted
    .label = shown plain
    .help = name a known language such as `python`, `r`, `json` or `bash`, or none
language-unread = numbers in { $language } are not read, and not compared with those of other languages
    .help = everything else of it is checked and published; proofread its numbers by hand
language-unread-pair = numbers in { $language } are not compared with those of an original in { $original }

ledger-unaccounted = `{ $words }` is neither indexed nor explained
    .help = claim it in figures.yaml, or say in ledger.yaml what it is; `duizhao scan` prints it ready to be pasted. Where only key figures are to be indexed, write `figures = "key"` in site.toml
ledger-key-figures = { $indexed } of { $figures } figures are indexed, as `figures = "key"` allows

fact-differs = `{ $key }` is not the same in both languages
    .help = write in both files what is right
fact-differs-day = `occasion` names another day than `delivered`
    .help = correct the one that is wrong
fact-differs-id = this heading has another id than in the original
    .help = one id is enough for all languages; a link to it arrives in each

markdown-numbered = the numbers { $first } to { $last } at the beginning of paragraphs are read as words, not as lists
markdown-literal-alert = there is no alert `{ $alert }`
    .help = alerts are NOTE, TIP, IMPORTANT, WARNING and CAUTION
markdown-literal-code = this code block is never closed
    .help = write { $fence } in a line of its own where it ends
markdown-literal-comment = this comment is never closed
    .help = write `-->` where it ends
markdown-literal-definition = this explanation is not set under its term
    .help = write a half-width colon and a blank: `: …`; or put an empty line before it
markdown-literal-emphasis = this `{ $typed }` has no partner
    .help = close the emphasis, or write `\{ $sign }` for the sign itself
markdown-literal-footnote = there is no footnote `{ $label }`
    .help = define it in a line of its own: `[^{ $label }]: …`
    .definition = write a half-width colon and a blank: `[^{ $label }]: …`
markdown-literal-heading = this line is not a heading
    .help = write a blank: `{ $heading }`; or `\` before the sign that is meant
markdown-literal-id = this id belongs to no heading
    .help = write it at the end of the heading, behind a blank: ` {"{"}#{ $id }{"}"}`
markdown-literal-item = this line is not an item of a list
    .help = write `{ $sign }` and a blank; or `\` before the sign that is meant
markdown-literal-link = this is not a link
    .help = write half-width parentheses directly after the bracket: `[…]({ $destination })`
markdown-literal-table = these lines are not a table
    .help = write `{ $rule }` under the first of them
markdown-literal-term = this reference to a term is never closed
    .help = write `]]` where it ends

number-bound = `{ $own }` is bounded another way by `{ $other }`
number-comparator = only one of `{ $own }` and `{ $other }` bounds the number
number-conversion = `{ $own }` is not `{ $other }`
number-direction = `{ $own }` and `{ $other }` move in different ways
number-explicit = `{ $other }` is said by the translation alone
    .help = the original leaves it to be understood; make sure that it is right
number-extra = `{ $other }` is not in the original
    .help = remove the number, or correct it to one of the original
number-kind = `{ $own }` and `{ $other }` do not measure the same
number-missing = `{ $own }` is not in the { $language }
number-missing-instead = `{ $own }` has become `{ $other }` in the { $language }
number-not-here = not in this paragraph
number-nuance = `{ $own }` is nearly `{ $other }`
number-order = `{ $own }` stands in another order in the { $language }
    .help = let the numbers follow the order of the original
number-original-says = the original says { $reading }
number-reordered =
    .help = make sure that each number stands with its own subject
number-per = `{ $own }` and `{ $other }` are said of different amounts
number-repeated = `{ $words }` is said once for both in the { $language }
number-repeated-translation = `{ $words }` is said again by the translation
number-scope = `{ $own }` and `{ $other }` rank among different others
number-unread = `{ $words }` is not one number that is known
    .help = a digit too many, or a blank or stop inside a number? Nothing is read of it, and nothing of it is compared
number-unit = `{ $own }` has another unit as `{ $other }`
    .currency = if 元 and $ are the money of one place here, say `currency = "HKD"` (or another) in site.toml, or `--currency HKD`

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

# How a number is read: `more than 387 billion yuan`.
reading =
    { $direction ->
        [up] {"up "}
        [down] {"down "}
        [to] {"to "}
        [risen-to] {"up to "}
        [fallen-to] {"down to "}
        [above] {"higher by "}
        [below] {"lower by "}
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

# What a published thing is called.
route-all = the whole report on one page
route-asset = this file
route-authored = this page
route-data = the page of downloads
route-file = a file of the site itself
route-glossary = a list of the glossary
route-indicator = the page of an indicator
route-indicators = the indicator index
route-ledger = the number ledger of a report
route-place = the page of a place
route-search = the search page
route-term = the page of a term
route-topic = the page of a topic

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
    .help = remove the shortest, or write words that are not terms as `except`
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
compare-alone = this text has no counterpart in the other language
    .help = a counterpart is called the same but for the language: `a.zh.md` and `a.en.md`, or `a.md` in both folders

translation-untranslated = this stands in { $original } and not in { $language }
    .help = translate it; nothing of it was compared

translation-unconfirmed-both = this translation and its original changed since they were confirmed
translation-unconfirmed-page = the translation of this page was never confirmed
    .label = { $count } places, with title and notes
    .help = read both sides, then run `duizhao confirm { $page }`
translation-unconfirmed-place = the translation of this was never confirmed
translation-unconfirmed-places = the translation of { $count } places of this page was never confirmed
    .label = the first of them

### Exchange

import-list-attribute = an attribute cannot be read: { $reason }
import-list-cells = the table has more than { $most } cells
    .help = split it into several files
import-list-column = no column is named `{ $name }`
    .help = the first row names the columns: the languages (`zh`, `en`, `zh-CN`, `en-US`), or `source` and `target`; beside them any of those of `duizhao export glossary`
import-list-control-character = a control character stands here, which XML cannot hold
import-list-elements = elements nest deeper than { $deepest } or are more than { $most }
    .help = split the file
import-list-empty = the table is empty
    .help = its first row names the columns, such as `zh,en`
import-list-entity = `&{ $name };` is not known
    .help = entities a file defines for itself are not expanded; write the characters themselves
import-list-long-row = this row has { $cells } cells, but the head has { $columns }
    .help = a cell that holds a comma is put in quotation marks
import-list-no-element = there is no element
import-list-originals = its originals are in { $language }
import-list-quotation = the quotation mark that opens here is not closed
    .help = a cell that holds quotation marks is put in quotation marks, and each of its own is doubled: "the ""two zones"""
import-list-row = this row cannot be read: { $reason }
    .help = a table is one row a line, its cells parted by commas
import-list-second-element = a second element stands outside the first
import-list-tbx-body = this TBX file has no `<text>` with a `<body>`
    .help = check that the file is complete
import-list-tbx-root = `<{ $name }>` is not the root of a TBX file
    .help = a TBX file holds `<tbx>` (2019) or `<martif>` (2008)
import-list-text-outside = text stands outside all elements
import-list-translations = its translations are in { $language }
import-list-unclosed = `<{ $name }>` is not closed
import-list-unopened = an element is closed that was not opened
import-list-xliff-language = `srcLang` is the language of the originals, `trgLang` one of the site’s translations
import-list-xliff-root = { $name } is not the root of an XLIFF file
    .help = an XLIFF file holds `<xliff>`
import-list-xliff-version = this is XLIFF { $version }
    .help = XLIFF 2.0, 2.1 and 2.2 are read; `duizhao export xliff` writes 2.1
import-list-xml = this is not XML: { $reason }
import-rewrite = this term cannot be rewritten as its lines stand
    .help = write each key of the entry on a line of its own, below `- id: …`
write-xml = each element that is opened is closed, and `&` and `<` in a text are written `&amp;` and `&lt;`

### Build

table-cells = this row has more than the { $columns } cells of its head
    .help = give the column a head, or write `\|` for a bar that belongs to the words

table-unit = numbers are counted in `{ $words }` in one language and in nothing in the other
    .bare = no unit is stated for this number
    .stated = the unit is stated here
    .help = state the unit in the other language as well: above the table, in the head of the column or row, or in the cell

table-unread-unit = `{ $words }` is not a unit that is known
    .help = the numbers of the table are compared as they stand, without a unit

template-invalid-engine = { $reason }

template-invalid-parent = this extends `{ $parent }`, which is not there
    .help = a theme may extend any template by its name, and the one it replaces with `default/` before it

waiver-unneeded =
    .help = remove the waiver, or correct its `page`, `at` and `quote`

waiver-unneeded-finding = nothing finds `{ $code }` at `{ $words }` any more

waiver-unneeded-place = the waived paragraph `{ $address }` is not on the page `{ $page }`
