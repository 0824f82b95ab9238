//! A day of the calendar.

/// A day of the Gregorian calendar. Known to exist: `parse` makes it from a checked date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(clippy::struct_field_names, reason = "a day is called by year, month and day")]
pub struct Day {
    /// The year.
    pub(crate) year: i16,
    /// The month, 1 to 12.
    pub(crate) month: i8,
    /// The day of the month, from 1.
    pub(crate) day: i8,
}

impl Day {
    /// The English names of the months.
    pub(crate) const MONTHS: [&str; 12] = [
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
    pub(crate) fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// The English name of the month.
    pub(crate) fn month_name(self) -> &'static str {
        Self::MONTHS[usize::try_from(self.month - 1).unwrap_or(0).min(11)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_as_iso_8601_has_it() {
        let day = Day { year: 2018, month: 3, day: 31 };
        assert_eq!(day.iso(), "2018-03-31");
    }
}
