//! The term base, and where its terms stand.

use std::ops::Range;

use super::{LangId, LangMap, PageId, Place, TextId};
use crate::source::Span;

/// A concept of the term base, by its place in [`Glossary::concepts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConceptId(pub(crate) u32);

/// What a term names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TermKind {
    /// A policy or a doctrine.
    Policy,
    /// A slogan, mostly a counted one: 三去一降一补.
    Slogan,
    /// A plan or a strategy with a name of its own.
    Plan,
    /// Something that is built or carried out.
    Project,
    /// A campaign.
    Campaign,
    /// An honour or a title.
    Honour,
    /// An institution or an organ.
    Institution,
    /// A meeting or a congress.
    Meeting,
    /// A fair, a festival, an incident.
    Event,
    /// A part of the land.
    Place,
    /// A brand or a product.
    Brand,
    /// What statistics measure.
    Statistic,
    /// Anything else that a reader may not know.
    Concept,
}

impl TermKind {
    /// Every kind, with its key, in the order in which kinds are listed.
    pub(crate) const ALL: [(&'static str, Self); 13] = [
        ("policy", Self::Policy),
        ("slogan", Self::Slogan),
        ("plan", Self::Plan),
        ("project", Self::Project),
        ("campaign", Self::Campaign),
        ("honour", Self::Honour),
        ("institution", Self::Institution),
        ("meeting", Self::Meeting),
        ("event", Self::Event),
        ("place", Self::Place),
        ("brand", Self::Brand),
        ("statistic", Self::Statistic),
        ("concept", Self::Concept),
    ];

    /// Whether a reader of the language mostly knows what is meant: the name of a place or of an organ, what
    /// statistics measure. What is left are words that were coined.
    pub(crate) fn is_familiar(self) -> bool {
        matches!(self, Self::Institution | Self::Place | Self::Statistic)
    }

    /// The key used in `glossary.yaml`, in data files and in the words of a theme.
    pub(crate) fn key(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("concept", |(key, _)| key)
    }
}

/// Where a term is made a link.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LinkPolicy {
    /// Where it stands first in each section.
    #[default]
    Section,
    /// Where it stands first on a page.
    Page,
    /// Nowhere, unless `[[…]]` asks for it.
    Never,
}

impl LinkPolicy {
    /// Every policy, with its key.
    pub(crate) const ALL: [(&'static str, Self); 3] =
        [("auto", Self::Section), ("first", Self::Page), ("never", Self::Never)];

    /// The key used in `glossary.yaml`.
    pub(crate) fn key(self) -> &'static str {
        Self::ALL.iter().find(|(_, policy)| *policy == self).map_or("auto", |(key, _)| key)
    }
}

/// What a concept is called in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wording {
    /// The term to be used; empty where the language has none.
    pub(crate) preferred: String,
    /// Terms that are used too and are as good.
    pub(crate) admitted: Vec<String>,
    /// Other words that mean it in a text: short forms, inflections.
    pub(crate) variants: Vec<String>,
    /// Longer words in which one of these stands and does not mean it.
    pub exceptions: Vec<String>,
    /// What not to call it.
    pub(crate) avoided: Vec<AvoidedForm>,
}

impl Wording {
    /// Of how many forms that end one in another a text is searched at one place; no term base has
    /// nearly as many.
    pub(crate) const MOST_NESTED: usize = 16;

    /// The preferred term and those admitted, in order.
    pub(crate) fn renderings(&self) -> impl Iterator<Item = &str> {
        let preferred = Some(self.preferred.as_str()).filter(|term| !term.is_empty());
        preferred.into_iter().chain(self.admitted.iter().map(String::as_str))
    }

    /// Everything that means the concept in a text.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        self.renderings().chain(self.variants.iter().map(String::as_str))
    }
}

/// A form not to be used.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct AvoidedForm {
    /// The form.
    pub(crate) form: String,
    /// Why not, in each language; may be empty.
    pub(crate) why: LangMap,
}

/// How a concept is read aloud in the original.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// Syllables with tone marks and what is no Chinese character, with blanks between: `sān tiáo`;
    /// empty where the original is not Chinese.
    pub(crate) pinyin: String,
    /// Whether the term base states it; else it was read character by character.
    pub(crate) is_stated: bool,
}

