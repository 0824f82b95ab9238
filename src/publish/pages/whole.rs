//! The whole report on one page.

use super::frame::{page_id, page_number};
use super::kind::{Blank, PageKind, PagePlace};
use super::view::{PageView, PartView, SharedView};
use super::{PreparedPage, PreparedReport, Renderer};
use crate::model::{Matter, Route, RouteKind, Site};
use crate::resolve::RouteSource;
use crate::source::{Message, message};

/// The page kind `all`.
pub(super) struct Whole;

impl RouteSource for Whole {
    fn routes(&self, site: &Site, _before: &[Route]) -> Vec<Route> {
        let route = |report: &crate::model::Report| {
            let matter = Matter::Report(report.id);
            let path = |form: &crate::model::Form| {
                Some(format!("{}/{}/all.html", form.folder, report.key))
            };
            Route::in_forms(RouteKind::WHOLE, matter, &site.forms, path)
                .because_of(site.page(report.cover).original().document.title_span)
        };
        site.reports.iter().map(route).collect()
    }

    fn called(&self) -> Message {
        message!("route-all")
    }
}

impl PageKind for Whole {
    fn kind(&self) -> RouteKind {
        RouteKind::WHOLE
    }

    fn keys(&self) -> &'static [(&'static str, Blank)] {
        &[("parts", Blank::List)]
    }

    fn view(&self, renderer: &Renderer, place: &PagePlace) -> PageView {
        let Some(report) = place.report else { return renderer.frame(place) };
        // What has links or notes reads differently from here.
        let own: Vec<Option<PreparedPage>> = report
            .pages
            .iter()
            .zip(&report.texts)
            .map(|(page, text)| {
                let prefix = Renderer::note_prefix(page);
                let is_shared = text.is_some();
                (!is_shared).then(|| renderer.prepare_for(page, place.form, place.path, &prefix))
            })
            .collect();
        let texts: Vec<&PreparedPage> = own
            .iter()
            .zip(&report.texts)
            .filter_map(|(own, shared)| own.as_ref().or(shared.as_ref()))
            .collect();
        whole_view(renderer, place, report, &texts)
    }
}

fn whole_view(
    renderer: &Renderer,
    place: &PagePlace,
    prepared: &PreparedReport,
    texts: &[&PreparedPage],
) -> PageView {
    let PagePlace { form, path, .. } = *place;
    let (report, pages) = (prepared.report, &prepared.pages);
    let lang = form.lang();
    let mut view = renderer.frame(place);
    let (cover, opening) = (pages[0], texts[0]);
    view.title_runs = renderer.title_runs(cover, form, &opening.html);
    view.sections = opening.shared_sections(form);
    view.footnotes = renderer.footnotes(cover, form, &opening.html, &Renderer::note_prefix(cover));
    let parts: Vec<PartView> = pages
        .iter()
        .zip(texts)
        .skip(1)
        .map(|(page, text)| PartView {
            id: page_id(page),
            number: page_number(page),
            title: renderer.title_runs(page, form, &text.html),
            href: renderer.page_href(page, form, path),
            sections: text.shared_sections(form),
            footnotes: renderer.footnotes(page, form, &text.html, &Renderer::note_prefix(page)),
        })
        .collect();
    view.body.set("parts", &parts);
    renderer.add_terms(&mut view, pages.iter().copied(), report, place);
    view.report = Some(prepared.frame(form).report.clone());
    view.contents = renderer.contents_of_whole(report, form);
    view.citations = SharedView::new(&renderer.citations(report, path));
    let title = renderer.interface_word(lang, "all_title", &[]);
    view.breadcrumbs = renderer.breadcrumbs(form, path, Some(report), &title);
    view.description =
        renderer.interface_word(lang, "description_all", &renderer.facts(report, lang).as_values());
    let whole = renderer.full_title(&renderer.page_title(cover, lang), Some(report), cover, lang);
    view.title = format!("{whole} · {title}");
    view.json_ld = renderer.json_ld(cover, Some(report), form, path, &view);
    view
}
