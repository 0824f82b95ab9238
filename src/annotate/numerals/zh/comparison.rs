//! What the comparison of numbers asks of a Chinese original.

use std::ops::Range;

use super::Chinese;
use crate::model::{Decimal, OriginalRules, years_of_plan};

/// The characters of each number from 0 to 9 in a year.
const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// Numbers as they stand inside words, from 2 to 10.
const IN_WORDS: [&[char]; 9] = [
    &['二', '两', '双', '对'],
    &['三'],
    &['四'],
    &['五'],
    &['六'],
    &['七'],
    &['八'],
    &['九'],
    &['十'],
];

impl OriginalRules for Chinese {
    fn says_short_year(&self, plain: &str, year: &str) -> bool {
        let short = year.get(2..4).filter(|_| year.len() == 4);
        let digit = |c: char| DIGITS.get(c.to_digit(10)? as usize);
        let short: Option<String> = short.and_then(|short| short.chars().map(digit).collect());
        short.is_some_and(|short| plain.contains(&short))
    }

    fn numeral_characters(&self, value: Decimal) -> &'static [char] {
        // Half, which is said in percent.
        if value.to_whole() == Some(50) {
            return &['半'];
        }
        let place = value.to_whole().and_then(|value| usize::try_from(value.checked_sub(2)?).ok());
        place.and_then(|place| IN_WORDS.get(place)).copied().unwrap_or_default()
    }

    fn slogan_sum(&self, quoted: &str) -> usize {
        const COUNTED: &str = "一二三四五六七八九十";
        let counted = |c: char| Some(COUNTED.chars().position(|known| known == c)? + 1);
        quoted.chars().filter_map(counted).sum()
    }

    fn shared_out(&self, plain: &str) -> Vec<Range<usize>> {
        let mut at = 0;
        let sentences = plain.split_inclusive(['。', '；']).map(|sentence| {
            let start = at;
            at += sentence.len();
            (start, sentence)
        });
        let shared = |(start, sentence): (usize, &str)| {
            let words = sentence.find("分别")?;
            Some(start + words + "分别".len()..start + sentence.len())
        };
        sentences.filter_map(shared).collect()
    }

    fn joins_list(&self, gap: &str) -> bool {
        matches!(gap, "、" | "和" | "与" | "及")
    }

    fn is_starting_value(&self, before: &str) -> bool {
        before.trim_end().ends_with(['由', '从', '自'])
    }

    fn is_discount(&self, words: &str) -> bool {
        words.contains('折')
    }

    fn says_alike(&self, sentence: &str) -> bool {
        ["均", "分别", "都", "也", "同样", "双双", "各", "同为", "这一", "该", "上述"]
            .iter()
            .any(|word| sentence.contains(word))
    }

    fn relative_years(&self, plain: &str) -> Vec<i64> {
        let said = RELATIVE_YEARS.iter().filter(|(word, _)| plain.contains(word));
        said.flat_map(|(_, years)| *years).copied().collect()
    }

    fn years_from_named(&self, plain: &str) -> Vec<i64> {
        let named = [("上年", -1), ("上一年", -1), ("次年", 1), ("同年", 0), ("当年", 0)];
        named.iter().filter(|(word, _)| plain.contains(word)).map(|(_, offset)| *offset).collect()
    }

    fn speaks_of_the_year(&self, plain: &str) -> bool {
        ["全年", "年底", "年末", "年初", "年内", "一年来", "过去一年", "上半年", "下半年"]
            .iter()
            .any(|word| plain.contains(word))
    }

    fn plan_years(&self, plain: &str, name: &Range<usize>, number: Decimal) -> Option<(i64, i64)> {
        let words = plain.get(name.clone())?;
        let is_plan = words.ends_with('五') || words.ends_with("五”");
        let number = number.to_whole().filter(|_| is_plan)?;
        let after = plain.get(name.end..)?.trim_start_matches('”');
        PLAN_ENDINGS.iter().any(|ending| after.starts_with(ending)).then_some(())?;
        years_of_plan(number)
    }

    fn named_days(&self, plain: &str) -> Vec<u32> {
        NAMED_DAYS.iter().filter(|(word, _)| plain.contains(word)).map(|(_, day)| *day).collect()
    }

    fn subjects(&self) -> &'static [&'static [&'static str]] {
        SUBJECTS
    }
}

