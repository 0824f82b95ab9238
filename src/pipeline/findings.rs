//! What was found, with the severities that the site gives it.

use std::collections::HashMap;

use crate::input::site_toml::Config;
use crate::source::{Diagnostic, Severity, Sources, codes};

/// Findings with their final severities, sorted by place.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    /// Those to be reported.
    pub shown: Vec<Diagnostic>,
    /// How many the configuration switched off; counted, never hidden.
    pub(crate) switched_off: usize,
    /// How many `waivers.yaml` of a report says are no faults; counted likewise.
    pub(crate) waived: usize,
}

impl Findings {
    /// Gives each finding its severity and its place in the order.
    pub(crate) fn new(found: Vec<Diagnostic>, config: Option<&Config>, sources: &Sources) -> Self {
        let mut findings = Self::default();
        findings.add(found, config, sources);
        findings
    }

    /// Adds what was found later.
    pub(crate) fn add(
        &mut self,
        found: Vec<Diagnostic>,
        config: Option<&Config>,
        sources: &Sources,
    ) {
        for mut diagnostic in found {
            diagnostic.severity = match config {
                Some(config) => config.severity(diagnostic.code),
                None => diagnostic.code.severity(),
            };
            if diagnostic.severity == Severity::Off {
                self.switched_off += 1;
            } else {
                self.shown.push(diagnostic);
            }
        }
        self.shown.sort_by(|a, b| a.sort_key(sources).cmp(&b.sort_key(sources)));
        self.shown.dedup();
    }

    /// Those to be reported, the same fault at several places as one: in the order of the first
    /// places.
    pub fn faults(&self) -> Vec<Fault<'_>> {
        let mut known = HashMap::with_capacity(self.shown.len());
        let mut faults: Vec<Fault> = Vec::new();
        for diagnostic in &self.shown {
            let place = *known.entry(diagnostic.cause()).or_insert_with(|| {
                faults.push(Fault { first: diagnostic, others: Vec::new() });
                faults.len() - 1
            });
            if !std::ptr::eq(faults[place].first, diagnostic) {
                faults[place].others.push(diagnostic);
            }
        }
        faults
    }

    /// How many have this severity.
    pub(crate) fn count(&self, severity: Severity) -> usize {
        self.shown.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }

    /// Whether a build must stop.
    pub fn has_errors(&self, is_strict: bool) -> bool {
        let least = if is_strict { Severity::Warning } else { Severity::Error };
        self.shown.iter().any(|diagnostic| diagnostic.severity >= least)
    }
}

/// Findings that say the same of different places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault<'a> {
    /// The first of them.
    pub(crate) first: &'a Diagnostic,
    /// The others, in order.
    pub(crate) others: Vec<&'a Diagnostic>,
}

/// Codes whose findings say that the command could not run at all.
pub(crate) fn is_configuration(findings: &Findings) -> bool {
    let of_config = [codes::CONFIG_INVALID, codes::CONFIG_VALUE];
    findings.shown.iter().any(|diagnostic| of_config.contains(&diagnostic.code))
}