/// What a counted slogan counts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Members {
    /// The term base does not say.
    #[default]
    Unsaid,
    /// Its numeral counts nothing: 三甲.
    None,
    /// Nobody lists them.
    Unknown,
    /// These, in order.
    Listed(Vec<Member>),
}

/// One of the things that a slogan counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Member {
    /// A concept of its own.
    Concept(ConceptId),
    /// Words, in each language.
    Words(LangMap),
}

/// An entry of the term base: what is meant, and what it is called in each language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concept {
    /// Its name in addresses: `three-corridors`.
    pub id: String,
    /// What it names.
    pub kind: TermKind,
    /// What it is called, for each language of the site.
    pub wordings: Vec<Wording>,
    /// How the original's term is read aloud.
    pub reading: Reading,
    /// What it is, in each language; may be empty.
    pub definition: LangMap,
    /// What it counts.
    pub members: Members,
    /// Concepts to be read beside it.
    pub see: Vec<ConceptId>,
    /// Where its translation comes from, in each language; may be empty.
    pub source: LangMap,
    /// Where it is made a link.
    pub link: LinkPolicy,
    /// The part of the land it is or lies in, by its place in [`super::Statistics::areas`].
    pub area: Option<usize>,
    /// Where `glossary.yaml` says so.
    pub span: Span,
}

impl Concept {
    /// What it is called in a language.
    pub fn wording(&self, lang: LangId) -> &Wording {
        &self.wordings[lang.index()]
    }

    /// Its term in a language, or in the original where the language has none.
    pub(crate) fn name(&self, lang: LangId) -> &str {
        let own = &self.wordings[lang.index()].preferred;
        if own.is_empty() { &self.wordings[0].preferred } else { own }
    }
}

/// A term that stands in a text of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermMention {
    /// The text.
    pub(crate) text: TextId,
    /// The bytes of the plain text.
    pub(crate) range: Range<u32>,
    /// What it means.
    pub concept: ConceptId,
    /// What it is to the concept.
    pub role: TermRole,
}

impl TermMention {
    /// The bytes of the plain text.
    pub(crate) fn byte_range(&self) -> Range<usize> {
        self.range.start as usize..self.range.end as usize
    }
}

/// What words found in a text are to a concept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermRole {
    /// They mean it here.
    Meant,
    /// They would mean it, but stand inside a longer term that means something else.
    Inside,
    /// They are the avoided form with this number.
    Avoided(u32),
}

/// A place where a term stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// The page.
    pub page: PageId,
    /// The place on the page.
    pub(crate) place: Place,
    /// The language.
    pub lang: LangId,
    /// The text of the document.
    pub text: TextId,
    /// The bytes of the plain text.
    pub range: Range<u32>,
}

/// A term that is made a link in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LinkedTerm {
    /// The text of the document.
    pub(crate) text: TextId,
    /// The bytes of the plain text.
    pub(crate) range: Range<u32>,
    /// Where it leads.
    pub(crate) concept: ConceptId,
}

/// The concepts whose names begin with one letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Letter {
    /// `A` to `Z`; `#` for what has no letter.
    pub(crate) letter: char,
    /// The concepts, in order.
    pub(crate) concepts: Vec<ConceptId>,
}

/// The term base of a site and where its terms stand in the reports.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Glossary {
    /// The concepts, in the order of `glossary.yaml`.
    pub concepts: Vec<Concept>,
    /// Where each concept stands, in the same order: pages in their order, in each its places from
    /// the title on, in each the original first.
    pub(crate) occurrences: Vec<Vec<Occurrence>>,
    /// The concepts in the order of each language, under their letters.
    pub(crate) orders: Vec<Vec<Letter>>,
}

impl Glossary {
    /// The concept with this number.
    pub(crate) fn concept(&self, id: ConceptId) -> &Concept {
        &self.concepts[id.0 as usize]
    }

    /// Where a concept stands.
    pub fn occurrences(&self, id: ConceptId) -> &[Occurrence] {
        &self.occurrences[id.0 as usize]
    }

    /// All concepts with their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (ConceptId, &Concept)> {
        (0..).map(ConceptId).zip(&self.concepts)
    }
}
