//! Which terms of the glossary stand in a text.
//!
//! Every form of every concept is looked for at once. What is found must stand at word borders
//! where letters need them; of what overlaps, the leftmost stays, and of those that begin together
//! the longest (a term's exceptions take part in this and mean nothing).

use std::borrow::Cow;
use std::cmp::Reverse;
use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use crate::model::effort::spend;
use crate::model::{
    ConceptId, Document, LangId, Numerals, TermMention, TermRole, TextId, Wording, is_han,
    is_ignorable, is_mark, same_form, simplest_form,
};

/// The forms of all concepts in one language, ready to be looked for.
#[derive(Debug)]
pub struct Lexicon {
    forms: AhoCorasick,
    /// What each pattern is, in the order of the patterns.
    meanings: Vec<Meaning>,
}

/// What a pattern is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning {
    /// It means the concept.
    Form(ConceptId),
    /// It is this avoided form of the concept.
    Avoided(ConceptId, u32),
    /// It is a longer word that means nothing.
    Exception,
}

/// A place where a pattern stands at word borders, in bytes of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Candidate {
    range: Range<usize>,
    meaning: Meaning,
}

impl Lexicon {
    /// The forms of concepts in a language. `wordings` has one entry for each concept, in order.
    ///
    /// # Panics
    /// Only with more than 2³¹ bytes of forms, which no file that is read can hold.
    pub fn new<'a>(
        wordings: impl Iterator<Item = &'a Wording>,
        numerals: Option<&dyn Numerals>,
    ) -> Self {
        let mut patterns: Vec<String> = Vec::new();
        let mut meanings = Vec::new();
        let mut add = |form: &str, meaning: Meaning| {
            let folded = fold_text(form).text.into_owned();
            let inflected =
                numerals.map(|numerals| numerals.number_forms(&folded)).unwrap_or_default();
            for pattern in std::iter::once(folded).chain(inflected) {
                if !pattern.trim().is_empty() {
                    patterns.push(pattern);
                    meanings.push(meaning);
                }
            }
        };
        for (wording, number) in wordings.zip(0..) {
            let concept = ConceptId(number);
            wording.forms().for_each(|form| add(form, Meaning::Form(concept)));
            wording.exceptions.iter().for_each(|word| add(word, Meaning::Exception));
            for (avoided, place) in wording.avoided.iter().zip(0..) {
                add(&avoided.form, Meaning::Avoided(concept, place));
            }
        }
        let forms = AhoCorasick::builder()
            // The other kinds are quadratic to build for a very long form.
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .match_kind(MatchKind::Standard)
            .ascii_case_insensitive(true)
            .build(patterns)
            .expect("a term base is far below the bounds of the matcher");
        Self { forms, meanings }
    }

    /// The terms in the texts of a document: texts in order, each by start, longer ones first.
    pub fn find_in(&self, document: &Document) -> Vec<TermMention> {
        let mut found = Vec::new();
        if self.meanings.is_empty() {
            return found;
        }
        for (text, id) in document.texts.iter().zip(0..) {
            self.find_terms(&text.plain, TextId(id), &mut found);
        }
        found
    }

    /// The terms in a plain text, as those of a text with this number.
    ///
    /// Candidates come by their beginning, at one place the longest first, and `taken` is what the
    /// last free one covers. With 人工智能 and 智能 in the term base, 人工智能产业 gives 人工智能, which is
    /// meant, and 智能, which lies inside it: kept as such, because a page of 智能 lists it, but not
    /// linked and not asked of the translation. If 人工智能 were an exception of 智能, it would take its
    /// place all the same, and nothing inside it would be a term. Two concepts may claim the same
    /// words; both are `is_whole`, and what must be avoided is told whichever comes first.
    pub fn find_terms(&self, plain: &str, text: TextId, to: &mut Vec<TermMention>) {
        let mut candidates = self.candidates(plain);
        candidates.sort_by_key(|candidate| {
            (candidate.range.start, Reverse(candidate.range.end), candidate.meaning.rank())
        });
        candidates.dedup();
        let mut taken = 0..0;
        let mut is_excepted = false;
        for Candidate { range, meaning } in candidates {
            let is_free = range.start >= taken.end;
            if is_free {
                taken = range.clone();
                is_excepted = meaning == Meaning::Exception;
            }
            let is_whole = is_free || range == taken;
            let (concept, role) = match meaning {
                Meaning::Exception => continue,
                _ if is_excepted => continue,
                Meaning::Avoided(concept, number) if is_whole => {
                    (concept, TermRole::Avoided(number))
                }
                // Inside a longer term it is a part of that.
                Meaning::Avoided(..) => continue,
                Meaning::Form(concept) if is_free => (concept, TermRole::Meant),
                Meaning::Form(concept) => (concept, TermRole::Inside),
            };
            to.push(TermMention {
                text,
                range: to_u32(range.start)..to_u32(range.end),
                concept,
                role,
            });
        }
    }

    /// Every pattern that stands at word borders, whether or not it overlaps others; of more than
    /// [`Wording::MOST_NESTED`] that end at one place the longest.
    fn candidates(&self, plain: &str) -> Vec<Candidate> {
        let folded = fold_text(plain);
        // What ends at one place is found one after the other, the longest first.
        let (mut end, mut ending) = (0, 0);
        self.forms
            .find_overlapping_iter(&*folded.text)
            .filter(|found| {
                spend(1);
                if found.end() != end {
                    (end, ending) = (found.end(), 0);
                }
                let is_one = ending < Wording::MOST_NESTED
                    && is_whole_word(&folded.text, found.start(), found.end());
                ending += usize::from(is_one);
                is_one
            })
            .map(|found| Candidate {
                range: folded.origin(found.start())..folded.origin(found.end()),
                meaning: self.meanings[found.pattern().as_usize()],
            })
            .collect()
    }
}

