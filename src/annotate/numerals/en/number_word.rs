//! Words that take part in English numbers: three, dozen, doubled, April.

use crate::model::effort::spend;

/// A word that takes part in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// one to nineteen
    Small(u32),
    /// twenty to ninety
    Tens(u32),
    Hundred,
    /// The power of ten of thousand, million, billion, trillion.
    Scale(i32),
    Dozen,
    /// first, sixteenth, twentieth
    Ordinal(u32),
    /// half, quarter: the part of one
    Part(u32),
    /// doubled, tripled, fourfold
    Times(u32),
    /// double, triple: also adjectives
    Double(u32),
    /// twice: also how often
    Twice,
    /// halve, halved
    Halved,
    /// centenary: so many years
    Anniversary(u32),
    /// every: how often
    Every,
    /// The number of a month.
    Month(u32),
    Decade,
    /// Class, Grade, Line: what a number or a Roman numeral names.
    Label,
}

const WORDS: &[(&str, Word)] = &[
    ("bicentenary", Word::Anniversary(200)),
    ("billion", Word::Scale(9)),
    ("billions", Word::Scale(9)),
    ("bn", Word::Scale(9)),
    ("centenary", Word::Anniversary(100)),
    ("centennial", Word::Anniversary(100)),
    ("decade", Word::Decade),
    ("double", Word::Double(2)),
    ("doubled", Word::Times(2)),
    ("doubling", Word::Times(2)),
    ("dozen", Word::Dozen),
    ("eight", Word::Small(8)),
    ("eighteen", Word::Small(18)),
    ("eighteenth", Word::Ordinal(18)),
    ("eightfold", Word::Times(8)),
    ("eighth", Word::Ordinal(8)),
    ("eighty", Word::Tens(80)),
    ("eleven", Word::Small(11)),
    ("eleventh", Word::Ordinal(11)),
    ("every", Word::Every),
    ("fifteen", Word::Small(15)),
    ("fifteenth", Word::Ordinal(15)),
    ("fifth", Word::Ordinal(5)),
    ("fiftieth", Word::Ordinal(50)),
    ("fifty", Word::Tens(50)),
    ("first", Word::Ordinal(1)),
    ("five", Word::Small(5)),
    ("fivefold", Word::Times(5)),
    ("fortieth", Word::Ordinal(40)),
    ("forty", Word::Tens(40)),
    ("four", Word::Small(4)),
    ("fourfold", Word::Times(4)),
    ("fourteen", Word::Small(14)),
    ("fourteenth", Word::Ordinal(14)),
    ("fourth", Word::Ordinal(4)),
    ("half", Word::Part(2)),
    ("halve", Word::Halved),
    ("halved", Word::Halved),
    ("halving", Word::Halved),
    ("hundred", Word::Hundred),
    ("hundredfold", Word::Times(100)),
    ("million", Word::Scale(6)),
    ("mln", Word::Scale(6)),
    ("mn", Word::Scale(6)),
    ("nine", Word::Small(9)),
    ("ninefold", Word::Times(9)),
    ("nineteen", Word::Small(19)),
    ("nineteenth", Word::Ordinal(19)),
    ("ninetieth", Word::Ordinal(90)),
    ("ninety", Word::Tens(90)),
    ("ninth", Word::Ordinal(9)),
    ("one", Word::Small(1)),
    ("quadruple", Word::Double(4)),
    ("quadrupled", Word::Times(4)),
    ("quadrupling", Word::Times(4)),
    ("quarter", Word::Part(4)),
    ("quarters", Word::Part(4)),
    ("quintupled", Word::Times(5)),
    ("second", Word::Ordinal(2)),
    ("seven", Word::Small(7)),
    ("sevenfold", Word::Times(7)),
    ("seventeen", Word::Small(17)),
    ("seventeenth", Word::Ordinal(17)),
    ("seventh", Word::Ordinal(7)),
    ("seventieth", Word::Ordinal(70)),
    ("seventy", Word::Tens(70)),
    ("six", Word::Small(6)),
    ("sixfold", Word::Times(6)),
    ("sixteen", Word::Small(16)),
    ("sixteenth", Word::Ordinal(16)),
    ("sixth", Word::Ordinal(6)),
    ("sixtieth", Word::Ordinal(60)),
    ("sixty", Word::Tens(60)),
    ("ten", Word::Small(10)),
    ("tenfold", Word::Times(10)),
    ("tenth", Word::Ordinal(10)),
    ("third", Word::Ordinal(3)),
    ("thirteen", Word::Small(13)),
    ("thirteenth", Word::Ordinal(13)),
    ("thirtieth", Word::Ordinal(30)),
    ("thirty", Word::Tens(30)),
    ("thousand", Word::Scale(3)),
    ("three", Word::Small(3)),
    ("threefold", Word::Times(3)),
    ("tn", Word::Scale(12)),
    ("trillion", Word::Scale(12)),
    ("triple", Word::Double(3)),
    ("tripled", Word::Times(3)),
    ("tripling", Word::Times(3)),
    ("trn", Word::Scale(12)),
    ("twelfth", Word::Ordinal(12)),
    ("twelve", Word::Small(12)),
    ("twentieth", Word::Ordinal(20)),
    ("twenty", Word::Tens(20)),
    ("twice", Word::Twice),
    ("two", Word::Small(2)),
    ("twofold", Word::Times(2)),
    ("zero", Word::Small(0)),
];

