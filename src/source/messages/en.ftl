# What duizhao says, in English: one message for each thing that can be wrong.
#
# A message begins with the code of its finding (`figure.unknown` → `figure-unknown-…`). Its value
# says what is wrong: one clause, lower case, no full stop, in the author's words. `.help` says how to
# fix it, with the text to type; `.label` and others say what is read at a place.

list-separator = {", "}

verbatim = { $words }

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
config-value-address = this is not an address a site can have
    .help = write the whole address: `https://example.org/reports/`
config-value-always = `{ $code }` is always an error
    .help = a site cannot be built with such a fault; remove the line
config-value-code = `{ $code }` cannot be a language here
    .help = list each language once, by a short code such as `zh` or `en`
config-value-language = `{ $code }` is not among the languages
    .help = add "{ $code }" to `languages`, or remove the table
config-value-severity = this is no severity
    .help = write "error", "warning", "notice" or "off"
config-value-tag = `{ $tag }` is no language tag
    .help = write a tag such as `zh-Hans` or `en-GB`
data-invalid-after-quotation = the text goes on after its closing quotation mark
    .help = put the whole text between quotation marks; one inside `'…'` is written `''`, one inside `"…"` is written `\"`
data-invalid-alias-inside = this alias stands inside of what it repeats
data-invalid-backslash = a backslash in double quotation marks has a meaning of its own
    .help = write `\\` for a backslash, or put the text between `'` and `'`
data-invalid-beginning = a text cannot begin with `{ $character }`
data-invalid-choice = `{ $key }` cannot be `{ $word }`
    .help = `{ $key }` is one of { $known }
data-invalid-claim-indicator = this claim does not say which indicator it is
data-invalid-claim-quote = this claim does not say which words it is
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
did-you-mean = did you mean `{ $name }`?
each-entry = each entry of `{ $key }`
figure-catalogue-indicator-id = `{ $id }` cannot be the id of an indicator
figure-catalogue-indicator-twice = the indicator `{ $id }` is defined twice
figure-catalogue-no-topic = there is no topic `{ $id }`
    .help = list it under `topics:`
figure-catalogue-place-id = `{ $id }` cannot be the id of a place
figure-catalogue-place-twice = the place `{ $id }` is defined twice
figure-catalogue-topic-id = `{ $id }` cannot be the id of a topic
figure-catalogue-topic-twice = the topic `{ $id }` is defined twice
file-encoding = line { $line } is not UTF-8: byte { $byte } is no character
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
front-matter-missing = the page has no front matter
    .help = begin the page with a line `---`, then YAML (or nothing), then a line `---`
front-matter-missing-end = the front matter is not closed
id-of-address = an id is a part of addresses: a lower-case letter, then letters, digits and `-`, as in `gdp-growth`
id-of-list = the list itself lies at `index.html`
keep-one = keep one of the two
key-unknown = unknown key `{ $key }`
    .known = known keys here: { $known }
    .known-or-extra = known keys here: { $known }; free values go under `[extra]`
    .merge = mappings are not merged here: write the keys out
key-unknown-finding = `{ $code }` is no finding
    .help = `duizhao explain` lists all of them
    .near = did you mean "{ $code }"?
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
put-in-quotation-marks = put the text in quotation marks
see-data-examples = `duizhao explain data.invalid` shows complete examples
source-hash-form = this is not a SHA-256
    .help = write the 64 hexadecimal digits that `sha256sum FILE` prints
term-glossary-id = `{ $id }` cannot be the id of a term
    .lists = the lists of terms lie at `by-….html`; choose an id that begins otherwise
term-glossary-twice = the term `{ $id }` is defined twice
term-glossary-wordless = this term has no words in the original
    .help = write them as `{ $language }:`
the-front-matter = the front matter
theme-string = the interface word `{ $key }` is missing
    .help = `{ $language }` says: { $words }
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
write-claim = write `- gdp: 地区生产总值[3870亿元]`, with the number in brackets
write-texts = write `["zh", "en"]`

### Documents and addresses

### Checks

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