impl Meaning {
    /// Of patterns that are the same words, which speaks first.
    fn rank(self) -> (u8, u32) {
        match self {
            Self::Form(concept) => (0, concept.0),
            Self::Avoided(concept, _) => (1, concept.0),
            Self::Exception => (2, 0),
        }
    }
}

/// One matcher for each language of a site, in their order.
#[derive(Debug, Default)]
pub(crate) struct Lexicons(Vec<Lexicon>);

impl Lexicons {
    /// The matchers of these languages.
    pub(crate) fn new(lexicons: Vec<Lexicon>) -> Self {
        Self(lexicons)
    }

    /// The terms in a document; none where there is no term base.
    pub(crate) fn find_in(&self, document: &Document, lang: LangId) -> Vec<TermMention> {
        self.0.get(lang.index()).map(|lexicon| lexicon.find_in(document)).unwrap_or_default()
    }
}

fn to_u32(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

/// Letters and digits that are written without blanks around them need no border: Chinese ones.
fn is_whole_word(text: &str, start: usize, end: usize) -> bool {
    let joins = |inner: Option<char>, outer: Option<char>| {
        let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !is_han(c));
        is_letter(inner) && is_letter(outer)
    };
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    !joins(text[start..end].chars().next(), before)
        && !joins(text[start..end].chars().next_back(), after)
}

/// A text in which marks and letters that differ only in shape are the same.
struct FoldedText<'a> {
    text: Cow<'a, str>,
    /// Pieces of (offset in the folded text, offset in the text), ascending; inside a piece both
    /// run in step.
    pieces: Vec<(usize, usize)>,
}

impl FoldedText<'_> {
    /// The byte of the text that a byte of the folded text came from.
    fn origin(&self, at: usize) -> usize {
        let piece = self.pieces.partition_point(|(start, _)| *start <= at);
        match piece.checked_sub(1).map(|piece| self.pieces[piece]) {
            Some((start, origin)) => origin + (at - start),
            None => at,
        }
    }
}

/// Full-width letters and digits, curly quotation marks, dashes and blanks of any kind as ASCII;
/// traditional characters as simplified ones; letters with their marks as one character, and nothing
/// of what is not seen.
fn fold_text(text: &str) -> FoldedText<'_> {
    let as_it_is = |c| folded(c) == c && !is_mark(c) && !is_ignorable(c);
    if text.chars().all(as_it_is) {
        return FoldedText { text: Cow::Borrowed(text), pieces: Vec::new() };
    }
    let mut out = String::with_capacity(text.len());
    let mut pieces = Vec::new();
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let mut end = at + c.len_utf8();
        while let Some((next, mark)) = characters.next_if(|(_, c)| is_mark(*c) || is_ignorable(*c))
        {
            end = next + mark.len_utf8();
        }
        let before = out.len();
        match &text[at..end] {
            _ if end == at + c.len_utf8() && !is_ignorable(c) => out.push(folded(c)),
            cluster => out.extend(same_form(cluster).chars().map(folded)),
        }
        if out.len() - before != end - at {
            pieces.push((out.len(), end));
        }
    }
    FoldedText { text: Cow::Owned(out), pieces }
}