/// Words that count only with a capital: May and March are also verbs.
const CAPITALS: &[(&str, Word)] = &[
    ("January", Word::Month(1)),
    ("Jan", Word::Month(1)),
    ("February", Word::Month(2)),
    ("Feb", Word::Month(2)),
    ("March", Word::Month(3)),
    ("Mar", Word::Month(3)),
    ("April", Word::Month(4)),
    ("Apr", Word::Month(4)),
    ("May", Word::Month(5)),
    ("June", Word::Month(6)),
    ("July", Word::Month(7)),
    ("August", Word::Month(8)),
    ("Aug", Word::Month(8)),
    ("September", Word::Month(9)),
    ("Sept", Word::Month(9)),
    ("October", Word::Month(10)),
    ("Oct", Word::Month(10)),
    ("November", Word::Month(11)),
    ("Nov", Word::Month(11)),
    ("December", Word::Month(12)),
    ("Dec", Word::Month(12)),
    ("Class", Word::Label),
    ("Grade", Word::Label),
    ("Line", Word::Label),
    ("Phase", Word::Label),
    ("Type", Word::Label),
    ("Level", Word::Label),
    ("Article", Word::Label),
    ("Chapter", Word::Label),
    ("Section", Word::Label),
    ("Part", Word::Label),
    ("Route", Word::Label),
    ("Method", Word::Label),
    ("Example", Word::Label),
    ("Stage", Word::Label),
    ("Step", Word::Label),
    ("Case", Word::Label),
    ("Box", Word::Label),
    ("Annex", Word::Label),
    ("Appendix", Word::Label),
    ("Exercise", Word::Label),
    ("Question", Word::Label),
    ("Highway", Word::Label),
];

/// Letters that begin a word of the table, so that most words are passed over at one look.
fn may_begin(letter: u8) -> bool {
    matches!(
        letter.to_ascii_lowercase(),
        b'b' | b'c' | b'd' | b'e' | b'f' | b'h' | b'm' | b'n' | b'o' | b'q' | b's' | b't' | b'z'
    )
}

/// What a word means for numbers.
pub(super) fn number_word(word: &str) -> Option<Word> {
    let first = *word.as_bytes().first()?;
    if !(2..=11).contains(&word.len()) {
        return None;
    }
    if first.is_ascii_uppercase()
        && let Some((_, meaning)) = CAPITALS.iter().find(|(known, _)| *known == word)
    {
        return Some(*meaning);
    }
    if !may_begin(first) {
        return None;
    }
    let mut lower = [0_u8; 11];
    let lower = lower.get_mut(..word.len())?;
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    let place = WORDS.binary_search_by(|(known, _)| known.as_bytes().cmp(lower)).ok()?;
    Some(WORDS[place].1)
}

/// The word of ASCII letters that begins at a byte.
pub(super) fn word_at(text: &str, at: usize) -> &str {
    let bytes = text.as_bytes().get(at..).unwrap_or_default();
    let length = bytes.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    spend(1 + length);
    text.get(at..at + length).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_sorted() {
        assert!(WORDS.is_sorted_by_key(|(word, _)| word.as_bytes()));
    }
}