/// What 今年 and its like are, by how far they are from the year of the report.
const RELATIVE_YEARS: &[(&str, &[i64])] = &[
    ("今年", &[0]),
    ("本年", &[0]),
    ("当年", &[0]),
    ("去年", &[-1]),
    ("上年", &[-1]),
    ("上一年", &[-1]),
    ("明年", &[1]),
    ("今明两年", &[0, 1]),
    ("来年", &[1]),
    ("前年", &[-2]),
    ("后年", &[2]),
];

/// What follows the name of a plan of national or local development. Plans of one subject count by
/// themselves: “八五”普法规划 is of 2021 to 2025, the years of the 14th plan of development.
const PLAN_ENDINGS: &[&str] = &[
    "规划",
    "时期",
    "期间",
    "计划",
    "以来",
    "末",
    "开局",
    "收官",
    "目标",
    "各项",
    "确定",
    "主要",
    "前",
    "后",
    "国民经济",
    "经济社会",
    "发展",
    "的",
    "，",
    "。",
    "、",
    "和",
    "与",
    "实施",
];

/// Days of the year that have a name (放假办法, the State Council's list of public holidays, and days
/// named after events of that date).
const NAMED_DAYS: &[(&str, u32)] = &[
    ("元旦", 101),
    ("三八", 308),
    ("妇女节", 308),
    ("植树节", 312),
    ("五一", 501),
    ("劳动节", 501),
    ("五四", 504),
    ("青年节", 504),
    ("儿童节", 601),
    ("七一", 701),
    ("八一", 801),
    ("建军节", 801),
    ("国庆", 1001),
    ("国家公祭日", 1213),
];

/// Kept in step with the list of English.
const SUBJECTS: &[&[&str]] = &[
    &["城镇", "城市", "城区"],
    &["农村", "乡村"],
    &["出口"],
    &["进口"],
    &["收入"],
    &["支出"],
    &["第一产业", "一产"],
    &["第二产业", "二产"],
    &["第三产业", "三产"],
    &["工业"],
    &["农业"],
    &["服务业"],
    &["男"],
    &["女"],
    &["存款"],
    &["贷款"],
    &["国内"],
    &["国外", "境外", "国际"],
    &["企业"],
    &["居民", "个人"],
    &["中央"],
    &["地方"],
    &["东部"],
    &["中部"],
    &["西部"],
    &["小学"],
    &["中学", "初中"],
    &["幼儿园"],
    &["养老"],
    &["医疗"],
    &["失业"],
    &["公路"],
    &["铁路"],
    &["水"],
    &["电"],
    &["一般公共预算"],
    &["税收"],
    &["投资"],
    &["消费"],
    &["国家"],
    &["组织"],
    &["协定", "协议"],
    &["文件"],
    &["项目"],
    &["学生"],
    &["教师"],
    &["学校"],
    &["医院"],
    &["床位"],
    &["岗位"],
    &["村"],
    &["乡镇", "镇"],
    &["县"],
    &["家庭"],
    &["平台"],
    &["基地"],
    &["园区"],
    &["实验室"],
    &["专利"],
    &["标准"],
    &["景区"],
    &["机场"],
    &["车辆", "汽车"],
    &["住房"],
    &["制造业"],
    &["交通运输"],
    &["建筑业"],
    &["机构"],
    &["党员"],
    &["代表"],
    &["委员"],
    &["建议"],
    &["提案"],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_inside_words_and_slogans_are_known() {
        let chinese: &dyn OriginalRules = &Chinese;
        assert!(chinese.says_short_year("坚持九二共识", "1992"));
        assert!(!chinese.says_short_year("坚持九二共识", "1993"));
        assert_eq!(chinese.numeral_characters(Decimal::from(2)), ['二', '两', '双', '对']);
        assert_eq!(chinese.numeral_characters(Decimal::from(10)), ['十']);
        for none in [Decimal::ZERO, Decimal::ONE, Decimal::from(11)] {
            assert_eq!(chinese.numeral_characters(none), [' '; 0]);
        }
        assert_eq!(chinese.slogan_sum("三去一降一补"), 5);
        let plain = "甲增长。乙和丙分别增长8%。丙增长";
        let shared = chinese.shared_out(plain).into_iter().map(|range| &plain[range]);
        assert_eq!(shared.collect::<Vec<_>>(), ["增长8%。"]);
    }
}
