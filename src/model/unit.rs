//! Units: one table, a row for each.

use std::fmt;

use super::Decimal;

/// What kind of thing a unit says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum UnitClass {
    /// A currency, or one by weight or area.
    Money,
    /// Shares, changes, multiples.
    Share,
    /// Length, area, weight, energy.
    Measure,
    /// A length of time.
    Time,
    /// The parts of a date that are said: 月日 is a month and a day.
    Calendar,
    /// A measure word (43家), or what is numbered (第16届).
    Count,
}

/// A row of the table.
struct UnitRow {
    /// The canonical name: the same in every language, in data files and in the program's output.
    name: &'static str,
    class: UnitClass,
    is_measuring: bool,
    /// As the program's messages say it after a number; empty where English says nothing.
    said: &'static str,
}

const fn measuring(name: &'static str, class: UnitClass, said: &'static str) -> UnitRow {
    UnitRow { name, class, is_measuring: true, said }
}

const fn counting(name: &'static str, class: UnitClass, said: &'static str) -> UnitRow {
    UnitRow { name, class, is_measuring: false, said }
}

const fn measure_word(name: &'static str) -> UnitRow {
    UnitRow { name, class: Count, is_measuring: false, said: "" }
}

use UnitClass::{Calendar, Count, Measure, Money, Share, Time};

/// Every unit. How each language writes them is in its folder of `annotate::numerals`, what a page
/// calls them in the theme (`unit_…`).
#[rustfmt::skip]
static UNITS: &[UnitRow] = &[
    // Money.
    measuring("元", Money, "yuan"),
    measuring("美元", Money, "US dollars"),
    measuring("欧元", Money, "euros"),
    measuring("港元", Money, "Hong Kong dollars"),
    measuring("日元", Money, "Japanese yen"),
    measuring("英镑", Money, "pounds sterling"),
    measuring("新台币", Money, "New Taiwan dollars"),
    measuring("澳门元", Money, "patacas"),
    measuring("新加坡元", Money, "Singapore dollars"),
    measuring("加元", Money, "Canadian dollars"),
    measuring("澳元", Money, "Australian dollars"),
    measuring("瑞士法郎", Money, "Swiss francs"),
    measuring("韩元", Money, "South Korean won"),
    measuring("卢布", Money, "Russian rubles"),
    measuring("卢比", Money, "rupees"),
    // Shares, changes, multiples. A part with no end in decimals is a unit of its own: 三分之一 is 1 /3.
    measuring("%", Share, "%"),
    measuring("‰", Share, "‰"),
    measuring("百分点", Share, "percentage points"),
    measuring("倍", Share, "times"),
    measuring("/3", Share, "/3"),
    measuring("/6", Share, "/6"),
    measuring("/7", Share, "/7"),
    measuring("/9", Share, "/9"),
    measuring("/11", Share, "/11"),
    measuring("/12", Share, "/12"),
    measuring("/15", Share, "/15"),
    // Length, area, weight, energy.
    measuring("微克/立方米", Measure, "micrograms per cubic meter"),
    measuring("毫克/立方米", Measure, "milligrams per cubic meter"),
    measuring("毫克/升", Measure, "milligrams per liter"),
    measuring("亩", Measure, "mu"),
    measuring("公顷", Measure, "hectares"),
    measuring("平方公里", Measure, "square kilometers"),
    measuring("平方米", Measure, "square meters"),
    measuring("立方米", Measure, "cubic meters"),
    measuring("公里", Measure, "kilometers"),
    measuring("公里/小时", Measure, "kilometers per hour"),
    measuring("米", Measure, "meters"),
    measuring("厘米", Measure, "centimeters"),
    measuring("毫米", Measure, "millimeters"),
    measuring("海里", Measure, "nautical miles"),
    measuring("吨标准煤", Measure, "metric tons of standard coal"),
    measuring("吨", Measure, "metric tons"),
    measuring("公斤", Measure, "kilograms"),
    measuring("克", Measure, "grams"),
    measuring("毫克", Measure, "milligrams"),
    measuring("微克", Measure, "micrograms"),
    measuring("斤", Measure, "jin"),
    measuring("千瓦时", Measure, "kilowatt-hours"),
    measuring("千瓦", Measure, "kilowatts"),
    measuring("瓦", Measure, "watts"),
    measuring("千伏", Measure, "kilovolts"),
    measuring("升", Measure, "liters"),
    measuring("毫升", Measure, "milliliters"),
    measuring("℃", Measure, "degrees Celsius"),
    measuring("标箱", Measure, "TEU"),
    counting("度", Measure, "degrees"),
    counting("岁", Measure, "years old"),
    // Lengths of time. Years are also counted as things: 九连冠 is nine years in a row.
    counting("年", Time, "years"),
    counting("周年", Time, "years"),
    measuring("个月", Time, "months"),
    measuring("季度", Time, "quarters"),
    measuring("周", Time, "weeks"),
    measuring("天", Time, "days"),
    measuring("工作日", Time, "working days"),
    measuring("小时", Time, "hours"),
    measuring("分钟", Time, "minutes"),
    measuring("秒", Time, "seconds"),
    // Parts of a date.
    counting("年月日", Calendar, ""),
    counting("年月", Calendar, ""),
    counting("月日", Calendar, ""),
    counting("月", Calendar, ""),
    counting("日", Calendar, ""),
    counting("年代", Calendar, ""),
    counting("半年", Calendar, ""),
    counting("时", Calendar, ""),
    counting("世纪", Calendar, ""),
    // Measure words and what they number. English counts without one.
    measure_word("人次"), measure_word("连冠"), measure_word("个"), measure_word("家"), measure_word("项"), measure_word("件"),
    measure_word("条"), measure_word("列"), measure_word("场"), measure_word("人"), measure_word("户"), measure_word("套"),
    measure_word("名"), measure_word("位"), measure_word("所"), measure_word("座"), measure_word("处"), measure_word("辆"),
    measure_word("批"), measure_word("次"), measure_word("种"), measure_word("类"), measure_word("级"), measure_word("型"),
    measure_word("届"), measure_word("期"), measure_word("轮"), measure_word("支"), measure_word("篇"), measure_word("部"),
    measure_word("本"), measure_word("册"), measure_word("张"), measure_word("片"), measure_word("块"), measure_word("台"),
    measure_word("艘"), measure_word("架"), measure_word("只"), measure_word("头"), measure_word("株"), measure_word("棵"),
    measure_word("间"), measure_word("栋"), measure_word("幢"), measure_word("方面"), measure_word("班"), measure_word("对"),
    measure_word("枚"), measure_word("季"), measure_word("宗"), measure_word("起"), measure_word("例"), measure_word("床"),
    measure_word("款"), measure_word("档"), measure_word("层"), measure_word("幅"), measure_word("首"), measure_word("顶"),
    measure_word("根"), measure_word("颗"), measure_word("笔"), measure_word("份"), measure_word("桩"), measure_word("盏"),
    measure_word("吨位"), measure_word("车次"), measure_word("班次"), measure_word("架次"), measure_word("户次"), measure_word("标段"),
    measure_word("剂次"), measure_word("剂"), measure_word("人份"), measure_word("亿次"), measure_word("省"), measure_word("县"),
    measure_word("市"), measure_word("镇"), measure_word("乡"), measure_word("村"), measure_word("国"), measure_word("分"),
    measure_word("号"), measure_word("道"), measure_word("门"), measure_word("股"), measure_word("字"), measure_word("页"),
    measure_word("章"), measure_word("节"), measure_word("金"), measure_word("银"), measure_word("铜"), measure_word("阶段"),
    measure_word("部分"), measure_word("代"), measure_word("组"), measure_word("站"), measure_word("集"), measure_word("卷"),
    measure_word("版"), measure_word("步"), measure_word("点"), measure_word("遍"), measure_word("中"), measure_word("A"),
];

