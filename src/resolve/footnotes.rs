//! The numbers of footnotes.

use crate::model::{Page, Report};

/// Numbers the footnotes of each report in the order in which its original mentions them, on from
/// page to page. The row of a page keeps one number for all languages, so that a mention shows the
/// same number wherever the translation puts it.
///
/// Where the labels of a whole report are numbers that only grow (`[^12]`, `[^13]`), they are those
/// that the original prints, which may leave some out, and are shown as they are.
pub(super) fn number_footnotes(pages: &mut [Page], reports: &[Report]) {
    for report in reports {
        let printed = printed_numbers(pages, report);
        let mut next = 1;
        for id in report.pages() {
            for row in &mut pages[id.0 as usize].footnotes {
                row.number = next;
                next += 1;
            }
        }
        let Some(printed) = printed else { continue };
        let mut printed = printed.into_iter();
        for id in report.pages() {
            for row in &mut pages[id.0 as usize].footnotes {
                row.number = printed.next().unwrap_or(row.number);
            }
        }
    }
}

/// The labels of a report as numbers, where all of them are and each is greater than the one before.
fn printed_numbers(pages: &[Page], report: &Report) -> Option<Vec<u32>> {
    let labels = report.pages().flat_map(|id| {
        let notes = &pages[id.0 as usize].original().document.footnotes;
        notes.iter().map(|note| note.label.parse::<u32>().ok().filter(|number| *number > 0))
    });
    let numbers: Vec<u32> = labels.collect::<Option<_>>()?;
    numbers.is_sorted_by(|one, next| one < next).then_some(numbers)
}
