//! Chinese words and names that hold numerals and are no numbers.

use std::sync::LazyLock;

use super::number;
use crate::annotate::numerals::non_numeral::{Claim, NonNumeral, NonNumerals};
use crate::annotate::numerals::{arabic, char_at, char_before};
use crate::model::{Decimal, Denominator, Unit};

/// Plain Chinese words. Only those that a unit or a scale could follow, or seem to be part of.
const WORDS: &str = "一般 一体化 进一步 一批 零售 五金 百姓 统一 单一 唯一 专一 同一 逐一 之一 一致 红十字 \
    长三角 珠三角 一定 一些 一系列 一律 一旦 一直 一起 一样 一切 一同 一贯 一线 一流 一手 一举 一度 一共 \
    一并 一心 一把手 一块 一家人 一方面 万一 一一 一次性 一站式 一揽子 一盘棋 一张网 一年一度 一成不变 \
    一代代 一时 一刻 一点 一边 一面 一如既往 一以贯之 一心一意 一元化 一道 一路 一分为二 一点一滴 一个个 \
    一项项 一件件 一家家 一户户 万事 万物 万象 万众 万里长 万无一失 万家灯火 \
    十分 万分 百分百 千万家 千方百计 千家万户 千秋万代 千头万绪 千千万万 成千上万 成百上千 数以万计 数以千计 \
    百花齐放 百家争鸣 百货 百科 百年大计 百年老店 百日攻坚 百尺竿头 百炼成钢 百业 百城 百村 千村 千企 \
    四季 四面八方 四川 四平 四周 五湖四海 五谷 五彩 五星 五台山 五洲 三农 三伏 三思 三番五次 三位一体 \
    三头六臂 三角 三轮车 再三 二人转 二手 二维码 二胎 二孩 两手 两翼 两侧 两端 两点一线 三点一线 两地 两级 两岸 两侧 \
    接二连三 五花八门 五四 六安 六合 七夕 七台河 八方 九州 九江 十足 十堰 十字 零距离 零容忍 零星 零部件 \
    零件 零碎 零食 零基 零直排 零上门 零工 零担 零散 归零 清零 为零 百色 千岛湖 千斤顶 万达 万向 万科 \
    万年 万里 亿达 五粮液 三门 三星 三一重工 九寨沟 六盘水 双鸭山 五指山 三亚 三明 三峡 三江 八达岭 \
    万人以上 \
    半数 大半 半导体 半岛 一半天 几何 数万计 个个 半径 半成品 一丝不苟 一目了然 \
    五年规划 一份子 一分子 一员 一体 二次元 三次产业 四次工业革命 两会 细颗粒物（ 可吸入颗粒物（";

/// Chinese names without a number of their own, or with one.
const NAMES: &[(&str, Option<u32>)] = &[
    ("十七大", Some(17)),
    ("十八大", Some(18)),
    ("十九大", Some(19)),
    ("二十大", Some(20)),
    ("十一五", Some(11)),
    ("十二五", Some(12)),
    ("十三五", Some(13)),
    ("十四五", Some(14)),
    ("十五五", Some(15)),
    ("十六五", Some(16)),
    // COVID-19, as the World Health Organization named it on February 11, 2020; reports call it 疫情.
    ("新冠", Some(19)),
    ("疫情", Some(19)),
    ("新冠肺炎", Some(19)),
    ("新冠病毒", Some(19)),
    ("新型冠状病毒", Some(19)),
    ("七十七国集团", Some(77)),
    ("可吸入颗粒物", Some(10)),
    ("东盟与中日韩", None),
    ("24/7", None),
    ("双十一", Some(11)),
    ("二维", Some(2)),
    ("三维", Some(3)),
    ("二维码", None),
    ("7×24", None),
    ("七国集团", Some(7)),
    ("21世纪海上丝绸之路", None),
    ("两个百年目标", None),
    ("两个百年奋斗目标", None),
    ("八项规定", None),
    ("四个全面", None),
    ("五位一体", None),
    ("四个意识", None),
    ("四个自信", None),
    ("两个维护", None),
    ("四风", None),
    ("三公", None),
    ("三甲", None),
    ("三严三实", None),
    ("两学一做", None),
    ("两个一百年", None),
    ("一带一路", None),
    ("一国两制", None),
    ("九二共识", None),
    ("二十国集团", Some(20)),
    ("八八战略", None),
    ("千人计划", None),
    ("万人计划", None),
    ("四省九方", None),
    ("三权分置", None),
    ("三去一降一补", None),
    ("双一流", None),
    ("一二三产业", None),
    ("二三产业", None),
    ("一产", Some(1)),
    ("二产", Some(2)),
    ("三产", Some(3)),
    ("九三学社", None),
    ("五一劳动", None),
    ("五一国际", None),
    ("八一建军", None),
    ("七一讲话", None),
    ("三八红旗手", None),
    ("三北", None),
    ("中国制造2025", Some(2025)),
    ("中国制造 2025", Some(2025)),
    ("两不愁三保障", None),
    ("三区三州", None),
    ("四好农村路", None),
    ("一号工程", Some(1)),
    ("一号文件", Some(1)),
    ("中央一号", Some(1)),
];

