//! The grammar of Chinese quantities: what bounds it, number, scale, unit, what bounds it.

use super::beginning::is_beginning;
use super::denominator::{self, Pending};
use super::non_numeral::claims_of;
use super::number::{self, Numeral};
use super::share::unread;
use super::unit::chinese_unit;
use super::words::{grade, is_said, list_label, list_number, list_word, product_code, structural};
use super::{date, half, known_name, order, scale_word, share, sign};
use crate::annotate::numerals::calendar::numeric;
use crate::annotate::numerals::non_numeral::{Claim, NonNumeral};
use crate::annotate::numerals::unit::WrittenUnit;
use crate::annotate::numerals::{Draft, after_blank, arabic, char_at, is_at, longest_at};
use crate::model::effort::spend;
use crate::model::{Decimal, QuantityKind, Unit, UnitClass, is_han};

/// Reads all quantities of a Chinese text.
pub(super) fn chinese_drafts(text: &str) -> Vec<Draft> {
    let claims = claims_of(text);
    let mut reader =
        Reader { text, claims: &claims, next_claim: 0, drafts: Vec::new(), done: 0, pending: None };
    reader.read_between(0, text.len());
    reader.close_clause();
    reader.drafts
}

/// The quantities of a text so far.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    claims: &'a [Claim],
    next_claim: usize,
    pub(super) drafts: Vec<Draft>,
    /// Where the last quantity ends: the next may not begin before.
    pub(super) done: usize,
    /// What 每 said in this clause.
    pub(super) pending: Option<Pending>,
}

impl<'a> Reader<'a> {
    /// A reader of a part of the same text.
    pub(super) fn within(outer: &Reader<'a>, from: usize) -> Self {
        Self {
            text: outer.text,
            claims: outer.claims,
            next_claim: outer.next_claim,
            drafts: Vec::new(),
            done: from,
            pending: outer.pending.filter(|pending| !pending.has_digits),
        }
    }
}

