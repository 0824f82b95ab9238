//! What the words before a Chinese number say it measures: 占全省41%, 连续8年, 每两年.

use crate::annotate::numerals::before_blank;
use crate::annotate::numerals::is_before;
use crate::model::effort::spend;
use crate::model::{Direction, Measure, Quantity, QuantityKind, Unit, UnitClass};

/// How far back a word of measure is looked for, in characters.
const NEAR: usize = 20;

/// What a figure measures, where the words around it say more than its unit does.
pub(super) fn measure_of(
    text: &str,
    at: usize,
    quantity: &Quantity,
    class: Option<UnitClass>,
) -> Option<Measure> {
    let end = before_blank(text, at);
    if quantity.unit == Some(Unit::TITLES_IN_A_ROW) || is_before(text, end, "连续") {
        return Some(Measure::Streak);
    }
    let is_share = class == Some(UnitClass::Share)
        && !matches!(quantity.unit, Some(Unit::PERCENTAGE_POINT | Unit::TIMES));
    let is_change = quantity.direction.is_some_and(|direction| !direction.is_to())
        && !matches!(quantity.direction, Some(Direction::Up | Direction::Down));
    let moves = matches!(quantity.direction, Some(Direction::Up | Direction::Down));
    if !is_share || is_change || moves || quantity.kind != QuantityKind::Figure {
        return None;
    }
    share_or_growth(text, end)
}

/// 占全省41%, 比重为41%, 增速为5%: the nearest word decides.
fn share_or_growth(text: &str, end: usize) -> Option<Measure> {
    for (offset, c) in text[..end].char_indices().rev().take(NEAR) {
        spend(1);
        let rest = &text[offset..end];
        let begins = |words: &[&str]| words.iter().any(|word| rest.starts_with(word));
        match c {
            '，' | '。' | '；' | '：' | '、' | '\n' => return None,
            '占' => {
                let is_taken = ["占地", "占用", "占领"].iter().any(|word| rest.starts_with(word))
                    || ["侵", "抢", "攻", "霸", "强"].iter().any(|c| is_before(text, offset, c));
                return (!is_taken).then_some(Measure::Share);
            }
            '比' if begins(&["比重", "比例"]) => return Some(Measure::Share),
            '份' if begins(&["份额"]) => return Some(Measure::Share),
            '增' if begins(&["增速", "增幅", "增长率"]) => return Some(Measure::Growth),
            '涨' if begins(&["涨幅"]) => return Some(Measure::Growth),
            '降' if begins(&["降幅"]) => return Some(Measure::Growth),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::numerals_of;

    #[test]
    fn the_words_around_a_number_say_what_it_measures() {
        for (text, wanted) in [
            ("占全省41%", Some(Measure::Share)),
            ("占比41%", Some(Measure::Share)),
            ("研发投入占GDP比重达3.1%", Some(Measure::Share)),
            ("服务业比重为53%", Some(Measure::Share)),
            ("占总数的十分之三", Some(Measure::Share)),
            ("占地面积扩大5%", Some(Measure::Growth)),
            ("占比提高3个百分点", Some(Measure::Growth)),
            ("增速为5%", Some(Measure::Growth)),
            ("合格率41%", Some(Measure::Level)),
            ("增长6%", Some(Measure::Growth)),
            ("实现五连冠", Some(Measure::Streak)),
            ("连续12年", Some(Measure::Streak)),
            ("连续三次获奖", Some(Measure::Streak)),
            ("实现“五连增”", Some(Measure::Streak)),
            ("每两年举行一次", Some(Measure::Frequency)),
            ("每5年修订", Some(Measure::Frequency)),
            ("历时12年", Some(Measure::Duration)),
            ("迈入全省第一方阵", Some(Measure::Tier)),
            ("居全省第二", Some(Measure::Rank)),
            ("2018年", None),
        ] {
            let found = numerals_of("zh").unwrap().quantities(text);
            assert_eq!(found.first().and_then(|one| one.value.measured()), wanted, "{text}");
        }
    }
}
