//! What the heads of a Chinese table state: units and what its shares measure.

use crate::model::{Measure, in_simplified};

pub(super) const UNIT_LABELS: &[&str] = &["计量单位", "計量單位", "单位", "單位"];

/// 亿元 is one 亿元; a unit with its own number, 100万元, is as it is.
pub(super) fn one_of_unit(words: &str) -> Vec<String> {
    if words.contains(|c: char| c.is_ascii_digit()) {
        return vec![words.to_owned()];
    }
    vec![format!("1{words}")]
}

/// 同比, 增速: growth; 比重: a share.
pub(super) fn measure_of_head(head: &str) -> Option<Measure> {
    let head = in_simplified(head);
    let has = |words: &[&str]| words.iter().any(|word| head.contains(word));
    if has(&["增长", "增速", "增幅", "增减", "增加", "涨幅", "同比", "环比", "比上年", "变化"])
    {
        Some(Measure::Growth)
    } else if has(&["比重", "占", "份额", "构成", "比例"]) {
        Some(Measure::Share)
    } else {
        None
    }
}
