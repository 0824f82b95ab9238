//! How the classes of heads lie inside one another: the text as a whole tells.

use std::collections::BTreeMap;

use super::{Head, HeadClass};
use crate::intake::number::NumberKind;

/// The class by which the level of each head is told. A head without a number is on the level of the numbered ones
/// that a program gave the same level: those of the kind that has most of them.
pub(super) fn classes_by_level(heads: &[Head]) -> Vec<HeadClass> {
    let mut counts: BTreeMap<u8, BTreeMap<NumberKind, usize>> = BTreeMap::new();
    for head in heads {
        if let (HeadClass::Numbered(kind), Some(level)) = (head.class, head.mark) {
            *counts.entry(level).or_default().entry(kind).or_default() += 1;
        }
    }
    let most = |level| {
        let kinds = counts.get(&level)?;
        let (kind, _) = kinds.iter().max_by_key(|(_, count)| **count)?;
        Some(HeadClass::Numbered(*kind))
    };
    let class = |head: &Head| match head.class {
        HeadClass::Marked(level) => most(level).unwrap_or(head.class),
        class => class,
    };
    heads.iter().map(class).collect()
}

/// The classes by level, the highest first; `classes` are those of the heads, one each.
pub(super) fn order_of_classes(heads: &[Head], classes: &[HeadClass]) -> Vec<Vec<HeadClass>> {
    let mut kinds: Vec<HeadClass> =
        classes.iter().copied().filter(|class| matches!(class, HeadClass::Numbered(_))).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let has_frames = classes.contains(&HeadClass::Frame);
    // An annex is a part of its own beside those of the text.
    let annex = HeadClass::Numbered(NumberKind::Annex);
    let has_annex = kinds.len() > 1 && kinds[0] == annex;
    kinds.drain(..usize::from(has_annex));
    let mut others: Vec<HeadClass> =
        classes.iter().copied().filter(|class| is_unnumbered(*class)).collect();
    others.sort_unstable();
    others.dedup();
    let (above, below): (Vec<HeadClass>, Vec<HeadClass>) =
        others.into_iter().partition(|class| kinds.is_empty() || is_above(*class, heads, &kinds));
    let mut levels: Vec<Vec<HeadClass>> =
        above.into_iter().chain(kinds).chain(below).map(|class| vec![class]).collect();
    if let Some(first) = levels.first_mut().filter(|_| has_annex) {
        first.push(annex);
    }
    match levels.first_mut() {
        Some(first) if has_frames => first.push(HeadClass::Frame),
        None if has_frames => levels.push(vec![HeadClass::Frame]),
        _ => {}
    }
    levels
}

/// Whether heads of a class have no number and a level to be told.
fn is_unnumbered(class: HeadClass) -> bool {
    !matches!(class, HeadClass::Numbered(_) | HeadClass::Frame)
}

/// Whether heads of a class lie above the numbered ones: the numbers begin anew below them, or a program
/// says so.
fn is_above(class: HeadClass, heads: &[Head], kinds: &[HeadClass]) -> bool {
    let top = kinds[0];
    if let HeadClass::Marked(level) = class {
        let marks = heads.iter().filter(|head| matches!(head.class, HeadClass::Numbered(_)));
        let least = marks.filter_map(|head| head.mark).min();
        if let Some(least) = least {
            return level < least;
        }
    }
    let first = |wanted: HeadClass| heads.iter().position(|head| head.class == wanted);
    if first(class) > first(top) {
        return false;
    }
    let (mut followed, mut anew) = (0, 0);
    for (number, head) in heads.iter().enumerate().filter(|(_, head)| head.class == class) {
        let until = heads[number + 1..].iter().take_while(|next| next.class != head.class);
        let numbered = until.into_iter().find(|next| next.class == top);
        if let Some(number) = numbered.and_then(|next| next.number.as_ref()) {
            followed += 1;
            anew += usize::from(number.value == 1);
        }
    }
    followed > 0 && anew * 2 > followed
}
