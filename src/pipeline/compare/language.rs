//! Which languages two texts are written in.

use super::{CompareError, ComparedFiles, ComparedTexts};
use crate::annotate::NUMERALS;
use crate::source::{FileId, Sources};

/// What two texts without a sentence are taken for; the command says so at its end.
const DEFAULT: [&str; 2] = ["zh", "en"];

/// The languages of original and translation, as stated, or as their lines tell.
pub(super) fn languages_of(
    texts: &ComparedTexts,
    files: &[ComparedFiles],
    sources: &Sources,
) -> Result<[String; 2], CompareError> {
    let seen = |of: fn(&ComparedFiles) -> FileId| {
        let lines = files.iter().flat_map(|pair| sources.get(of(pair)).text.lines());
        written_in(lines)
    };
    let sides = [
        (&texts.original, &texts.from, seen(|pair| pair.original)),
        (&texts.translation, &texts.to, seen(|pair| pair.translation)),
    ];
    // Numbers and names alone are in no language: read as what the program was made for.
    if sides.iter().all(|(_, stated, seen)| stated.is_none() && seen.is_none()) {
        return Ok(DEFAULT.map(str::to_owned));
    }
    let mut codes = Vec::new();
    for (side, (path, stated, seen)) in sides.iter().enumerate() {
        // One side that is clear tells the other, where two languages are read.
        let other = || {
            let (_, stated, seen) = sides[1 - side];
            let known = stated.as_deref().or(seen)?;
            let mut others = NUMERALS.iter().map(|one| one.code()).filter(|code| *code != known);
            others.next().filter(|_| others.next().is_none())
        };
        let code = (*stated).clone().or_else(|| seen.or_else(other).map(str::to_owned));
        codes.push(code.ok_or_else(|| CompareError::UnknownLanguage {
            path: (*path).clone(),
            from: DEFAULT[0],
            to: DEFAULT[1],
        })?);
    }
    let [original, translation] = [codes[0].clone(), codes[1].clone()];
    if original == translation {
        return Err(CompareError::OneLanguage {
            original: texts.original.clone(),
            translation: texts.translation.clone(),
            language: original,
        });
    }
    Ok([original, translation])
}

/// The language in which most lines are sentences; nothing where none is, or as many are in another.
fn written_in<'a>(lines: impl Iterator<Item = &'a str>) -> Option<&'static str> {
    let mut counts = vec![0_usize; NUMERALS.len()];
    for line in lines {
        // A line of code or links is in none.
        if let Some(place) = NUMERALS.iter().position(|numerals| numerals.is_prose(line)) {
            counts[place] += 1;
        }
    }
    let most = counts.iter().copied().max().filter(|most| *most > 0)?;
    let mut places = (0..counts.len()).filter(|place| counts[*place] == most);
    let place = places.next()?;
    places.next().is_none().then(|| NUMERALS[place].code())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_of_a_text_is_that_of_most_of_its_lines() {
        let of = |text: &str| written_in(text.lines());
        assert_eq!(of("# 标题\n\nnpm install of the a\n\n安装完成。"), Some("zh"));
        assert_eq!(of("# A guide to the town\n\n[中文](a.md)\n\nIt is in the hills."), Some("en"));
        assert_eq!(of("3870\n\nnpm install"), None);
        assert_eq!(of("生产总值\n\nThe output of the city"), None);
    }
}
