//! The number of English nouns, in both directions: a term base may list a term in the singular or in
//! the plural, and a text may use it in either.

/// Nouns whose plural no rule gives, as `singular plural`, the more special first. `-man` stands for
/// every noun that ends so; that is why `-human` comes before it.
///
/// Also read by the search of the site, so that `woman` finds `women`.
pub(super) const IRREGULAR: &str = "-human -humans|german germans|roman romans|norman normans|\
    ottoman ottomans|shaman shamans|talisman talismans|-man -men|-person -people|-child -children|\
    -foot -feet|-tooth -teeth|goose geese|mouse mice|ox oxen|die dice|quiz quizzes|\
    axis axes|-sis -ses|criterion criteria|phenomenon phenomena|datum data|medium media|\
    bacterium bacteria|curriculum curricula|memorandum memoranda|stratum strata|\
    index indices|matrix matrices|appendix appendices|vertex vertices|formula formulae|\
    alumnus alumni|nucleus nuclei|stimulus stimuli|focus foci|radius radii|fungus fungi|\
    syllabus syllabi|-life -lives|-wife -wives|knife knives|-leaf -leaves|half halves|wolf wolves|\
    -shelf -shelves|thief thieves|loaf loaves|calf calves|self selves|hero heroes|potato potatoes|\
    tomato tomatoes|echo echoes|veto vetoes|cargo cargoes|embargo embargoes|passerby passersby|\
    passer-by passers-by";

/// Nouns that have one form, or whose plural is another word: goods are no good.
const ONE_FORM: &str = "affairs aircraft arms clothes customs earnings fish goods headquarters means \
    news offspring outskirts premises proceeds savings series sheep spacecraft species surroundings \
    thanks works";

/// Words behind which a term goes on about its head: `center of excellence`, `secretary for justice`.
const PREPOSITIONS: [&str; 10] =
    ["against", "at", "by", "for", "from", "in", "of", "on", "to", "with"];

/// Heads that come before their adjective: `directors general`.
const BEFORE_GENERAL: [&str; 5] = ["attorney", "consul", "director", "governor", "secretary"];

/// A term that begins with a number is of one number already: 五大任务 are `five tasks`.
const COUNTS: [&str; 11] =
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "hundred", "thousand"];

/// The same term in the other number, by its head; more than one where the rules do not tell.
pub(super) fn number_forms(term: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (start, end) in heads(term) {
        for form in forms_of(&term[start..end]) {
            found.push(format!("{}{form}{}", &term[..start], &term[end..]));
        }
    }
    if is_counted(term) {
        // What it may be in the singular is another thing.
        found.retain(|form| form.len() > term.len());
    }
    found
}

/// Where the words of a term stand that may carry its number.
fn heads(term: &str) -> Vec<(usize, usize)> {
    let mut words: Vec<(usize, usize)> = Vec::new();
    for (at, word) in term.split(' ').scan(0, |next, word| {
        let at = *next;
        *next += word.len() + 1;
        Some((at, word))
    }) {
        words.push((at, at + word.len()));
    }
    let lower = |(start, end): (usize, usize)| term[start..end].to_ascii_lowercase();
    let mut heads: Vec<(usize, usize)> = words.last().copied().into_iter().collect();
    let preposition = (1..words.len()).find(|at| PREPOSITIONS.contains(&&*lower(words[*at])));
    heads.extend(preposition.map(|at| words[at - 1]));
    if let [.., head, last] = &words[..]
        && lower(*last) == "general"
        && is_before_general(&lower(*head))
    {
        heads.push(*head);
    }
    if let [.., (start, end)] = words[..]
        && let Some(head) = term[start..end].to_ascii_lowercase().strip_suffix("-general")
        && is_before_general(head)
    {
        heads.push((start, start + head.len()));
    }
    heads.dedup();
    heads
}

/// In either number: `directors-general`.
fn is_before_general(head: &str) -> bool {
    BEFORE_GENERAL.contains(&head.strip_suffix('s').unwrap_or(head))
}

fn is_counted(term: &str) -> bool {
    let first = term.split([' ', '-']).next().unwrap_or_default().to_ascii_lowercase();
    COUNTS.contains(&&*first) || first.starts_with(|c: char| c.is_ascii_digit())
}

