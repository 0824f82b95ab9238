//! A page against its part of the lock.
//!
//! The numbers of sections are counted and never kept: where a heading was inserted or taken away
//! before another one, that is an error, and from there on nothing is kept. Inside a section every
//! block that is found again keeps the address it had.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::instead::{Instead, ends};
use super::number::GivenNumbers;
use super::recognise::{BlockFingerprints, recognise};
use super::said::fingerprints_of;
use super::{FILE_NAME, line_id};
use crate::model::{
    Alias, Fingerprint, LangId, LocalAddress, Lock, LockedAlias, LockedLine, Page, Place,
    SectionNumber, UnconfirmedKind,
};
use crate::source::{Diagnosed, Diagnostic, codes, message};

/// What the lock says of a page.
#[derive(Debug)]
pub(crate) struct FrozenPage {
    /// The address of each pair.
    pub(crate) addresses: Vec<Option<LocalAddress>>,
    /// Addresses that were given up.
    pub(crate) aliases: Vec<Alias>,
    /// Where a translation is not as it was confirmed.
    pub(crate) unconfirmed: BTreeMap<(Place, LangId), UnconfirmedKind>,
}

/// Sets a page, whose addresses are still those that are counted, against the lock. `aliases` are
/// those of the page.
pub(crate) fn freeze(page: &Page, lock: &Lock, aliases: &[&LockedAlias]) -> Diagnosed<FrozenPage> {
    let mut diagnostics = Vec::new();
    let lines = lock.pages.get(&page.key).map_or(&[][..], |locked| &locked.lines);
    let mut work = Work {
        page,
        said: (0..page.pairs.len()).map(|pair| fingerprints_of(page, Place::Pair(pair))).collect(),
        addresses: page.pairs.iter().map(|pair| pair.address).collect(),
        was: vec![None; page.pairs.len()],
        vanished: Vec::new(),
    };
    work.matched_sections(aliases, lines, &mut diagnostics);
    work.report_vanished(&mut diagnostics);
    let aliases = work.aliases(aliases, &mut diagnostics);
    let unconfirmed = work.unconfirmed(lines);
    Diagnosed { value: FrozenPage { addresses: work.addresses, aliases, unconfirmed }, diagnostics }
}

/// Pages of the lock that the site does not have. `is_known` knows also those that are not
/// published.
pub(crate) fn vanished_pages(lock: &Lock, is_known: &dyn Fn(&str) -> bool) -> Vec<Diagnostic> {
    let vanished = |key: &str| {
        Diagnostic::new(codes::ADDRESS_VANISHED, message!("address-vanished-page", page = key))
            .help(message!("address-vanished-page.help", file = FILE_NAME))
    };
    let pages = lock.pages.iter().filter(|(key, _)| !is_known(key)).map(|(key, page)| {
        let diagnostic = vanished(key);
        match page.span {
            Some(span) => diagnostic.labelled(span, message!("address-confirmed-here")),
            None => diagnostic,
        }
    });
    let aliases = lock.aliases.iter().filter(|alias| !is_known(&alias.page));
    pages.chain(aliases.map(|alias| vanished(&alias.page).at(alias.span))).collect()
}

/// A line of the lock with the address it names.
#[derive(Clone, Copy)]
struct Line<'a> {
    address: LocalAddress,
    line: &'a LockedLine,
}

/// A section: its heading, absent before the first one, and its blocks.
struct Section<T> {
    number: SectionNumber,
    heading: Option<T>,
    blocks: Vec<T>,
}

/// Puts what has an address into its section, in order.
fn into_sections<T>(all: impl Iterator<Item = (LocalAddress, T)>) -> Vec<Section<T>> {
    let empty = |number| Section { number, heading: None, blocks: Vec::new() };
    let mut sections = vec![empty(SectionNumber::default())];
    let mut places = HashMap::from([(SectionNumber::default(), 0)]);
    for (address, item) in all {
        let place = *places.entry(address.section).or_insert_with(|| {
            sections.push(empty(address.section));
            sections.len() - 1
        });
        if address.is_heading() {
            sections[place].heading = Some(item);
        } else {
            sections[place].blocks.push(item);
        }
    }
    sections
}

