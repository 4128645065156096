//! The labels of a line, in every reading: of the provision that begins in it, and of the first
//! sub-provision in the same line.

use super::beginnings::Onset;
use super::candidate::Candidate;
use super::lead::Lead;
use super::leader;
use super::place::ManuscriptPlace;
use crate::import::clean;
use crate::import::indent::columns_before;
use crate::import::manuscript::{Element, ElementKind};
use crate::import::shapes::LONGEST_HEADING;
use crate::lexicon::counter;
use crate::lexicon::keywords::{self, Role};
use crate::lexicon::label::{self, Label, LabelForm, LineRole, NOTE_SIGNS, RaisedForm};
use crate::structure::trace::{Rule, Trace, TraceSubject};

/// What is known of a line before its labels are read.
pub struct LineContext<'e> {
    pub element: &'e Element,
    pub place: ManuscriptPlace,
    /// Its role, if more than its form shows it.
    pub role: Option<LineRole>,
    pub onset: Onset,
    pub lead: Lead,
    /// Whether a number in square brackets may label it.
    pub squared: bool,
    /// How a raised number may label it.
    pub raised: Option<RaisedForm>,
}

/// Reads the labels of a line, in the role that is known or in that of its form; whether it is no
/// line of a table of contents.
pub fn read(
    text: &str,
    context: &LineContext<'_>,
    trace: &impl Trace,
    out: &mut Vec<Candidate>,
) -> bool {
    let LineContext { element, place, role, onset, lead, squared, raised } = *context;
    let range = element.lines[place.line].0.clone();
    let cleaned = clean::even(text, range.clone());
    let line = cleaned.as_ref();
    let raw = &text[range.clone()];
    // A paragraph of a judgment may break off in points too.
    let of_contents = leader::ends_with_page(raw);
    if of_contents && !squared {
        return false;
    }
    let whole = place.line == 0 && element.lines.len() <= 2;
    let level = match element.kind {
        ElementKind::Heading { level } if place.line == 0 => Some(level),
        _ => None,
    };
    let chapter = role == Some(LineRole::Heading);
    let heading = level.is_some() || chapter || (whole && is_short(text, element));
    let standing = match heading {
        true => LineRole::Heading,
        false if place.line == 0 && element.kind == ElementKind::Paragraph => LineRole::Paragraph,
        false => role.unwrap_or(LineRole::Running),
    };
    let indent = if place.line == 0 { element.indent } else { columns_before(text, range.start) };
    let item = element.kind == ElementKind::Item && place.line == 0;
    let mut labels = if of_contents { Vec::new() } else { label::labels(line, standing) };
    let first = TraceSubject::Reading(out.len());
    if squared && labels.is_empty() {
        labels.extend(label::bracketed(line));
        if !labels.is_empty() {
            trace.tell(first, Rule::BracketedNumber, Vec::new);
        }
    }
    if of_contents && labels.is_empty() {
        return false;
    }
    if !of_contents
        && let Some(form) = raised
        && let Some(label) = label::raised(line, form)
    {
        labels = vec![label];
        trace.tell(first, Rule::RaisedNumber, Vec::new);
    }
    if labels.first().is_some_and(|own| line[..own.len].contains(NOTE_SIGNS)) {
        trace.tell(first, Rule::NotedNumber, Vec::new);
    }
    let mut stacked = None;
    for label in labels {
        let edge = indent + line[..label.len].chars().count();
        stacked = stacked.max(Some(label.len));
        let alone = element.lines.len() == 1 && line[label.len..].trim().is_empty();
        let last =
            onset.is_sure() && place.line + 1 == element.lines.len() && is_heading_line(line);
        let heading = heading || last || is_titled(line, &label);
        // `[9] COSTS`: the paragraphs of a judgment are on one level.
        let level = level.filter(|_| label.style.form != LabelForm::Square);
        let offset = range.start;
        out.push(Candidate {
            place,
            label,
            indent,
            margin: indent,
            edge,
            onset,
            heading,
            level,
            item,
            alone,
            misread: None,
            offset,
            lead,
        });
    }
    // `5. (1) …`: the first sub-clause begins in the line of its clause.
    let Some(len) = stacked.filter(|_| line == raw) else { return true };
    let column = line.len() - line[len..].trim_start().len();
    let column = column + behind_title(&line[column..]).unwrap_or(0);
    let margin = indent;
    let indent = indent + line[..column].chars().count();
    let mut labels = label::labels(&line[column..], LineRole::Running);
    if raised == Some(RaisedForm::Raised) {
        labels.extend(label::raised(&line[column..], RaisedForm::Raised));
    }
    for label in labels {
        let first = label.value.is_first() || label.value.is_before_first();
        let first = first && label.style.components == 1;
        let closed = matches!(
            label.style.form,
            LabelForm::Both | LabelForm::Close | LabelForm::Point | LabelForm::Raised
        ) && label.style.named.is_none();
        let signed = line[column..].starts_with('§');
        if first && (closed || signed) && column + label.len < line.len() {
            let edge = indent + line[column..column + label.len].chars().count();
            out.push(Candidate {
                place: ManuscriptPlace { column, ..place },
                label,
                indent,
                margin,
                edge,
                onset,
                heading: false,
                level: None,
                item,
                alone: false,
                misread: None,
                offset: range.start + column,
                lead: Lead::Words,
            });
        }
    }
    true
}

