//! What the figures of a part are: the period and status that its title suggests.

use crate::model::{FigureStatus, in_simplified};

/// Words of a title that looks back.
const BACK: [&str; 14] = [
    "回顾",
    "总结",
    "执行情况",
    "完成情况",
    "工作情况",
    "成就",
    "成效",
    "做法",
    "基本情况",
    "过去",
    "决算",
    "修订",
    "经济形势",
    "review",
];

/// Words of a title that looks ahead.
const AHEAD: [&str; 21] = [
    "目标",
    "任务",
    "安排",
    "计划",
    "部署",
    "打算",
    "展望",
    "预期",
    "今后",
    "下一步",
    "下一年",
    "建议",
    "思路",
    "草案",
    "重点",
    "预算",
    "发展蓝图",
    "target",
    "task",
    "plan",
    "priorit",
];

/// Words of a title that neither looks back nor ahead.
const STANDING: [&str; 6] = ["自身建设", "人民满意政府", "总论", "结语", "附则", "问题"];

/// The period and the status of a part.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct PartFacts {
    /// `2017`, `2021-2023`.
    pub(super) period: Option<String>,
    /// What its figures are.
    pub(super) status: Option<FigureStatus>,
}

/// What a title suggests, in a report that was delivered in this year.
pub(super) fn part_facts(title: &str, delivered: Option<i16>) -> PartFacts {
    let simple = in_simplified(title).to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| simple.contains(word));
    let year = years_in(&simple);
    let last = year.last().copied();
    let is_past = last.zip(delivered).map(|(year, delivered)| year < delivered);
    let status = match is_past {
        _ if has(&STANDING) && year.is_empty() => Some(FigureStatus::Standing),
        Some(true) => Some(FigureStatus::Actual),
        _ if has(&BACK) => Some(FigureStatus::Actual),
        Some(false) => Some(FigureStatus::Target),
        None if has(&AHEAD) => Some(FigureStatus::Target),
        None => None,
    };
    let period = match (year.first(), last) {
        (Some(first), Some(last)) if first != &last => Some(format!("{first}-{last}")),
        (Some(only), _) => Some(only.to_string()),
        _ => match status {
            Some(FigureStatus::Actual) => delivered.map(|year| (year - 1).to_string()),
            Some(FigureStatus::Target) => delivered.map(|year| year.to_string()),
            _ => None,
        },
    };
    PartFacts { period, status }
}

/// The years that a title names, in order, each once.
fn years_in(title: &str) -> Vec<i16> {
    let digit = |c: char| match c {
        '0'..='9' => c.to_digit(10),
        '〇' | '零' | '○' => Some(0),
        _ => "一二三四五六七八九"
            .chars()
            .position(|own| own == c)
            .and_then(|at| u32::try_from(at + 1).ok()),
    };
    let chars: Vec<char> = title.chars().collect();
    let mut years = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let run: Vec<u32> = chars[at..].iter().map_while(|c| digit(*c)).collect();
        if run.len() == 4 {
            let year = run.iter().fold(0, |year, digit| year * 10 + digit);
            if let Some(year) = i16::try_from(year).ok().filter(|year| (1900..2100).contains(year))
            {
                years.push(year);
            }
        }
        at += run.len().max(1);
    }
    years.dedup();
    years
}

/// What the file of a part is called, behind its number.
pub(super) fn part_name(facts: &PartFacts, title: &str) -> &'static str {
    match facts.status {
        _ if in_simplified(title).contains("自身建设") => "government",
        Some(FigureStatus::Actual) => "review",
        Some(FigureStatus::Target) => "plan",
        _ => "part",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_says_whether_its_part_looks_back_or_ahead() {
        use FigureStatus::{Actual, Standing, Target};
        for (title, period, status) in [
            ("一、2017年主要工作回顾", Some("2017"), Some(Actual)),
            ("二、2018年目标任务和重点工作", Some("2018"), Some(Target)),
            ("三、切实加强政府自身建设", None, Some(Standing)),
            ("一、过去五年工作回顾", Some("2017"), Some(Actual)),
            ("2017年主要工作", Some("2017"), Some(Actual)),
            ("二、今后五年工作的总体思路", Some("2018"), Some(Target)),
            ("二、二零一八年預算", Some("2018"), Some(Target)),
            ("Part I: A Review of Our Work in 2017", Some("2017"), Some(Actual)),
            ("一、综合", None, None),
        ] {
            let facts = part_facts(title, Some(2018));
            assert_eq!((facts.period.as_deref(), facts.status), (period, status), "{title}");
        }
    }
}
