//! The head of a bulletin: title, publisher, date, volume, number, edition.

use crate::document::StatedDate;
use crate::lexicon::dates;

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

/// What a volume is called.
const VOLUMES: [&str; 2] = ["volume", "vol"];

/// What the number of an issue is called.
const NUMBERS: [&str; 4] = ["number", "issue", "no", "nr"];

/// What a publisher did, before “by”.
const DEEDS: [&str; 5] = ["released", "published", "issued", "edited", "prepared"];

/// What an edition is called, at the end of its line.
const EDITIONS: [&str; 3] = ["edition", "supplement", "special issue"];

/// The longest part of a line before the name of an edition, or between a deed and “by”, in
/// characters.
const LONGEST_PART: usize = 40;

/// Reads the lines that a document begins with; `None` where they are no
/// masthead, which takes a title, and a number of an issue or a publisher and a date.
pub fn read<'a>(lines: impl Iterator<Item = &'a str>) -> Option<Masthead> {
    let mut head = Masthead::default();
    let mut issued = false;
    for line in lines {
        if !issued && let Some((volume, number)) = issue(line) {
            (head.volume, head.number) = (volume, Some(number));
            issued = true;
        }
        if let Some(who) = publisher(line) {
            let who = who.strip_prefix("the ").unwrap_or(who);
            head.publisher = head.publisher.or_else(|| Some(who.to_owned()));
        } else if is_edition(line) {
            head.edition = head.edition.or_else(|| Some(line.to_owned()));
        } else if head.title.is_empty() {
            head.title = line.to_owned();
        }
        head.date = head.date.or_else(|| dates::first(line).map(|(date, _)| date));
    }
    let dated = head.date.is_some() && head.publisher.is_some();
    ((issued || dated) && !head.title.is_empty()).then_some(head)
}

/// What follows a word at the start of a text, whatever its case.
fn after<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let begins = text.get(..word.len()).is_some_and(|begun| begun.eq_ignore_ascii_case(word));
    begins.then(|| &text[word.len()..])
}

/// The same, where the word ends there.
fn after_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    after(text, word).filter(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
}

/// A number of so many digits at most that ends there, behind blanks, and what follows.
fn number(text: &str, most: usize) -> Option<(u32, &str)> {
    let digits = text.trim_start();
    let rest = digits.trim_start_matches(|c: char| c.is_ascii_digit());
    let (digits, ends) =
        (&digits[..digits.len() - rest.len()], !rest.starts_with(char::is_alphanumeric));
    let value = digits.parse().ok().filter(|_| ends && digits.len() <= most)?;
    Some((value, rest))
}

/// The volume and the number of an issue in a line: `Vol. 6, No. 24`.
fn issue(line: &str) -> Option<(Option<u32>, u32)> {
    let mut before = None;
    for (at, c) in line.char_indices() {
        let begins = c.is_alphabetic() && !before.is_some_and(|c: char| c.is_alphanumeric());
        before = Some(c);
        if !begins {
            continue;
        }
        let rest = &line[at..];
        let volume = VOLUMES
            .iter()
            .find_map(|word| after(rest, word))
            .and_then(|rest| number(rest.strip_prefix('.').unwrap_or(rest), 4));
        let rest = volume.map_or(rest, |(_, rest)| {
            rest.trim_start_matches(|c: char| c.is_whitespace() || ",;:/–-".contains(c))
        });
        let found = NUMBERS
            .iter()
            .find_map(|word| after_word(rest, word))
            .and_then(|rest| number(rest.strip_prefix('.').unwrap_or(rest), 5));
        if let Some((number, _)) = found {
            return Some((volume.map(|(volume, _)| volume), number));
        }
    }
    None
}

/// Who a line says that released it: `Released weekly by the Guild`, `Publisher: the Guild`.
fn publisher(line: &str) -> Option<&str> {
    let line = line.trim();
    let named = after(line, "publisher:").filter(|rest| rest.starts_with(char::is_whitespace));
    let done = || {
        let rest = DEEDS.iter().find_map(|deed| after_word(line, deed))?;
        let near = rest.char_indices().take(LONGEST_PART + 1);
        near.filter(|(at, _)| !rest[..*at].ends_with(char::is_alphanumeric)).find_map(|(at, _)| {
            after(&rest[at..], "by").filter(|rest| rest.starts_with(char::is_whitespace))
        })
    };
    let who = named.or_else(done)?.trim();
    let who = who.strip_suffix('.').unwrap_or(who).trim_end();
    (!who.is_empty()).then_some(who)
}

/// Whether a line is the name of an edition: `Special edition`.
fn is_edition(line: &str) -> bool {
    EDITIONS.iter().any(|name| {
        let Some(start) =
            line.len().checked_sub(name.len()).filter(|at| line.is_char_boundary(*at))
        else {
            return false;
        };
        let (before, end) = line.split_at(start);
        end.eq_ignore_ascii_case(name)
            && !before.ends_with(char::is_alphanumeric)
            && before.chars().count() <= LONGEST_PART
            && before.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-'))
    })
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
    fn issues_publishers_and_editions_are_read_in_their_forms() {
        for (line, found) in [
            ("Vol. 6, No. 24", Some((Some(6), 24))),
            ("VOLUME 12 – ISSUE 3", Some((Some(12), 3))),
            ("Lamp Letter nr. 7", Some((None, 7))),
            ("Vol 6", None),
            ("No doubt, and none of 5", None),
            ("Casino 5", None),
            ("No. 123456", None),
        ] {
            assert_eq!(issue(line), found, "{line}");
        }
        for (line, who) in [
            ("Released weekly by the Guild.", Some("the Guild")),
            ("PUBLISHER: the Guild", Some("the Guild")),
            ("Edited and printed by  Anna ", Some("Anna")),
            ("Issued to bystanders", None),
            ("Prepared by", None),
        ] {
            assert_eq!(publisher(line), who, "{line}");
        }
        for (line, is) in [
            ("Special edition", true),
            ("Summer supplement", true),
            ("SPECIAL ISSUE", true),
            ("The 3rd edition", false),
            ("an expedition", false),
        ] {
            assert_eq!(is_edition(line), is, "{line}");
        }
    }

    #[test]
    fn lines_without_an_issue_are_none() {
        assert_eq!(read(["A title", "There is no doubt of it"].into_iter()), None);
    }
}
