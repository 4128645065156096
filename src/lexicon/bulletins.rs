//! The words of the head of a bulletin and of the addresses at its end: one table for each
//! language. The words themselves are in `assets/languages`.

use super::language;
use super::phrase::Phrases;

/// How a language writes them.
#[derive(Debug, Clone, Copy)]
pub struct Language {
    tag: &'static str,
    /// What a volume is called, and the number of an issue.
    pub head_volumes: Phrases,
    pub head_numbers: Phrases,
    /// What an edition is called, at the end of its line.
    pub head_editions: Phrases,
    /// What a publisher is called, before a colon.
    pub head_publishers: Phrases,
    /// What a publisher did, and what stands between that and the publisher.
    pub head_deeds: Phrases,
    pub head_by: Phrases,
    /// Articles of speech before the publisher.
    pub head_articles: Phrases,
    /// What stands before a colon or a point in an address.
    pub contact_labels: Phrases,
    /// Words that say so by themselves.
    pub contact_words: Phrases,
    /// What a line of an address begins with.
    pub contact_openings: Phrases,
}

// `LANGUAGES` and `DEFAULT`.
include!(concat!(env!("OUT_DIR"), "/bulletins.rs"));

/// Languages that the head and the addresses of a text may be in.
#[derive(Debug, Clone, Copy)]
pub struct Languages<'a> {
    tag: Option<&'a str>,
}

impl<'a> Languages<'a> {
    /// Of a text in the language of a tag: that, those near to it and the default; of one whose
    /// language is not known: all.
    pub const fn of(tag: Option<&'a str>) -> Self {
        Self { tag }
    }

    /// What one of them has, in their order.
    pub fn find<T>(self, of: impl FnMut(&'static Language) -> Option<T>) -> Option<T> {
        let primary = language::primary(self.tag);
        let counts = |(at, known): &(usize, &Language)| {
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
            Languages::of(tag).find(|words| words.contact_labels.begun(word)).is_some()
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
