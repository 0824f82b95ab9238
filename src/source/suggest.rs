//! "Did you mean": the known name nearest to a mistyped one.

/// The candidate nearest to `typed`, if any is near enough to be what was meant.
///
/// Near means at most two edits (a swap of neighbours counts as one), and fewer edits than a
/// third of the word's length for long names, so that unrelated words are never proposed.
pub fn nearest<'a>(typed: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let allowed = (typed.chars().count() / 3).clamp(1, 3);
    candidates
        .into_iter()
        .map(|candidate| (strsim::osa_distance(typed, candidate), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_swapped_letter_finds_the_known_name() {
        assert_eq!(nearest("titel", ["title", "tags", "date"]), Some("title"));
    }

    #[test]
    fn an_unrelated_word_finds_nothing() {
        assert_eq!(nearest("banana", ["title", "tags", "date"]), None);
    }
}
