//! Slips of a translator, made on purpose: the finished translation with one thing wrong at a time.
//!
//! Every place where a kind of slip can happen is listed; 500 of them are drawn with a fixed seed.
//! A slip counts as caught if the comparison finds an error or a warning in its paragraph, which has
//! none before. What changes the meaning and not the digits (direction, sign, denominator, kind) is
//! tried on the report and on the sentences of the table of cases, and told by kind.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use duizhao::annotate::{Lexicon, numerals_of};
use duizhao::check::numbers::{self, DisagreementKind, Passage, Sides};
use duizhao::model::{
    ComparisonRules, ConceptId, Decimal, LangId, Mention, Quantity, TermMention, TermRole, TextId,
    YearsOfText,
};
use duizhao::pipeline::{self, Request};

/// How many slips are made.
const SLIPS: usize = 500;

/// A paragraph with its translation.
struct Pair {
    original: String,
    translation: String,
}

/// The report's paragraphs, and the matchers of both languages.
fn report() -> (Vec<Pair>, [Lexicon; 2]) {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let loaded = pipeline::load(&Request { root, ..Request::default() }).unwrap();
    let site = loaded.site.unwrap().0;
    let lexicon = |lang: u8, code| {
        let wordings = site.glossary.concepts.iter().map(|c| c.wording(LangId(lang)));
        Lexicon::new(wordings, numerals_of(code))
    };
    let lexicons = [lexicon(0, "zh"), lexicon(1, "en")];
    let mut pairs = Vec::new();
    for page in site.pages.iter().filter(|page| page.report.is_some()) {
        for place in page.places() {
            let text = |lang: u8| {
                let lang = LangId(lang);
                let document = &page.side(lang).unwrap().document;
                let texts = page.texts(place, lang);
                texts.first().map(|text| document.text(*text).plain.to_string())
            };
            if let (Some(original), Some(translation)) = (text(0), text(1)) {
                pairs.push(Pair { original, translation });
            }
        }
    }
    (pairs, lexicons)
}

/// Whether the comparison finds an error or a warning.
fn is_caught(original: &str, translation: &str, lexicons: &[Lexicon; 2]) -> bool {
    let read = |plain: &str, number: usize| -> (Vec<Mention<Quantity>>, Vec<TermMention>) {
        let code = ["zh", "en"][number];
        let mut terms = Vec::new();
        lexicons[number].find_terms(plain, TextId(0), &mut terms);
        (numerals_of(code).unwrap().quantities(plain), terms)
    };
    let (own, own_terms) = read(original, 0);
    let (others, other_terms) = read(translation, 1);
    let concepts = |terms: &[TermMention], only_meant: bool| -> BTreeSet<ConceptId> {
        let said = terms.iter().filter(|term| match term.role {
            TermRole::Meant => true,
            TermRole::Inside => !only_meant,
            TermRole::Avoided(_) => false,
        });
        said.map(|term| term.concept).collect()
    };
    let is_term_missing = !concepts(&own_terms, true).is_subset(&concepts(&other_terms, false));
    let left = [Passage { plain: original, quantities: &own, terms: &own_terms }];
    let right = [Passage { plain: translation, quantities: &others, terms: &other_terms }];
    let of = |code| numerals_of(code).unwrap();
    let rules = ComparisonRules::of(of("zh"), of("en")).unwrap();
    let sides = Sides {
        original: &left,
        translation: &right,
        rules,
        years: YearsOfText::default(),
        sentences: None,
    };
    let mut numbers = numbers::compare(sides).into_iter();
    is_term_missing || numbers.any(|found| found.kind != DisagreementKind::Nuance)
}

/// A slip: the kind, the paragraph, and the translation with the slip in it.
struct Slip {
    kind: &'static str,
    pair: usize,
    translation: String,
}

/// The text with a range replaced.
fn with(text: &str, range: std::ops::Range<usize>, words: &str) -> String {
    format!("{}{words}{}", &text[..range.start], &text[range.end..])
}

/// Runs of digits with their points and commas, in bytes.
fn digit_runs(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut runs = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let follows = text[at..].chars().nth(1).is_some_and(|next| next.is_ascii_digit());
        let belongs = c.is_ascii_digit() || (start.is_some() && matches!(c, '.' | ',') && follows);
        match (start, belongs) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                runs.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    runs
}

/// Every slip that can be made in a paragraph.
fn slips(number: usize, text: &str) -> Vec<Slip> {
    let made = digits(text).into_iter().chain(words(text)).chain(whole_numbers(text));
    made.filter(|(_, translation)| translation != text)
        .map(|(kind, translation)| Slip { kind, pair: number, translation })
        .collect()
}

