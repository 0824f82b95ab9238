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
        None if text.contains(" by ") => {}
        None => facts.speaker = Some(packed_name(text)),
    }
}

/// Facts that follow from others, or that the opening of the text states: 我代表甲市人民政府.
pub(super) fn conclude(facts: &mut CoverFacts, text: &[ReceivedBlock]) {
    if let Some(occasion) = facts.occasion.clone() {
        let packed = packed_name(&occasion);
        facts.delivered = day_in(&packed).or_else(|| day_in(&occasion));
        facts.meeting = meeting_in(&packed).or_else(|| meeting_in(&occasion));
        // The day alone is not a line of its own.
        let is_day = facts.meeting.is_none() && packed.chars().count() <= 16;
        facts.occasion = (!is_day).then_some(packed);
    }
    // Delivered by J. Doe, Minister of Finance, at …
    if let Some(occasion) = facts.occasion.clone().filter(|line| line.contains(" by "))
        && facts.speaker.is_none()
    {
        add_speaker(facts, &occasion);
    }
    let title = facts.title.clone().unwrap_or_default();
    let of_office = facts.office.as_deref().and_then(names::organ_of_office);
    let of_title = names::issuer_of_title(&title);
    // 甲市政府工作报告 does not name 甲市人民政府 in full.
    let (full, short): (Option<String>, Option<String>) = match of_title {
        Some(name) if name.ends_with("政府") && !name.ends_with("人民政府") => {
            (None, Some(name))
        }
        name => (name, None),
    };
    let stated = facts.issuer.take().or(full).or(of_office);
    let known = [&facts.meeting, &facts.office, &stated, &short];
    let concluded = known.into_iter().flatten().find_map(|name| place_of(name));
    let concluded = concluded.or_else(|| names::place_in_title(&title));
    facts.place = facts.place.take().or(concluded);
    // 我代表市人民政府 in the speech of a mayor of 甲市 is 甲市人民政府.
    let opening = text.iter().take(4).find_map(|block| names::represented(&block.text));
    let issuer = stated.or(opening).or(short);
    facts.issuer = issuer.map(|name| names::with_place(name, facts.place.as_deref()));
    facts.place = facts.place.take().or_else(|| place_of(facts.issuer.as_deref()?));
    let latin = [&facts.occasion, &facts.office, &facts.issuer];
    facts.place = facts
        .place
        .take()
        .or_else(|| latin.into_iter().flatten().find_map(|name| names::english_place(name)));
}