/// Units of which one is so many times the other: the small one, the large one, how many small
/// ones make a large one.
const CONVERSIONS: &[(Unit, Unit, u32)] = &[
    (Unit::MU, Unit::HECTARE, 15),
    (Unit::MU, Unit::SQUARE_KILOMETER, 1_500),
    (Unit::HECTARE, Unit::SQUARE_KILOMETER, 100),
    (Unit::JIN, Unit::KILOGRAM, 2),
    (Unit::KILOGRAM, Unit::TON, 1_000),
    (Unit::JIN, Unit::TON, 2_000),
    (Unit::METER, Unit::KILOMETER, 1_000),
    (Unit::CENTIMETER, Unit::METER, 100),
    (Unit::named("毫米"), Unit::METER, 1_000),
    (Unit::named("克"), Unit::KILOGRAM, 1_000),
    (Unit::PER_MILLE, Unit::PERCENT, 10),
    (Unit::named("度"), Unit::named("℃"), 1),
    // 标准煤18万吨: the noun says what the tons are of.
    (Unit::TON, Unit::named("吨标准煤"), 1),
    (Unit::SQUARE_METER, Unit::HECTARE, 10_000),
    (Unit::DAY, Unit::WEEK, 7),
    (Unit::MONTH, Unit::YEAR, 12),
    (Unit::MINUTE, Unit::HOUR, 60),
];

/// A unit of the table, by its place in it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unit(u8);

