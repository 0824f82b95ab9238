//! Numerals that might as well have been taken for the answer of another.

use super::order::closeness_of;
use super::{Item, LinkedSentences};

/// The numerals of the translation that say what one of the original says just as the assigned one
/// does, and that nothing tells from it: they stand in the same sentence, between the answers of the same
/// neighbours, and answer nothing else.
///
/// 推进五大任务、企业5家 beside “five tasks and 5 companies”: each five has an answer, so none is a rival. If the
/// original had only the second, both would be.
pub(crate) fn rivals(
    own: &[Item],
    others: &[Item],
    assigned: &[Option<usize>],
    place: usize,
    sentences: &LinkedSentences,
) -> Vec<usize> {
    let Some(answer) = assigned[place] else { return Vec::new() };
    let close = closeness_of(&own[place], &others[answer]);
    if close == 0 {
        return Vec::new();
    }
    let links = sentences.links_of(1, others);
    let is_used = |number: usize| assigned.contains(&Some(number));
    let stands_with = |other: &&usize| links[**other] == links[answer];
    // The answers of the neighbours, as far as they stand in order.
    let before = assigned[..place].iter().rev().flatten().find(|number| **number < answer);
    let after = assigned[place + 1..].iter().flatten().find(|number| **number > answer);
    let start = before.filter(stands_with).map_or(0, |before| before + 1);
    let end = after.filter(stands_with).map_or(others.len(), |after| *after);
    (start..end)
        .filter(|number| *number != answer && links[*number] == links[answer])
        .filter(|number| closeness_of(&own[place], &others[*number]) == close && !is_used(*number))
        .collect()
}
