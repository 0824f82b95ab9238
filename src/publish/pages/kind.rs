//! What a kind of page is: one file that implements [`PageKind`], and one line in
//! [`PAGE_KINDS`](super::PAGE_KINDS).

use super::view::PageView;
use super::{Renderer, Stop};
use crate::model::{Form, Route, RouteKind, SitePath};
use crate::resolve::RouteSource;

/// What stands under a key of the view on pages of other kinds. A template that asks for a key that
/// is not there fails, so each key is there on every page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Blank {
    /// Nothing at all.
    Null,
    /// A list without entries.
    List,
}

/// The place of a kind in the bar at the top of each page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bar {
    /// Its page has an entry of its own, with this interface word.
    Entry(&'static str),
    /// Its pages belong to the entry with this word.
    Under(&'static str),
    /// No entry leads to it.
    Nowhere,
}

/// One page that is to be made.
#[derive(Clone, Copy)]
pub(crate) struct PagePlace<'a> {
    /// What is published.
    pub(crate) route: &'a Route,
    /// The reading form in which it is made. A page that belongs to no form has one of its own,
    /// which shows every language.
    pub(crate) form: &'a Form,
    /// Where it will lie.
    pub(crate) path: &'a SitePath,
    /// What the pages of its report share; nothing outside reports.
    pub(super) report: Option<&'a super::PreparedReport<'a>>,
}

/// A kind of page.
pub(crate) trait PageKind: RouteSource {
    /// What it is called. The template of the same name renders it.
    fn kind(&self) -> RouteKind;

    /// The keys of the view that this kind fills, each with what stands there on other pages.
    fn keys(&self) -> &'static [(&'static str, Blank)] {
        &[]
    }

    /// Where it stands in the bar.
    fn bar(&self) -> Bar {
        Bar::Nowhere
    }

    /// All that the template sees.
    fn view(&self, renderer: &Renderer, place: &PagePlace) -> PageView;

    /// The finished page: its template, filled with its view.
    fn bytes(&self, renderer: &Renderer, place: &PagePlace) -> Result<Vec<u8>, Stop> {
        let template = format!("{}.html", self.kind().0);
        renderer.fill(&template, &self.view(renderer, place))
    }
}
