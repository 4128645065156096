//! Numbers behind initials that name the paragraphs of a resolution, as drafts write them: `PP1.`
//! is a paragraph of the preamble, `OP2` an operative one.

use super::characters::is_gap;
use super::insertion::suffix;
use super::parsed::{Label, LabelForm, LabelStyle};
use super::tail::LabelTail;
use crate::lexicon::counter::{self, Counter};
use crate::lexicon::keywords::{OPERATIVE, PREAMBULAR};

/// Returns the label at the start of a line, if initials and a number begin it.
pub fn initialled(line: &str) -> Option<Label> {
    let len = line.bytes().take_while(u8::is_ascii_uppercase).count();
    let (initials, behind) = line.split_at(len);
    let is_of = |known: &[&str]| known.iter().any(|own| own.eq_ignore_ascii_case(initials));
    let form = match () {
        () if initials.is_empty() => return None,
        () if is_of(OPERATIVE) => LabelForm::Operative,
        () if is_of(PREAMBULAR) => LabelForm::Preambular,
        () => return None,
    };
    let number = behind.strip_prefix(' ').unwrap_or(behind);
    let reading = counter::readings(number).into_iter().find(|r| r.counter == Counter::Digits)?;
    let (tail, insertion) = suffix(&number[reading.len..]);
    let marked = tail.strip_prefix(['.', ':', ')']);
    let rest = marked.unwrap_or(tail);
    let words = rest.trim_start_matches(is_gap);
    // `OP1 says so` is a reference.
    let begun = words.is_empty()
        || (words.len() < rest.len()
            && (marked.is_some() || !words.starts_with(char::is_lowercase)));
    let behind = LabelTail { insertion, ..LabelTail::default() };
    begun.then(|| Label {
        style: LabelStyle::bare(Counter::Digits, form, 1),
        value: behind.value(reading.value),
        until: None,
        ordinals: behind.shown(reading.ordinal),
        len: line.len() - rest.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_name_paragraphs_of_resolutions() {
        let read = |line: &str| {
            let label = initialled(line)?;
            Some((label.style.form, label.ordinals[0].to_string(), line[label.len..].to_owned()))
        };
        let found = |form, number: &str, rest: &str| Some((form, number.into(), rest.into()));
        assert_eq!(read("OP1. Calls for oil"), found(LabelForm::Operative, "1", " Calls for oil"));
        assert_eq!(read("PP2 bis Noting"), found(LabelForm::Preambular, "2bis", " Noting"));
        assert_eq!(read("OP 12: calls"), found(LabelForm::Operative, "12", " calls"));
        for none in ["OP1 says so", "OPEC 1. Oil", "op1. Oil", "OP of the day", "PP1a-b"] {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
