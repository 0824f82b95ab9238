//! What follows from another finding is not said beside it.
//!
//! A cover that cannot be read takes its report away: no term stands in it, no link leads to it, and
//! its figures, errata and waivers belong to nothing; what year its numbers speak of is not known. All that waits until the cover is right.

use crate::model::LangId;
use crate::resolve::ParsedPage;
use crate::source::{Diagnostic, FileId, Sources, codes, message};

/// The findings without those that follow from a cover that could not be read, and one for each such
/// cover that says what was not checked.
pub(super) fn without_effects(
    found: Vec<Diagnostic>,
    covers: &[FileId],
    sources: &Sources,
) -> Vec<Diagnostic> {
    if covers.is_empty() {
        return found;
    }
    let folders: Vec<String> = covers.iter().map(|cover| folder_of(*cover, sources)).collect();
    let follows = |one: &Diagnostic| {
        let file = one.labels.first().map(|label| &*sources.get(label.span.file).path);
        let is_beside = || {
            file.is_some_and(|file| folders.iter().any(|folder| file.starts_with(folder.as_str())))
        };
        match one.code {
            codes::TERM_UNUSED => true,
            codes::DATA_UNREAD => is_beside(),
            code if code.name().starts_with("number.") => is_beside(),
            codes::LINK_BROKEN => one.message.key() == "link-broken-report",
            _ => false,
        }
    };
    let mut kept: Vec<Diagnostic> = found.into_iter().filter(|one| !follows(one)).collect();
    kept.extend(folders.iter().map(|folder| {
        Diagnostic::new(codes::REPORT_UNREAD, message!("report-unread", folder = folder))
    }));
    kept
}

/// Whether a page is the cover of a folder, in the original, and says nothing of its report because
/// its front matter has faults.
pub(super) fn is_unread_cover(page: &ParsedPage) -> bool {
    let front = &page.document.front;
    page.key.ends_with("/_index")
        && page.document.lang == LangId::ORIGINAL
        && front.has_faults
        && front.report.is_none()
}

/// The folder of a cover, with the stroke at its end: `content/jinhua-2018/`.
fn folder_of(cover: FileId, sources: &Sources) -> String {
    let path = &sources.get(cover).path;
    path.rfind('/').map_or(String::new(), |end| path[..=end].to_owned())
}
