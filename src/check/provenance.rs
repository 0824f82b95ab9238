//! The received text must be the one whose fingerprint is recorded.

use super::{Check, Context};
use crate::source::{Diagnostic, codes, message};

pub(super) struct Provenance;

impl Check for Provenance {
    fn run(&self, context: &Context) -> Vec<Diagnostic> {
        let site = context.site;
        site.reports
            .iter()
            .filter_map(|report| {
                let source = report.original_meta().source.as_ref()?;
                let received = report.received.as_ref()?;
                (received.sha256 != source.sha256).then(|| {
                    Diagnostic::new(
                        codes::SOURCE_HASH,
                        message!("source-hash", path = &*received.path),
                    )
                    .at(source.span)
                    .help(message!("source-hash.help", sha256 = &received.sha256))
                })
            })
            .collect()
    }
}
