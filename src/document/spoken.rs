//! Names of places for people: in spoken form, whereas an [address](super::Address) is to be typed.
//!
//! The name of a provision is its number (`11`, `5(c)`), of a heading or an annex its words, of any
//! other section its kind (`Preamble`); a paragraph is counted in it (`8, paragraph 3`). An
//! ambiguous name includes the enclosing section (`Schedule 2, clause 1`).

use super::{BlockId, Document, Passage, SectionId, SectionKind, Title};
use crate::messages::places;

/// Maximum characters of a title in a name.
const TITLE: usize = 48;

impl Document {
    /// Returns the name of a section.
    pub fn section_name(&self, id: SectionId) -> String {
        let section = self.section(id);
        let address = section.address.as_str();
        let (place, count) = match address.rsplit_once('~') {
            Some((place, count)) => (place, count.parse().ok()),
            None => (address, None),
        };
        let own = self.own_name(id);
        let scoped = section.parent.filter(|parent| {
            let outer = place.strip_prefix(self.section_address(*parent));
            outer.is_some_and(|rest| rest.starts_with('/'))
        });
        let name = match (scoped, &section.number) {
            (Some(outer), Some(_)) => {
                format!("{}, {} {own}", self.section_name(outer), section.kind.name())
            }
            (Some(outer), None) => format!("{}, {own}", self.section_name(outer)),
            (None, _) => own,
        };
        match count {
            Some(count) => format!("{name} ({})", nth(count)),
            None => name,
        }
    }

    /// Like [`Self::section_name`], with the kind of a provision if its name is only a number:
    /// `clause 11`.
    pub fn section_name_with_kind(&self, id: SectionId) -> String {
        let section = self.section(id);
        let name = self.section_name(id);
        let by_number = section.number.as_ref().is_some_and(|own| own.to_string() == name);
        if by_number { format!("{} {name}", section.kind.name()) } else { name }
    }

    /// Returns the name of a block: its section, and its paragraph if the section
    /// has more than one.
    pub fn block_name(&self, block: BlockId) -> String {
        let section = self.block(block).section;
        let name = self.section_name(section);
        match self.paragraph_in_name(block) {
            Some(paragraph) => places::paragraph(name, paragraph),
            None => name,
        }
    }

    /// Returns the name of a passage: the section if the passage is a whole one,
    /// or else its blocks, from the first to the last.
    pub fn passage_name(&self, passage: Passage) -> String {
        if let Some(section) = self.section_of(passage) {
            return self.section_name(section);
        }
        let (first, last) = (passage.start.block, passage.end.block);
        let section = self.block(first).section;
        let paragraphs = (self.paragraph_in_name(first), self.paragraph_in_name(last));
        match paragraphs {
            (Some(from), Some(to)) if from != to && self.block(last).section == section => {
                places::paragraphs(self.section_name(section), from, to)
            }
            _ => {
                let (from, to) = (self.block_name(first), self.block_name(last));
                if from == to { from } else { places::range(from, to) }
            }
        }
    }

    /// Returns the paragraph number that distinguishes a block in its section.
    /// The lines of a masthead are not paragraphs to readers.
    fn paragraph_in_name(&self, block: BlockId) -> Option<u32> {
        let section = self.section(self.block(block).section);
        let counted = section.paragraphs > 1 && section.kind != SectionKind::Masthead;
        self.paragraph_number(block).filter(|_| counted)
    }

    /// Returns the name of a section among its siblings.
    fn own_name(&self, id: SectionId) -> String {
        let section = self.section(id);
        match (&section.number, section.kind, section.title) {
            (Some(number), _, _) => number.to_string(),
            (None, SectionKind::Heading | SectionKind::Annex, title) if title != Title::Unnamed => {
                shortened(&self.title(id))
            }
            (None, kind, _) => kind.label().to_owned(),
        }
    }
}

/// Shortens a title, cut between words.
fn shortened(title: &str) -> String {
    let Some((end, _)) = title.char_indices().nth(TITLE) else { return title.to_owned() };
    let cut = title[..end].rfind(' ').filter(|cut| *cut > 0).unwrap_or(end);
    format!("{}…", title[..cut].trim_end_matches([',', ';', ':', ' ']))
}

/// Formats `second`, `third`, `4th`.
fn nth(count: u32) -> String {
    match count {
        2 => "second".to_owned(),
        3 => "third".to_owned(),
        _ => format!("{count}{}", ordinal_ending(count)),
    }
}

/// What makes a number an ordinal: `7th`.
pub const fn ordinal_ending(number: u32) -> &'static str {
    match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Origin, Target, look_up};

    fn read(text: &str) -> Document {
        crate::source::read(text.as_bytes(), Origin::StandardInput).expect("text")
    }

    fn name(document: &Document, address: &str) -> String {
        match look_up(document, address, None) {
            Ok(Target::Text { passage, .. }) => document.passage_name(passage),
            other => panic!("{address}: {other:?}"),
        }
    }

    #[test]
    fn a_place_is_called_what_a_person_says() {
        let bulletin = crate::source::built_in().expect("text");
        for (address, said) in [
            ("masthead", "Masthead"),
            ("masthead:1", "Masthead"),
            ("story:4", "News story, paragraph 4"),
            ("pp3", "Preamble, paragraph 3"),
            ("11", "11"),
            ("8:3", "8, paragraph 3"),
            ("8:2-4", "8, paragraphs 2 to 4"),
            ("8:2-9:1", "8, paragraph 2 to 9, paragraph 1"),
            ("declaration", "Declaration"),
        ] {
            assert_eq!(name(&bulletin, address), said, "{address}");
        }
    }

    #[test]
    fn no_slug_names_a_place() {
        let text = "# Rules of the Great Harbour and of All Its Lamps and Boats\n\nWe agree.\n\nWe sign.\n\n1. A lamp is lit.\n\n2. A lamp is kept.\n\n3. A lamp is paid for.\n\n## Schedule 1\n\n1. A fee is paid.\n\n2. It is small.\n\n## Schedule 2\n\n1. A fine is paid.\n\n2. It is large.\n";
        let document = read(text);
        for block in document.block_ids() {
            let (name, address) = (document.block_name(block), document.block_address(block));
            let slug = address.split([':', '/']).next().unwrap_or_default();
            let worded = slug.contains('-') || slug.chars().all(char::is_lowercase);
            assert!(!worded || !name.contains(slug), "{address}: {name}");
            assert!(!name.contains(['~', '/', ':']), "{name}");
        }
        let all: Vec<String> =
            document.block_ids().map(|block| document.block_name(block)).collect();
        for said in [
            "Rules of the Great Harbour and of All Its Lamps…",
            "2",
            "Schedule 1, clause 2",
            "Schedule 2, clause 1",
        ] {
            assert!(all.iter().any(|name| name == said), "{said}: {all:?}");
        }
    }

    #[test]
    fn counts_are_said_as_words_or_ordinals() {
        assert_eq!(
            [2, 3, 4, 11, 21, 112].map(nth),
            ["second", "third", "4th", "11th", "21st", "112th"]
        );
    }
}