/// Units that rules name. A name that is not in the table does not compile.
impl Unit {
    /// 元: yuan
    pub(crate) const YUAN: Self = Self::named("元");
    /// 美元: US dollars
    pub(crate) const US_DOLLAR: Self = Self::named("美元");
    /// 欧元: euros
    pub(crate) const EURO: Self = Self::named("欧元");
    /// 港元: Hong Kong dollars
    pub(crate) const HONG_KONG_DOLLAR: Self = Self::named("港元");
    /// 英镑: pounds sterling
    pub(crate) const POUND: Self = Self::named("英镑");
    /// %: %
    pub(crate) const PERCENT: Self = Self::named("%");
    /// ‰: ‰
    pub(crate) const PER_MILLE: Self = Self::named("‰");
    /// 百分点: percentage points
    pub(crate) const PERCENTAGE_POINT: Self = Self::named("百分点");
    /// 倍: times
    pub(crate) const TIMES: Self = Self::named("倍");
    /// 亩: mu
    pub(crate) const MU: Self = Self::named("亩");
    /// 公顷: hectares
    pub(crate) const HECTARE: Self = Self::named("公顷");
    /// 平方公里: square kilometers
    pub(crate) const SQUARE_KILOMETER: Self = Self::named("平方公里");
    /// 平方米: square meters
    pub(crate) const SQUARE_METER: Self = Self::named("平方米");
    /// 公里: kilometers
    pub(crate) const KILOMETER: Self = Self::named("公里");
    /// 米: meters
    pub(crate) const METER: Self = Self::named("米");
    /// 厘米: centimeters
    pub(crate) const CENTIMETER: Self = Self::named("厘米");
    /// 吨: metric tons
    pub(crate) const TON: Self = Self::named("吨");
    /// 公斤: kilograms
    pub(crate) const KILOGRAM: Self = Self::named("公斤");
    /// 斤: jin
    pub(crate) const JIN: Self = Self::named("斤");
    /// 岁: years old
    pub(crate) const YEAR_OF_AGE: Self = Self::named("岁");
    /// 年: years
    pub(crate) const YEAR: Self = Self::named("年");
    /// 周年: years
    pub(crate) const ANNIVERSARY: Self = Self::named("周年");
    /// 个月: months
    pub(crate) const MONTH: Self = Self::named("个月");
    /// 季度: quarters
    pub(crate) const QUARTER: Self = Self::named("季度");
    /// 周: weeks
    pub(crate) const WEEK: Self = Self::named("周");
    /// 天: days
    pub(crate) const DAY: Self = Self::named("天");
    /// 小时: hours
    pub(crate) const HOUR: Self = Self::named("小时");
    /// 分钟: minutes
    pub(crate) const MINUTE: Self = Self::named("分钟");
    /// 年月日
    pub(crate) const YEAR_MONTH_DAY: Self = Self::named("年月日");
    /// 年月
    pub(crate) const YEAR_MONTH: Self = Self::named("年月");
    /// 月日
    pub(crate) const MONTH_DAY: Self = Self::named("月日");
    /// 月
    pub(crate) const MONTH_OF_YEAR: Self = Self::named("月");
    /// 日
    pub(crate) const DAY_OF_MONTH: Self = Self::named("日");
    /// 年代
    pub(crate) const DECADE: Self = Self::named("年代");
    /// 半年
    pub(crate) const HALF_YEAR: Self = Self::named("半年");
    /// 时
    pub(crate) const CLOCK: Self = Self::named("时");
    /// 世纪
    pub(crate) const CENTURY: Self = Self::named("世纪");
    /// 连冠
    pub(crate) const TITLES_IN_A_ROW: Self = Self::named("连冠");
    /// 个
    pub(crate) const ITEM: Self = Self::named("个");
    /// 次
    pub(crate) const TIME: Self = Self::named("次");
    /// 类
    pub(crate) const CLASS: Self = Self::named("类");
    /// 级
    pub(crate) const GRADE: Self = Self::named("级");
    /// 型
    pub(crate) const TYPE: Self = Self::named("型");
    /// 届
    pub(crate) const SESSION: Self = Self::named("届");
    /// 期
    pub(crate) const PHASE: Self = Self::named("期");
    /// 季
    pub(crate) const SEASON: Self = Self::named("季");
    /// 中
    pub(crate) const PLENARY: Self = Self::named("中");
    /// A
    pub(crate) const GRADE_A: Self = Self::named("A");
}

impl Unit {
    /// The unit with a canonical name, for tables that are known when the program is built.
    ///
    /// # Panics
    /// If there is none: in a constant, the program does not compile then.
    pub(crate) const fn named(name: &str) -> Self {
        let mut place = 0;
        while place < UNITS.len() {
            if is_same(UNITS[place].name, name) {
                #[expect(clippy::cast_possible_truncation, reason = "the table is this short")]
                return Self(place as u8);
            }
            place += 1;
        }
        panic!("no unit has this name")
    }