/// A kind of slip, and the text with it.
type Made = (&'static str, String);

/// Ten times as much, a tenth, and digits that were swapped.
fn digits(text: &str) -> Vec<Made> {
    let mut made = Vec::new();
    for run in digit_runs(text) {
        let plain: String = text[run.clone()].replace(',', "");
        for (kind, power) in [("ten times", 1), ("a tenth", -1)] {
            let value = Decimal::parse(&plain).and_then(|value| value.shifted(power));
            made.extend(value.map(|value| (kind, with(text, run.clone(), &value.to_string()))));
        }
        let digits: Vec<char> = plain.chars().collect();
        for at in 1..digits.len() {
            let (a, b) = (digits[at - 1], digits[at]);
            if a.is_ascii_digit() && b.is_ascii_digit() && a != b && !(at == 1 && b == '0') {
                let mut swapped = digits.clone();
                swapped.swap(at - 1, at);
                let words: String = swapped.into_iter().collect();
                made.push(("swapped digits", with(text, run.clone(), &words)));
            }
        }
    }
    made
}

/// A word that changes what a number says.
fn words(text: &str) -> Vec<Made> {
    const WORDS: [(&str, &str, &str); 9] = [
        ("scale", "billion", "million"),
        ("scale", "million", "billion"),
        ("percent and point", "percent", "percentage points"),
        ("percent and point", "percentage points", "percent"),
        ("bound", "over ", "nearly "),
        ("bound", "more than ", "nearly "),
        ("bound", "at least ", "at most "),
        ("mu and hectare", " mu", " hectares"),
        ("mu and hectare", "hectares", "mu"),
    ];
    let mut made = Vec::new();
    for (kind, from, to) in WORDS {
        for (at, _) in text.match_indices(from) {
            let end = at + from.len();
            let rest = &text[end..];
            let is_word = !rest.starts_with(|c: char| c.is_alphanumeric());
            // A bound is one only before a number.
            let is_meant = match kind {
                "bound" => {
                    rest.starts_with(|c: char| c.is_ascii_digit()) || rest.starts_with("RMB")
                }
                _ => is_word,
            };
            if is_meant {
                made.push((kind, with(text, at..end, to)));
            }
        }
    }
    made
}

/// Numbers left out, said twice, exchanged.
fn whole_numbers(text: &str) -> Vec<Made> {
    let mut made = Vec::new();
    for one in numerals_of("en").unwrap().quantities(text) {
        let words = &text[one.range.clone()];
        if words.contains(|c: char| c.is_ascii_digit()) {
            made.push(("dropped", with(text, one.range.clone(), "")));
            made.push(("doubled", with(text, one.range.clone(), &format!("{words} and {words}"))));
        }
    }
    for two in digit_runs(text).windows(2) {
        let (a, b) = (&text[two[0].clone()], &text[two[1].clone()]);
        let swapped = with(text, two[1].clone(), a);
        made.push(("exchanged pair", with(&swapped, two[0].clone(), b)));
    }
    made
}

/// Where a slip differs from the translation, with a little around it.
fn change(before: &str, after: &str) -> String {
    let same = before.char_indices().zip(after.char_indices()).take_while(|(a, b)| a == b);
    let start = same.last().map_or(0, |((at, c), _)| at + c.len_utf8());
    let tail = before.chars().rev().zip(after.chars().rev()).take_while(|(a, b)| a == b);
    let tail: usize = tail.map(|(c, _)| c.len_utf8()).sum();
    let end = after.len().saturating_sub(tail).max(start);
    let from = after[..start].char_indices().rev().take(40).last().map_or(0, |(at, _)| at);
    let to = after[end..].char_indices().nth(30).map_or(after.len(), |(at, _)| end + at);
    format!("…{}[{}]{}…", &after[from..start], &after[start..end], &after[end..to])
}

/// A sequence of numbers that is the same on every machine (Knuth's MMIX generator).
fn shuffle<T>(things: &mut [T], mut seed: u64) {
    for at in (1..things.len()).rev() {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let other = usize::try_from(seed >> 33).unwrap() % (at + 1);
        things.swap(at, other);
    }
}

#[test]
fn of_500_slips_in_the_translation_at_least_495_are_caught() {
    let (pairs, lexicons) = report();
    for pair in &pairs {
        let is_clean = !is_caught(&pair.original, &pair.translation, &lexicons);
        assert!(is_clean, "the finished translation has a finding in: {}", pair.translation);
    }
    let mut all: Vec<Slip> =
        (0..).zip(&pairs).flat_map(|(number, pair)| slips(number, &pair.translation)).collect();
    assert!(all.len() >= SLIPS, "only {} slips can be made", all.len());
    shuffle(&mut all, 2018);
    all.truncate(SLIPS);
    let mut tally: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut missed = Vec::new();
    for slip in &all {
        let counts = tally.entry(slip.kind).or_default();
        counts.0 += 1;
        if is_caught(&pairs[slip.pair].original, &slip.translation, &lexicons) {
            counts.1 += 1;
        } else {
            missed.push(format!(
                "{}: {}",
                slip.kind,
                change(&pairs[slip.pair].translation, &slip.translation)
            ));
        }
    }
    let caught = SLIPS - missed.len();
    println!("{caught} of {SLIPS} caught; by kind (made, caught): {tally:?}");
    assert!(caught * 100 >= SLIPS * 99, "{caught} of {SLIPS}\n{}", missed.join("\n"));
}

/// Words that turn the meaning of a number round: the kind, how they stand in the text, what they
/// become.
const TURNED: &[(&str, &str, &str)] = &[
    ("direction", "increased by", "decreased by"),
    ("direction", "an increase of", "a decrease of"),
    ("direction", "a growth of", "a decline of"),
    ("direction", "growth of", "decline of"),
    ("direction", "grew by", "shrank by"),
    ("direction", "rose by", "fell by"),
    ("direction", "rose to", "fell to"),
    ("direction", "rose from", "fell from"),
    ("direction", "fell by", "rose by"),
    ("direction", "fell to", "rose to"),
    ("direction", "reduced by", "raised by"),
    ("direction", "decreased by", "increased by"),
    ("direction", "lowered to", "raised to"),
    ("direction", ", up ", ", down "),
    ("direction", "higher than", "lower than"),
    ("sign", "minus ", ""),
    ("sign", "-2.7", "2.7"),
    ("denominator", "per mu", "per hectare"),
    ("denominator", "per hectare", "per mu"),
    ("denominator", "per kilogram", "per ton"),
    ("denominator", "per 10,000", "per 1,000"),
    ("denominator", "per 1,000", "per 100"),
    ("denominator", "per 100 ", "per 1,000 "),
    ("denominator", " a day", " a year"),
    ("kind", "sixth consecutive year", "sixth place"),
    ("kind", "fifth consecutive year", "fifth place"),
    ("kind", "ninth consecutive title", "ninth place"),
    ("kind", "consecutive years", "years"),
    ("kind", "ranked second", "for the second consecutive year, stood"),
    ("kind", "of the provincial total", "of the national total"),
];

/// Words that begin like one of the others and turn nothing: a bound, a rate that is named.
fn is_turned(text: &str, at: usize, from: &str) -> bool {
    let rest = &text[at + from.len()..];
    // A direction belongs to a number that follows it.
    let near: String = rest.chars().take(28).collect();
    from.contains(|c: char| c.is_ascii_digit())
        || !matches!(from, "higher than") && near.contains(|c: char| c.is_ascii_digit())
        || from.starts_with(' ')
        || from.starts_with("per ")
        || from.contains("consecutive")
        || from.contains("total")
        || from.contains("ranked")
        || from.starts_with("higher")
}

#[test]
fn slips_of_direction_sign_denominator_and_kind_are_caught() {
    let (mut pairs, lexicons) = report();
    let table = std::fs::read_to_string("tests/fixtures/numerals/pairs.tsv").unwrap();
    let rows = table.lines().skip(1).map(|line| line.split('\t').collect::<Vec<_>>());
    pairs.extend(
        rows.filter(|row| row.get(1) == Some(&"agree"))
            .map(|row| Pair { original: row[2].to_owned(), translation: row[3].to_owned() }),
    );
    let mut tally: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut missed = Vec::new();
    for pair in &pairs {
        for (kind, from, to) in TURNED {
            for (at, _) in pair.translation.match_indices(from) {
                if !is_turned(&pair.translation, at, from) {
                    continue;
                }
                let slip = with(&pair.translation, at..at + from.len(), to);
                let counts = tally.entry(kind).or_default();
                counts.0 += 1;
                if is_caught(&pair.original, &slip, &lexicons) {
                    counts.1 += 1;
                } else {
                    missed.push(format!("{kind}: {}", change(&pair.translation, &slip)));
                }
            }
        }
    }
    println!("by kind (made, caught): {tally:?}");
    let wanted = [("direction", 90), ("sign", 100), ("denominator", 85), ("kind", 90)];
    for (kind, percent) in wanted {
        let (made, caught) = tally.get(kind).copied().unwrap_or_default();
        assert!(made >= 3, "only {made} slips of {kind}");
        assert!(caught * 100 >= made * percent, "{kind}: {tally:?}\n{}", missed.join("\n"));
    }
}