/// The other forms of a noun.
fn forms_of(word: &str) -> Vec<String> {
    let lower = word.to_ascii_lowercase();
    if !lower.ends_with(|c: char| c.is_ascii_alphabetic())
        || ONE_FORM.split(' ').any(|w| w == lower)
    {
        return Vec::new();
    }
    let irregular = irregular_form(word, &lower);
    // `analyses` has a singular of its own, `businesses` has not: their ends do not tell.
    if irregular.is_some() && !lower.ends_with("ses") {
        return irregular.into_iter().collect();
    }
    let regular = regular_plurals(word, &lower).into_iter().chain(regular_singulars(word, &lower));
    irregular.into_iter().chain(regular).collect()
}

/// The other form of a noun of the table.
fn irregular_form(word: &str, lower: &str) -> Option<String> {
    IRREGULAR.split('|').find_map(|pair| {
        let (one, many) = pair.split_once(' ')?;
        [(one, many), (many, one)].into_iter().find_map(|(own, other)| {
            match (own.strip_prefix('-'), other.strip_prefix('-')) {
                (Some(own), Some(other)) => {
                    let stem = lower.strip_suffix(own)?.len();
                    Some(format!("{}{other}", &word[..stem]))
                }
                _ => (lower == own).then(|| match_case(word, other)),
            }
        })
    })
}

/// A word with the capital that another one has.
fn match_case(like: &str, word: &str) -> String {
    if like.starts_with(|c: char| c.is_ascii_uppercase()) {
        let mut letters = word.chars();
        let first = letters.next().map(|c| c.to_ascii_uppercase());
        return first.into_iter().chain(letters).collect();
    }
    word.to_owned()
}

/// The plurals of a noun, by its last letters.
fn regular_plurals(word: &str, lower: &str) -> Vec<String> {
    let ends = |endings: &[&str]| endings.iter().any(|ending| lower.ends_with(ending));
    if ends(&["s", "x", "z", "ch", "sh"]) {
        return vec![format!("{word}es")];
    }
    if lower.ends_with('y') && !ends(&["ay", "ey", "oy", "uy"]) {
        return vec![format!("{}ies", &word[..word.len() - 1]), format!("{word}s")];
    }
    vec![format!("{word}s")]
}

/// What a noun that ends in `s` may be the plural of. `bus`, `basis`, `access` and `statistics` end so
/// by themselves.
fn regular_singulars(word: &str, lower: &str) -> Vec<String> {
    let ends = |endings: &[&str]| endings.iter().any(|ending| lower.ends_with(ending));
    if lower.len() < 4 || !lower.ends_with('s') || ends(&["ss", "us", "is", "ics"]) {
        return Vec::new();
    }
    let without = |letters: usize| word[..word.len() - letters].to_owned();
    if ends(&["ies"]) && lower.len() > 4 {
        return vec![format!("{}y", without(3)), without(1)];
    }
    if ends(&["ses", "xes", "zes", "ches", "shes", "oes"]) {
        return vec![without(2), without(1)];
    }
    vec![without(1)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_noun_has_its_other_number_in_both_directions() {
        for (one, many) in [
            ("woman", "women"),
            ("spokesman", "spokesmen"),
            ("Economic analysis", "Economic analyses"),
            ("criterion", "criteria"),
            ("left-behind child", "left-behind children"),
            ("friendship city", "friendship cities"),
            ("village", "villages"),
            ("business", "businesses"),
            ("branch", "branches"),
            ("German", "Germans"),
            ("human", "humans"),
            ("box", "boxes"),
            ("center of excellence", "centers of excellence"),
            ("secretary for justice", "secretaries for justice"),
            ("director-general", "directors-general"),
            ("attorney general", "attorneys general"),
            ("ox", "oxen"),
        ] {
            assert!(
                number_forms(one).iter().any(|form| form == many),
                "{one}: {:?}",
                number_forms(one)
            );
            assert!(
                number_forms(many).iter().any(|form| form == one),
                "{many}: {:?}",
                number_forms(many)
            );
        }
    }

    #[test]
    fn what_has_one_form_or_is_counted_has_no_singular() {
        for term in ["public works", "consumer goods", "series", "aircraft"] {
            assert_eq!(number_forms(term), [""; 0]);
        }
        for (term, other) in [
            ("five priority tasks", "five priority task"),
            ("macroeconomics", "macroeconomic"),
            ("access", "acces"),
            ("basis", "basi"),
            ("apparatus", "apparatu"),
        ] {
            assert!(!number_forms(term).contains(&other.to_owned()), "{term}");
        }
    }
}
