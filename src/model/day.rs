//! A day of the calendar.

use super::Script;

/// A day of the Gregorian calendar. Known to exist: `parse` makes it from a checked date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// The year.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: i8,
    /// The day of the month, from 1.
    pub day: i8,
}

impl Day {
    /// The English names of the months.
    pub const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

    /// ISO 8601: `2018-03-31`.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// In words: `2018年3月31日`, `March 31, 2018`.
    pub fn in_words(self, script: Script) -> String {
        match script {
            Script::Han => format!("{}年{}月{}日", self.year, self.month, self.day),
            Script::Latin => format!("{} {}, {}", self.month_name(), self.day, self.year),
        }
    }

    /// The English name of the month.
    pub fn month_name(self) -> &'static str {
        Self::MONTHS[usize::try_from(self.month - 1).unwrap_or(0).min(11)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_as_each_language_writes_it() {
        let day = Day { year: 2018, month: 3, day: 31 };
        assert_eq!(day.iso(), "2018-03-31");
        assert_eq!(day.in_words(Script::Han), "2018年3月31日");
        assert_eq!(day.in_words(Script::Latin), "March 31, 2018");
    }
}
