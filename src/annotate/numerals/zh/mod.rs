//! The numerals of Chinese: 3870亿元, 居全省第二, 二〇一八年, 十九大.

mod context;
mod date;
mod grammar;
mod non_numeral;
pub(super) mod number;
mod order;
mod unit;
mod words;

pub(super) use grammar::chinese_drafts;
