//! What templates see of terms.

use serde::Serialize;

use super::{Link, Run};

/// A term in a list: the terms of a page, or of the whole glossary.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct TermEntry {
    /// `three-corridors`; in the text of a page its links lead to `#t-three-corridors`.
    pub id: String,
    /// Relative address of the term's page.
    pub href: String,
    /// The preferred term in each language of the site that has one: in the terms of a page those
    /// of the form first, in a list the language that orders it.
    pub names: Vec<Run>,
    /// The Chinese term read aloud; may be empty.
    pub pinyin: String,
    /// What it is, in each language the page shows; may be empty.
    pub definition: Vec<Run>,
    /// How often it stands in the original.
    pub count: usize,
}

/// The terms of the site in one order; on `glossary`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct GlossaryView {
    /// How they are ordered: the code of a language, or `kind`.
    pub order: String,
    /// The language tag of that language; empty for `kind`.
    pub order_tag: String,
    /// All orders, as links; of the one shown, `href` is empty.
    pub orders: Vec<Link>,
    /// The letters A–Z and `#`, or the kinds; those without terms have no `href` and a `count` of 0.
    pub letters: Vec<Link>,
    /// The terms under their heads.
    pub groups: Vec<TermGroup>,
    /// How many terms there are.
    pub total: usize,
}

/// Terms under a head.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct TermGroup {
    /// The id on the page: `letter-a`, `letter-other`, `kind-policy`.
    pub id: String,
    /// `A`, or the kind in words.
    pub title: String,
    /// The terms.
    pub entries: Vec<TermEntry>,
}

/// One term; on `term`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct TermView {
    /// Its id.
    pub id: String,
    /// What it is called in each language, the original first.
    pub wordings: Vec<WordingView>,
    /// The Chinese term read aloud; may be empty.
    pub pinyin: String,
    /// The kind, and the list of all terms of that kind.
    pub kind: Link,
    /// What it is, in each language of the site that says so, the interface language first.
    pub definition: Vec<Run>,
    /// What a counted slogan counts; empty if nothing is listed.
    pub members: Vec<MemberView>,
    /// Whether its members are said to be nowhere listed.
    pub has_unknown_members: bool,
    /// Counted slogans that it is a member of.
    pub member_of: Vec<Link>,
    /// Terms to be read beside it, named in either direction.
    pub see: Vec<Link>,
    /// Indicators that it explains, or whose sentences hold it.
    pub indicators: Vec<Link>,
    /// The place it is or lies in.
    pub place: Option<Link>,
    /// Where the translation comes from; may be empty.
    pub source: String,
    /// Where it stands in the reports, newest report first.
    pub concordance: Vec<ConcordanceReport>,
}

/// What a concept is called in one language.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct WordingView {
    /// The language's own name for itself.
    pub language: String,
    /// The term to be used.
    pub preferred: Run,
    /// Terms as good.
    pub admitted: Vec<Run>,
    /// What not to call it.
    pub avoided: Vec<AvoidedView>,
    /// How often each wording stands in the reports, most often first, capitals apart; in the
    /// original and in translations.
    pub used: Vec<UsedWording>,
    /// How often it stands in the reports in this language.
    pub count: usize,
    /// Whether different words are used for it in the reports of this language.
    pub varies: bool,
}

/// What not to call a concept.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct AvoidedView {
    /// The form.
    pub form: Run,
    /// Why not, in the interface language; may be empty.
    pub why: String,
}

/// Words that are used for a concept.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct UsedWording {
    /// The words as they stand.
    pub form: Run,
    /// How often.
    pub count: usize,
}

/// One of the things that a slogan counts.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct MemberView {
    /// Relative address of its page; empty if it has none.
    pub href: String,
    /// Its name in each language, the interface language first.
    pub names: Vec<Run>,
}

/// Where a term stands in one report.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ConcordanceReport {
    /// The title of the report, in the interface language.
    pub title: Run,
    /// Relative address of its cover.
    pub href: String,
    /// Its places, in text order.
    pub places: Vec<ConcordancePlace>,
}

/// A paragraph that holds a term.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ConcordancePlace {
    /// The paragraph as shown: `1.2 ¶3`; of a title or a note, the number of the page.
    pub address: String,
    /// Relative address of the paragraph, side by side where the site has that form.
    pub href: String,
    /// Each occurrence in its context, the original first.
    pub lines: Vec<KeywordLine>,
}

/// A keyword in its context.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct KeywordLine {
    /// Language tag.
    pub tag: String,
    /// A little of what stands before it, with `…` where something is left out.
    pub before: String,
    /// The term as it stands.
    pub keyword: String,
    /// A little of what follows.
    pub after: String,
}
