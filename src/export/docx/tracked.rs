//! Words of a paragraph: what happened to them, how they are set, and where they lead.

use super::xml::in_xml;
use std::collections::BTreeSet;

/// What happened to words, paragraphs or tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrackedChange {
    /// They are in both versions.
    Kept,
    /// They are only in the new version.
    Inserted,
    /// They are only in the old version.
    Deleted,
    /// They were here in the old version, and are elsewhere in the new one.
    MovedFrom(MoveNumber),
    /// They are here in the new version, and were elsewhere in the old one.
    MovedTo(MoveNumber),
}

/// The number of a move, which its two places share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MoveNumber(pub usize);

impl TrackedChange {
    /// The name of its element; what is kept has none.
    pub(super) const fn element(self) -> Option<&'static str> {
        match self {
            Self::Kept => None,
            Self::Inserted => Some("ins"),
            Self::Deleted => Some("del"),
            Self::MovedFrom(_) => Some("moveFrom"),
            Self::MovedTo(_) => Some("moveTo"),
        }
    }
}

/// How characters are set, in the order in which the format wants them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DocxEmphasis {
    /// As code.
    Code,
    /// In bold type.
    Bold,
    /// In italics.
    Italic,
    /// Underlined.
    Underlined,
}

impl DocxEmphasis {
    /// Its element. Scripts such as Arabic and Hebrew have elements of their own.
    const fn element(self) -> &'static str {
        match self {
            Self::Code => "<w:rStyle w:val=\"VerbatimChar\"/>",
            Self::Bold => "<w:b/><w:bCs/>",
            Self::Italic => "<w:i/><w:iCs/>",
            Self::Underlined => "<w:u w:val=\"single\"/>",
        }
    }
}

/// Everything that is set in a run of words.
pub type DocxLook = BTreeSet<DocxEmphasis>;

/// A run of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocxWords<'a> {
    /// The words.
    pub words: &'a str,
    /// What happened to them.
    pub change: TrackedChange,
    /// How they are set.
    pub look: DocxLook,
    /// How they were set, if they are in both versions.
    pub was: DocxLook,
    /// The address outside to which they lead.
    pub link: Option<&'a str>,
}

impl<'a> DocxWords<'a> {
    /// Words that are set in no special way.
    pub fn plain(words: &'a str, change: TrackedChange) -> Self {
        Self { words, change, look: DocxLook::new(), was: DocxLook::new(), link: None }
    }

    /// Whether other words are part of the same run.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        (self.change, &self.look, &self.was) == (other.change, &other.look, &other.was)
    }
}

/// The elements of a look.
pub(super) fn look(look: &DocxLook) -> String {
    look.iter().map(|emphasis| emphasis.element()).collect()
}

/// The text of a run, with its line breaks and tabs.
pub(super) fn text(words: &str, change: TrackedChange) -> String {
    let name = if change == TrackedChange::Deleted { "delText" } else { "t" };
    let mut text = String::new();
    for (at, line) in words.split('\n').enumerate() {
        text += if at > 0 { "<w:br/>" } else { "" };
        for (at, part) in line.split('\t').enumerate() {
            text += if at > 0 { "<w:tab/>" } else { "" };
            if !part.is_empty() {
                let part = in_xml(part);
                text += &format!("<w:{name} xml:space=\"preserve\">{part}</w:{name}>");
            }
        }
    }
    text
}
