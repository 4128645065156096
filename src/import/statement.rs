//! Statements: how a text says itself what it is made of, where its words and their layout
//! would be read as something else.
//!
//! A statement is a line above the block that it speaks of: in Markdown a comment, which no
//! page shows, in plain text a line behind two points, as reStructuredText has comments.
//!
//! ```text
//! <!-- clause 5(a), level 3 -->      .. clause 5(a), level 3
//! **(a)** at dusk;                   (a)  at dusk;
//!
//! <!-- level 2 -->                   .. level 2
//! It goes on in clause 5.            It goes on in clause 5.
//! ```
//!
//! | statement | says |
//! |---|---|
//! | `clause 5(a), level 3` | a section begins, of a kind, with a number, in two others |
//! | `clause [2.1], level 2` | the same, where 2.1 is one step of the number and not two |
//! | `heading named part-i, level 2` | the same, with the name that it goes by in addresses |
//! | `level 2` | the text goes on in the section of that level that is open |
//! | `recital 47` | a paragraph goes by a number that is printed in front of it |
//! | `without a number` | the number of this provision is not printed |
//! | `below its title` | the number of this provision is printed here, its title stood above |
//! | `goes on` | a paragraph goes on with the one before it |
//! | `paragraph`, `dateline`, `ornament`, `note` | what the next block is |
//!
//! A text that begins with a section's statement states all of its structure: nothing of it is
//! then guessed. In other plain texts a line may state that the next one is a `paragraph`, which
//! is then taken for no heading.

use crate::document::{BlockKind, ClauseNumber, Ordinal, SectionKind};
use std::fmt;

/// What a text states of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Statement {
    /// A section begins.
    Section(StatedSection),
    /// What follows belongs to the section that is open inside so many others.
    Level(usize),
    /// What the next block is.
    Block(StatedBlock),
}

/// A section that begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedSection {
    /// What it is.
    pub kind: SectionKind,
    /// The number that it has.
    pub number: Option<ClauseNumber>,
    /// The name that it goes by, where neither its number nor its title tells it.
    pub name: Option<String>,
    /// How many sections it stands in.
    pub level: usize,
}

/// What is stated of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatedBlock {
    /// It is of a kind that its form does not tell.
    Kind(BlockKind),
    /// It begins a provision, whose number is not printed.
    WithoutNumber,
    /// The number of its provision is printed in front of it, not of the title above.
    BelowTitle,
    /// It goes by the number that is printed in front of it.
    Recital(u32),
    /// It goes on with the paragraph before it.
    GoesOn,
}

/// Kinds of blocks that are stated, by their words.
const KINDS: [(&str, BlockKind); 4] = [
    ("paragraph", BlockKind::Paragraph),
    ("dateline", BlockKind::Dateline),
    ("ornament", BlockKind::Ornament),
    ("note", BlockKind::Note),
];

const SECTIONS: [SectionKind; 10] = [
    SectionKind::Masthead,
    SectionKind::Story,
    SectionKind::Declaration,
    SectionKind::Preamble,
    SectionKind::Clause,
    SectionKind::Article,
    SectionKind::Annex,
    SectionKind::Imprint,
    SectionKind::Notice,
    SectionKind::Heading,
];

const WITHOUT_NUMBER: &str = "without a number";
const BELOW_TITLE: &str = "below its title";
const GOES_ON: &str = "goes on";

/// Sections in one another, at the most.
const DEEPEST: usize = 64;

impl Statement {
    /// The statement that a line of Markdown makes.
    pub fn in_markdown(line: &str) -> Option<Self> {
        Self::read(line.trim().strip_prefix("<!--")?.strip_suffix("-->")?.trim())
    }

    /// The statement that a line of plain text makes.
    pub fn in_text(line: &str) -> Option<Self> {
        Self::read(line.strip_prefix(".. ")?.trim_end())
    }

    /// The statement as a line of Markdown.
    pub fn as_markdown(&self) -> String {
        format!("<!-- {self} -->")
    }

    /// The statement as a line of plain text.
    pub fn as_text(&self) -> String {
        format!(".. {self}")
    }

    /// Whether a text can begin with it that states its structure.
    pub fn begins_a_text(&self) -> bool {
        matches!(self, Self::Section(section) if section.level == 0)
    }

