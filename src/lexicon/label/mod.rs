//! Labels: the text in front of a provision, read by one grammar.
//!
//! ```text
//! label   = word counter [suffix] [mark]          Article 5:   Статья 5   المادة 5
//!         | counter [suffix] word [mark]          5 бап        5-бап
//!         | sign counter word                     第五条       제 5 조
//!         | ordinal word                          Second Schedule
//!         | ordinal mark                          PRIMERA.-
//!         | "(" counter ")" | counter mark        (a)   11.   11)   一、
//!         | counter { "." counter } [mark]        2.1.   A.1.7   2.1
//! suffix  = letter | "bis" | "ter" | "-" number …  Article 5a, Article 5 bis, Article 66-1
//! ```
//!
//! * [`keyword`] and [`ranked`] read labels with a word, [`numeral`], [`listed`] and [`series`] those
//!   without one;
//! * [`number`] and [`tail`] hold a number and what follows it: an [`insertion`], a [`range`];
//! * [`closing`] finds where a label ends, or that it is a reference;
//! * [`parsed`] is a label as it was read.

mod characters;
mod closing;
mod initials;
pub mod insertion;
mod keyword;
mod listed;
mod note_signs;
mod number;
mod numbered;
mod numeral;
mod parsed;
mod prefix;
mod raised;
mod range;
mod ranked;
mod series;
mod tail;
#[cfg(test)]
mod tests;

pub use note_signs::NOTE_SIGNS;
pub use number::{LabelNumber, Suffix};
pub use numeral::bracketed;
pub use parsed::{LETTERED, Label, LabelForm, LabelStyle, LabelWord, LineRole};
pub use raised::{RaisedForm, is_raised, raised};

use super::counter;
use super::keywords;
use keyword::worded;
use note_signs::behind_notes;
use numeral::bare;
use ranked::ranked;

/// Whether a label may begin a line. It does not if a word in small letters is there that labels
/// nothing, followed by another, as in most lines of running text.
pub fn may_begin(line: &str) -> bool {
    let bytes = line.as_bytes();
    if !bytes.first().is_some_and(u8::is_ascii_lowercase) {
        return !bytes.is_empty();
    }
    let word = bytes.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let another = matches!(bytes[word..], [b' ', next, ..] if next.is_ascii_lowercase());
    word == 1 || !another || keywords::may_begin(line)
}

/// Returns all readings of the label at the start of a line.
pub fn labels(line: &str, standing: LineRole) -> Vec<Label> {
    let mut out = Vec::new();
    if !may_begin(line) {
        return out;
    }
    let (signs, line) = behind_notes(line);
    read(line, standing, &mut out);
    out.iter_mut().for_each(|label| label.len += signs);
    out
}

fn read(line: &str, standing: LineRole, out: &mut Vec<Label>) {
    let Some(first) = line.chars().next() else { return };
    if first.is_alphabetic() || first == '§' {
        worded(line, standing, out);
        if out.is_empty() {
            ranked(line, standing, out);
        }
        if out.is_empty() {
            ranked::ordinal(line, standing, out);
        }
        if out.is_empty() && first.is_ascii_uppercase() {
            out.extend(series::alone(line, standing));
            out.extend(initials::initialled(line));
        }
    }
    if counter::digit(first).is_some() || !first.is_ascii() || out.is_empty() {
        bare(line, standing, out);
    }
}
