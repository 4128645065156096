//! The head of a bulletin: title, publisher, date, volume, number, edition.

use crate::document::StatedDate;
use crate::lexicon::dates;
use regex::Regex;
use std::sync::LazyLock;

/// What a masthead says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Masthead {
    /// The bulletin's name, its first line.
    pub title: String,
    /// Who releases it.
    pub publisher: Option<String>,
    /// When.
    pub date: Option<StatedDate>,
    /// The volume.
    pub volume: Option<u32>,
    /// The number in the volume.
    pub number: Option<u32>,
    /// The edition.
    pub edition: Option<String>,
}

static ISSUE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:vol(?:ume)?\.?\s*(?P<v>\d{1,4})\b[\s,;:/–-]*)?\b(?:no|nr|number|issue)\b\.?\s*(?P<n>\d{1,5})\b").ok()
});

static PUBLISHER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)^\s*(?:(?:released|published|issued|edited|prepared)\b.{0,40}?\bby|publisher:)\s+(?P<who>.+?)\s*\.?\s*$").ok()
});

static EDITION: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)^[\p{L} -]{0,40}\b(?:edition|supplement|special issue)$").ok()
});

/// Reads the lines that a document begins with; `None` where they are no
/// masthead, which takes a title, and a number of an issue or a publisher and a date.
pub fn read<'a>(lines: impl Iterator<Item = &'a str>) -> Option<Masthead> {
    let mut head = Masthead::default();
    let mut issued = false;
    for line in lines {
        let issue = ISSUE.as_ref().and_then(|re| re.captures(line));
        if let Some(found) = issue.filter(|_| !issued) {
            let value = |name| found.name(name).and_then(|m| m.as_str().parse().ok());
            (head.volume, head.number) = (value("v"), value("n"));
            issued = true;
        }
        if let Some(found) = PUBLISHER.as_ref().and_then(|re| re.captures(line)) {
            let who = found.name("who").map(|m| m.as_str());
            head.publisher =
                head.publisher.or(who.map(|w| w.strip_prefix("the ").unwrap_or(w).to_owned()));
        } else if EDITION.as_ref().is_some_and(|re| re.is_match(line)) {
            head.edition = head.edition.or_else(|| Some(line.to_owned()));
        } else if head.title.is_empty() {
            head.title = line.to_owned();
        }
        head.date = head.date.or_else(|| dates::first(line).map(|(date, _)| date));
    }
    let dated = head.date.is_some() && head.publisher.is_some();
    ((issued || dated) && !head.title.is_empty()).then_some(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_masthead_is_read_whatever_it_says() {
        let lines = [
            "Harbour Letter",
            "Issued monthly by the Guild of Keepers",
            "Volume 12, Issue 3 May 2, 1999",
            "Winter edition",
        ];
        let head = read(lines.into_iter()).unwrap();
        assert_eq!(head.title, "Harbour Letter");
        assert_eq!(head.publisher.as_deref(), Some("Guild of Keepers"));
        assert_eq!((head.volume, head.number), (Some(12), Some(3)));
        assert_eq!(head.edition.as_deref(), Some("Winter edition"));
        assert_eq!(head.date.map(|d| d.words).as_deref(), Some("May 2, 1999"));
    }

    #[test]
    fn lines_without_an_issue_are_none() {
        assert_eq!(read(["A title", "There is no doubt of it"].into_iter()), None);
    }
}
