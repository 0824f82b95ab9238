//! Units as Chinese writes them.

use crate::annotate::numerals::unit::{Class, Row, Unit};
use crate::annotate::numerals::{char_at, is_at};

const UNITS: &[Row] = &[
    ("元人民币", "元", Class::Money, 0),
    ("元", "元", Class::Money, 0),
    ("美元", "美元", Class::Money, 0),
    ("欧元", "欧元", Class::Money, 0),
    ("港元", "港元", Class::Money, 0),
    ("日元", "日元", Class::Money, 0),
    ("英镑", "英镑", Class::Money, 0),
    ("元/吨", "元/吨", Class::Money, 0),
    ("元/亩", "元/亩", Class::Money, 0),
    ("元/平方米", "元/平方米", Class::Money, 0),
    ("%", "%", Class::Percent, 0),
    ("％", "%", Class::Percent, 0),
    ("‰", "‰", Class::Percent, 0),
    ("个百分点", "百分点", Class::Percent, 0),
    ("百分点", "百分点", Class::Percent, 0),
    ("倍", "倍", Class::Percent, 0),
    ("成", "%", Class::Percent, 1),
    ("微克/立方米", "微克/立方米", Class::Measure, 0),
    ("微克每立方米", "微克/立方米", Class::Measure, 0),
    ("毫克/立方米", "毫克/立方米", Class::Measure, 0),
    ("毫克/升", "毫克/升", Class::Measure, 0),
    ("亩", "亩", Class::Measure, 0),
    ("公顷", "公顷", Class::Measure, 0),
    ("平方公里", "平方公里", Class::Measure, 0),
    ("平方千米", "平方公里", Class::Measure, 0),
    ("平方米", "平方米", Class::Measure, 0),
    ("平米", "平方米", Class::Measure, 0),
    ("平方", "平方米", Class::Measure, 0),
    ("立方米", "立方米", Class::Measure, 0),
    ("立方", "立方米", Class::Measure, 0),
    ("公里", "公里", Class::Measure, 0),
    ("千米", "公里", Class::Measure, 0),
    ("公里/小时", "公里/小时", Class::Measure, 0),
    ("米", "米", Class::Measure, 0),
    ("厘米", "厘米", Class::Measure, 0),
    ("毫米", "毫米", Class::Measure, 0),
    ("海里", "海里", Class::Measure, 0),
    ("吨标准煤", "吨标准煤", Class::Measure, 0),
    ("吨/日", "吨/日", Class::Measure, 0),
    ("吨", "吨", Class::Measure, 0),
    ("公斤", "公斤", Class::Measure, 0),
    ("千克", "公斤", Class::Measure, 0),
    ("克", "克", Class::Measure, 0),
    ("毫克", "毫克", Class::Measure, 0),
    ("微克", "微克", Class::Measure, 0),
    ("斤", "斤", Class::Measure, 0),
    ("千瓦时", "千瓦时", Class::Measure, 0),
    ("千瓦", "千瓦", Class::Measure, 0),
    ("兆瓦", "千瓦", Class::Measure, 3),
    ("瓦", "瓦", Class::Measure, 0),
    ("千伏", "千伏", Class::Measure, 0),
    ("升", "升", Class::Measure, 0),
    ("毫升", "毫升", Class::Measure, 0),
    ("摄氏度", "℃", Class::Measure, 0),
    ("℃", "℃", Class::Measure, 0),
    ("度", "度", Class::Measure, 0),
    ("标箱", "标箱", Class::Measure, 0),
    ("标准箱", "标箱", Class::Measure, 0),
    ("TEU", "标箱", Class::Measure, 0),
    ("km", "公里", Class::Measure, 0),
    ("km²", "平方公里", Class::Measure, 0),
    ("m²", "平方米", Class::Measure, 0),
    ("kg", "公斤", Class::Measure, 0),
    ("kWh", "千瓦时", Class::Measure, 0),
    ("kW", "千瓦", Class::Measure, 0),
    ("MW", "千瓦", Class::Measure, 3),
    ("岁", "岁", Class::Measure, 0),
    ("年", "年", Class::Time, 0),
    ("周年", "周年", Class::Time, 0),
    ("个月", "个月", Class::Time, 0),
    ("个季度", "季度", Class::Time, 0),
    ("季度", "季度", Class::Time, 0),
    ("个星期", "周", Class::Time, 0),
    ("周", "周", Class::Time, 0),
    ("天", "天", Class::Time, 0),
    ("日", "天", Class::Time, 0),
    ("个工作日", "工作日", Class::Time, 0),
    ("工作日", "工作日", Class::Time, 0),
    ("个小时", "小时", Class::Time, 0),
    ("小时", "小时", Class::Time, 0),
    ("分钟", "分钟", Class::Time, 0),
    ("秒", "秒", Class::Time, 0),
    ("人口", "人", Class::Count, 0),
    ("人次", "人次", Class::Count, 0),
    ("连冠", "连冠", Class::Count, 0),
];

