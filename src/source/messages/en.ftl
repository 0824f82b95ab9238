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

emphasis-literal-asterisks = these asterisks have no partner
    .help = close the emphasis, or write `\*` for an asterisk that is meant

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

title-missing-page = the page has no title
    .help = open the page with `# …`, or write `title:` into the front matter

title-missing-twice = the page has two titles
    .label = one here, and one in the front matter
    .help = remove `title:` from the front matter, or the heading

### Checks

### Exchange

### Build
