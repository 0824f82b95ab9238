//! `data/glossary-v2.tbx`: the term base as TBX-Basic of 2008, since most tools read only that.

use super::{DataExport, Made, tbx};
use crate::exchange::formats::tbx::OLDER;
use crate::model::{DataFile, DataKind, Site};

pub(super) struct OlderTermBase;

impl DataExport for OlderTermBase {
    fn make(&self, site: &Site, _before: &[DataFile]) -> Option<Made> {
        tbx::made(site, "data/glossary-v2.tbx", DataKind::OlderTermBase, OLDER)
    }
}
