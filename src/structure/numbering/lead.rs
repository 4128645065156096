//! Leads: what comes before a line that begins as a provision would.

use super::place::ManuscriptPlace;
use crate::import::manuscript::{Element, ElementKind};

/// What comes before a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lead {
    /// Nothing, or a heading.
    Heading,
    /// Words that a list is to complete: `the following:`
    Chapeau,
    /// Other words.
    Words,
}

impl Lead {
    /// Returns what comes before a line: in its element, or in the one before it that
    /// has words.
    pub fn of(text: &str, elements: &[Element], place: ManuscriptPlace) -> Self {
        let element = &elements[place.element];
        let before = match place.line.checked_sub(1) {
            Some(line) => Some((&element.lines[line].0, element.kind)),
            // Ornaments are passed over once, by the first line after them.
            None => elements[..place.element]
                .iter()
                .rfind(|element| element.kind != ElementKind::Ornament)
                .and_then(|element| Some((&element.lines.last()?.0, element.kind))),
        };
        let Some((line, kind)) = before else { return Self::Heading };
        if text[line.clone()].trim_end().ends_with([':', '：']) {
            return Self::Chapeau;
        }
        match kind {
            ElementKind::Heading { .. } => Self::Heading,
            _ => Self::Words,
        }
    }
}
