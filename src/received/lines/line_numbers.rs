//! Numbers that a print has at the left of each line, as drafts and records of parliaments do.

/// The fewest lines of which this can be told.
const FEWEST_LINES: usize = 10;

/// The most blanks before such a number.
const MOST_BLANKS: usize = 8;

/// The most digits of such a number.
const MOST_DIGITS: usize = 4;

/// A text without the numbers of its lines, and how many there were; nothing where its lines have none.
///
/// ```text
///  9    I. ECONOMIC PERFORMANCE          I. ECONOMIC PERFORMANCE
/// 10    Our economy grew by 3.6 percent  Our economy grew by 3.6 percent
/// ```
pub(super) fn without_line_numbers(text: &str) -> Option<(String, usize)> {
    let lines: Vec<&str> = text.split('\n').collect();
    let numbered: Vec<Option<NumberedLine>> = lines.iter().map(|line| numbered(line)).collect();
    let filled = lines.iter().filter(|line| !line.trim().is_empty()).count();
    let numbers: Vec<u32> = numbered.iter().flatten().map(|line| line.number).collect();
    // They go on by one, and may begin anew on each page.
    let in_order = numbers.windows(2).filter(|two| two[1] == two[0] + 1 || two[1] == 1).count();
    let is_numbered = numbers.len() >= FEWEST_LINES
        && numbers.len() * 10 >= filled * 8
        && (in_order + 1) * 20 >= numbers.len() * 19;
    let gaps = numbered.iter().flatten().filter(|line| !line.words.trim().is_empty());
    let gap = gaps.map(|line| line.words.len() - line.words.trim_start_matches(' ').len()).min()?;
    if !is_numbered {
        return None;
    }
    let stripped = lines.iter().zip(&numbered).map(|(line, numbered)| match numbered {
        Some(numbered) => numbered.words.get(gap..).unwrap_or_default(),
        None => line,
    });
    Some((stripped.collect::<Vec<_>>().join("\n"), numbers.len()))
}

struct NumberedLine<'a> {
    number: u32,
    /// What stands behind the number, with the blanks between.
    words: &'a str,
}

fn numbered(line: &str) -> Option<NumberedLine<'_>> {
    let inner = line.trim_start_matches([' ', '\t']);
    let words = inner.trim_start_matches(|c: char| c.is_ascii_digit());
    // The number of a page stands further in.
    if line.len() - inner.len() > MOST_BLANKS {
        return None;
    }
    let digits = &inner[..inner.len() - words.len()];
    let is_parted = words.trim().is_empty() || words.starts_with("  ") || words.starts_with('\t');
    let number = digits.parse().ok().filter(|_| digits.len() <= MOST_DIGITS && is_parted)?;
    Some(NumberedLine { number, words })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines_of(count: usize, line: impl Fn(usize) -> String) -> String {
        (1..=count).map(line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn numbers_at_the_left_of_each_line_are_no_words() {
        let text = lines_of(12, |n| format!("{n:>3}    Line {n} of it.\n"));
        let (words, count) = without_line_numbers(&text).unwrap();
        assert_eq!(count, 12);
        assert!(words.starts_with("Line 1 of it.\n\nLine 2 of it."), "{words}");
    }

    #[test]
    fn the_numbers_of_paragraphs_and_rows_stay() {
        let paragraphs = lines_of(12, |n| format!("{n}. 我们会推行。"));
        assert_eq!(without_line_numbers(&paragraphs), None);
        let rows = lines_of(12, |n| format!("{}  幼儿园", n * n + 3));
        assert_eq!(without_line_numbers(&rows), None);
    }
}