    /// All units, in the order of the table.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..).zip(UNITS).map(|(place, _)| Self(place))
    }

    /// The currencies by their codes (ISO 4217).
    pub(crate) const CURRENCIES: [(&'static str, Self); 15] = [
        ("CNY", Self::YUAN),
        ("HKD", Self::HONG_KONG_DOLLAR),
        ("MOP", Self::named("澳门元")),
        ("TWD", Self::named("新台币")),
        ("SGD", Self::named("新加坡元")),
        ("USD", Self::US_DOLLAR),
        ("CAD", Self::named("加元")),
        ("AUD", Self::named("澳元")),
        ("EUR", Self::EURO),
        ("GBP", Self::POUND),
        ("JPY", Self::named("日元")),
        ("KRW", Self::named("韩元")),
        ("CHF", Self::named("瑞士法郎")),
        ("RUB", Self::named("卢布")),
        ("INR", Self::named("卢比")),
    ];

    /// The currency with a code: `HKD`.
    pub(crate) fn of_currency(code: &str) -> Option<Self> {
        let known = Self::CURRENCIES.iter().find(|(known, _)| known.eq_ignore_ascii_case(code));
        known.map(|(_, unit)| *unit)
    }

    fn unit_row(self) -> &'static UnitRow {
        &UNITS[usize::from(self.0)]
    }

    /// The canonical name: `元`, `%`, `个`.
    pub(crate) fn name(self) -> &'static str {
        self.unit_row().name
    }

    /// What kind of thing it says.
    pub(crate) fn class(self) -> UnitClass {
        self.unit_row().class
    }

    /// Whether it changes what a number says, so that another one in its place is a fault. Measure
    /// words do not, since English has none; nor do years, which may count titles, nor an age.
    pub(crate) fn is_measuring(self) -> bool {
        self.unit_row().is_measuring
    }

    /// Whether two numbers of it are compared by their difference: %, ‰, percentage points.
    pub(crate) fn is_rate(self) -> bool {
        matches!(self, Self::PERCENT | Self::PER_MILLE | Self::PERCENTAGE_POINT)
    }

    /// What the program's messages say after a number, with the blank before it: ` yuan`, `%`;
    /// nothing for a measure word.
    pub(crate) fn said_in_english(self) -> String {
        let said = self.unit_row().said;
        let is_word = said.starts_with(|c: char| c.is_alphabetic());
        if is_word { format!(" {said}") } else { said.to_owned() }
    }

    /// The units that this one is ever converted into.
    pub(crate) fn converted_into(self) -> impl Iterator<Item = Self> {
        CONVERSIONS.iter().filter_map(move |(small, large, _)| match self {
            unit if unit == *small => Some(*large),
            unit if unit == *large => Some(*small),
            _ => None,
        })
    }

    /// How many of this unit one of another makes, and how many of the other one of this makes, if
    /// one is ever converted into the other: (15, 1) of mu for hectares.
    pub(crate) fn conversion(self, other: Self) -> Option<(Decimal, Decimal)> {
        CONVERSIONS.iter().find_map(|(small, large, times)| {
            let times = Decimal::from(*times);
            if (*small, *large) == (self, other) {
                Some((times, Decimal::ONE))
            } else if (*large, *small) == (self, other) {
                Some((Decimal::ONE, times))
            } else {
                None
            }
        })
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl fmt::Debug for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Whether two names are the same, where `==` is not constant.
const fn is_same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut at = 0;
    while at < a.len() {
        if a[at] != b[at] {
            return false;
        }
        at += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_has_a_name_of_its_own_and_what_measures_a_word_in_messages() {
        let units: Vec<Unit> = Unit::all().collect();
        assert!(u8::try_from(units.len()).is_ok());
        for (place, unit) in units.iter().enumerate() {
            assert!(units[..place].iter().all(|other| other.name() != unit.name()), "{unit}");
            assert_eq!(Unit::named(unit.name()), *unit);
            let said = unit.said_in_english();
            assert!(!unit.is_measuring() || !said.is_empty(), "{unit}");
            let is_chinese = said.contains(crate::model::is_han);
            assert!(!is_chinese, "{unit}");
        }
    }

    #[test]
    fn a_conversion_is_found_from_either_side() {
        let (fifteen, one) = (Decimal::from(15), Decimal::ONE);
        assert_eq!(Unit::MU.conversion(Unit::HECTARE), Some((fifteen, one)));
        assert_eq!(Unit::HECTARE.conversion(Unit::MU), Some((one, fifteen)));
        assert_eq!(Unit::MU.conversion(Unit::YUAN), None);
    }
}
