//! A document into what its texts say.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use crate::model::{Annotation, Document, Numerals};

/// What was found in each text of a document, in the order of [`Document::texts`]; only its sentences
/// where its language is not read.
pub(crate) fn annotate_document(
    document: &Document,
    numerals: Option<&dyn Numerals>,
) -> Vec<Annotation> {
    document.texts.iter().map(|text| annotation(&text.plain, numerals)).collect()
}

fn annotation(plain: &str, numerals: Option<&dyn Numerals>) -> Annotation {
    // A claim may quote a language that is not read, and its sentence is shown.
    let Some(numerals) = numerals else {
        return Annotation { sentences: sentences(plain), ..Annotation::default() };
    };
    let quantities = numerals.quantities(plain);
    if quantities.is_empty() {
        return Annotation::default();
    }
    let firmness =
        quantities.iter().map(|found| numerals.firmness(plain, found.range.start)).collect();
    Annotation { quantities, firmness, sentences: sentences(plain) }
}

/// The sentences of a text, as UAX #29 has them.
fn sentences(plain: &str) -> Vec<Range<usize>> {
    plain.split_sentence_bound_indices().map(|(at, words)| at..at + words.len()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::numerals_of;
    use crate::model::Firmness;

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
        let found = annotation(plain, numerals_of("zh"));
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
        let of = |plain: &str| annotation(plain, numerals_of("zh")).firmness;
        assert_eq!(of("力争完成投资300亿元，新增高企120家"), [Some(Firmness::Strive), None]);
        assert_eq!(of("确保不良率控制在2%以内"), [Some(Firmness::Ensure)]);
        assert_eq!(
            of("确保增长8%、力争9%，10%，力争取得11%"),
            [Some(Firmness::Ensure), Some(Firmness::Strive), None, Some(Firmness::Seek)]
        );
    }
}
