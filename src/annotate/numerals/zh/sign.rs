//! The sign of a Chinese number: -2.7%, －2.7％, 负1.1%.

use super::number::is_numeral;
use crate::annotate::numerals::{arabic, char_before};
use crate::model::is_han;

/// What may stand before 负 where it is a sign. A word holds it elsewhere: 减负100亿元 is positive.
const BEFORE_NEGATIVE: &str = "为是率速幅比度由从至到长达于在差额值呈";

/// Where the sign begins that stands before a number, if there is one. Nothing before `from` is
/// looked at as part of it: what ends there is a number or a unit, and 5%-10% is a range.
pub(super) fn negative(text: &str, at: usize, from: usize) -> Option<usize> {
    let sign =
        char_before(text, at).filter(|c| matches!(c, '负' | '-' | '−' | '－' | '–' | '﹣'))?;
    let start = at - sign.len_utf8();
    if start < from {
        return None;
    }
    let before = char_before(text, start);
    let is_free = if sign == '负' {
        before.is_none_or(|c| {
            BEFORE_NEGATIVE.contains(c) || (!is_han(c) && !c.is_ascii_alphanumeric())
        })
    } else {
        // 3-5, A-5, 周一-5 and （一）-5 have no sign; -- is a dash.
        let is_joined = before.is_some_and(|c| {
            arabic::digit(c).is_some()
                || is_numeral(c)
                || (c.is_alphabetic() && !is_han(c))
                || matches!(c, '-' | '−' | '－' | '–' | '%' | '％' | '‰' | '）' | ')' | '/')
        });
        !is_joined && (start > from || from == 0)
    };
    is_free.then_some(start)
}

#[cfg(test)]
mod tests {
    use crate::annotate::numerals_of;

    #[test]
    fn a_sign_is_one_only_where_nothing_is_joined_by_it() {
        for (text, wanted) in [
            ("增长-2.7%", &["-2.7"][..]),
            ("增速为－2.7％", &["-2.7"]),
            ("增速–2.7%", &["-2.7"]),
            ("从-0.5%到0.3%", &["-0.5", "0.3"]),
            ("转为-1", &["-1"]),
            ("3-5个", &["3", "5"]),
            ("5%-10%", &["5", "10"]),
            ("5万元-10万元", &["50000", "100000"]),
            ("2016-2020年", &["2016", "2020"]),
            ("A-5号", &["5"]),
            ("增速为负1.1%", &["-1.1"]),
            ("减负100亿元", &["10000000000"]),
            ("抱负3个", &["3"]),
            ("担负5项", &["5"]),
            ("负债100亿元", &["10000000000"]),
            ("零下9℃", &["-9"]),
        ] {
            let found = numerals_of("zh").unwrap().quantities(text);
            let values: Vec<String> =
                found.iter().filter_map(|one| one.value.value).map(|v| v.to_string()).collect();
            assert_eq!(values, wanted, "{text}");
        }
    }
}