/// A Han character in its simplified form, where that takes as many bytes.
fn in_place(c: char) -> char {
    simplest_form(c).filter(|simple| simple.len_utf8() == c.len_utf8()).unwrap_or(c)
}

fn folded(c: char) -> char {
    match c {
        '“' | '”' | '„' => '"',
        '‘' | '’' => '\'',
        '‐' | '‑' | '–' => '-',
        '\u{a0}' | '\u{202f}' | '\u{3000}' | '\n' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xff01 + 0x21).unwrap_or(c),
        c => in_place(c),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::annotate::numerals_of;
    use crate::model::effort::assert_linear;

    fn wording(preferred: &str, except: &[&str], avoid: &[&str]) -> Wording {
        let avoided = avoid.iter().map(|form| crate::model::AvoidedForm {
            form: (*form).to_owned(),
            ..crate::model::AvoidedForm::default()
        });
        Wording {
            preferred: preferred.to_owned(),
            exceptions: except.iter().map(ToString::to_string).collect(),
            avoided: avoided.collect(),
            ..Wording::default()
        }
    }

    /// The terms of a text, with the number of each concept; `(…)` stands around what lies inside
    /// another, `!` before what is to be avoided.
    fn found(wordings: &[Wording], code: &str, plain: &str) -> Vec<String> {
        let mut found = Vec::new();
        Lexicon::new(wordings.iter(), numerals_of(code)).find_terms(plain, TextId(0), &mut found);
        found
            .into_iter()
            .map(|term| {
                let words = &plain[term.byte_range()];
                match term.role {
                    TermRole::Meant => format!("{words}={}", term.concept.0),
                    TermRole::Inside => format!("({words}={})", term.concept.0),
                    TermRole::Avoided(_) => format!("!{words}={}", term.concept.0),
                }
            })
            .collect()
    }

    #[test]
    fn a_short_term_does_not_fire_inside_a_longer_one() {
        let terms = [wording("都市区", &[], &[]), wording("市区", &[], &[])];
        assert_eq!(
            found(&terms, "zh", "推进都市区建设，市区拥堵"),
            ["都市区=0", "(市区=1)", "市区=1"]
        );
    }

    #[test]
    fn an_exception_keeps_a_term_out_of_a_word_that_is_no_term() {
        let terms = [wording("建金", &["创建金"], &[])];
        assert_eq!(found(&terms, "zh", "创建金融改革示范区"), [""; 0]);
        assert_eq!(found(&terms, "zh", "共建金华"), ["建金=0"]);
    }

    #[test]
    fn letters_and_digits_need_borders_and_chinese_characters_do_not() {
        let terms = [wording("PM2.5", &[], &[]), wording("5号线", &[], &[])];
        assert_eq!(
            found(&terms, "zh", "的PM2.5浓度、PM2.53、15号线、BRT 5号线"),
            ["PM2.5=0", "5号线=1"]
        );
    }

    #[test]
    fn english_is_found_whatever_its_capitals_plural_and_possessive_and_only_as_a_word() {
        let terms = [wording("zombie enterprise", &[], &[]), wording("friendship city", &[], &[])];
        assert_eq!(
            found(
                &terms,
                "en",
                "Zombie enterprises; a zombie enterprise’s debt; friendship cities; zombie enterpriser"
            ),
            ["Zombie enterprises=0", "zombie enterprise=0", "friendship cities=1"]
        );
        let terms = [
            wording("women", &[], &[]),
            wording("analysis", &[], &[]),
            wording("villages", &[], &[]),
        ];
        assert_eq!(
            found(&terms, "en", "A woman of the village; two analyses"),
            ["woman=0", "village=2", "analyses=1"]
        );
    }

    #[test]
    fn a_language_that_is_not_read_has_no_plurals_by_the_rules_of_english() {
        let terms = [wording("Industrie", &[], &[])];
        assert_eq!(found(&terms, "de", "Industries; Industrie"), ["Industrie=0"]);
    }

    #[test]
    fn the_shape_of_quotation_marks_dashes_and_blanks_does_not_matter() {
        let terms = [wording("Jinhua-Yiwu \"one window\" people's area", &[], &[])];
        let text = "the Jinhua–Yiwu “one window” people’s\u{a0}area.";
        assert_eq!(found(&terms, "en", text), ["Jinhua–Yiwu “one window” people’s\u{a0}area=0"]);
        let soft = [wording("corridor", &[], &[]), wording("caf\u{e9}", &[], &[])];
        let text = "Corri\u{ad}dors, a cafe\u{301}, \u{200b}corridor\u{feff}";
        assert_eq!(
            found(&soft, "en", text),
            ["Corri\u{ad}dors=0", "cafe\u{301}=1", "corridor\u{feff}=0"]
        );
        let han = [wording("３Ａ级", &[], &[])];
        assert_eq!(found(&han, "zh", "创建3A级景区"), ["3A级=0"]);
    }

    #[test]
    fn an_avoided_form_counts_unless_it_is_a_part_of_a_longer_term() {
        let terms = [
            wording("one-stop window", &[], &["single window"]),
            wording("China single window", &[], &[]),
        ];
        assert_eq!(
            found(&terms, "en", "a single window; the China single window"),
            ["!single window=0", "China single window=1"]
        );
    }

    #[test]
    fn the_leftmost_term_wins_over_a_longer_one_that_begins_inside_it() {
        let terms = [wording("甲乙", &[], &[]), wording("乙丙丁", &[], &[])];
        assert_eq!(found(&terms, "zh", "甲乙丙丁"), ["甲乙=0", "(乙丙丁=1)"]);
    }

    #[test]
    fn of_terms_that_end_one_in_another_the_longest_are_found_and_no_more_than_a_bound() {
        let forms: Vec<String> = (1..=300).map(|length| "国".repeat(length)).collect();
        let terms: Vec<Wording> = forms.iter().map(|form| wording(form, &[], &[])).collect();
        for length in [1_000, 2_000] {
            let text = "国".repeat(length);
            let mut found = Vec::new();
            Lexicon::new(terms.iter(), None).find_terms(&text, TextId(0), &mut found);
            assert!(found.len() <= Wording::MOST_NESTED * length, "{}", found.len());
            let meant = found.iter().filter(|term| term.role == TermRole::Meant);
            let meant: Vec<_> = meant.map(TermMention::byte_range).collect();
            // What is left at the end is shorter than the longest forms that end there.
            let forms: Vec<&str> = forms.iter().map(String::as_str).collect();
            assert!(naive(&forms, &text).starts_with(&meant), "{meant:?}");
            assert_eq!(meant.len(), length / 300);
        }
        assert_linear("terms that end one in another", 1_000, |length| {
            let text = "国".repeat(length);
            Lexicon::new(terms.iter(), None).find_terms(&text, TextId(0), &mut Vec::new());
        });
    }

    /// The same rules, spelt out: at each place the longest form that stands there, then on after
    /// it.
    fn naive(forms: &[&str], text: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < text.len() {
            let longest = forms
                .iter()
                .filter(|form| text[at..].starts_with(**form))
                .filter(|form| is_whole_word(text, at, at + form.len()))
                .map(|form| form.len())
                .max();
            match longest {
                Some(length) => {
                    found.push(at..at + length);
                    at += length;
                }
                None => at += text[at..].chars().next().map_or(1, char::len_utf8),
            }
        }
        found
    }

    proptest! {
        #[test]
        fn what_is_found_is_what_a_naive_scan_finds(
            forms in proptest::collection::btree_set("[市区金a1]{1,3}", 1..6),
            text in "[市区金a1 ]{0,24}",
        ) {
            let wordings: Vec<Wording> = forms.iter().map(|form| wording(form, &[], &[])).collect();
            let mut found = Vec::new();
            Lexicon::new(wordings.iter(), None).find_terms(&text, TextId(0), &mut found);
            let meant: Vec<_> = found
                .iter()
                .filter(|term| term.role == TermRole::Meant)
                .map(TermMention::byte_range)
                .collect();
            let forms: Vec<&str> = forms.iter().map(String::as_str).collect();
            prop_assert_eq!(meant, naive(&forms, &text));
        }
    }
}
