//! What answers what inside a pair of blocks: cell for cell in a table, item for item in a list.

use super::{Block, BlockContent, ConceptId, Document, LangId, Page, Place, TermRole, TextId};

/// Texts of the original, and those of a translation that answer them.
pub(crate) type Part = [Vec<TextId>; 2];

impl Page {
    /// The parts of a place: the cells of a table, the items of a list; elsewhere the whole of it.
    ///
    /// Rows answer each other in their order, or by their heads where both languages have the same terms
    /// there in another order: a list of cities that a translation sorts by its own alphabet.
    pub(crate) fn parts(&self, place: Place, lang: LangId) -> Vec<Part> {
        let whole = || vec![self.row_texts(place, lang)];
        let Place::Pair(pair) = place else { return whole() };
        // What a row of several blocks says is compared as a whole, at its first pair.
        if self.row(pair, lang).start != pair {
            return Vec::new();
        }
        if self.is_several(place, lang) {
            return whole();
        }
        let block = |lang: LangId| -> Option<(&Document, &Block)> {
            Some((&*self.side(lang)?.document, self.first_block(pair, lang)?))
        };
        let (Some((original, own)), Some((translation, other))) =
            (block(LangId::ORIGINAL), block(lang))
        else {
            return whole();
        };
        match (&own.content, &other.content) {
            (BlockContent::List { items: own, .. }, BlockContent::List { items: others, .. })
                if own.len() == others.len() =>
            {
                let texts = |item: &[Block]| item.iter().flat_map(Block::texts).collect();
                own.iter().zip(others).map(|(own, other)| [texts(own), texts(other)]).collect()
            }
            (
                BlockContent::Table { head, rows, .. },
                BlockContent::Table { head: other_head, rows: other_rows, .. },
            ) if head.len() == other_head.len() && rows.len() == other_rows.len() => {
                let answers = answering_rows((original, rows), (translation, other_rows));
                let rows = rows.iter().zip(answers.iter().map(|row| &other_rows[*row]));
                let cells = std::iter::once((head, other_head)).chain(rows);
                let cells = cells.flat_map(|(own, others)| own.iter().zip(others));
                cells.map(|(own, other)| [vec![*own], vec![*other]]).collect()
            }
            _ => whole(),
        }
    }
}

/// The rows of a table and its document.
type RowsOf<'a> = (&'a Document, &'a [Vec<TextId>]);

/// For each row of the original the one of the translation that answers it.
fn answering_rows((original, own): RowsOf, (translation, others): RowsOf) -> Vec<usize> {
    let in_order = || (0..own.len()).collect();
    let heads = |document: &Document, rows: &[Vec<TextId>]| -> Option<Vec<Vec<ConceptId>>> {
        rows.iter().map(|row| Some(meant_terms(document, *row.first()?))).collect()
    };
    let (Some(heads), Some(other_heads)) = (heads(original, own), heads(translation, others))
    else {
        return in_order();
    };
    if heads == other_heads || heads.iter().any(Vec::is_empty) {
        return in_order();
    }
    let places: std::collections::HashMap<&[ConceptId], usize> =
        other_heads.iter().zip(0..).map(|(head, row)| (&head[..], row)).collect();
    let answers: Option<Vec<usize>> =
        heads.iter().map(|head| places.get(&head[..]).copied()).collect();
    match answers {
        // Each row once, or the heads do not tell rows apart.
        Some(answers) if places.len() == own.len() => {
            let mut sorted = answers.clone();
            sorted.sort_unstable();
            sorted.dedup();
            if sorted.len() == answers.len() { answers } else { in_order() }
        }
        _ => in_order(),
    }
}

/// The terms that are meant in a text, sorted.
fn meant_terms(document: &Document, text: TextId) -> Vec<ConceptId> {
    let meant = document.terms_in(text).iter().filter(|term| term.role == TermRole::Meant);
    let mut terms: Vec<ConceptId> = meant.map(|term| term.concept).collect();
    terms.sort_unstable();
    terms.dedup();
    terms
}
