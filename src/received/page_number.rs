//! Lines that belong to the pages of a print and not to its text.

/// Whether a line is nothing but the number of a page: `- 3 -`, `— 12 —`, `第3页 共28页`, `3 / 28`.
/// A bare number is not: it may be a cell of a table.
pub(super) fn is_page_number(line: &str) -> bool {
    let packed: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let digits = |text: &str| {
        !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit())
    };
    let dash = |c: char| matches!(c, '-' | '–' | '—' | '－' | '―' | '─' | '·' | '~');
    let inner = packed.trim_matches(dash);
    let is_dashed = packed.starts_with(dash) && packed.ends_with(dash) && digits(inner);
    let of_pages = |text: &str| {
        let rest = text.strip_prefix('第')?.strip_suffix('页')?;
        let (own, all) = rest.split_once('页').unwrap_or((rest, "共1"));
        let all = all.trim_matches(['/', '，', ',']).trim_start_matches('共');
        Some(digits(own) && digits(all.trim_end_matches('页')))
    };
    // 共4页 第1页
    let of_all = packed.strip_prefix('共').and_then(|rest| rest.split_once('页'));
    let is_of_all = of_all.is_some_and(|(all, rest)| {
        let own = rest.trim_start_matches(['，', ',', '/']).strip_prefix('第');
        digits(all) && own.and_then(|own| own.strip_suffix('页')).is_some_and(digits)
    });
    let is_fraction = packed.split_once('/').is_some_and(|(own, all)| digits(own) && digits(all));
    let english = packed.to_ascii_lowercase();
    let is_english = english.strip_prefix("page").is_some_and(|rest| {
        let (own, all) = rest.split_once("of").unwrap_or((rest, "1"));
        digits(own) && digits(all)
    });
    is_dashed || is_of_all || is_fraction || is_english || of_pages(&packed) == Some(true)
}

/// Whether a line is a rule across the page: `---`, `* * *`, `———————`, `======`.
pub(super) fn is_rule(line: &str) -> bool {
    let packed: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let Some(first) = packed.chars().next() else { return false };
    let is_sign = matches!(first, '-' | '*' | '_' | '=' | '—' | '－' | '─' | '━' | '~' | '﹏');
    is_sign && packed.chars().count() >= 3 && packed.chars().all(|c| c == first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_a_page_is_told_from_a_number_of_the_text() {
        for line in [
            "- 3 -",
            "—12—",
            "－ 3 －",
            "第3页",
            "第 3 页 共 28 页",
            "第3页/共28页",
            "3/28",
            "Page 3 of 28",
        ] {
            assert!(is_page_number(line), "{line}");
        }
        for line in ["3", "2018", "-3", "3870亿元", "第三页", "2018年", "3.5", "", "-", "3-4"]
        {
            assert!(!is_page_number(line), "{line}");
        }
    }

    #[test]
    fn a_rule_is_three_signs_and_nothing_else() {
        for line in ["---", "* * *", "————————", "======", "___"] {
            assert!(is_rule(line), "{line}");
        }
        for line in ["--", "——", "--- a", "", "甲甲甲"] {
            assert!(!is_rule(line), "{line}");
        }
    }
}
