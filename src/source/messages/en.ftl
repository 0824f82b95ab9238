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
