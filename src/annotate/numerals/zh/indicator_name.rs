//! What a number is said of: 地区生产总值 in 全市实现地区生产总值3870亿元.

/// Words between the thing and its number, which say how the number came about or bound it.
const BEFORE_NUMBER: &[&str] = &[
    "同比增长",
    "累计增长",
    "平均增长",
    "年均增长",
    "增长",
    "增速",
    "下降",
    "降低",
    "提高",
    "上升",
    "增加",
    "减少",
    "达到",
    "达",
    "升至",
    "降至",
    "降到",
    "提高到",
    "提高至",
    "上升到",
    "上升至",
    "下降到",
    "下降至",
    "增加到",
    "增长到",
    "控制在",
    "保持在",
    "稳定在",
    "突破",
    "超过",
    "超",
    "接近",
    "近",
    "约",
    "共",
    "共计",
    "累计",
    "分别",
    "均",
    "为",
    "是",
    "至",
    "到",
    "力争",
    "确保",
    "同比",
    "总量",
    "数量",
    "占全省",
    "占全国",
    "居",
    "名列",
    "位居",
];

/// Words before the thing that say that it came about, for whom and when, and not what it is.
const BEFORE_THING: &[&str] = &[
    "实现",
    "完成",
    "达到",
    "取得",
    "力争",
    "确保",
    "争取",
    "预计",
    "累计",
    "全年",
    "全市",
    "全县",
    "全区",
    "我市",
    "年内",
    "其中",
    "同时",
    "继续",
    "积极",
    "大力",
    "深入",
    "扎实",
    "全面",
    "切实",
    "认真",
    "加快",
    "推动",
    "组织",
    "超额",
    "高质量",
    "高水平",
];

/// Words that end as some of those do and are words of their own: 签约, and not 约.
const WHOLE: &[&str] = &[
    "行为", "作为", "人均", "户均", "年均", "亩均", "平均", "节约", "合约", "签约", "附近", "直达",
    "发达", "邻居", "定居", "报到",
];

/// Verbs that say what was done with what is counted: a part of the name, and none without an object.
const DONE: &[&str] = &[
    "新增",
    "新建",
    "新改建",
    "建成",
    "建设",
    "处置",
    "淘汰",
    "整治",
    "培育",
    "引进",
    "实施",
    "举办",
    "办理",
    "办结",
    "签约",
    "消除",
    "关闭",
    "改造",
    "拆除",
    "开工",
    "认定",
    "设立",
    "推出",
    "减轻",
    "拓展",
    "投入",
    "新认定",
    "入选",
    "获",
    "入围",
    "获批",
    "谋划",
    "规划建设",
    "减少",
    "增加",
    "开展",
    "引导",
    "培训",
    "完成",
    "实现",
    "建立",
    "发放",
    "争取",
    "增长",
];

/// The most characters that a name has.
const LONGEST: usize = 24;

/// The name of what a number is said of.
pub(super) fn indicator_name(before: &str, after: &str, counts: bool) -> Option<String> {
    // 新增财力的70%以上用于民生: what a part is used for; 分别: each number is of another thing.
    if before.contains("分别") || !counts && !after.trim().is_empty() {
        return None;
    }
    let lead = thing(before);
    let is_bare = lead.is_empty() || DONE.contains(&lead);
    // 处置43家“僵尸企业”: the thing stands after its number.
    let name = if is_bare && counts {
        let object = after.trim();
        if object.is_empty() {
            return None;
        }
        format!("{lead}{object}")
    } else if is_bare {
        return None;
    } else {
        lead.to_owned()
    };
    is_clear(&name).then_some(name)
}

/// The nominal words of what stands before a number.
fn thing(before: &str) -> &str {
    let mut words = before.trim();
    while !WHOLE.iter().any(|whole| words.ends_with(whole)) {
        let longest = BEFORE_NUMBER.iter().filter_map(|end| words.strip_suffix(end));
        let Some(rest) = longest.min_by_key(|rest| rest.len()) else { break };
        words = rest.trim_end();
    }
    loop {
        // 新增 and 新建 begin a name; 新 alone does not, nor 完成 what it is done to.
        if DONE.iter().any(|verb| verb.starts_with('新') && words.starts_with(verb)) {
            break;
        }
        let longest = BEFORE_THING.iter().filter_map(|start| words.strip_prefix(start));
        let Some(rest) = longest.min_by_key(|rest| rest.len()) else { break };
        words = rest.trim_start();
    }
    words
}

/// Whether words can be a name: no clause, no list that is shared out, no quotation cut in two.
fn is_clear(name: &str) -> bool {
    let count = name.chars().count();
    let quotes = |mark| name.matches(mark).count();
    (3..=LONGEST).contains(&count)
        && !name.contains(['、', '；', '，', '。', '等'])
        && !name.starts_with(['的', '和', '与', '及', '在', '对', '为', '了'])
        && !name.ends_with(['的', '和', '与', '及', '在', '了'])
        && quotes('“') == quotes('”')
        && quotes('（') == quotes('）')
        && quotes('《') == quotes('》')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_thing_is_what_is_left_without_verbs_and_adverbs() {
        for (before, after, name) in [
            ("全市实现地区生产总值", "", "地区生产总值"),
            ("不良贷款率降至", "", "不良贷款率"),
            ("新增上市企业", "", "新增上市企业"),
            ("文化影视时尚产业产值（收入）同比增长", "", "文化影视时尚产业产值（收入）"),
            ("处置", "“僵尸企业”", "处置“僵尸企业”"),
            ("力争技术交易额达到", "", "技术交易额"),
            ("新能源汽车产量突破", "", "新能源汽车产量"),
            ("查处不文明行为", "", "查处不文明行为"),
        ] {
            assert_eq!(indicator_name(before, after, true).as_deref(), Some(name), "{before}");
        }
    }

    #[test]
    fn words_that_name_nothing_or_several_things_give_no_name() {
        for before in [
            "增长",
            "完成",
            "先进装备制造、健康生物医药产业产值分别增长",
            "",
            "其中",
            "新增",
            "总量",
        ] {
            assert_eq!(indicator_name(before, "", false), None, "{before}");
        }
    }
}