struct Work<'a> {
    page: &'a Page,
    /// What each pair says.
    said: Vec<Vec<Option<Fingerprint>>>,
    addresses: Vec<Option<LocalAddress>>,
    /// The line of the lock that each pair is.
    was: Vec<Option<&'a LockedLine>>,
    /// Lines that no pair is.
    vanished: Vec<Line<'a>>,
}

impl<'a> Work<'a> {
    fn matched_sections(
        &mut self,
        aliases: &[&LockedAlias],
        lines: &'a [LockedLine],
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let lines = self.lines_of_pairs(aliases, lines, diagnostics);
        let old = into_sections(lines.into_iter().map(|line| (line.address, line)));
        let pairs = self.addresses.iter().enumerate();
        let new: Vec<Section<usize>> =
            into_sections(pairs.filter_map(|(pair, address)| Some(((*address)?, pair))));
        // The text before the first heading has none to be recognised by.
        let heads = |section: &Section<Line<'a>>| -> &'a BlockFingerprints {
            section.heading.map_or(&[], |heading| &heading.line.said)
        };
        let old_heads: Vec<&BlockFingerprints> = old[1..].iter().map(heads).collect();
        let new_heads: Vec<&BlockFingerprints> = new[1..]
            .iter()
            .map(|section| section.heading.map_or(&[][..], |pair| &self.said[pair]))
            .collect();
        let was = recognise(&old_heads, &new_heads).was;
        let mut now: Vec<Option<usize>> = vec![None; old.len() - 1];
        for (new, was) in was.iter().enumerate().filter_map(|(new, was)| Some((new, (*was)?))) {
            now[was] = Some(new);
        }
        let mut given_up: HashMap<SectionNumber, Vec<LocalAddress>> = HashMap::new();
        for alias in aliases {
            let parsed = LocalAddress::parse(&alias.from, self.page.number.len());
            let Some((_, address)) = parsed else { continue };
            given_up.entry(address.section).or_default().push(address);
        }
        self.section(&old[0], &new[0], &given_up, diagnostics);
        for (old, now) in old[1..].iter().zip(now) {
            let Some(new) = now.map(|now| &new[now + 1]) else {
                self.vanished.extend(old.heading.iter().chain(&old.blocks));
                continue;
            };
            if old.number != new.number {
                diagnostics.push(self.renumbered(old, new));
                return;
            }
            self.section(old, new, &given_up, diagnostics);
        }
    }

    /// The lines of the lock that are pairs, without those that were given up.
    fn lines_of_pairs(
        &self,
        aliases: &[&LockedAlias],
        lines: &'a [LockedLine],
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<Line<'a>> {
        let is_pair = |line: &&LockedLine| line.id != super::TITLE && !line.id.starts_with('^');
        let given_up: HashSet<&str> = aliases.iter().map(|alias| alias.from.as_str()).collect();
        let mut all = Vec::new();
        let mut is_moved = false;
        for line in lines.iter().filter(is_pair) {
            if given_up.contains(&*line.id) {
                continue;
            }
            let Some((number, address)) = LocalAddress::parse(&line.id, self.page.number.len())
            else {
                diagnostics.push(no_address(&line.id, line.span));
                continue;
            };
            if number != self.page.number && !is_moved {
                is_moved = true;
                diagnostics.push(self.moved_page(line));
            }
            all.push(Line { address, line });
        }
        all
    }

