//! Statements: how a text states its own structure, where its words and layout would be read
//! otherwise.
//!
//! A statement is a line above the block that it describes: in Markdown a comment, which is
//! invisible on a rendered page; in plain text a line that begins with two points, like comments
//! in reStructuredText.
//!
//! ```text
//! <!-- clause 5(a), level 3 -->      .. clause 5(a), level 3
//! **(a)** at dusk;                   (a)  at dusk;
//!
//! <!-- level 2 -->                   .. level 2
//! It goes on in clause 5.            It goes on in clause 5.
//! ```
//!
//! | statement | meaning |
//! |---|---|
//! | `clause 5(a), level 3` | begins a section of this kind and number, inside two others |
//! | `clause [2.1], level 2` | likewise, where 2.1 is one step of the number, not two |
//! | `heading named part-i, level 2` | likewise, with the name used in its address |
//! | `level 2` | the text continues in the open section of that level |
//! | `recital 47` | a paragraph has a number, which is printed before it |
//! | `without a number` | the number of this provision is not printed |
//! | `below its title` | the number of this provision is printed here, after its title |
//! | `goes on` | a paragraph continues the one before it |
//! | `paragraph`, `dateline`, `ornament`, `note` | the kind of the next block |
//!
//! A text that begins with a statement of a section states its whole structure, and nothing is
//! guessed. In other plain texts, a line may state that the next one is a `paragraph` and not a
//! heading.

use crate::document::{BlockKind, ClauseNumber, Ordinal, SectionKind};
use std::fmt;

/// A statement of a text about its structure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Statement {
    /// Begins a section.
    Section(StatedSection),
    /// The following text belongs to the open section inside this many others.
    Level(usize),
    /// Describes the next block.
    Block(StatedBlock),
}

/// The beginning of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedSection {
    /// Its kind.
    pub kind: SectionKind,
    /// Its number.
    pub number: Option<ClauseNumber>,
    /// Its name, if neither its number nor its title provides it.
    pub name: Option<String>,
    /// The number of sections around it.
    pub level: usize,
}

/// A statement about a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatedBlock {
    /// It has this kind, which its form does not show.
    Kind(BlockKind),
    /// It begins a provision without a printed number.
    WithoutNumber,
    /// The number of its provision is printed before it, not before the title above.
    BelowTitle,
    /// It has the number that is printed before it.
    Recital(u32),
    /// It continues the paragraph before it.
    GoesOn,
}

/// The kinds of blocks that can be stated, by name.
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

/// The maximum nesting of sections.
const DEEPEST: usize = 64;

impl Statement {
    /// Parses a line of Markdown.
    pub fn in_markdown(line: &str) -> Option<Self> {
        Self::read(line.trim().strip_prefix("<!--")?.strip_suffix("-->")?.trim())
    }

    /// Parses a line of plain text.
    pub fn in_text(line: &str) -> Option<Self> {
        Self::read(line.strip_prefix(".. ")?.trim_end())
    }

    /// Formats the statement as a line of Markdown.
    pub fn as_markdown(&self) -> String {
        format!("<!-- {self} -->")
    }

    /// Formats the statement as a line of plain text.
    pub fn as_text(&self) -> String {
        format!(".. {self}")
    }

    /// Whether a text that states its structure can begin with it.
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

/// Parses a level, which counts from 1, and returns the number of sections around it.
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

/// Formats a number for a statement: as displayed, with brackets around a single step that would
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

/// Parses a number in a statement.
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
