//! The words in the head of a bulletin and in the addresses at its end, one table per language. The
//! words themselves are in `assets/languages`.

use super::language;
use super::phrase::Phrases;

/// The words of a language.
#[derive(Debug, Clone, Copy)]
pub struct BulletinWords {
    tag: &'static str,
    /// Words for a volume, and for the number of an issue.
    pub head_volumes: Phrases,
    pub head_numbers: Phrases,
    /// Words for an edition, at the end of its line.
    pub head_editions: Phrases,
    /// Words for a publisher, before a colon.
    pub head_publishers: Phrases,
    /// Words for publishing, and words between those and the publisher.
    pub head_deeds: Phrases,
    pub head_by: Phrases,
    /// Articles before the publisher.
    pub head_articles: Phrases,
    /// Words before a colon or a full stop in an address.
    pub contact_labels: Phrases,
    /// Words that indicate an address by themselves.
    pub contact_words: Phrases,
    /// Words at the start of a line of an address.
    pub contact_openings: Phrases,
}

// Defines `LANGUAGES` and `DEFAULT`.
include!(concat!(env!("OUT_DIR"), "/bulletins.rs"));

/// The possible languages of the head and the addresses of a text.
#[derive(Debug, Clone, Copy)]
pub struct BulletinLanguages<'a> {
    tag: Option<&'a str>,
}

impl<'a> BulletinLanguages<'a> {
    /// Returns the language of `tag`, the languages close to it and the default; without a tag,
    /// all.
    pub const fn of(tag: Option<&'a str>) -> Self {
        Self { tag }
    }

    /// Returns the first result of `of` among the languages, in their order.
    pub fn find<T>(self, of: impl FnMut(&'static BulletinWords) -> Option<T>) -> Option<T> {
        let primary = language::primary(self.tag);
        let counts = |(at, known): &(usize, &BulletinWords)| {
            self.tag.is_none()
                || *at == DEFAULT
                || known.tag == primary
                || language::are_near(&primary, known.tag)
        };
        LANGUAGES.iter().enumerate().filter(counts).map(|(_, known)| known).find_map(of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_language_and_of_the_default_count() {
        let told = |tag: Option<&str>, word: &str| {
            BulletinLanguages::of(tag).find(|words| words.contact_labels.begun(word)).is_some()
        };
        for (tag, word, counts) in [
            (Some("de-AT"), "Anschrift:", true),
            (Some("de"), "Address:", true),
            (Some("fr"), "Anschrift:", false),
            (Some("tlh"), "Anschrift:", false),
            (None, "Anschrift:", true),
        ] {
            assert_eq!(told(tag, word), counts, "{tag:?} {word}");
        }
    }
}
