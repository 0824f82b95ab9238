//! The YAML at the top of a page.

use super::yaml::{MapReader, YamlNode, parse_yaml};
use crate::model::{
    DatedEvent, Day, DocumentKind, EventKind, FigureStatus, FrontMatter, ReportMeta, SourceMeta,
    VersionStatus,
};
use crate::source::{Diagnosed, Diagnostic, Placed, SourceFile, Span, codes, message};

/// What a cover says of its report, whatever the report; and a day.
const REQUIRED: [&str; 1] = ["status"];

/// Reads the front matter; also gives the first byte of the body.
pub(crate) fn read_front_matter(file: &SourceFile) -> Diagnosed<(FrontMatter, usize)> {
    let Some((start, end, body_start)) = yaml_borders(&file.text) else {
        let top = file.text.lines().next().unwrap_or_default().len();
        let what = if file.text.starts_with("---") {
            message!("front-matter-missing-end")
        } else {
            message!("front-matter-missing")
        };
        let diagnostic = Diagnostic::new(codes::FRONT_MATTER_MISSING, what)
            .at(Span::new(file.id, 0..top))
            .help(message!("front-matter-missing.help"));
        return Diagnosed { value: (FrontMatter::default(), 0), diagnostics: vec![diagnostic] };
    };
    let text = &file.text[start..end];
    let Diagnosed { value, mut diagnostics } = parse_yaml(text, file.id, start);
    let mut front = value.map(|node| front_matter(&node, &mut diagnostics)).unwrap_or_default();
    front.has_faults = !diagnostics.is_empty();
    Diagnosed { value: (front, body_start), diagnostics }
}

/// Where the YAML begins and ends, and where the body begins.
pub(crate) fn yaml_borders(text: &str) -> Option<(usize, usize, usize)> {
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

fn front_matter(node: &YamlNode, diagnostics: &mut Vec<Diagnostic>) -> FrontMatter {
    let name = message!("the-front-matter");
    let Some(mut page) = MapReader::new(node, name, node.span, &[], diagnostics) else {
        return FrontMatter::default();
    };
    let draft = page.place_of_key("draft");
    let front = FrontMatter {
        has_faults: false,
        title: page.text_value("title"),
        description: page.text_value("description"),
        weight: page.whole_number("weight"),
        draft: (page.yes_or_no("draft") == Some(true)).then_some(draft),
        updated: read_day(&mut page, "updated"),
        period: page.text_value("period"),
        status: page.one_of("status", &FigureStatus::ALL),
        report: report_meta(&mut page),
    };
    page.finish();
    front
}

fn report_meta(page: &mut MapReader) -> Option<ReportMeta> {
    let place = page.place_of_key("report");
    let value = page.node("report")?;
    let mut report = MapReader::new(value, "`report`", place, &REQUIRED, page.diagnostics)?;
    let kind = report.one_of("kind", &DocumentKind::ALL);
    let issuer = report.text_value("issuer");
    let meeting = report.text_value("meeting");
    let place = report.text_value("place");
    let speaker = report.text_value("speaker");
    let office = report.text_value("office");
    let events = read_events(&mut report);
    let occasion = report.text_value("occasion");
    let romanised = report.text_value("romanised");
    let status = report.one_of("status", &VersionStatus::ALL);
    let standing = report.languages("standing").unwrap_or_default();
    let note = report.languages("note").unwrap_or_default();
    let source = source_meta(&mut report);
    report.finish();
    Some(ReportMeta {
        kind: kind.unwrap_or_default(),
        issuer: issuer.unwrap_or_default(),
        meeting: meeting.unwrap_or_default(),
        place: place.unwrap_or_default(),
        speaker: speaker.unwrap_or_default(),
        office: office.unwrap_or_default(),
        events: events?,
        occasion,
        romanised,
        status: status?,
        standing,
        note,
        source,
    })
}

/// The dated events of a document; nothing, and a fault, where it has none.
fn read_events(report: &mut MapReader) -> Option<Vec<DatedEvent>> {
    let mut is_stated = false;
    let mut events = Vec::new();
    for (key, kind) in EventKind::ALL {
        is_stated |= report.has_or_means(key);
        events.extend(read_day(report, key).map(|day| DatedEvent { kind, day }));
    }
    if !is_stated {
        let place = report.place_of("");
        report.diagnostics.push(
            Diagnostic::new(codes::DATA_INVALID, message!("data-invalid-no-date"))
                .at(place)
                .help(message!("data-invalid-no-date.help")),
        );
    }
    (!events.is_empty()).then_some(events)
}

fn source_meta(report: &mut MapReader) -> Option<SourceMeta> {
    let place = report.place_of_key("source");
    let node = report.node("source")?;
    let required = ["name", "sha256"];
    let mut source = MapReader::new(node, "`source`", place, &required, report.diagnostics)?;
    let name = source.languages("name");
    let file = source.placed_text("file").filter(|file| is_beside(file, source.diagnostics));
    let hash = source.placed_text("sha256");
    source.finish();
    let Placed { value: sha256, span } = hash?;
    if sha256.len() != 64 || !sha256.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        report.diagnostics.push(
            Diagnostic::new(codes::SOURCE_HASH, message!("source-hash-form"))
                .at(span)
                .help(message!("source-hash-form.help")),
        );
    }
    let file = file.map(|file| file.value);
    Some(SourceMeta { name: name?, file, sha256: sha256.to_ascii_lowercase(), span })
}

fn is_beside(file: &Placed<String>, diagnostics: &mut Vec<Diagnostic>) -> bool {
    let name = &file.value;
    let is_beside = !name.is_empty() && !name.starts_with('/') && !name.contains("..");
    if !is_beside {
        diagnostics.push(
            Diagnostic::new(codes::PATH_OUTSIDE, message!("path-outside-received"))
                .at(file.span)
                .help(message!("path-outside-received.help")),
        );
    }
    is_beside
}

fn read_day<'a>(page: &mut MapReader<'a, '_>, key: &'a str) -> Option<Day> {
    let Placed { value: text, span } = page.placed_text(key)?;
    match text.parse::<jiff::civil::Date>() {
        Ok(date) if text.len() == 10 => {
            Some(Day { year: date.year(), month: date.month(), day: date.day() })
        }
        _ => {
            page.diagnostics.push(
                Diagnostic::new(codes::DATE_INVALID, message!("date-invalid", date = text))
                    .at(span)
                    .help(message!("date-invalid.help")),
            );
            None
        }
    }
}
