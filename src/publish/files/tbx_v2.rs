//! `data/glossary-v2.tbx`: the term base as TBX-Basic of 2008, since most tools read only that.

use super::{DataExport, FileContent, tbx};
use crate::exchange::formats::tbx::OLDER;
use crate::model::{DataFile, DataKind, Site};

pub(super) struct OlderTermBase;

impl DataExport for OlderTermBase {
    fn data_path(&self) -> &'static str {
        "data/glossary-v2.tbx"
    }

    fn is_made(&self, site: &Site) -> bool {
        site.has_terms()
    }

    fn make(&self, site: &Site, _before: &[DataFile]) -> FileContent {
        tbx::made(site, DataKind::OlderTermBase, OLDER)
    }
}
