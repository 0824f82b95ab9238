//! What templates see of terms.

use serde::Serialize;

use super::{Link, Run};

/// A term that is a link in the text of a page.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct TermLine {
    /// `three-corridors`; in the text its links lead to `#t-three-corridors`.
    pub(crate) id: String,
    /// Relative address of the term's page.
    pub(crate) href: String,
    /// The preferred term in each language of the site that has one, those of the form first.
    pub(crate) names: Vec<Run>,
}

/// A term in the whole glossary.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct TermEntry {
    /// `three-corridors`.
    pub(crate) id: String,
    /// Relative address of the term's page.
    pub(crate) href: String,
    /// The preferred term in each language of the site that has one, the language that orders the
    /// list first.
    pub(crate) names: Vec<Run>,
    /// The Chinese term read aloud; may be empty.
    pub(crate) pinyin: String,
    /// What it is, in each language the page shows; may be empty.
    pub(crate) definition: Vec<Run>,
    /// How often it stands in the original.
    pub(crate) count: usize,
}

/// The terms of the site in one order; on `glossary`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct GlossaryView {
    /// How they are ordered: the code of a language, or `kind`.
    pub(crate) order: String,
    /// The language tag of that language; empty for `kind`.
    pub(crate) order_tag: String,
    /// All orders, as links; of the one shown, `href` is empty.
    pub(crate) orders: Vec<Link>,
    /// The letters A–Z and `#`, or the kinds; those without terms have no `href` and a `count` of 0.
    pub(crate) letters: Vec<Link>,
    /// The terms under their heads.
    pub(crate) groups: Vec<TermGroup>,
    /// How many terms there are.
    pub(crate) total: usize,
}

/// Terms under a head.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct TermGroup {
    /// The id on the page: `letter-a`, `letter-other`, `kind-policy`.
    pub(crate) id: String,
    /// `A`, or the kind in words.
    pub(crate) title: String,
    /// The terms.
    pub(crate) entries: Vec<TermEntry>,
}

/// One term; on `term`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct TermView {
    /// Its id.
    pub(crate) id: String,
    /// What it is called in each language, the original first.
    pub(crate) wordings: Vec<WordingView>,
    /// The Chinese term read aloud; may be empty.
    pub(crate) pinyin: String,
    /// The kind, and the list of all terms of that kind.
    pub(crate) kind: Link,
    /// What it is, in each language of the site that says so, the interface language first.
    pub(crate) definition: Vec<Run>,
    /// What a counted slogan counts; empty if nothing is listed.
    pub(crate) members: Vec<MemberView>,
    /// Whether its members are said to be nowhere listed.
    pub(crate) has_unknown_members: bool,
    /// Counted slogans that it is a member of.
    pub(crate) member_of: Vec<Link>,
    /// Terms to be read beside it, named in either direction.
    pub(crate) see: Vec<Link>,
    /// Indicators that it explains, or whose sentences hold it.
    pub(crate) indicators: Vec<Link>,
    /// The place it is or lies in.
    pub(crate) place: Option<Link>,
    /// Where the translation comes from; may be empty.
    pub(crate) source: Run,
    /// Where it stands in the reports, newest report first.
    pub(crate) concordance: Vec<ConcordanceReport>,
}

/// What a concept is called in one language.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct WordingView {
    /// The language's own name for itself.
    pub(crate) language: String,
    /// The term to be used.
    pub(crate) preferred: Run,
    /// Terms as good.
    pub(crate) admitted: Vec<Run>,
    /// What not to call it.
    pub(crate) avoided: Vec<AvoidedView>,
    /// How often each wording stands in the reports, most often first, capitals apart; in the
    /// original and in translations.
    pub(crate) used: Vec<UsedWording>,
    /// How often it stands in the reports in this language.
    pub(crate) count: usize,
    /// Whether different words are used for it in the reports of this language.
    pub(crate) varies: bool,
}

/// What not to call a concept.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct AvoidedView {
    /// The form.
    pub(crate) form: Run,
    /// Why not, in the interface language; may be empty.
    pub(crate) why: Run,
}

/// Words that are used for a concept.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct UsedWording {
    /// The words as they stand.
    pub(crate) form: Run,
    /// How often.
    pub(crate) count: usize,
}

/// One of the things that a slogan counts.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct MemberView {
    /// Relative address of its page; empty if it has none.
    pub(crate) href: String,
    /// Its name in each language, the interface language first.
    pub(crate) names: Vec<Run>,
}

/// Where a term stands in one report.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ConcordanceReport {
    /// The title of the report, in the interface language.
    pub(crate) title: Run,
    /// Relative address of its cover.
    pub(crate) href: String,
    /// Its places, in text order.
    pub(crate) places: Vec<ConcordancePlace>,
}

/// A paragraph that holds a term.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ConcordancePlace {
    /// The paragraph as shown: `1.2 ¶3`; of a title or a note, the number of the page.
    pub(crate) address: String,
    /// Relative address of the paragraph, side by side where the site has that form.
    pub(crate) href: String,
    /// Each occurrence in its context, the original first.
    pub(crate) lines: Vec<KeywordLine>,
}

/// A keyword in its context.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct KeywordLine {
    /// Language tag.
    pub(crate) tag: String,
    /// A little of what stands before it, with `…` where something is left out.
    pub(crate) before: String,
    /// The term as it stands.
    pub(crate) keyword: String,
    /// A little of what follows.
    pub(crate) after: String,
}
