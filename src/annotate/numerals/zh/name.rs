//! What the names of concepts count: 三条廊道, 三去一降一补.

/// Whether a numeral at the beginning of a term may count things: 三条廊道, and not 一带 or 二氧化碳.
pub(super) fn begins_with_count(name: &str) -> bool {
    name.starts_with(|c| {
        matches!(c, '两' | '双' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
    })
}

fn digit(c: char) -> Option<usize> {
    "零一二三四五六七八九".chars().position(|known| known == c).or(match c {
        '两' | '双' => Some(2),
        _ => None,
    })
}

/// The numerals of a term, in order, up to 99: 三去一降一补 says 3, 1 and 1.
pub(super) fn counts_in_term(term: &str) -> Vec<usize> {
    let mut numerals = Vec::new();
    let mut current: Option<usize> = None;
    for c in term.chars() {
        current = match (digit(c), current) {
            (Some(digit), Some(so_far)) if so_far % 10 == 0 && so_far > 0 => Some(so_far + digit),
            (Some(digit), Some(so_far)) => {
                numerals.push(so_far);
                Some(digit)
            }
            (Some(digit), None) => Some(digit),
            (None, so_far) if c == '十' => Some(so_far.unwrap_or(1) * 10),
            (None, so_far) => {
                numerals.extend(so_far);
                None
            }
        };
    }
    numerals.extend(current);
    numerals
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numerals_of_a_slogan_are_read_one_by_one() {
        assert_eq!(counts_in_term("三条廊道"), [3]);
        assert_eq!(counts_in_term("三去一降一补"), [3, 1, 1]);
        assert_eq!(counts_in_term("十大战略"), [10]);
        assert_eq!(counts_in_term("八八战略"), [8, 8]);
        assert_eq!(counts_in_term("十三五"), [13, 5]);
        assert_eq!(counts_in_term("二十条"), [20]);
        assert_eq!(counts_in_term("双随机、一公开"), [2, 1]);
        assert_eq!(counts_in_term("厕所革命"), [0; 0]);
    }
}