/// All of them, ready to be looked for.
fn named(value: Option<Decimal>) -> NonNumeral {
    NonNumeral::Name(value)
}

/// Words that say of what the numbers of their clause are: how many of which unit.
const AMOUNTS: &[(&str, u32, Unit)] = &[
    ("人均", 1, Unit::named("人")),
    ("户均", 1, Unit::named("户")),
    ("亩均", 1, Unit::MU),
    ("万人发明专利", 10_000, Unit::named("人")),
    ("万人有效发明专利", 10_000, Unit::named("人")),
    ("万人高价值发明专利", 10_000, Unit::named("人")),
    ("万元GDP", 10_000, Unit::YUAN),
    ("万元生产总值", 10_000, Unit::YUAN),
    ("万元国内生产总值", 10_000, Unit::YUAN),
    ("万元地区生产总值", 10_000, Unit::YUAN),
    ("万元工业增加值", 10_000, Unit::YUAN),
];

static NON_NUMERALS: LazyLock<NonNumerals> = LazyLock::new(|| {
    let words = WORDS.split_whitespace().map(|word| (word, NonNumeral::Word));
    NonNumerals::new(
        words
            .chain(NAMES.iter().map(|(word, value)| (*word, named(value.map(Decimal::from)))))
            .chain([("细颗粒物", named(Decimal::parse("2.5")))])
            .chain(AMOUNTS.iter().map(|(word, count, unit)| {
                let denominator = Denominator { count: Decimal::from(*count), unit: *unit };
                (*word, NonNumeral::Of(denominator))
            })),
        false,
    )
});

/// Their places in a text, but for those that are the beginning of a number there: 一点五万, 十分之三.
pub(super) fn claims_of(text: &str) -> Vec<Claim> {
    let mut claims = NON_NUMERALS.claimed_places(text);
    claims.retain(|claim| !goes_on_as_number(text, claim));
    claims
}

fn goes_on_as_number(text: &str, claim: &Claim) -> bool {
    let (last, next) = (char_before(text, claim.range.end), char_at(text, claim.range.end));
    let is_number = |c: char| number::is_numeral(c) || arabic::digit(c).is_some();
    match (last, next) {
        // 一一点五 begins with no word 一一.
        (Some(last), Some('点')) if is_number(last) => {
            let after = char_at(text, claim.range.end + '点'.len_utf8());
            after.is_some_and(|c| number::digit(c).is_some())
        }
        (Some('点'), Some(next)) => number::digit(next).is_some(),
        // 十分 and 十分之三, 一刻 and 一刻钟, 四季 and 四季度.
        (Some('分'), Some('之')) | (Some('刻'), Some('钟')) | (Some('季'), Some('度')) => {
            true
        }
        (Some(last), Some(next)) => is_number(last) && is_number(next),
        _ => false,
    }
}