/// Where the first sub-provision begins after the title of its provision, in the same line: `Power
/// to make rules.—(1) The keeper …`
fn behind_title(words: &str) -> Option<usize> {
    // `제2조(정의) ① …`
    if let Some((_, first)) = words.strip_prefix('(').and_then(|inner| inner.split_once(')'))
        && counter::is_enclosed(first.trim_start())
    {
        return Some(words.len() - first.trim_start().len());
    }
    let at =
        FIRST_LABELS.iter().filter_map(|first| words.find(first)).min().filter(|at| *at > 0)?;
    let (title, first) = words.split_at(at);
    let title = title.trim_end();
    let bare = title.trim_end_matches(['.', '—', '–', '-', ':', ' ']);
    let sentence = first["(1) ".len()..].trim_start().starts_with(|c: char| !c.is_lowercase());
    // A script without capitals shows no more.
    let named = bare.starts_with(may_begin_title) && !bare.contains(['.', ';', '?', '!']);
    (sentence
        && named
        && bare.len() < title.len()
        && bare.split_whitespace().count() <= MOST_TITLE_WORDS)
        .then_some(at)
}

/// Whether a character may be the first of a title: a letter that is not small.
fn may_begin_title(c: char) -> bool {
    c.is_alphabetic() && !c.is_lowercase()
}

/// The first labels of sub-provisions that may follow a title in the same line.
const FIRST_LABELS: [&str; 2] = ["(1) ", "(a) "];

/// Maximum number of words in the title of a provision with a sub-provision in the same line.
const MOST_TITLE_WORDS: usize = 12;

/// The label of an article in a line that may be a wrapped one, where a mark and
/// a new sentence follow: a title without a full stop is above it.
pub fn read_doubtful(
    text: &str,
    element: &Element,
    place: ManuscriptPlace,
    out: &mut Vec<Candidate>,
) {
    let range = element.lines[place.line].0.clone();
    let known = text[range.clone()].chars().next().map_or(0..0, keywords::beginning_with);
    if known.is_empty() {
        return;
    }
    let cleaned = clean::even(text, range.clone());
    let line = cleaned.as_ref();
    let indent = columns_before(text, range.start);
    for label in label::labels(line, LineRole::Running) {
        let marked = line[..label.len].ends_with(|c: char| !c.is_alphanumeric());
        let words = line[label.len..].trim_start();
        let sentence = marked && words.starts_with(|c: char| !c.is_lowercase());
        if label.style.role() == Some(Role::Article) && (sentence || words.is_empty()) {
            let edge = indent + line[..label.len].chars().count();
            out.push(Candidate {
                place,
                label,
                indent,
                margin: indent,
                edge,
                onset: Onset::Doubtful,
                heading: false,
                level: None,
                item: false,
                alone: false,
                misread: None,
                offset: range.start,
                lead: Lead::Words,
            });
        }
    }
}

/// Whether an element has the length of a heading, and no end of a sentence.
fn is_short(text: &str, element: &Element) -> bool {
    let words: usize =
        element.lines.iter().map(|(range, _)| text[range.clone()].chars().count()).sum();
    let end = element.lines.last().map_or("", |(range, _)| &text[range.clone()]);
    words <= LONGEST_HEADING && !end.ends_with([';', ',', ':', '?', '!', '；', '，', '、'])
}

/// Whether a line has the length of a heading, and no end of a sentence.
fn is_heading_line(line: &str) -> bool {
    line.chars().count() <= LONGEST_HEADING && !line.ends_with(['.', ';', ',', ':', '?', '!'])
}

/// Whether a line is a label and nothing but a title in capitals.
fn is_titled(line: &str, label: &Label) -> bool {
    let rest = line[label.len..].trim();
    let worded = match label.style.role() {
        Some(Role::Article | Role::Division(_)) => true,
        Some(Role::Annex) => !label.ordinals.is_empty(),
        Some(Role::Section) | None => false,
    };
    rest.is_empty() && worded
}
