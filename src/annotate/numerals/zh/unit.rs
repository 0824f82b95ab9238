//! Units as Chinese writes them.

use crate::annotate::numerals::unit::{UnitWord, WrittenUnit, multiple, unit_word, unit_words};
use crate::annotate::numerals::{before_blank, char_at, char_before, longest_before};
use crate::model::Unit;

const UNITS: &[UnitWord] = &[
    unit_word("元人民币", "元"),
    unit_word("元", "元"),
    unit_word("美元", "美元"),
    unit_word("欧元", "欧元"),
    unit_word("港元", "港元"),
    unit_word("日元", "日元"),
    unit_word("日圆", "日元"),
    unit_word("英镑", "英镑"),
    unit_word("美金", "美元"),
    unit_word("港币", "港元"),
    unit_word("元港币", "港元"),
    unit_word("新台币", "新台币"),
    unit_word("台币", "新台币"),
    unit_word("元新台币", "新台币"),
    unit_word("澳门元", "澳门元"),
    unit_word("澳门币", "澳门元"),
    unit_word("元澳门币", "澳门元"),
    unit_word("新加坡元", "新加坡元"),
    unit_word("新元", "新加坡元"),
    unit_word("加元", "加元"),
    unit_word("加拿大元", "加元"),
    unit_word("澳元", "澳元"),
    unit_word("澳大利亚元", "澳元"),
    unit_word("瑞士法郎", "瑞士法郎"),
    unit_word("瑞郎", "瑞士法郎"),
    unit_word("韩元", "韩元"),
    unit_word("韩圆", "韩元"),
    unit_word("卢布", "卢布"),
    unit_word("卢比", "卢比"),
    unit_word("%", "%"),
    unit_word("％", "%"),
    unit_word("‰", "‰"),
    unit_word("个百分点", "百分点"),
    unit_word("百分点", "百分点"),
    unit_word("倍", "倍"),
    multiple("成", "%", 1),
    unit_word("微克/立方米", "微克/立方米"),
    unit_word("微克每立方米", "微克/立方米"),
    unit_word("毫克/立方米", "毫克/立方米"),
    unit_word("毫克/升", "毫克/升"),
    unit_word("亩", "亩"),
    unit_word("公顷", "公顷"),
    unit_word("平方公里", "平方公里"),
    unit_word("平方千米", "平方公里"),
    unit_word("平方米", "平方米"),
    unit_word("平米", "平方米"),
    unit_word("平方", "平方米"),
    unit_word("立方米", "立方米"),
    unit_word("立方", "立方米"),
    unit_word("公里", "公里"),
    unit_word("千米", "公里"),
    unit_word("公里/小时", "公里/小时"),
    unit_word("米", "米"),
    unit_word("厘米", "厘米"),
    unit_word("毫米", "毫米"),
    unit_word("海里", "海里"),
    unit_word("吨标准煤", "吨标准煤"),
    unit_word("吨", "吨"),
    unit_word("公斤", "公斤"),
    unit_word("千克", "公斤"),
    unit_word("克", "克"),
    unit_word("毫克", "毫克"),
    unit_word("微克", "微克"),
    unit_word("斤", "斤"),
    unit_word("千瓦时", "千瓦时"),
    unit_word("千瓦", "千瓦"),
    multiple("兆瓦", "千瓦", 3),
    unit_word("瓦", "瓦"),
    unit_word("千伏", "千伏"),
    unit_word("升", "升"),
    unit_word("毫升", "毫升"),
    unit_word("摄氏度", "℃"),
    unit_word("℃", "℃"),
    unit_word("度", "度"),
    unit_word("标箱", "标箱"),
    unit_word("标准箱", "标箱"),
    unit_word("TEU", "标箱"),
    unit_word("km", "公里"),
    unit_word("km²", "平方公里"),
    unit_word("m²", "平方米"),
    unit_word("kg", "公斤"),
    unit_word("kWh", "千瓦时"),
    unit_word("kW", "千瓦"),
    multiple("MW", "千瓦", 3),
    unit_word("岁", "岁"),
    unit_word("年", "年"),
    unit_word("周年", "周年"),
    unit_word("个月", "个月"),
    unit_word("个季度", "季度"),
    unit_word("季度", "季度"),
    unit_word("个星期", "周"),
    unit_word("周", "周"),
    unit_word("天", "天"),
    unit_word("日", "天"),
    unit_word("个工作日", "工作日"),
    unit_word("工作日", "工作日"),
    unit_word("个小时", "小时"),
    unit_word("小时", "小时"),
    unit_word("分钟", "分钟"),
    unit_word("秒", "秒"),
    unit_word("人口", "人"),
    unit_word("人次", "人次"),
    unit_word("连冠", "连冠"),
    unit_word("连快", "连冠"),
    unit_word("连跌", "连冠"),
    unit_word("连丰", "连冠"),
    unit_word("连涨", "连冠"),
    unit_word("连胜", "连冠"),
    unit_word("连降", "连冠"),
    unit_word("连升", "连冠"),
    unit_word("连增", "连冠"),
];

