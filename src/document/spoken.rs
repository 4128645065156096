//! How places are named to a person: as one would say them, where an
//! [address](super::Address) is what one types.
//!
//! A provision goes by its number (`11`, `5(c)`), a heading or an annex by its
//! words, any other section by its kind (`Preamble`); a paragraph is counted in it (`8,
//! paragraph 3`). What stands in several places says in which of them it is
//! (`Schedule 2, clause 1`).

use super::{BlockId, Document, Passage, SectionId, SectionKind, Title};

/// Characters of a title that name a section.
const TITLE: usize = 48;

impl Document {
    /// What a section is called.
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

    /// The same with the kind of a provision that goes by its number alone: `clause 11`.
    pub fn section_name_with_kind(&self, id: SectionId) -> String {
        let section = self.section(id);
        let name = self.section_name(id);
        let by_number = section.number.as_ref().is_some_and(|own| own.to_string() == name);
        if by_number { format!("{} {name}", section.kind.name()) } else { name }
    }

    /// What a block is called: its section, and its paragraph where the section
    /// has more than one.
    pub fn block_name(&self, block: BlockId) -> String {
        let section = self.block(block).section;
        let name = self.section_name(section);
        match self.paragraph_in_name(block) {
            Some(paragraph) => format!("{name}, paragraph {paragraph}"),
            None => name,
        }
    }

    /// What a passage is called: the section that it is all of, else its blocks,
    /// from the first to the last.
    pub fn passage_name(&self, passage: Passage) -> String {
        if let Some(section) = self.section_of(passage) {
            return self.section_name(section);
        }
        let (first, last) = (passage.start.block, passage.end.block);
        let section = self.block(first).section;
        let paragraphs = (self.paragraph_in_name(first), self.paragraph_in_name(last));
        match paragraphs {
            (Some(from), Some(to)) if from != to && self.block(last).section == section => {
                format!("{}, paragraphs {from} to {to}", self.section_name(section))
            }
            _ => {
                let (from, to) = (self.block_name(first), self.block_name(last));
                if from == to { from } else { format!("{from} to {to}") }
            }
        }
    }

    /// The paragraph that tells a block from the others of its section. The lines
    /// of a masthead are no paragraphs to a person.
    fn paragraph_in_name(&self, block: BlockId) -> Option<u32> {
        let section = self.section(self.block(block).section);
        let counted = section.paragraphs > 1 && section.kind != SectionKind::Masthead;
        self.paragraph_number(block).filter(|_| counted)
    }

    /// What a section is called among those that it stands beside.
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

/// A title in as many characters as name it, cut between words.
fn shortened(title: &str) -> String {
    let Some((end, _)) = title.char_indices().nth(TITLE) else { return title.to_owned() };
    let cut = title[..end].rfind(' ').filter(|cut| *cut > 0).unwrap_or(end);
    format!("{}…", title[..cut].trim_end_matches([',', ';', ':', ' ']))
}

/// `second`, `third`, `4th`.
fn nth(count: u32) -> String {
    match count {
        2 => "second".to_owned(),
        3 => "third".to_owned(),
        _ => {
            let ending = match (count % 100, count % 10) {
                (11..=13, _) => "th",
                (_, 1) => "st",
                (_, 2) => "nd",
                (_, 3) => "rd",
                _ => "th",
            };
            format!("{count}{ending}")
        }
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
