//! Plurals.

/// The plurals of an English term, by its last letters.
pub(super) fn plurals(term: &str) -> Vec<String> {
    let lower = term.to_ascii_lowercase();
    if !lower.ends_with(|c: char| c.is_ascii_alphabetic()) {
        return Vec::new();
    }
    let ends = |endings: &[&str]| endings.iter().any(|ending| lower.ends_with(ending));
    if ends(&["s", "x", "z", "ch", "sh"]) {
        return vec![format!("{term}es")];
    }
    let is_ies = lower.ends_with('y') && !ends(&["ay", "ey", "oy", "uy"]);
    if is_ies {
        return vec![format!("{}ies", &term[..term.len() - 1]), format!("{term}s")];
    }
    vec![format!("{term}s")]
}
