//! The list of all findings: name, usual severity, meaning.
//!
//! A code is a promise: it stands in `site.toml`, in machine-readable output and in people's
//! scripts. `duizhao explain CODE` prints what is written here.

use super::Severity;

/// The stable, dotted name of a kind of finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(&'static str);

/// What is known of a [`Code`].
#[derive(Debug)]
pub(crate) struct Entry {
    /// The code.
    pub(crate) code: Code,
    /// Its severity unless `site.toml` says otherwise.
    pub(crate) severity: Severity,
    /// Whether `site.toml` may say otherwise. What makes a build impossible is always an error.
    pub(crate) is_configurable: bool,
    /// One clause: what is wrong.
    pub(crate) summary: &'static str,
    /// What it means, an example, and the fix.
    pub(crate) explanation: &'static str,
}

impl Code {
    /// The dotted name.
    pub fn name(self) -> &'static str {
        self.0
    }

    /// What is known of it.
    ///
    /// # Panics
    /// Never: a `Code` can only be made by the list below.
    pub(crate) fn entry(self) -> &'static Entry {
        ALL.iter().find(|entry| entry.code == self).expect("every code is listed")
    }

    /// Its usual severity.
    pub(crate) fn severity(self) -> Severity {
        self.entry().severity
    }
}

/// The code with this name.
pub(crate) fn code(name: &str) -> Option<&'static Entry> {
    ALL.iter().find(|entry| entry.code.name() == name)
}

macro_rules! codes {
    ($($constant:ident = $name:literal, $severity:ident, $configurable:literal, $summary:literal, $explanation:literal;)*) => {
        /// One constant for each code.
        pub mod codes {
            use super::Code;
            $(
                #[doc = $summary]
                pub const $constant: Code = Code($name);
            )*
        }

        /// All codes, in the order in which `duizhao explain` lists them.
        pub(crate) const ALL: &[Entry] = &[
            $(Entry {
                code: codes::$constant,
                severity: Severity::$severity,
                is_configurable: $configurable,
                summary: $summary,
                explanation: $explanation,
            },)*
        ];
    };
}

