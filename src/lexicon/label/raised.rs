//! Raised numbers, as paragraphs of Swiss articles have them: `¹ Lamps are lit`.

use super::characters::is_gap;
use super::insertion;
use super::parsed::{Label, LabelForm, LabelStyle};
use super::tail::LabelTail;
use crate::document::Ordinal;
use crate::lexicon::counter::{self, Counter};

/// How the numbers of paragraphs are raised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RaisedForm {
    /// `¹ Lamps are lit`
    Raised,
    /// `1 Lamps are lit`, in a copy whose numbers are no longer raised.
    Plain,
}

/// Returns the label of a line that begins with a raised number, or with a plain one that was
/// inserted among these: `1bis Lamps are lit`.
pub fn raised(line: &str, form: RaisedForm) -> Option<Label> {
    let signs = line.chars().take_while(|c| is_raised(*c)).count();
    let digits: String = line.chars().take(signs).filter_map(insertion::superscript).collect();
    let end: usize = line.chars().take(signs).map(char::len_utf8).sum();
    let (number, end) = match digits.parse::<u32>() {
        Ok(number) => (number, end),
        Err(_) => {
            let first =
                counter::readings(line).into_iter().find(|r| r.counter == Counter::Digits)?;
            (first.value, first.len)
        }
    };
    let (rest, insertion) = insertion::suffix(&line[end..]);
    let timed = insertion.as_ref().is_some_and(|own| own.shown.len() > 1);
    let words = rest.trim_start_matches(is_gap);
    let begun = words.len() < rest.len() && !words.starts_with(char::is_lowercase);
    let shown = signs > 0 || timed || form == RaisedForm::Plain;
    let able = number > 0 && begun && shown && (insertion.is_none() || timed);
    let behind = LabelTail { insertion, ..LabelTail::default() };
    able.then(|| Label {
        style: LabelStyle::bare(Counter::Digits, LabelForm::Raised, 1),
        value: behind.value(number),
        until: None,
        ordinals: behind.shown(Ordinal::Number(number)),
        len: line.len() - rest.len(),
    })
}

/// Whether a character is a raised digit.
pub fn is_raised(c: char) -> bool {
    insertion::superscript(c).is_some()
}
