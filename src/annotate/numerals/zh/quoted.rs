//! Quoted spans: “两年行动计划” is a name, “20分钟医疗卫生服务圈” holds a figure.

use std::ops::Range;

use super::grammar::Reader;
use super::known_name;
use super::number;
use super::words::{has_digit, has_free_numeral, is_measured};
use crate::annotate::numerals::{Draft, arabic, is_at};
use crate::model::effort::spend;
use crate::model::{Quantity, QuantityKind, Unit};

/// The longest quoted name, in characters.
const LONGEST_NAME: usize = 18;

/// Where a quoted span ends that begins at a byte, if it is short and one clause.
fn end_of_quote(text: &str, start: usize, mark: char) -> Option<usize> {
    let closing = match mark {
        '“' => '”',
        '‘' => '’',
        '《' => '》',
        _ => '」',
    };
    for (offset, c) in text[start..].char_indices().take(LONGEST_NAME + 1) {
        spend(1);
        if c == closing {
            return Some(start + offset);
        }
        if matches!(c, '，' | '。' | '；' | '：' | '“' | '\n') {
            return None;
        }
    }
    None
}

impl Reader<'_> {
    /// A quoted span: a name if a numeral is in it and nothing is measured.
    pub(super) fn quoted_span(&mut self, at: usize, mark: char) -> Option<usize> {
        let start = at + mark.len_utf8();
        let end = end_of_quote(self.text, start, mark)?;
        let is_mark = |c: char| arabic::digit(c).is_some() || number::is_numeral(c) || c == '半';
        if !self.text[start..end].contains(is_mark) {
            return Some(end);
        }
        if let Some(plan) = known_name::plan(self.text, start, end) {
            return Some(self.push(Draft::new(start..end, QuantityKind::Name, Some(plan))));
        }
        let mut inside = Reader::within(self, start);
        inside.read_between(start, end);
        inside.close_clause();
        let found = inside.drafts;
        if found.iter().any(|draft| draft.found.range.end > end) {
            return None;
        }
        if found
            .iter()
            .any(|draft| is_measured(self.text, &draft.found, draft.class, &(start..end)))
        {
            self.done = end;
            self.drafts.extend(found);
            return Some(end);
        }
        if found.is_empty() && !has_free_numeral(self.text, start..end, self.claims_in(end)) {
            return Some(end);
        }
        let known = self.number_of_name(&found, start..end);
        let mut draft = Draft::new(start..end, QuantityKind::Name, known.and_then(|k| k.value));
        draft.found.value.unit = known.and_then(|known| known.unit);
        Some(self.push(draft))
    }

    /// The number a quoted name is known by: all of it, its digits, or the years of a plan.
    fn number_of_name(&self, found: &[Draft], quoted: Range<usize>) -> Option<Quantity> {
        let [one] = found else { return None };
        let range = &one.found.range;
        let is_plan = one.found.value.unit == Some(Unit::YEAR)
            && ["行动", "计划", "攻坚", "规划", "方案"]
                .iter()
                .any(|word| is_at(self.text, range.end, word));
        (*range == quoted || has_digit(&self.text[range.clone()]) || is_plan)
            .then_some(one.found.value)
    }
}