    fn read(words: &str) -> Option<Self> {
        if let Some(level) = words.strip_prefix("level ") {
            return Some(Self::Level(level_of(level)?));
        }
        let stated = match words {
            WITHOUT_NUMBER => Some(StatedBlock::WithoutNumber),
            BELOW_TITLE => Some(StatedBlock::BelowTitle),
            GOES_ON => Some(StatedBlock::GoesOn),
            _ => KINDS
                .iter()
                .find(|(word, _)| *word == words)
                .map(|(_, kind)| StatedBlock::Kind(*kind)),
        };
        if let Some(stated) = stated {
            return Some(Self::Block(stated));
        }
        if let Some(number) = words.strip_prefix("recital ") {
            return Some(Self::Block(StatedBlock::Recital(number.parse().ok()?)));
        }
        section(words).map(Self::Section)
    }
}

/// A level as it is shown, counted from 1, as the number of sections around.
fn level_of(shown: &str) -> Option<usize> {
    shown.parse::<usize>().ok()?.checked_sub(1).filter(|level| *level < DEEPEST)
}

fn section(words: &str) -> Option<StatedSection> {
    let (what, level) = words.rsplit_once(", level ")?;
    let level = level_of(level)?;
    let (kind, rest) = what.split_once(' ').unwrap_or((what, ""));
    let kind = SECTIONS.into_iter().find(|known| known.name() == kind)?;
    let name = rest.strip_prefix("named ");
    let number = match (rest, name) {
        ("", _) | (_, Some(_)) => None,
        (shown, None) => Some(number_of(shown)?),
    };
    if kind.is_provision() && number.is_none() {
        return None;
    }
    Some(StatedSection { kind, number, name: name.map(str::to_owned), level })
}

/// A number as it is stated: as it shows, with brackets around what is one step though it would
/// be read as several (`[12.1](a)`).
fn as_stated(number: &ClauseNumber) -> String {
    let shown = number.to_string();
    match number.components().first() {
        Some(Ordinal::Compound(own)) if number_of(&shown).as_ref() != Some(number) => {
            format!("[{own}]{}", shown.strip_prefix(own.as_str()).unwrap_or(""))
        }
        _ => shown,
    }
}

/// The number that is stated so.
fn number_of(stated: &str) -> Option<ClauseNumber> {
    let Some(inner) = stated.strip_prefix('[') else { return ClauseNumber::shown_as(stated) };
    let (own, rest) = inner.split_once(']')?;
    let mut components = ClauseNumber::shown_as(&format!("1{rest}"))?.components().to_vec();
    *components.first_mut()? = Ordinal::Compound(own.to_owned());
    ClauseNumber::from_components(components)
}

impl fmt::Display for Statement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Section(section) => {
                f.write_str(section.kind.name())?;
                if let Some(number) = &section.number {
                    write!(f, " {}", as_stated(number))?;
                }
                if let Some(name) = &section.name {
                    write!(f, " named {name}")?;
                }
                write!(f, ", level {}", section.level + 1)
            }
            Self::Level(level) => write!(f, "level {}", level + 1),
            Self::Block(StatedBlock::Recital(number)) => write!(f, "recital {number}"),
            Self::Block(StatedBlock::WithoutNumber) => f.write_str(WITHOUT_NUMBER),
            Self::Block(StatedBlock::BelowTitle) => f.write_str(BELOW_TITLE),
            Self::Block(StatedBlock::GoesOn) => f.write_str(GOES_ON),
            Self::Block(StatedBlock::Kind(kind)) => {
                let word = KINDS.iter().find(|(_, known)| known == kind).map(|(word, _)| *word);
                f.write_str(word.unwrap_or_default())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_is_read_as_it_is_written() {
        for words in [
            "clause 5(a), level 3",
            "article 2.1(iv).B, level 1",
            "clause [12.1], level 2",
            "clause [12.1].1(a), level 4",
            "clause 1A.2, level 2",
            "heading, level 1",
            "heading named part-iii, level 2",
            "annex A, level 1",
            "annex named annex-on-oil, level 2",
            "level 2",
            "recital 47",
            "without a number",
            "below its title",
            "goes on",
            "paragraph",
            "dateline",
            "ornament",
            "note",
        ] {
            let statement = Statement::in_text(&format!(".. {words}"));
            let statement = statement.unwrap_or_else(|| panic!("{words}"));
            assert_eq!(statement.to_string(), words);
            assert_eq!(Statement::in_markdown(&statement.as_markdown()), Some(statement.clone()));
        }
    }

    #[test]
    fn other_comments_state_nothing() {
        for words in [
            "note:: see",
            "clause, level 1",
            "level 0",
            "level 999",
            "lamp, level 1",
            "clause 5",
            "",
        ] {
            assert_eq!(Statement::in_text(&format!(".. {words}")), None, "{words}");
            assert_eq!(Statement::in_markdown(&format!("<!-- {words} -->")), None, "{words}");
        }
        assert_eq!(Statement::in_text("... level 1"), None);
    }
}
