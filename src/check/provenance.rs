//! The received text must be the one whose fingerprint is recorded.

use super::{Check, Context};
use crate::source::{Diagnostic, codes};

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
                        format!("`{}` is not the text that was received", received.path),
                    )
                    .at(source.span)
                    .help(format!(
                        "restore the file, or record its own fingerprint: {}",
                        received.sha256
                    ))
                })
            })
            .collect()
    }
}
