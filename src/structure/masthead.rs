//! The head of a bulletin: title, publisher, date, volume, number, edition.

use crate::document::StatedDate;
use crate::lexicon::bulletins::{BulletinLanguages, BulletinWords};
use crate::lexicon::cursor::Cursor;
use crate::lexicon::dates;
use crate::lexicon::phrase::{self, Phrases};

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

/// The longest part of a line before the name of an edition, or between a deed and “by”, in
/// characters.
const LONGEST_PART: usize = 40;

/// Reads the lines at the beginning of a document; `None` if they are not a masthead, which
/// consists of a title, and the number of an issue or a publisher and a date.
pub fn read<'a>(
    lines: impl Iterator<Item = &'a str>,
    languages: BulletinLanguages<'_>,
) -> Option<Masthead> {
    let mut head = Masthead::default();
    let mut issued = false;
    for line in lines {
        if !issued && let Some((volume, number)) = issue(line, languages) {
            (head.volume, head.number) = (volume, Some(number));
            issued = true;
        }
        if let Some(who) = publisher(line, languages) {
            let start = Cursor::new(who, 0);
            let article = languages.find(|own| start.here(own.head_articles)?.blank());
            let who = article.map_or(who, Cursor::rest);
            head.publisher = head.publisher.or_else(|| Some(who.to_owned()));
        } else if is_edition(line, languages) {
            head.edition = head.edition.or_else(|| Some(line.to_owned()));
        } else if head.title.is_empty() {
            head.title = line.to_owned();
        }
        head.date = head.date.or_else(|| dates::first(line).map(|(date, _)| date));
    }
    let dated = head.date.is_some() && head.publisher.is_some();
    ((issued || dated) && !head.title.is_empty()).then_some(head)
}

/// A number with at most this many digits that ends there, after blanks, and what follows it.
fn number(text: &str, most: usize) -> Option<(u32, &str)> {
    let digits = text.trim_start();
    let rest = digits.trim_start_matches(|c: char| c.is_ascii_digit());
    let (digits, ends) =
        (&digits[..digits.len() - rest.len()], !rest.starts_with(char::is_alphanumeric));
    let value = digits.parse().ok().filter(|_| ends && digits.len() <= most)?;
    Some((value, rest))
}

/// The number, with at most this many digits, after one of some words, and what follows it. A word
/// of letters is separated from its number: `no5` is a name.
fn numbered(text: &str, most: usize, is_one: impl Fn(&str) -> bool) -> Option<(u32, &str)> {
    let (word, digits) = text.split_at(text.find(|c: char| c.is_ascii_digit())?);
    if word.ends_with(char::is_alphanumeric) {
        return None;
    }
    let word = word.trim_end();
    let word = word.strip_suffix('.').unwrap_or(word).trim_end();
    number(digits, most).filter(|_| is_one(word))
}

/// The volume and the number of an issue in a line: `Vol. 6, No. 24`.
fn issue(line: &str, languages: BulletinLanguages<'_>) -> Option<(Option<u32>, u32)> {
    let is_one = |list: fn(&'static BulletinWords) -> Phrases, word: &str| {
        languages.find(|own| list(own).has(word).then_some(())).is_some()
    };
    let mut before = None;
    for (at, c) in line.char_indices() {
        let inside = before.is_some_and(|c: char| c.is_alphanumeric());
        before = Some(c);
        // `№` is not a letter.
        if inside || c.is_whitespace() || c.is_ascii_digit() {
            continue;
        }
        let rest = &line[at..];
        let volume = numbered(rest, 4, |word| is_one(|own| own.head_volumes, word));
        let rest = volume.map_or(rest, |(_, rest)| {
            rest.trim_start_matches(|c: char| c.is_whitespace() || ",;:/–-".contains(c))
        });
        if let Some((number, _)) = numbered(rest, 5, |word| is_one(|own| own.head_numbers, word)) {
            return Some((volume.map(|(volume, _)| volume), number));
        }
    }
    None
}

/// Who a line says that released it: `Released weekly by the Guild`, `Publisher: the Guild`.
fn publisher<'t>(line: &'t str, languages: BulletinLanguages<'_>) -> Option<&'t str> {
    let line = line.trim();
    let start = Cursor::new(line, 0);
    let publisher = languages.find(|own| start.here(own.head_publishers));
    let named = publisher.and_then(|at| at.rest().strip_prefix(':'));
    let named = named.filter(|rest| rest.starts_with(char::is_whitespace));
    let done = || {
        languages.find(|own| {
            let near = start.here(own.head_deeds)?.near(own.head_by, LONGEST_PART, &[]);
            near.map(|(_, by)| by.rest()).find(|rest| rest.starts_with(char::is_whitespace))
        })
    };
    let who = named.or_else(done)?.trim();
    let who = who.strip_suffix('.').unwrap_or(who).trim_end();
    (!who.is_empty()).then_some(who)
}

/// Whether a line is the name of an edition: `Special edition`.
fn is_edition(line: &str, languages: BulletinLanguages<'_>) -> bool {
    let ends = |at: &usize| {
        let whole = |len: &usize| *len == line.len() - at;
        let edition = languages.find(|own| own.head_editions.begun(&line[*at..]).filter(whole));
        edition.is_some()
    };
    phrase::starts(line, 0).find(ends).is_some_and(|start| {
        let before = &line[..start];
        before.chars().count() <= LONGEST_PART
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
        let head = read(lines.into_iter(), BulletinLanguages::of(None)).unwrap();
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
            ("Том 6, № 24", Some((Some(6), 24))),
            ("Jahrgang 3, Nr. 7", Some((Some(3), 7))),
            ("Vol 6", None),
            ("Sonata no5", None),
            ("vol6 no 5", Some((None, 5))),
            ("No.5", Some((None, 5))),
            ("№24", Some((None, 24))),
            ("No doubt, and none of 5", None),
            ("Casino 5", None),
            ("No. 123456", None),
        ] {
            assert_eq!(issue(line, BulletinLanguages::of(None)), found, "{line}");
        }
        for (line, who) in [
            ("Released weekly by the Guild.", Some("the Guild")),
            ("PUBLISHER: the Guild", Some("the Guild")),
            ("Edited and printed by  Anna ", Some("Anna")),
            ("Herausgegeben von der Gilde", Some("der Gilde")),
            ("Publié par la Guilde", Some("la Guilde")),
            ("Issued to bystanders", None),
            ("Prepared by", None),
        ] {
            assert_eq!(publisher(line, BulletinLanguages::of(None)), who, "{line}");
        }
        for (line, is) in [
            ("Special edition", true),
            ("Summer supplement", true),
            ("SPECIAL ISSUE", true),
            ("Sonderausgabe", true),
            ("Édition spéciale", true),
            ("The 3rd edition", false),
            ("an expedition", false),
        ] {
            assert_eq!(is_edition(line, BulletinLanguages::of(None)), is, "{line}");
        }
    }

    #[test]
    fn lines_without_an_issue_are_none() {
        assert_eq!(
            read(["A title", "There is no doubt of it"].into_iter(), BulletinLanguages::of(None)),
            None
        );
    }
}
