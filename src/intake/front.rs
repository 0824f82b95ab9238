//! The front matter of imported pages, and the files of a new site.

use std::fmt::Write as _;

use super::cover::CoverFacts;
use super::part::PartFacts;
use super::{IntakeRequest, ReportFile};
use crate::model::in_simplified;

/// A text in the quotation marks of YAML.
pub(super) fn quoted_yaml(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    format!("\"{escaped}\"")
}

/// The front matter of a cover. What the text does not state is left out, and the report of the import says so.
pub(super) fn cover_front(facts: &CoverFacts, request: &IntakeRequest) -> String {
    let mut front = String::from("report:\n");
    let day = facts.delivered.map(crate::model::Day::iso);
    let lines = [
        ("kind", kind_of_title(facts.title.as_deref().unwrap_or_default()).map(str::to_owned)),
        ("issuer", facts.issuer.as_deref().map(quoted_yaml)),
        ("meeting", facts.meeting.as_deref().map(quoted_yaml)),
        ("place", facts.place.as_deref().map(quoted_yaml)),
        ("speaker", facts.speaker.as_deref().map(quoted_yaml)),
        ("office", facts.office.as_deref().map(quoted_yaml)),
        // What nobody delivered bears a date.
        (if is_delivered(facts) { "delivered" } else { "date" }, day),
        ("occasion", facts.occasion.as_deref().map(quoted_yaml)),
    ];
    for (key, value) in lines {
        if let Some(value) = value {
            let _ = writeln!(front, "  {key}: {value}");
        }
    }
    let (zh, en) = ("收到的文本", "text as received");
    let _ = write!(
        front,
        "  status: original\n  source:\n    name: {{zh: {zh}, en: {en}}}\n    file: {}\n    sha256: {}\n",
        quoted_yaml(request.kept_as),
        request.sha256
    );
    front
}

/// Whether a text was delivered as a speech.
fn is_delivered(facts: &CoverFacts) -> bool {
    facts.speaker.is_some() || facts.meeting.is_some()
}

/// The kind of document that a title names; nothing for a report on work and where it names none.
fn kind_of_title(title: &str) -> Option<&'static str> {
    let lower = in_simplified(title).to_lowercase();
    let kinds = [
        ("white-paper", ["白皮书", "white paper"]),
        ("bulletin", ["公报", "communiqué"]),
        ("budget", ["预算", "budget"]),
        ("budget", ["决算", "final accounts"]),
        ("plan", ["规划", "development plan"]),
        ("plan", ["发展计划", "five-year plan"]),
        ("treaty", ["公约", "treaty"]),
        ("treaty", ["条约", "convention on"]),
    ];
    let named = kinds.iter().find(|(_, words)| words.iter().any(|word| lower.contains(word)));
    let is_law = ["法", "条例"].iter().any(|end| lower.ends_with(end)) || lower.ends_with(" act");
    named.map(|(kind, _)| *kind).or(is_law.then_some("law"))
}

/// The front matter of a part.
pub(super) fn part_front(facts: &PartFacts) -> String {
    let mut front = String::new();
    if let Some(period) = &facts.period {
        let _ = writeln!(front, "period: {period}");
    }
    if let Some(status) = facts.status {
        let _ = writeln!(front, "status: {}", status.key());
    }
    front
}

/// What a site with this report alone is called: `甲市政府工作报告` rather than `政府工作报告`.
pub(super) fn site_name(facts: &CoverFacts) -> String {
    let title = facts.title.clone().unwrap_or_default();
    match &facts.place {
        Some(place) if !title.contains(place.as_str()) => {
            let blank = if title.is_ascii() { ": " } else { "" };
            format!("{place}{blank}{title}")
        }
        _ => title,
    }
}

/// The files of a new site in one language.
pub(crate) fn site_files(name: &str, language: &str) -> Vec<ReportFile> {
    let title = quoted_yaml(name);
    let config = format!("title = {title}\nlanguages = [\"{language}\"]\n");
    let home = format!("---\n---\n\n# {name}\n");
    vec![
        ReportFile { path: "site.toml".to_owned(), bytes: config.into_bytes() },
        ReportFile { path: format!("content/_index.{language}.md"), bytes: home.into_bytes() },
    ]
}
