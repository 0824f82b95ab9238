//! What the original and its translations say, written into `translation.lock`.

use super::Request;
use crate::lock::{self, NewLock};
use crate::model::{Page, Site};
use crate::write::{self, WriteError};

/// What was confirmed.
#[derive(Debug)]
pub(crate) struct Confirmation {
    /// The lock as it is now, and what changed in it.
    pub(crate) confirmed: NewLock,
    /// Whether it says anything that the file did not.
    pub(crate) has_news: bool,
}

/// Confirms the pages that are wanted, and writes the file unless it is only to be shown.
pub(crate) fn confirm(
    request: &Request,
    site: &Site,
    is_wanted: &dyn Fn(&Page) -> bool,
    is_dry_run: bool,
) -> Result<Confirmation, WriteError> {
    let confirmed = lock::confirm(site, is_wanted);
    let has_news = site.lock.is_none() || !confirmed.changes.is_empty();
    if has_news && !is_dry_run {
        let text = lock::lock_text(&confirmed.lock, &site.languages);
        write::file(&request.root.join(lock::FILE_NAME), text.as_bytes())?;
    }
    Ok(Confirmation { confirmed, has_news })
}