    /// Keeps the addresses of one section.
    fn section(
        &mut self,
        old: &Section<Line<'a>>,
        new: &Section<usize>,
        given_up: &HashMap<SectionNumber, Vec<LocalAddress>>,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        if let (Some(was), Some(pair)) = (old.heading, new.heading) {
            self.was[pair] = Some(was.line);
        }
        let old_said: Vec<&BlockFingerprints> =
            old.blocks.iter().map(|line| &line.line.said[..]).collect();
        let new_said: Vec<&BlockFingerprints> =
            new.blocks.iter().map(|pair| &self.said[*pair][..]).collect();
        let found = recognise(&old_said, &new_said);
        let mut given = GivenNumbers::default();
        given_up
            .get(&new.number)
            .into_iter()
            .flatten()
            .for_each(|address| given.add_address(*address));
        old.blocks.iter().for_each(|line| given.add_address(line.address));
        let mut addresses: Vec<Option<LocalAddress>> =
            found.was.iter().map(|was| was.map(|was| old.blocks[was].address)).collect();
        given.fill(new.number, &mut addresses);
        for ((pair, was), address) in new.blocks.iter().zip(&found.was).zip(addresses) {
            self.was[*pair] = was.map(|was| old.blocks[was].line);
            self.addresses[*pair] = address;
        }
        let kept: HashSet<usize> = found.was.iter().flatten().copied().collect();
        let lost = (0..old.blocks.len()).filter(|old| !kept.contains(old));
        self.vanished.extend(lost.map(|at| old.blocks[at]));
        diagnostics.extend(found.unclear.iter().map(|at| self.unclear(new.blocks[*at])));
    }

    fn id(&self, pair: usize) -> Option<String> {
        self.addresses[pair].map(|address| address.id(&self.page.number))
    }

    /// The pairs by their ids.
    fn by_id(&self) -> HashMap<String, usize> {
        let pairs = (0..self.addresses.len()).rev();
        pairs.filter_map(|pair| Some((self.id(pair)?, pair))).collect()
    }

    fn report_vanished(&self, diagnostics: &mut Vec<Diagnostic>) {
        let instead = Instead::new(&self.addresses, &self.said, |pair| self.was[pair].is_none());
        for Line { address, line } in &self.vanished {
            let mut diagnostic = Diagnostic::new(
                codes::ADDRESS_VANISHED,
                message!("address-vanished-place", address = &line.id),
            );
            if let Some(span) = line.span {
                diagnostic = diagnostic.labelled(span, message!("address-confirmed-here"));
            }
            let near = instead.pair_for(*address, line).and_then(|pair| self.id(pair));
            diagnostics.push(diagnostic.help(message!(
                "address-vanished-place.help",
                file = FILE_NAME,
                page = &self.page.key,
                address = &line.id,
                instead = near.as_deref().unwrap_or("…"),
            )));
        }
    }

    /// The first section whose number is no longer the one that was confirmed.
    fn renumbered(&self, old: &Section<Line>, new: &Section<usize>) -> Diagnostic {
        let id = |number| {
            LocalAddress { section: number, ..LocalAddress::default() }.id(&self.page.number)
        };
        let (was, now) = (id(old.number), id(new.number));
        let help = message!("address-section-renumbered.help", was = &was, file = FILE_NAME);
        let mut diagnostic = Diagnostic::new(
            codes::ADDRESS_SECTION,
            message!("address-section-renumbered", was = was, now = now),
        );
        let heading =
            new.heading.and_then(|pair| self.page.span(Place::Pair(pair), LangId::ORIGINAL));
        if let Some(span) = heading {
            diagnostic = diagnostic.labelled(span, message!("address-section-renumbered.label"));
        }
        if let Some(span) = old.heading.and_then(|heading| heading.line.span) {
            diagnostic = diagnostic.labelled(span, message!("address-confirmed-here"));
        }
        diagnostic.help(help)
    }

    /// The number of the page is not the one that was confirmed.
    fn moved_page(&self, line: &LockedLine) -> Diagnostic {
        let number: Vec<String> = self.page.number.iter().map(ToString::to_string).collect();
        let diagnostic = Diagnostic::new(
            codes::ADDRESS_SECTION,
            message!("address-section-moved", page = &self.page.key, number = number.join(".")),
        );
        let diagnostic = match line.span {
            Some(span) => diagnostic.labelled(span, message!("address-section-moved.label")),
            None => diagnostic,
        };
        diagnostic.help(message!("address-section-moved.help", file = FILE_NAME))
    }

