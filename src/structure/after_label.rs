//! What follows a label that is alone in its part: the label of a sub-provision in the same line, a
//! title, or the words of its provision.

use super::part::Part;
use super::titles::goes_on;
use crate::import::manuscript::ElementKind;

/// Maximum length of the title of a provision, in characters.
const LONGEST_CLAUSE_TITLE: usize = 100;

/// What follows the label of a provision that is alone in its part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AfterLabel {
    /// The label of its first sub-provision, in the same line.
    Label,
    /// Its title.
    Title,
    /// Its words.
    Words,
    /// Nothing that is part of it, or its sub-provisions in lines of their own.
    SubProvisions,
}

/// Returns what follows the label at `at`, which is alone in its part; `end` is where its region
/// ends.
pub fn after_label(text: &str, parts: &[Part<'_>], at: usize, end: usize) -> AfterLabel {
    let Some(next) = parts.get(at + 1).filter(|_| at + 1 < end) else {
        return AfterLabel::SubProvisions;
    };
    if begins_in_line_of(&parts[at], next) {
        return AfterLabel::Label;
    }
    if has_title_below(text, parts, at, end) {
        return AfterLabel::Title;
    }
    let set_apart = matches!(
        next.kind,
        ElementKind::Heading { .. }
            | ElementKind::Preformatted
            | ElementKind::Code
            | ElementKind::Printed
            | ElementKind::Table
    );
    match next.mark.is_none() && !set_apart && !next.is_ornament(text) {
        true => AfterLabel::Words,
        false => AfterLabel::SubProvisions,
    }
}

/// Whether a part begins in the line that the one before it ends in.
fn begins_in_line_of(part: &Part<'_>, next: &Part<'_>) -> bool {
    let start = next.lines.first().map(|(range, _)| range.start);
    let end = part.lines.last().map(|(range, _)| range.end);
    next.mark.is_some() && start == end
}

/// Whether the part below the label at `at`, which is alone in its part, is its title.
pub fn has_title_below(text: &str, parts: &[Part<'_>], at: usize, end: usize) -> bool {
    let next = at + 1;
    let Some(part) = parts.get(next).filter(|_| next < end) else { return false };
    if part.mark.is_some() {
        return false;
    }
    let own = &parts[at];
    let depth = own.provision();
    match part.kind {
        ElementKind::Heading { level } => {
            let level_of = own.mark.and_then(|mark| mark.level);
            depth.is_none() || level_of.is_none_or(|own| own <= level)
        }
        ElementKind::Paragraph => {
            part.is_title(text)
                && part.words(text).chars().count() <= LONGEST_CLAUSE_TITLE
                && next + 1 < end
                && depth.is_none_or(|depth| goes_on(&parts[next + 1], depth))
        }
        _ => false,
    }
}