/// Measure words, each its own canonical name.
const MEASURE_WORDS: &[&str] = &[
    "个", "家", "项", "件", "条", "列", "场", "人", "户", "套", "名", "位", "所", "座", "处", "辆",
    "批", "次", "种", "类", "级", "型", "届", "期", "轮", "支", "篇", "部", "本", "册", "张", "片",
    "块", "台", "艘", "架", "只", "头", "株", "棵", "间", "栋", "幢", "方面", "班", "对", "枚",
    "季", "宗", "起", "例", "床", "款", "档", "层", "幅", "首", "顶", "根", "颗", "笔", "份", "桩",
    "盏", "吨位", "车次", "班次", "架次", "户次", "标段", "剂次", "剂", "人份", "亿次",
];

/// What is counted without a measure word, after digits only: 31省, 100分.
const AFTER_DIGITS: &[&str] = &[
    "省", "县", "市", "镇", "乡", "村", "国", "分", "号", "道", "门", "股", "字", "页", "章", "节",
    "金", "银", "铜",
];

/// What begins like a unit and is another word: the unit, and how the word goes on.
const NO_UNITS: &[(&str, &str)] = &[
    ("成", "员立为果功都效就长本熟份品分交"),
    ("分", "钟之别布类"),
    ("元", "素旦宵老首代件"),
    ("年", "轻级龄货糕"),
    ("天", "然津空下台地"),
    ("日", "本报常益前产均"),
    ("周", "边围恩转期"),
    ("米", "兰粉"),
    ("克", "服隆"),
    ("升", "级值学温降"),
    ("度", "假过量"),
    ("人", "民均大才类工口"),
    ("家", "庭长乡属园具用电"),
    ("户", "籍外均型"),
    ("名", "单牌称优列"),
    ("位", "于置居列"),
    ("所", "有在谓以属"),
    ("处", "理于置在"),
    ("种", "植子"),
    ("类", "似别"),
    ("部", "分署门队长委"),
    ("本", "地级市科省"),
    ("片", "区"),
    ("台", "湾州海资账"),
    ("支", "持付撑出柱"),
    ("对", "于外接口应照"),
    ("起", "来步点"),
    ("例", "如外"),
    ("层", "次级"),
    ("首", "位个次届批都府"),
    ("顶", "层"),
    ("次", "数要"),
    ("条", "件例"),
    ("项", "目"),
    ("件", "套"),
    ("场", "所地馆景"),
    ("期", "间货待盼"),
    ("轮", "流换"),
    ("村", "庄镇民"),
    ("市", "场民区政"),
    ("国", "家际内有道"),
    ("省", "级内外市"),
    ("县", "级域城区"),
    ("道", "路德教"),
    ("门", "户店诊"),
    ("股", "份权"),
    ("字", "号"),
    ("金", "融额牌属华"),
    ("银", "行"),
    ("号", "召"),
];

fn is_no_unit(text: &str, end: usize, unit: &str) -> bool {
    let goes_on = NO_UNITS.iter().find(|(begin, _)| *begin == unit).map_or("", |(_, next)| next);
    let next = char_at(text, end);
    let is_letters = unit.bytes().all(|byte| byte.is_ascii_alphabetic());
    next.is_some_and(|next| goes_on.contains(next) || (is_letters && next.is_ascii_alphanumeric()))
}

/// The longest Chinese unit at a byte, and where it ends.
pub(super) fn chinese_unit(text: &str, at: usize, after_digits: bool) -> Option<(Unit, usize)> {
    let first = char_at(text, at)?;
    if matches!(first, '、' | '，' | '。' | ',' | '.' | '0'..='9') {
        return None;
    }
    let measured = UNITS.iter().filter(|row| is_at(text, at, row.0));
    let measured = measured.map(|row| (row.0, Unit { name: row.1, class: row.2, power: row.3 }));
    let counted =
        MEASURE_WORDS.iter().chain(after_digits.then_some(AFTER_DIGITS).into_iter().flatten());
    let counted = counted
        .filter(|word| is_at(text, at, word))
        .map(|word| (*word, Unit { name: word, class: Class::Count, power: 0 }));
    measured
        .chain(counted)
        .filter(|(word, _)| !is_no_unit(text, at + word.len(), word))
        .max_by_key(|(word, _)| word.len())
        .map(|(word, unit)| (unit, at + word.len()))
}
