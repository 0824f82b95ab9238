//! A document into what its texts say.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use super::quantities;
use crate::model::{Annotation, Document, Firmness, Script};

/// What was found in each text of a document, in the order of [`Document::texts`].
pub fn document(document: &Document, script: Script) -> Vec<Annotation> {
    document.texts.iter().map(|text| annotation(&text.plain, script)).collect()
}

fn annotation(plain: &str, script: Script) -> Annotation {
    let quantities = quantities(plain, script);
    if quantities.is_empty() {
        return Annotation::default();
    }
    let firmness = quantities
        .iter()
        .map(|found| (script == Script::Han).then(|| firmness(plain, found.range.start)).flatten())
        .collect();
    Annotation { quantities, firmness, sentences: sentences(plain) }
}

/// The sentences of a text, as UAX #29 has them.
fn sentences(plain: &str) -> Vec<Range<usize>> {
    plain.split_sentence_bound_indices().map(|(at, words)| at..at + words.len()).collect()
}

/// The last word of firmness before a numeral, in its own clause: what stands before a comma
/// speaks of something else.
fn firmness(plain: &str, at: usize) -> Option<Firmness> {
    let before = &plain[..at];
    let clause = before.rfind(['，', '。', '；', '！', '？', '：']).map_or(0, |comma| comma + 3);
    let clause = &before[clause..];
    let last = |words: &[&str]| words.iter().filter_map(|word| clause.rfind(word)).max();
    Firmness::ALL
        .iter()
        .filter_map(|(_, firmness, words)| Some((last(words)?, *firmness)))
        .max_by_key(|(at, _)| *at)
        .map(|(_, firmness)| firmness)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_at_its_full_stop_and_not_at_a_decimal_point() {
        let plain =
            "GDP rose to RMB 387.5 billion, up 6.5 percent. Income grew. It ranked No. 2 there.";
        let words: Vec<_> = sentences(plain).into_iter().map(|range| &plain[range]).collect();
        assert_eq!(
            words,
            [
                "GDP rose to RMB 387.5 billion, up 6.5 percent. ",
                "Income grew. ",
                "It ranked No. 2 there."
            ]
        );
    }

    #[test]
    fn a_chinese_sentence_ends_at_its_full_stop() {
        let plain = "地区生产总值3870亿元，增长6.5%。居全省第二。";
        let found = annotation(plain, Script::Han);
        let words: Vec<_> =
            found.quantities.iter().map(|q| &plain[found.sentence(plain, &q.range)]).collect();
        assert_eq!(
            words,
            [
                "地区生产总值3870亿元，增长6.5%。",
                "地区生产总值3870亿元，增长6.5%。",
                "居全省第二。"
            ]
        );
    }

    #[test]
    fn a_word_of_firmness_counts_in_its_own_clause() {
        let of = |plain: &str| annotation(plain, Script::Han).firmness;
        assert_eq!(of("力争完成投资300亿元，新增高企120家"), [Some(Firmness::Strive), None]);
        assert_eq!(of("确保不良率控制在2%以内"), [Some(Firmness::Ensure)]);
    }
}
