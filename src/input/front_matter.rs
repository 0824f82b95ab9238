//! The YAML at the top of a page.

use serde::Deserialize;

use super::yaml;
use crate::model::{
    Day, FigureStatus, FrontMatter, LangMap, ReportMeta, SourceMeta, VersionStatus,
};
use crate::source::{Diagnosed, Diagnostic, FileId, SourceFile, Span, codes, nearest};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct RawFrontMatter {
    title: Option<String>,
    description: Option<String>,
    weight: Option<i64>,
    draft: bool,
    updated: Option<String>,
    period: Option<Scalar>,
    status: Option<String>,
    report: Option<RawReport>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawReport {
    issuer: String,
    meeting: String,
    place: String,
    speaker: String,
    office: String,
    delivered: String,
    occasion: Option<String>,
    romanised: Option<String>,
    status: String,
    #[serde(default)]
    note: LangMap,
    source: Option<RawSource>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSource {
    name: LangMap,
    file: Option<String>,
    sha256: String,
}

/// A value that may be written as a number or as a text: `period: 2017`, `period: 2017-Q1`.
#[derive(Debug)]
struct Scalar(String);

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // A YAML scalar can always be read as the text it was written as.
        String::deserialize(deserializer).map(Self)
    }
}

/// Reads the front matter; also gives the first byte of the body.
pub fn read(file: &SourceFile) -> Diagnosed<(FrontMatter, usize)> {
    let Some((start, end, body_start)) = borders(&file.text) else {
        let top = file.text.lines().next().unwrap_or_default().len();
        let what = if file.text.starts_with("---") {
            "the front matter is not closed"
        } else {
            "the page has no front matter"
        };
        let diagnostic = Diagnostic::new(codes::FRONT_MATTER_MISSING, what)
            .at(Span::new(file.id, 0..top), "")
            .help("begin the page with a line `---`, then YAML (or nothing), then a line `---`");
        return Diagnosed { value: (FrontMatter::default(), 0), diagnostics: vec![diagnostic] };
    };
    let text = &file.text[start..end];
    let Diagnosed { value, mut diagnostics } = yaml::read::<RawFrontMatter>(text, file.id, start);
    let reader = Reader { text, file: file.id, offset: start };
    let mut front = value.map(|raw| reader.front_matter(raw, &mut diagnostics)).unwrap_or_default();
    front.has_faults = !diagnostics.is_empty();
    Diagnosed { value: (front, body_start), diagnostics }
}

/// Where the YAML begins and ends, and where the body begins.
fn borders(text: &str) -> Option<(usize, usize, usize)> {
    let first = text.split_inclusive('\n').next()?;
    if first.trim_end() != "---" {
        return None;
    }
    let mut at = first.len();
    for line in text[first.len()..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((first.len(), at, at + line.len()));
        }
        at += line.len();
    }
    None
}

struct Reader<'a> {
    text: &'a str,
    file: FileId,
    offset: usize,
}

impl Reader<'_> {
    fn front_matter(&self, raw: RawFrontMatter, diagnostics: &mut Vec<Diagnostic>) -> FrontMatter {
        FrontMatter {
            has_faults: false,
            title: raw.title,
            description: raw.description,
            weight: raw.weight,
            is_draft: raw.draft,
            updated: raw.updated.and_then(|day| self.day("updated", &day, diagnostics)),
            period: raw.period.map(|period| period.0),
            status: raw
                .status
                .and_then(|status| self.one_of("status", &status, &FigureStatus::ALL, diagnostics)),
            report: raw.report.and_then(|report| self.report(report, diagnostics)),
        }
    }

    fn report(&self, raw: RawReport, diagnostics: &mut Vec<Diagnostic>) -> Option<ReportMeta> {
        let delivered = self.day("delivered", &raw.delivered, diagnostics);
        let status = self.one_of("status", &raw.status, &VersionStatus::ALL, diagnostics);
        let source = raw.source.map(|source| self.source(source, diagnostics));
        Some(ReportMeta {
            issuer: raw.issuer,
            meeting: raw.meeting,
            place: raw.place,
            speaker: raw.speaker,
            office: raw.office,
            delivered: delivered?,
            occasion: raw.occasion,
            romanised: raw.romanised,
            status: status?,
            note: raw.note,
            source,
        })
    }

    fn source(&self, raw: RawSource, diagnostics: &mut Vec<Diagnostic>) -> SourceMeta {
        let span = self.value_span("sha256");
        let is_hash = raw.sha256.len() == 64 && raw.sha256.bytes().all(|b| b.is_ascii_hexdigit());
        if !is_hash {
            diagnostics.push(
                Diagnostic::new(codes::SOURCE_HASH, "this is no SHA-256")
                    .at(span, "")
                    .help("write the 64 hexadecimal digits that `sha256sum FILE` prints"),
            );
        }
        let file = raw.file.filter(|file| {
            let is_beside = !file.is_empty() && !file.starts_with('/') && !file.contains("..");
            if !is_beside {
                diagnostics.push(
                    Diagnostic::new(
                        codes::PATH_OUTSIDE,
                        "the received file must lie beside the cover",
                    )
                    .at(self.value_span("file"), "")
                    .help("copy it into the report's folder and name it here"),
                );
            }
            is_beside
        });
        SourceMeta { name: raw.name, file, sha256: raw.sha256.to_ascii_lowercase(), span }
    }

    fn day(&self, key: &str, text: &str, diagnostics: &mut Vec<Diagnostic>) -> Option<Day> {
        match text.parse::<jiff::civil::Date>() {
            Ok(date) if text.len() == 10 => {
                Some(Day { year: date.year(), month: date.month(), day: date.day() })
            }
            _ => {
                diagnostics.push(
                    Diagnostic::new(
                        codes::DATE_INVALID,
                        format!("`{text}` is not a day of the calendar"),
                    )
                    .at(self.value_span(key), "")
                    .help("write year, month and day: `2018-03-31`"),
                );
                None
            }
        }
    }

    fn one_of<T: Copy>(
        &self,
        key: &str,
        text: &str,
        known: &[(&'static str, T)],
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<T> {
        if let Some((_, value)) = known.iter().find(|(name, _)| *name == text) {
            return Some(*value);
        }
        let names: Vec<_> = known.iter().map(|(name, _)| *name).collect();
        let help = match nearest(text, names.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("write one of: {}", names.join(", ")),
        };
        diagnostics.push(
            Diagnostic::new(codes::DATA_INVALID, format!("`{text}` is no {key}"))
                .at(self.value_span(key), "")
                .help(help),
        );
        None
    }

    fn value_span(&self, key: &str) -> Span {
        let range = yaml::value_range(self.text, key).unwrap_or(0..0);
        Span::new(self.file, self.offset + range.start..self.offset + range.end)
    }
}
