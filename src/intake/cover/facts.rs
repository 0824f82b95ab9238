//! What a cover says, and what follows from it.

use super::day::day_in;
use super::line::packed_name;
use super::names::{self, meeting_in, place_of, speaker_in};
use crate::model::{Day, ReceivedBlock};

/// What a cover says, as far as it could be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::intake) struct CoverFacts {
    /// The title.
    pub(in crate::intake) title: Option<String>,
    /// The line under it that says when and where.
    pub(in crate::intake) occasion: Option<String>,
    /// The day.
    pub(in crate::intake) delivered: Option<Day>,
    /// What it was delivered to.
    pub(in crate::intake) meeting: Option<String>,
    /// Who delivered it.
    pub(in crate::intake) speaker: Option<String>,
    /// The speaker's office.
    pub(in crate::intake) office: Option<String>,
    /// Who issued it.
    pub(in crate::intake) issuer: Option<String>,
    /// Where the issuer has its seat.
    pub(in crate::intake) place: Option<String>,
}

pub(super) fn add_speaker(facts: &mut CoverFacts, text: &str) {
    match speaker_in(text) {
        Some((office, name)) => {
            facts.office = Some(office);
            facts.speaker = Some(name).filter(|name| !name.is_empty());
        }
        None => facts.speaker = Some(packed_name(text)),
    }
}

/// Facts that follow from others, or that the opening of the text states: 我代表甲市人民政府.
pub(super) fn conclude(facts: &mut CoverFacts, text: &[ReceivedBlock]) {
    if let Some(occasion) = facts.occasion.clone() {
        let packed = packed_name(&occasion);
        facts.delivered = day_in(&packed).or_else(|| day_in(&occasion));
        facts.meeting = meeting_in(&packed).or_else(|| meeting_in(&occasion));
        // The day alone is no line of its own.
        let is_day = facts.meeting.is_none() && packed.chars().count() <= 16;
        facts.occasion = (!is_day).then_some(packed);
    }
    let title = facts.title.clone().unwrap_or_default();
    let of_office = facts.office.as_deref().and_then(names::organ_of_office);
    let stated = facts.issuer.take().or_else(|| names::issuer_of_title(&title)).or(of_office);
    let known = [&facts.meeting, &facts.office, &stated];
    facts.place = known
        .into_iter()
        .flatten()
        .find_map(|name| place_of(name))
        .or_else(|| names::place_in_title(&title));
    let opening = text.iter().take(4).find_map(|block| names::represented(&block.text));
    facts.issuer = stated.or_else(|| {
        let (name, place) = (opening?, facts.place.as_deref().unwrap_or_default());
        // 我代表市人民政府 in the speech of a mayor of 甲市 is 甲市人民政府.
        let is_short =
            name.starts_with(['省', '市', '县', '區', '区', '州', '自', '旗', '乡', '镇']);
        Some(if is_short { format!("{place}{}", names::without_unit(&name, place)) } else { name })
    });
    facts.place = facts.place.take().or_else(|| place_of(facts.issuer.as_deref()?));
}