    fn unclear(&self, pair: usize) -> Diagnostic {
        let id = self.id(pair).unwrap_or_default();
        let help = message!("address-unclear-block.help", file = FILE_NAME, address = &id);
        let diagnostic = Diagnostic::new(
            codes::ADDRESS_UNCLEAR,
            message!("address-unclear-block", address = id),
        );
        let span = self.page.span(Place::Pair(pair), LangId::ORIGINAL);
        let diagnostic = match span {
            Some(span) => diagnostic.labelled(span, message!("address-unclear-block.label")),
            None => diagnostic,
        };
        diagnostic.help(help)
    }

    /// The addresses that were given up, each with the pair it leads to.
    fn aliases(&self, all: &[&LockedAlias], diagnostics: &mut Vec<Diagnostic>) -> Vec<Alias> {
        let by_id = self.by_id();
        let ends = ends(all);
        let mut aliases = Vec::new();
        for alias in all {
            let id = &alias.from;
            if LocalAddress::parse(id, self.page.number.len()).is_none() {
                diagnostics.push(no_address(id, Some(alias.span)));
                continue;
            }
            if by_id.contains_key(id) {
                diagnostics.push(
                    Diagnostic::new(
                        codes::ADDRESS_DUPLICATE,
                        message!("address-duplicate-given-up", address = id),
                    )
                    .at(alias.span)
                    .help(message!("address-duplicate-given-up.help")),
                );
                continue;
            }
            let to = ends.get(&*alias.to).copied().unwrap_or(&alias.to);
            match by_id.get(to) {
                Some(pair) => aliases.push(Alias { id: id.clone(), pair: *pair }),
                None => diagnostics.push(
                    Diagnostic::new(
                        codes::ADDRESS_VANISHED,
                        message!("address-vanished-alias", from = id, to = to),
                    )
                    .at(alias.span)
                    .help(message!("address-vanished-alias.help")),
                ),
            }
        }
        aliases
    }

    fn unconfirmed(&self, lines: &[LockedLine]) -> BTreeMap<(Place, LangId), UnconfirmedKind> {
        let mut all = BTreeMap::new();
        let by_id: BTreeMap<&str, &LockedLine> =
            lines.iter().map(|line| (&*line.id, line)).collect();
        for place in self.page.places() {
            let (now, was) = match place {
                Place::Pair(pair) if self.addresses[pair].is_none() => continue,
                Place::Pair(pair) => (self.said[pair].clone(), self.was[pair]),
                _ => {
                    let id = line_id(self.page, place).unwrap_or_default();
                    (fingerprints_of(self.page, place), by_id.get(&*id).copied())
                }
            };
            for (number, now_said) in now.iter().enumerate().skip(1) {
                let Some(now_said) = now_said else { continue };
                let was_said = |lang: usize| was.and_then(|was| was.said.get(lang)?.as_ref());
                let is_same = was_said(0) == now[0].as_ref();
                let how = match was_said(number) {
                    None => UnconfirmedKind::New,
                    Some(was) => match (is_same, was == now_said) {
                        (true, true) => continue,
                        (false, true) => UnconfirmedKind::Stale,
                        (true, false) => UnconfirmedKind::Translation,
                        (false, false) => UnconfirmedKind::Both,
                    },
                };
                let lang = LangId(u8::try_from(number).unwrap_or(u8::MAX));
                all.insert((place, lang), how);
            }
        }
        all
    }
}

fn no_address(id: &str, span: Option<crate::source::Span>) -> Diagnostic {
    let diagnostic =
        Diagnostic::new(codes::DATA_INVALID, message!("data-invalid-address", address = id));
    let diagnostic = match span {
        Some(span) => diagnostic.at(span),
        None => diagnostic,
    };
    diagnostic.help(message!("data-invalid-address.help"))
}