codes! {
    ADDRESS_DUPLICATE = "address.duplicate", Error, true,
        "two blocks of a page have the same address",
        "Every address is a permalink, so it must lead to one block only.\n\n    ## Results {#results}\n    ## Outlook {#results}\n\nGive one of the two headings another id, or none: sections are numbered by themselves.";
    ADDRESS_SECTION = "address.section", Error, true,
        "a section would get another number than was confirmed",
        "In a site with a `translation.lock` addresses stay what they are, but sections are numbered by their order. A heading was inserted, removed or moved before this one, or the page itself got another number, so every link to what follows would lead elsewhere. Put new sections after the last one of their level. If old links may break, remove the lines of the page from there on from `translation.lock` and run `duizhao confirm`: the addresses begin anew.";
    ADDRESS_UNCLEAR = "address.unclear", Warning, true,
        "it is not certain which block has an address",
        "Blocks are found again by what they say. Here one was edited in all languages while others were added or removed beside it, so only the order tells which is which. Confirm one change before the next, and there is no question. Otherwise look at the address that was chosen: `duizhao confirm` takes it as it is; if another block should have it, exchange the two addresses in `translation.lock` afterwards.";
    ADDRESS_VANISHED = "address.vanished", Error, true,
        "an address that was confirmed leads nowhere",
        "In a site with a `translation.lock` every address in it is a promise. The text no longer has this one: bring the paragraph back, or say where links to it shall lead:\n\n    [alias]\n    \"annual-2026/1-review#s1.2-p3\" = \"s1.2-p2\"\n\nThe old id remains a place on the page, in every form, and the address is never given again.";
    ALIGN_BLOCK = "align.block", Error, false,
        "the two languages differ in structure",
        "The blocks of a page pair are aligned by order: same headings, same kinds of blocks, same order. The first place in a section where the original and the translation part is shown on both sides, and nothing is said of what follows from it in that section. Correct the translation so that both sides run in step; or, where it is not yours to alter, state the row by the mark that is shown:\n\n    <!-- row 2:1 -->\n\nbefore a paragraph that renders two of the original. `duizhao scan blocks` proposes all marks of a page. Nothing is published on a guess, because a wrong guess would set every later paragraph beside the wrong one.";
    ALIGN_LENGTH = "align.length", Warning, true,
        "a paragraph is much longer or shorter than its counterpart suggests",
        "The length of a translation compared with its original varies little inside one text. An outlier usually means that a sentence was skipped, doubled, or that two neighbours were exchanged: faults that structure alone cannot show. Read the two paragraphs against each other.";
    ALIGN_MISSING = "align.missing", Error, false,
        "a translation has nothing yet for a block of the original",
        "What the translation says stands beside its original, and something of the original is left: a paragraph that was added to it, the rest of a section, a footnote. Translate it: `duizhao export xliff` gives it to a translator, and `duizhao import` puts what comes back in its place. What a translation leaves out on purpose is stated by a mark:\n\n    <!-- row 1:0 -->\n\nA block that was joined with its neighbour looks the same where nothing else tells them apart; there the mark is `<!-- row 2:1 -->`.";
    ALIGN_ROW = "align.row", Error, false,
        "a stated row of several blocks is not right",
        "A translation that joins, splits, adds or leaves out blocks states it by a mark on a line of its own, before its block. The first number counts blocks of the original, the second blocks of the translation:\n\n    <!-- row 2:1 -->    this paragraph renders two of the original\n    <!-- row 1:2 -->    one of the original is rendered by the two that follow\n    <!-- row 1:0 -->    the next paragraph of the original is left out\n    <!-- row 0:1 -->    this paragraph is not in the original\n\nA row stays inside its section, a heading stands alone, and the original has no marks. `duizhao scan blocks` proposes the marks.";
    CONFIG_INVALID = "config.invalid", Error, false,
        "site.toml cannot be read",
        "The file is not TOML, or a value has the wrong type. The place is shown.";
    CONFIG_VALUE = "config.value", Error, false,
        "a value in site.toml is not possible",
        "The help line says which values are.";
    DATA_INVALID = "data.invalid", Error, false,
        "a data file or front matter cannot be read",
        "The file is not YAML, a required key is missing or stands twice, or a value has the wrong type. The place is shown. In YAML a key, a half-width colon and a blank stand before each value (`title: 二`); lines are indented with blanks, never with tabs; the keys of one entry begin in one column, and an entry of a list begins with `- `. A text that contains `: ` or begins with `[`, `{`, `@`, `*` or a quotation mark is put in quotation marks. A text that could be read in two ways is not guessed at.\n\nThe cover of a report, `_index.<language>.md`, says:\n\n    ---\n    report:\n      issuer: 金华市人民政府\n      meeting: 金华市第七届人民代表大会第三次会议\n      place: 金华\n      speaker: 尹学群\n      office: 金华市市长\n      delivered: 2018-03-31    # or date; of a law adopted, promulgated, in-force, as-at\n      status: original    # authentic, official, reviewed, unofficial, draft\n      kind: work-report    # plan, budget, bulletin, white-paper, law, treaty, other\n      source: {name: 扫描件, file: received.txt, sha256: 2d1d…}    # optional\n    ---\n\nAn entry of `errata.yaml` says:\n\n    - was: 名胜區\n      is: 名胜区\n      at: s1.2-p2\n      why: {zh: 误识, en: a fault of recognition}\n\nOf `waivers.yaml`, with the address that the finding prints:\n\n    - {code: number.missing, page: 1-review, at: s1.2-p3, quote: 三个, reason: {zh: 意译, en: rendered freely}}\n\nOf `figures.yaml`, by page and section, and of `ledger.yaml`:\n\n    1-review:\n      s0:\n        - gdp: \"全市实现地区生产总值[3870亿元]\"\n        - {gdp: \"[3870]\", row: 地区生产总值, column: 2017年}    # a cell\n\n    - {page: 1-review, section: s2, quote: \"投资[超20亿元]的项目\", is: qualifier, reason: {zh: 界限, en: a threshold}}\n\nOf `indicators.yaml` and `glossary.yaml`:\n\n    indicators:\n      - {id: gdp, name: {zh: 地区生产总值, en: Gross regional product}, unit: 元}\n\n    - {id: corridor, zh: 走廊, en: corridor, kind: concept}";
    DATA_UNREAD = "data.unread", Warning, true,
        "a data file in the content folder is not read by anything",
        "Only the files named in the documentation are read (`errata.yaml` beside a report, …). The file may be misspelt, or belong elsewhere.";
    DATE_INVALID = "date.invalid", Error, false,
        "a date is not a day of the calendar",
        "Dates are written as ISO 8601 has them: `2018-03-31`.";
    ERRATUM_FORM = "errata.form", Notice, true,
        "an erratum changes nothing but form",
        "Heading marks, emphasis, list marks, blanks that part nothing, the ends of pages and of blocks where a sentence ends are form: the text as received is compared by its words and punctuation, and how the form differs is counted in one notice (`received.form`). The entry can go.";
    ERRATUM_UNKNOWN = "errata.unmatched", Error, true,
        "an erratum does not fit the text as received",
        "Each entry of `errata.yaml` quotes the text as received under `was`. The quotation must occur there exactly as often as the entry says (once, without `times`), whatever the blanks and marks of form. Quote a little more of the surroundings, or correct `times`.";
    ERRATUM_UNEXPLAINED = "errata.unexplained", Error, true,
        "the text departs from the text as received, and no erratum says why",
        "The original is never altered silently. After all errata are applied to the received file, its words and punctuation must be those of the content, one after another. Heading marks, emphasis, list marks, blanks that part nothing, page breaks, and the end of a block where a sentence ends are form and need no entry; a block that ends inside a sentence needs one. Undo the change, or add an entry to `errata.yaml` with `was`, `is` and `why`.";
    FACT_DIFFERS = "fact.differs", Error, true,
        "two languages of a page state different facts",
        "The day a report was delivered, the period of a part, what its figures are, its place in the order, the id of a heading and the ordinals of a meeting do not depend on the language. Where a translation states one of them, it must be that of the original, and the day that `occasion` names is that of `delivered`:\n\n    delivered: 2018-03-31\n\nA page in one language would show one day, a citation in the other another.";
    FIGURE_CATALOGUE = "figure.catalogue", Error, false,
        "an entry of indicators.yaml cannot stand",
        "An id is used twice, is no possible part of an address, or names a topic or an indicator that is not listed. A complete entry:\n\n    topics:\n      - id: economy\n        name: {zh: 综合经济, en: Overall economy}\n    indicators:\n      - id: gdp\n        name: {zh: 地区生产总值, en: Gross regional product}\n        unit: 元\n        topic: economy";
    FIGURE_COUNTERPART = "figure.counterpart", Warning, true,
        "a figure has no counterpart in the translation",
        "The number of a figure is looked for, by value, in the paragraph beside it. It was not found there. Read the two paragraphs against each other; if the translation says it in other words (half of, a dozen), name them in the claim: `{gdp: …[50%], en: \"[half] of\"}`.";
    FIGURE_DRIFT = "figure.drift", Error, true,
        "the words of a claim do not fit the text",
        "A claim in `figures.yaml` or a line of `ledger.yaml` quotes the original, with the number in brackets: `地区生产总值[3870亿元]`. The words must stand exactly once in the section they are claimed for, blanks aside, or be told apart by `at` or `nth`; the brackets must hold one number. A cell of a table is named by `row` and `column`. The text was changed, or the quotation is too short.\n\n    - {gdp: \"[3870]\", row: 地区生产总值, column: 2017年}\n    - {firms: \"新增[43家]\", at: p3}";
    FIGURE_DUPLICATE = "figure.duplicate", Error, true,
        "two values for one indicator, place and period",
        "An indicator has one value for each place, period, status and measure. Two claims give different numbers for the same. Give one of them a `place`, a `period` or another indicator. The same number said twice is no finding.";
    FIGURE_KIND = "figure.kind", Error, true,
        "a rank stands for a count, or a count for a rank",
        "The words of one language say a place among others (居全省第二, ranked second), those of the other that there are so many (2项, two awards). They are the same number of different things. Correct the translation, or quote in the claim what is meant:\n\n    - {awards: \"获奖[2项]\", en: \"[Two] awards\"}";
    FIGURE_PART = "figure.part", Error, true,
        "a part is larger than its whole",
        "A claim with `part-of` says that its figure is contained in that of another indicator of the same place and period. It is larger, so one of the two is misread, or the claim is wrong.";
    FIGURE_UNIT = "figure.unit", Error, true,
        "figures of one indicator have different units",
        "Levels of one indicator are measured in one unit, which `indicators.yaml` may state. A result in 元 and a target in 美元 cannot stand beside each other: use two indicators, or correct `unit`.";
    FIGURE_UNKNOWN = "figure.unknown", Error, false,
        "a claim names an indicator, page, section or place that does not exist",
        "Indicators and places are defined in `content/indicators.yaml`; pages are named without language (`1-review`), sections by their number in the page (`s1`; `s0` for the text before the first heading).";
    FIGURE_UNDECIDED = "figure.undecided", Error, true,
        "several numbers of the translation may be the counterpart of a figure",
        "They say the same number in the same way, stand in the sentence that answers that of the figure, and answer nothing else, so which is meant would be a guess. Quote it in the claim with a word beside it:\n\n    - {firms: \"新增上市企业[5家]\", en: \"[5] more listed companies\"}";
    FIGURE_UNUSED = "figure.unused", Warning, true,
        "no figure is claimed for an indicator",
        "`indicators.yaml` defines an indicator for which no report claims a figure, so its page would be empty and is not made. Claim a figure, or remove the entry.";
    FILE_ENCODING = "file.encoding", Error, false,
        "a file is not UTF-8",
        "Save the file as UTF-8. A text from an older system is often GB 18030: `iconv -f gb18030 -t utf-8 old > new`.";
    FILE_LANGUAGE = "file.language", Error, false,
        "a page does not say its language",
        "Pages are named `name.<language>.md`, with a language listed in `site.toml`: `1-review.zh.md`, `1-review.en.md`.";
    FRONT_MATTER_MISSING = "front-matter.missing", Error, false,
        "a page has no front matter, or it is not closed",
        "A page begins with a line `---`, then YAML, then a line `---`. It may be empty, but it must be there, so that a forgotten mark never publishes metadata as text.";
    FOOTNOTE_DUPLICATE = "footnote.duplicate", Error, true,
        "a footnote is defined twice",
        "A label names one note on a page, so that each mention leads to one text.\n\n    [^a]: The first.\n\n    [^a]: Once more.\n\nGive one of the two another label, or take it out; the first one is kept.";
    FOOTNOTE_UNUSED = "footnote.unused", Warning, true,
        "a footnote is defined and never mentioned",
        "The note stands at the end of the page, and nothing in the text leads to it. Mention it where it belongs, `[^label]`, or take it out.";
    HEADING_LEVEL = "heading.level", Error, true,
        "a heading skips a level",
        "The page's title is level 1, its sections are level 2, and so on; a level may not be skipped, since addresses and the outline follow the levels.";
    HTML_RAW = "html.raw", Error, true,
        "raw HTML in the text",
        "The text is published in several forms and formats and must not break any of them, so HTML is not passed through. Use Markdown; a page break of the original is `<!-- page -->`.";
    IMPORT_LIST = "import.list", Error, false,
        "a file to be imported cannot be read",
        "`duizhao import` reads tables (`.csv`) and TBX term bases (`.tbx`), and translations as XLIFF 2 (`.xlf`, `.xliff`), as UTF-8. The first row of a table names its columns; the languages of the site are enough:\n\n    zh,en,definition_en\n    三条廊道,three corridors,\"Three axes of development, for transport, science and ecology.\"\n\nA cell that holds a comma or a line end is put in quotation marks. A `.tbx`, `.xlf` or `.xliff` file is well-formed XML; entities it defines for itself are not expanded, and nothing it names is fetched.";
    IMPORT_REWRITE = "import.rewrite", Error, false,
        "an entry of glossary.yaml cannot be rewritten as its lines stand",
        "`duizhao import` rewrites the lines of an entry that gains something and leaves all others as they are. What it made did not read as what was meant, so nothing was written. Write the entry line by line:\n\n    - id: three-corridors\n      zh: 三条廊道\n      en: [three corridors, the three corridors]";
    KEY_UNKNOWN = "key.unknown", Error, false,
        "a key that nothing reads",
        "A misspelt key would silently do nothing, so unknown keys are errors. The nearest known name is proposed. Free values belong under `extra`.";
    LANGUAGE_CODE = "code.language", Warning, true,
        "a fenced code block names a language that is not known",
        "The block is shown without highlighting. Name a known language, or none.";
    LANGUAGE_UNREAD = "language.unread", Notice, true,
        "numbers in a language are not compared",
        "The program reads the numbers of Chinese (`zh`) and English (`en`), and compares them with each other, whichever is the original. A language it does not read is published and checked in all other ways: structure, links, lengths, terms as they are listed. But its numbers have no counterpart in the index, its terms are found without their plurals, its dates are written in digits, and figures cannot be claimed where it is the original. Nothing is compared by the rules of another language. The about page says the same to readers.";
    LEDGER_UNACCOUNTED = "ledger.unaccounted", Error, true,
        "a number of the report is neither indexed nor explained",
        "In a report that claims figures, every number is accounted for: it is claimed in `figures.yaml`, it is a date, a name, an ordinal or the like, or a line of `ledger.yaml` says why it is no figure:\n\n    - page: 1-review\n      quote: \"[第二]生活垃圾焚烧\"\n      is: name\n      reason: {zh: 厂名, en: the name of a plant}\n\n`duizhao scan` prints all of them, ready to be pasted. An office that wants its key figures only writes `figures = \"key\"` in `site.toml`.";
    LEDGER_KEY_FIGURES = "ledger.key-figures", Notice, true,
        "a report of which only key figures are indexed",
        "`figures = \"key\"` in `site.toml` says that the index holds some of a report's figures. A number that is neither indexed nor explained is not a fault then (`ledger.unaccounted`); readers are told how many are indexed at the head of the index, on the cover and the about page and in the data package, and the ledger still lists every number. `duizhao scan figures` prints those that are not indexed.";
    LEDGER_STALE = "ledger.stale", Error, true,
        "a line of ledger.yaml is no longer needed",
        "The numeral it explains is claimed as a figure, or a rule of the language already says what it is. Remove the line.";
    LINK_BROKEN = "link.broken", Error, true,
        "a link leads nowhere",
        "Links inside the site are checked: a page (`[…](2-plan.zh.md)`), an address of the same report (`[…](@s2.3-p4)`) or of another (`[…](@other-report#s1-p1)`), a file beside the page. The nearest existing target is proposed.";
    LINK_SCHEME = "link.scheme", Error, false,
        "a link or image uses a scheme that is not allowed",
        "Links may be relative, `https:`, `http:` or `mailto:`. Images must be files of the site, since a page never asks another host for anything.";
    MARKDOWN_NUMBERED = "markdown.numbered", Notice, true,
        "numbers at the beginning of paragraphs are read as words",
        "Budgets, treaties and reports of committees number their paragraphs: `181. …`. To Markdown each would be a list, all of them one block with one address. Here the number is a word of its paragraph, and each paragraph a block of its own, where the paragraphs stand apart, their numbers go on by one, and they begin with another number than 1 or go on over a heading or another block. `1.`, `2.`, `3.` with nothing between are a list; write `1\\.` where they are not. Write the items of a list that begins with a later number without empty lines between them.";
    MARKDOWN_LITERAL = "markdown.literal", Warning, true,
        "something meant as Markdown stands in the text as it was typed",
        "A reader would see the signs. It happens to emphasis without its partner, to a heading without the blank after `#`, a table without the line of `|---|` under its head, a note without its definition, a definition or list item without the blank after its sign, an alert that is none of those known, an id of a heading that is not at its end, a link with full-width parentheses, a code block that is never closed, a comment that is never closed.\n\n    ##标题            ## 标题\n    [^a]：注          [^a]: 注\n    [甲]（1-a.md）    [甲](1-a.md)\n\nWrite it as Markdown wants it, or `\\` before the sign where the sign itself is meant. (Emphasis beside Chinese punctuation works here, although CommonMark alone leaves it literal.)";
    OUTPUT_LINK = "output.link", Error, false,
        "a link in a rendered page leads nowhere",
        "The rendered site is read once more as a browser would read it from the disk: each link is relative, its file and its anchor exist. Links of the text and of the site itself lead to what is published, so the fault is in a template of the theme, whose place is shown. One fault is one finding, with the number of pages on which it stands.";
    OUTPUT_FOREIGN = "output.foreign", Error, false,
        "a rendered page would ask another host for something",
        "Pages make no network request. The theme or an override refers to a script, style, image or font elsewhere; put the file into the theme's assets.";
    OUTPUT_ID = "output.id", Error, false,
        "an id occurs twice in a rendered page",
        "Ids are link targets and must be unique in a page. A heading was given an id that the theme uses too (`{#main}`), or a template writes one id twice. Both places are shown.";
    PATH_CLASH = "path.clash", Error, false,
        "two inputs would be written to the same place",
        "Rename one of the two files.";
    PATH_LOOP = "path.loop", Error, false,
        "a symbolic link leads back to a folder above it",
        "Following it would never end. Remove the link.";
    NUMBER_BOUND = "number.bound", Error, true,
        "a number is bounded the other way in the translation",
        "超过 is more than, 近 and 左右 are nearly and about, 以上 is at least, 以内 is at most. The translation says one where the original says another: nearly for 超过, at most for 以上. Use the bound of the original.";
    NUMBER_COMPARATOR = "number.comparator", Warning, true,
        "a number is bounded in one language only",
        "The original says more than 40 and the translation 40, or the other way round. Add or remove the bound: 以上, 至少 at least; 超, 多 more than; 以内, 最多 at most; 左右, 约, 近 about, nearly.";
    NUMBER_CONVERSION = "number.conversion", Error, true,
        "a number was converted wrongly",
        "A value in another unit must be the exact value rounded to the digits shown: 88,000 mu are 5,867 hectares (15 mu are one hectare). The exact value is shown.";
    NUMBER_DIRECTION = "number.direction", Error, true,
        "a change has another direction in the translation",
        "增长 is up and 降低 down; 降至 is down *to* a value, 降低 down *by* a value. The translation says one for another.";
    NUMBER_EXPLICIT = "number.explicit", Notice, true,
        "the translation says a year, an edition or a date that the original leaves to be understood",
        "今年 is 2018 in a report of 2018, 冬奥会 the 2022 Winter Olympics, “十三五”时期 the 13th Five-Year Plan period (2016–2020). A translation may say so: a year, the years of a plan, an edition, the month or day of a known date, the second half of a name. What can be worked out is: a wrong year is `number.extra`, an error. Any other number that the translation adds is an error too.";
    NUMBER_EXTRA = "number.extra", Error, true,
        "a number of the translation is not in the original",
        "Every number of a translated paragraph must be said by the paragraph beside it; one, first and a conversion in brackets are free. Remove it, or correct it.";
    NUMBER_KIND = "number.kind", Error, true,
        "the same number measures something else in the translation",
        "五连冠 is five titles in a row and not fifth place; 连续8年 is eight years in a row and not every eight years; 占全省41% is a share of the province and neither growth nor a share of the nation. The translation says the number of another kind.";
    NUMBER_MISSING = "number.missing", Error, true,
        "a number of the original is not in the translation",
        "Numbers are compared by value: 3870亿元 is RMB 387 billion, RMB 387bn and 387 billion yuan; 200% is tripled after 增长. Where another number stands in its place, both are shown, each in plain English. If the paragraphs say the same in a way that is not understood, waive this one place in `waivers.yaml` beside the report.";
    NUMBER_NUANCE = "number.nuance", Notice, true,
        "at least stands for more than, or at most for less than",
        "以上 includes the number and 超 does not. English often does not care; official translations interchange them.";
    NUMBER_ORDER = "number.order", Error, true,
        "numbers stand in another order in the translation",
        "Numbers that the original shares out (分别) or lists belong to their subjects by their order. Exchange them back, or name each subject with its number.";
    NUMBER_REORDERED = "number.reordered", Warning, true,
        "numbers of one kind stand in another order in the translation",
        "Each number belongs to its subject by its place. A translation may move a number together with its subject; then all is well, and this one place can be waived. If only the numbers were exchanged, exchange them back.";
    NUMBER_PER = "number.per", Error, true,
        "a number is said of another amount in the translation",
        "每亩补贴240元 is 240 yuan per mu, or 3,600 yuan per hectare, and not 240 yuan per hectare; 每人每月 is not per person per year. What it is said of is compared with the number, and converted where units are.";
    NUMBER_REPEATED = "number.repeated", Notice, true,
        "a number is said once in one language and twice in the other",
        "收入增长8%左右，支出增长8%左右 may become “both revenue and spending will grow by around 8 percent”. That is not a fault where the words say so: both, all, 均, 分别, also, or the same noun said again in the sentence. Elsewhere the missing number is an error.";
    NUMBER_SCOPE = "number.scope", Error, true,
        "a rank is held among others than the original says",
        "居全省第二 is second in the province, 居全国第四 fourth in the country. Where the translation says among whom, it must say the same.";
    NUMBER_UNIT = "number.unit", Error, true,
        "a number has another unit in the translation",
        "Percent for percentage points, dollars for yuan, mu for hectares: the same digits and another meaning.";
    NUMBER_UNREAD = "number.unread", Warning, true,
        "numeral characters in a row are not one number",
        "A numeral is read whole or not at all: `50,6530元` is neither 50 nor 6,530 yuan, so it has no value, and nothing is compared with it. Correct the digits. If the text as received has them so, say in `ledger.yaml` what they are.";
    PAGE_WITHHELD = "page.withheld", Notice, true,
        "a draft is not published",
        "What is marked `draft: true` is left out, unless `--drafts` asks for it, and each build says by name what that is. The cover of a report holds back the report, the page of a folder what lies in the folder. A translation that is a draft leaves the original published and its own place marked as pending. Until then nothing is said of what only the draft would make right: links to it are shown as words, its terms and figures count as used, and the text as received is not compared with a report that lacks a part.";
    PATH_OUTSIDE = "path.outside", Error, false,
        "a path leaves the site's folder",
        "Everything a site needs lies in its own folder, so that it can be handed over and built elsewhere. Copy the file into the site.";
    PATH_UNREADABLE = "path.unreadable", Error, false,
        "a file or folder cannot be read",
        "The system's own reason is shown.";
    REPORT_MISSING = "report.missing", Error, false,
        "a report lacks something it must have",
        "The cover `_index.<language>.md` of a report carries a `report:` mapping with a day (`delivered`, `date`, …), `status`, and what else there is: issuer, meeting, place, speaker, office.";
    SOURCE_HASH = "source.hash", Error, true,
        "the received text is not the one whose SHA-256 is recorded",
        "The file as received must never change. Restore it, or record the hash of the right file.";
    TABLE_CELLS = "table.cells", Error, true,
        "a row of a table has more cells than its head",
        "Markdown leaves out what lies beyond the head, so a reader would never see these cells.\n\n    | 市   | 产值 |\n    |------|------|\n    | 甲市 | 100  | 300 |\n\nGive the column a head, or write `\\|` for a bar that belongs to the words of a cell.";
    TABLE_UNIT = "table.unit", Error, true,
        "the numbers of a table are counted in a unit in one language alone",
        "A unit that is stated above a table, in the head of a column or row, or in a column of units belongs to each bare number it is stated for: 3870 under 产值（亿元） is 387 billion yuan.\n\n    单位：亿元                Unit: RMB billion\n\n    | 市   | 产值 |          | City | Output |\n    |------|-----:|          |------|-------:|\n    | 甲市 | 3870 |          | Jia  |    387 |\n\nState it in the other language too. The numbers it is said of are compared once both sides say what they count.";
    TABLE_UNREAD_UNIT = "table.unread-unit", Notice, true,
        "a unit of a table is not known to the program",
        "What stands after 单位： or Unit: is read as a unit. One that the program does not know multiplies and measures nothing: the numbers are compared as they stand. If the two languages count in different units there, nothing says so.";
    TEMPLATE_INVALID = "template.invalid", Error, false,
        "a template does not compile or cannot be rendered",
        "The template engine's own message and place are shown.";
    RECEIVED_FORM = "received.form", Notice, true,
        "the text has the words it was received with, in another form",
        "Said once for a report: how many headings were plain text or of another level, how many blocks were parted or joined where a sentence ends, and so on. Nothing has to be done.";
    REPORT_UNREAD = "report.unread", Notice, true,
        "the cover of a report cannot be read, so the report was not checked",
        "Without its cover a report has no place, and every term, link, figure and erratum of it would be reported as belonging to nothing. Those findings wait: correct the cover first, and run the check again.";
    TERM_AVOID = "term.avoid", Error, true,
        "a translation uses words that the glossary says to avoid",
        "An entry of `glossary.yaml` lists forms under `avoid`, each with its reason. Use the preferred term, which is shown; or take the form off the list.\n\n    avoid:\n      en: [{form: three galleries, why: 廊道 is a development axis}]";
    TERM_CLASH = "term.clash", Error, true,
        "two terms claim the same words",
        "Words can mean only one entry of the glossary, or a link would lead to the wrong one. Keep the form in one entry; name the other one in `see`. In a translation two terms may share a rendering, since there the original tells them apart.";
    TERM_GLOSSARY = "term.glossary", Error, false,
        "an entry of the glossary does not hold together",
        "`glossary.yaml` lists terms. A complete entry:\n\n    - id: three-corridors        # in addresses: a–z, 0–9 and `-`\n      zh: 三条廊道\n      en: three corridors        # or a list, the preferred term first\n      pinyin: sān tiáo láng dào  # where a character has several readings\n      kind: slogan\n      definition: {zh: …, en: …}\n      members: [transport-corridor, {zh: …, en: …}]   # or unknown, none\n      see: [metropolitan-area]\n      variants: {zh: [三大廊道], en: [the corridors]}\n      except: {zh: [longer words in which it is not meant]}\n      avoid: {en: [{form: …, why: …}]}\n      source: where the translation comes from\n      link: auto                 # first time in each section; first, never\n      area: yiwu                 # a place of indicators.yaml";
    TERM_MEMBERS = "term.members", Error, true,
        "a counted slogan has not as many members as it says",
        "三条廊道 has three members, 三去一降一补 five. List as many under `members` as the first numeral of the term says, or all its numerals together; write `members: unknown` where nobody lists them, `members: none` where the numeral counts nothing (三甲).";
    TERM_MISSING = "term.missing", Error, true,
        "a translation has none of the renderings of a term",
        "The original paragraph holds a term, and its counterpart none of the words that the glossary gives for it. Use the preferred term; or add the words that are used to `en` (a rendering as good) or `variants` (a form of it) of the entry; or name under `except` the longer word in which the term is not meant.";
    TERM_NESTED = "term.nested", Warning, true,
        "too many terms end one in another",
        "A text is searched for at most 16 terms that end at the same character (市区 in 都市区 in 国家级都市区 …), the longest of them. Remove the shortest from the glossary, or write them as `except`.";
    TERM_ORDER = "term.order", Error, false,
        "a term stands under the wrong letter",
        "Lists of terms are ordered by the reading of the Chinese term, or by the letters of the English one, and so are their heads. A term that begins with something that has no letter stands under `#`. The entry's `pinyin` begins with something that is no syllable: correct it.";
    TERM_READING = "term.reading", Error, true,
        "the reading of a term is not certain, or not possible",
        "Terms are ordered by their pinyin. Where a character has several readings (重 长 行 都 …), the entry must state the reading of the whole term, and each syllable must be one that its character has:\n\n    zh: 长三角\n    pinyin: cháng sān jiǎo";
    TERM_UNEXPLAINED = "term.unexplained", Notice, true,
        "a quoted coinage has no entry in the glossary",
        "Words in “…” that the report coins or cites are what a reader from elsewhere cannot guess. `duizhao scan` prints an entry for each, to be completed and pasted into `glossary.yaml`.";
    TERM_UNKNOWN = "term.unknown", Error, true,
        "a reference names no term of the glossary",
        "`[[术语]]` and `[[术语|words shown]]` lead to the entry that has these words, in any language, or this id. The nearest one is proposed.";
    TERM_UNTRANSLATED = "term.untranslated", Warning, true,
        "a term has no rendering in one of the languages",
        "Every term has its translation. Until an entry has one, nothing can be checked for it and it stands in lists under its original.";
    TERM_UNUSED = "term.unused", Warning, true,
        "a term of the glossary never occurs",
        "No report holds the term or one of its variants in the original, so its page would list nothing. Correct the spelling, add a variant, or remove the entry.";
    THEME_UNKNOWN = "theme.unknown", Error, false,
        "the theme is not there",
        "A theme is a folder under `themes/`; `zhumo` is always there.";
    THEME_STRING = "theme.string", Notice, true,
        "a language of the site lacks words of the interface",
        "The words of the interface stand in `strings/<language>.toml` of the theme, for each language of the site. A word that a language does not have is shown as the language has it that it is a form of (`zh` for `zh-Hant`), else in English. A file of two words is enough to begin with:\n\n    # themes/mine/strings/fr.toml\n    nav_reports = \"Rapports\"\n    nav_about = \"À propos\"";
    TITLE_MISSING = "title.missing", Error, false,
        "a page has no title",
        "The title is the `# heading` that opens the page, or `title:` in its front matter.";
    TRANSLATION_MISSING = "translation.missing", Error, true,
        "a page has no version in one of the site's languages",
        "Add the file with the same name and the other language's code; or give it to a translator by `duizhao export xliff`, and `duizhao import` makes the file of what comes back. While a translation is under way, set `\"translation.missing\" = \"warning\"` under `[check]`: the page is then published with its places marked as pending.";
    TRANSLATION_UNTRANSLATED = "translation.untranslated", Error, true,
        "a paragraph of a translation stands in the language of the original",
        "It was copied and never translated, or `duizhao import` made the page before all of it was. Nothing else is said of it: its numbers, terms, sentences and figures are compared once it is translated.\n\nA passage that is to be read in the original language on purpose is waived, in a report, by a line of `waivers.yaml`. While a translation is under way, set `\"translation.untranslated\" = \"warning\"` under `[check]`.";
    WAIVER_UNNEEDED = "waiver.unneeded", Error, true,
        "a waiver is for a finding that is not there",
        "`waivers.yaml` beside the cover of a report lists findings that somebody looked at and found to be right, each with code, page, paragraph, the exact words the finding marks, and a reason:\n\n    - code: number.missing\n      page: 1-review\n      at: s1.2-p3\n      quote: 三个\n      reason: {zh: 译文分别说明, en: the translation names each of them}\n\n`duizhao waive CODE PAGE QUOTE --reason …` writes the entry. There are no waivers for whole files or patterns. A waiver that nothing needs is removed, so that it cannot hide a later fault.";
    TRANSLATION_STALE = "translation.stale", Warning, true,
        "the original changed and its translation did not",
        "`translation.lock` holds what both sides said when they were last confirmed. The original says something else now, and the translation still the same, so the reader is told that it is out of date. Translate the change, then run `duizhao confirm`; if nothing needs to be translated, `duizhao confirm` says so.";
    TRANSLATION_UNCONFIRMED = "translation.unconfirmed", Notice, true,
        "a translation is not as it was confirmed",
        "The translation changed, alone or with its original, or it is new. Read the two against each other, then run `duizhao confirm`, which writes what both sides say into `translation.lock`. Without that file nothing is asked.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_listed_once_and_explained() {
        let mut names: Vec<_> = ALL.iter().map(|entry| entry.code.name()).collect();
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count, "a code is listed twice");
        for entry in ALL {
            assert!(entry.code.name().contains('.'), "{} is not dotted", entry.code.name());
            assert!(!entry.summary.is_empty() && !entry.explanation.is_empty());
        }
    }
}