/// Measure words, each written as its unit is called.
const MEASURE_WORDS: [UnitWord; 74] = unit_words([
    "个", "家", "项", "件", "条", "列", "场", "人", "户", "套", "名", "位", "所", "座", "处", "辆",
    "批", "次", "种", "类", "级", "型", "届", "期", "轮", "支", "篇", "部", "本", "册", "张", "片",
    "块", "台", "艘", "架", "只", "头", "株", "棵", "间", "栋", "幢", "方面", "班", "对", "枚",
    "季", "宗", "起", "例", "床", "款", "档", "层", "幅", "首", "顶", "根", "颗", "笔", "份", "桩",
    "盏", "吨位", "车次", "班次", "架次", "户次", "标段", "剂次", "剂", "人份", "亿次",
]);

/// What is counted without a measure word, after digits only: 31省, 100分.
const AFTER_DIGITS: [UnitWord; 19] = unit_words([
    "省", "县", "市", "镇", "乡", "村", "国", "分", "号", "道", "门", "股", "字", "页", "章", "节",
    "金", "银", "铜",
]);

/// What begins like a unit and is another word: the unit, and how the word goes on.
const NO_UNITS: &[(&str, &str)] = &[
    ("成", "员立为果功都效就长本熟份品分交"),
    ("分", "钟之别布类"),
    ("新元", "素"),
    ("元", "素旦宵老首代件"),
    ("年", "代轻级龄货糕"),
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

/// The currencies that may stand before a number of 元.
const CURRENCIES: [(&str, &str); 10] = [
    ("新台币", "新台币"),
    ("台币", "新台币"),
    ("港币", "港元"),
    ("澳门币", "澳门元"),
    ("澳门元", "澳门元"),
    ("人民币", "元"),
    ("港元", "港元"),
    ("日元", "日元"),
    ("美金", "美元"),
    ("新加坡币", "新加坡元"),
];

/// The currency that ends at a byte, before a number of 元, and where it begins: 港币5亿元.
pub(super) fn currency_before(text: &str, at: usize) -> Option<(Unit, usize)> {
    let end = before_blank(text, at);
    char_before(text, end).filter(|c| matches!(c, '币' | '元' | '金'))?;
    let (word, name) = longest_before(text, end, &CURRENCIES)?;
    Some((Unit::named(name), end - word.len()))
}

/// The longest Chinese unit at a byte, and where it ends.
pub(super) fn chinese_unit(
    text: &str,
    at: usize,
    after_digits: bool,
) -> Option<(WrittenUnit, usize)> {
    let first = char_at(text, at)?;
    if matches!(first, '、' | '，' | '。' | ',' | '.' | '0'..='9') {
        return None;
    }
    let after_digits: &[UnitWord] = if after_digits { &AFTER_DIGITS } else { &[] };
    UNITS
        .iter()
        .chain(&MEASURE_WORDS)
        .chain(after_digits)
        .filter(|row| row.is_at(text, at, first))
        .filter(|row| !is_no_unit(text, at + row.word.len(), row.word))
        .max_by_key(|row| row.word.len())
        .map(|row| (row.means, at + row.word.len()))
}
