//! Where the sentences of a text end.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

/// Marks that open what follows: the first character of the next sentence, never the last of this.
const OPENING: [char; 9] = ['“', '‘', '《', '〈', '（', '「', '『', '【', '〔'];

/// The most sentences that a quotation may hold together.
const LONGEST_QUOTATION: usize = 12;

/// The sentences of a text, in order; together they cover it.
///
/// As UAX #29 has them, but for two things that it does not know of Chinese. It takes “ and 《 for
/// closing marks, so that in 加快建设。“金华发布”居全省第二。 the first mark would belong to the sentence before;
/// and a quotation of several sentences is one piece: what is shown as a sentence must not open a
/// quotation that it does not close.
pub(super) fn sentences(plain: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, words) in plain.split_sentence_bound_indices() {
        let end = at + words.len();
        let own = plain[start..end].trim_end_matches(OPENING).len();
        // What is only opening marks belongs to the text behind them, and so does a number alone: `3. `.
        let is_number = is_number_alone(&plain[start..start + own]);
        let is_begun = (own == 0 || is_number) && end < plain.len();
        let end = if is_begun { continue } else { start + own };
        let end = if at + words.len() == plain.len() { plain.len() } else { end };
        found.push(start..end);
        start = end;
    }
    with_whole_quotations(plain, &found)
}

/// Whether a piece is the number of what follows: `3. `, `IV. `, `A. `.
fn is_number_alone(piece: &str) -> bool {
    let Some(number) = piece.trim().strip_suffix('.') else { return false };
    let is_roman = number.chars().all(|c| "IVXLC".contains(c));
    let is_letter = number.len() == 1 && number.starts_with(|c: char| c.is_ascii_uppercase());
    let is_digits = number.len() < 4 && number.chars().all(|c| c.is_ascii_digit());
    !number.is_empty() && (is_roman || is_letter || is_digits)
}

/// Joins the sentences that one quotation holds together.
fn with_whole_quotations(plain: &str, found: &[Range<usize>]) -> Vec<Range<usize>> {
    let open = |range: &Range<usize>| {
        plain[range.clone()].chars().fold(0_i32, |depth, c| match c {
            '“' => depth + 1,
            '”' => depth - 1,
            _ => depth,
        })
    };
    let mut whole: Vec<Range<usize>> = Vec::with_capacity(found.len());
    let mut at = 0;
    while at < found.len() {
        let mut depth = open(&found[at]);
        let mut last = at;
        while depth > 0 && last + 1 < found.len() && last - at < LONGEST_QUOTATION {
            last += 1;
            depth += open(&found[last]);
        }
        // A mark that is never closed holds nothing together.
        let last = if depth > 0 { at } else { last };
        whole.push(found[at].start..found[last].end);
        at = last + 1;
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(plain: &str) -> Vec<&str> {
        sentences(plain).into_iter().map(|range| &plain[range]).collect()
    }

    #[test]
    fn a_sentence_ends_at_its_full_stop_and_not_at_a_decimal_point() {
        let plain =
            "GDP rose to RMB 387.5 billion, up 6.5 percent. Income grew. It ranked No. 2 there.";
        assert_eq!(
            split(plain),
            [
                "GDP rose to RMB 387.5 billion, up 6.5 percent. ",
                "Income grew. ",
                "It ranked No. 2 there."
            ]
        );
    }

    #[test]
    fn a_mark_that_opens_a_quotation_opens_the_next_sentence() {
        assert_eq!(
            split("加快建设。“金华发布”居全省第二。《条例》施行。（一）完成"),
            ["加快建设。", "“金华发布”居全省第二。", "《条例》施行。", "（一）完成"]
        );
        assert_eq!(split("他说：“好。”我们"), ["他说：“好。”", "我们"]);
        assert_eq!(split("3. Deepening reform. IV. Done."), ["3. Deepening reform. ", "IV. Done."]);
        assert_eq!(split("It was 2018. Yes."), ["It was 2018. ", "Yes."]);
        assert_eq!(split("。“"), ["。“"]);
        assert_eq!(split("“"), ["“"]);
    }

    #[test]
    fn a_quotation_of_several_sentences_is_one_piece_and_an_open_one_is_not() {
        assert_eq!(split("甲说：“一。二。”三。"), ["甲说：“一。二。”", "三。"]);
        assert_eq!(split("甲说：“一。二。三。"), ["甲说：“一。", "二。", "三。"]);
    }
}