impl Reader<'_> {
    /// Reads what begins between two places.
    pub(super) fn read_between(&mut self, from: usize, to: usize) {
        let mut at = from;
        while at < to {
            if let Some(claim) = self.claim_at(at) {
                match claim.entry {
                    NonNumeral::Word => {}
                    NonNumeral::Name(value) => {
                        self.push(Draft::new(claim.range.clone(), QuantityKind::Name, value));
                    }
                    NonNumeral::Of(denominator) => {
                        self.close_clause();
                        self.pending = Some(Pending::of(&claim.range, denominator));
                    }
                }
                at = claim.range.end.max(at + 1);
                continue;
            }
            let stop =
                self.claims.get(self.next_claim).map_or(to, |claim| claim.range.start.min(to));
            let rest = self.text.get(at..stop).unwrap_or_default();
            let found = rest.char_indices().find(|(_, c)| is_beginning(*c));
            spend(found.map_or(rest.len(), |(offset, _)| offset) / 2);
            let Some((offset, c)) = found else {
                at = stop.max(at + 1);
                continue;
            };
            at += offset;
            let after = at + c.len_utf8();
            let end = if arabic::digit(c).is_some() {
                Some(self.at_digit(at))
            } else if number::is_numeral(c) || matches!(c, '几' | '数') {
                Some(self.at_numeral(at))
            } else {
                self.at_sign(c, at)
            };
            at = end.unwrap_or(after).max(after);
        }
    }

    /// What begins with a character that is not a numeral; all of them are in the table of `beginning`.
    fn at_sign(&mut self, c: char, at: usize) -> Option<usize> {
        let text = self.text;
        let found = match c {
            '，' | '。' | '；' | '！' | '？' | '\n' => {
                self.close_clause();
                return None;
            }
            '“' | '‘' | '「' | '《' => return self.quoted_span(at, c),
            '每' => return self.at_each(at),
            '第' => order::numbered(text, at),
            '前' => order::top(text, at),
            '首' | '榜' => order::first_place(text, at),
            '过' | '半' => half::half_in_words(text, at, c),
            '翻' => share::doubled(text, at),
            '上' | '下' => date::half_year(text, at),
            '（' | '(' => known_name::document(text, at)
                .or_else(|| scale_word::in_brackets(text, at))
                .or_else(|| list_label(text, at)),
            '〔' | '［' | '[' | '【' => {
                known_name::document(text, at).or_else(|| known_name::note_mark(text, at))
            }
            '①'..='⑳' => Some(known_name::circled(at, c)),
            '单' if is_at(text, at, "单位") => scale_word::after_its_label(text, at),
            'I' | 'V' | 'X' | 'Ⅰ'..='Ⅻ' => grade(text, at),
            _ => None,
        }?;
        Some(self.push(found))
    }

    /// 每万人, 每两年.
    fn at_each(&mut self, at: usize) -> Option<usize> {
        if let Some(often) = denominator::frequency(self.text, at) {
            return Some(self.push(often));
        }
        let pending = denominator::pending(self.text, at)?;
        self.close_clause();
        self.pending = Some(pending);
        Some(pending.end)
    }

    /// Ends what 每 said. Digits in it that belong to no number are one of their own.
    pub(super) fn close_clause(&mut self) {
        let Some(pending) = self.pending.take().filter(|pending| pending.has_digits) else {
            return;
        };
        if self.done > pending.start {
            return;
        }
        let first = pending.per.denominators().next();
        let count = first.map(|one| one.count);
        let unit = first.map(|one| WrittenUnit::from(one.unit));
        let start = pending.start + "每".len();
        self.push(Draft::new(start..pending.end, QuantityKind::Figure, count).in_unit(unit));
    }

    /// The claim that begins at a byte.
    fn claim_at(&mut self, at: usize) -> Option<Claim> {
        while self.claims.get(self.next_claim).is_some_and(|claim| claim.range.start < at) {
            self.next_claim += 1;
        }
        self.claims.get(self.next_claim).filter(|claim| claim.range.start == at).cloned()
    }

    /// The claims from here to a place.
    pub(super) fn claims_in(&self, to: usize) -> &[Claim] {
        let rest = self.claims.get(self.next_claim..).unwrap_or_default();
        let count = rest.iter().take_while(|claim| claim.range.start < to).count();
        &rest[..count]
    }

    /// Adds what was found, cut where the last one ends.
    pub(super) fn push(&mut self, mut draft: Draft) -> usize {
        if self.pending.is_some_and(|pending| {
            pending.has_digits
                && self.done <= pending.start
                && draft.found.range.start > pending.start
        }) {
            // Something else stands between 每10万人 and the numbers of the clause.
            self.close_clause();
        }
        let range = &mut draft.found.range;
        range.start = range.start.max(self.done);
        let end = range.end;
        if range.start < end {
            self.done = end;
            self.drafts.push(draft);
        }
        end
    }

    /// What begins with an Arabic digit. Always found.
    fn at_digit(&mut self, at: usize) -> usize {
        let text = self.text;
        // 2023.10.17 is a day before it is a version, 32k a number before it is a code.
        let is_date = |found: &Draft| found.found.value.unit != Some(Unit::CLOCK);
        let plain = numeric(text, at).filter(is_date).or_else(|| known_name::thousands(text, at));
        if let Some(found) = plain.filter(|_| !known_name::stands_in_code(text, at)) {
            return self.push(found);
        }
        if let Some(code) = product_code(text, at, self.done) {
            return self.push(code);
        }
        if let Some(found) = list_number(text, at).or_else(|| date::chinese_date(text, at)) {
            return self.push(found);
        }
        let Some(number) = number::chinese_numeral(text, at) else { return at + 1 };
        if number.is_unread() {
            return self.push(unread(at..number.end));
        }
        let (at, number) = number::with_point_before(text, at, number);
        if let Some(found) = self.in_a_form(at, &number) {
            return self.push(found);
        }
        if let Some((number, unit, end)) = half::inside_the_unit(text, &number) {
            return self.quantity(at, &number, Some(unit), end);
        }
        let Some((unit, end)) = self.unit_after(&number) else {
            let is_whole = number.value.is_some_and(Decimal::is_whole);
            let is_name = number.scale == 0 && !number.is_more && is_whole && {
                let next = char_at(text, after_blank(text, number.end));
                next.is_some_and(|c| is_han(c) && !"多余至到和或及与以左上".contains(c))
            };
            let is_signed = sign::negative(text, at, self.done).is_some();
            if is_name && !is_signed && self.bound_before(at, &number, None).is_none() {
                let draft = Draft::new(at..number.end, QuantityKind::Name, number.value);
                return self.push(draft);
            }
            return self.quantity(at, &number, None, number.end);
        };
        self.quantity(at, &number, Some(unit), end)
    }

    /// What a number is in one of the forms that need no unit after it.
    fn in_a_form(&self, at: usize, number: &Numeral) -> Option<Draft> {
        let text = self.text;
        self.fraction_draft(at, number)
            .or_else(|| known_name::craft(text, at, number))
            .or_else(|| order::bare(text, at..number.end, number.value))
            .or_else(|| scale_word::size(text, at, number))
            .or_else(|| half::quarters_of_an_hour(text, at, number))
            .or_else(|| half::hundreds_of_years(text, at, number))
            .or_else(|| self.discount(at, number))
    }

    /// What begins with a Chinese numeral: found only with a unit or a word that bounds it.
    fn at_numeral(&mut self, at: usize) -> usize {
        let text = self.text;
        if let Some(end) = self.percentage(at).or_else(|| self.below_zero(at)) {
            return end;
        }
        if let Some(found) = scale_word::best(text, at).or_else(|| date::chinese_date(text, at)) {
            return self.push(found);
        }
        let Some(number) = number::chinese_numeral(text, at) else {
            return at + char_at(text, at).map_or(1, char::len_utf8);
        };
        if let Some(found) = list_word(text, at, &number) {
            return self.push(found);
        }
        if let Some(found) = known_name::number_behind_noun(text, at, &number) {
            return self.push(found);
        }
        if number.has_digits() {
            return self.at_digit(at);
        }
        if number.is_unread() {
            return self.unread_words(at, &number);
        }
        if let Some(found) = self.discount(at, &number) {
            return self.push(found);
        }
        if number.is_row() {
            return number.end;
        }
        let half_or_double = self.half_or_double(at, &number);
        if let Some(found) = half_or_double.or_else(|| self.in_a_form(at, &number)) {
            return self.push(found);
        }
        if let Some((number, unit, end)) = half::inside_the_unit(text, &number) {
            return self.quantity(at, &number, Some(unit), end);
        }
        self.words_with_unit(at, &number)
    }

    /// A numeral in words, if its unit or a bound says that it counts something.
    fn words_with_unit(&mut self, at: usize, number: &Numeral) -> usize {
        let unit = self.unit_after(number);
        let class = unit.map(|(unit, _)| unit.unit_class());
        let bound = self.bound_before(at, number, class);
        if let Some(draft) = structural(self.text, at, number, unit.map(|(unit, _)| unit)) {
            return self.push(draft);
        }
        let is_bounded = bound.is_some();
        let is_one = number.value == Some(Decimal::ONE) && !number.is_round();
        let is_said = match unit {
            None => is_bounded && !is_one && number.scale > 0,
            Some(unit) => is_said(self.text, at, number, unit, is_bounded, is_one),
        };
        if !is_said {
            return number.end;
        }
        let (unit, end) = unit.map_or((None, number.end), |(unit, end)| (Some(unit), end));
        self.quantity(at, number, unit, end)
    }

    /// Words that are not one number: nothing, unless they measure something.
    fn unread_words(&mut self, at: usize, number: &Numeral) -> usize {
        let unit = self.unit_after(number).map(|(unit, _)| unit.unit_class());
        if matches!(unit, Some(UnitClass::Money | UnitClass::Share | UnitClass::Measure)) {
            return self.push(unread(at..number.end));
        }
        number.end
    }

    /// 零下9℃.
    fn below_zero(&mut self, at: usize) -> Option<usize> {
        if !is_at(self.text, at, "零下") {
            return None;
        }
        let number = number::chinese_numeral(self.text, at + "零下".len())?;
        let value = number.value.filter(|_| !number.is_unread())?;
        let after = after_blank(self.text, number.end);
        let word = longest_at(self.text, after, &["℃", "°C", "摄氏度", "度"])?;
        let unit = WrittenUnit::from(Unit::named("℃"));
        let end = after + word.len();
        let draft = Draft::new(at..end, QuantityKind::Figure, Some(value.negated())).in_unit(unit);
        let draft = self.surrounded(draft, at, end, &number);
        Some(self.push(draft))
    }

    /// The unit after a numeral.
    pub(super) fn unit_after(&self, number: &Numeral) -> Option<(WrittenUnit, usize)> {
        let at = if number.has_digits() { after_blank(self.text, number.end) } else { number.end };
        chinese_unit(self.text, at, number.has_digits())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::annotate::numerals_of;

    /// Pieces that the rules of this folder begin, end or go on at.
    const PIECES: &[&str] = &[
        "1",
        "20",
        "2018",
        "5",
        "６",
        "一",
        "两",
        "三",
        "十",
        "百",
        "千",
        "万",
        "亿",
        "零",
        "〇",
        "点",
        ".",
        ",",
        "多",
        "余",
        "几",
        "半",
        "成",
        "折",
        "刻钟",
        "番",
        "翻",
        "倍",
        "个",
        "人",
        "户",
        "元",
        "亩",
        "吨",
        "%",
        "个百分点",
        "年",
        "月",
        "日",
        "时",
        "分",
        "世纪",
        "年代",
        "季度",
        "上半年",
        "每",
        "/",
        "·",
        "日均",
        "年产",
        "能力",
        "占",
        "增长",
        "降到",
        "减轻",
        "负担",
        "高于",
        "全国",
        "至少",
        "最多",
        "超过",
        "不",
        "以上",
        "级",
        "大关",
        "第",
        "前",
        "号",
        "令",
        "神舟",
        "［",
        "］",
        "〔",
        "〕",
        "（",
        "）",
        "“",
        "”",
        "①",
        "单位：",
        "新台币",
        "港币",
        "负",
        "-",
        "－",
        "零下",
        "℃",
        "，",
        "、",
        "至",
        "到",
        "分之",
        "百分之",
        "五年规划",
        "一点",
        "十分",
        "新冠",
        "规划",
    ];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]
        #[test]
        fn what_is_found_lies_in_order_and_covers_every_digit(
            pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..16)
        ) {
            let text = pieces.concat();
            let mut at = 0;
            let mut gaps = Vec::new();
            for found in numerals_of("zh").unwrap().quantities(&text) {
                let range = found.range;
                prop_assert!(range.start >= at && range.start < range.end, "{text}: {range:?}");
                gaps.push(text.get(at..range.start).unwrap());
                at = range.end;
            }
            gaps.push(text.get(at..).unwrap());
            let is_digit = |c: char| crate::annotate::numerals::arabic::digit(c).is_some();
            prop_assert!(gaps.iter().all(|gap| !gap.contains(is_digit)), "{text}: {gaps:?}");
        }
    }
}
