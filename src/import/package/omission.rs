//! Counts the parts of a document that cannot be shown, for its remarks.

use crate::messages::formats;

/// Formats a remark on a number of things.
type Remark = fn(usize) -> String;

/// A kind of omission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Omission {
    /// An image or drawing.
    Image,
    /// A comment.
    Comment,
    /// Text deleted with change tracking.
    Deletion,
    /// Hidden text.
    Hidden,
    /// A formula, of which only the letters are shown.
    Formula,
    /// A table of contents, which the outline replaces.
    Contents,
    /// Page headers and footers.
    RunningHead,
}

/// The number of omissions of each kind.
#[derive(Debug, Default)]
pub struct Omissions([usize; 7]);

impl Omissions {
    /// Counts an omission.
    pub fn add(&mut self, what: Omission) {
        self.0[what as usize] += 1;
    }

    /// Returns a line for each kind.
    pub fn remarks(&self) -> Vec<String> {
        let [images, comments, deletions, hidden, formulas, contents, heads] = self.0;
        let mut out = Vec::new();
        let remarks: [(usize, Remark); 4] = [
            (images, formats::pictures),
            (comments, formats::comments),
            (deletions, formats::deletions),
            (hidden, formats::hidden_text),
        ];
        for (count, remark) in remarks {
            if count > 0 {
                out.push(remark(count));
            }
        }
        if formulas > 0 {
            out.push(formats::FORMULAS.to_owned());
        }
        if contents > 0 {
            out.push(formats::CONTENTS.to_owned());
        }
        if heads > 0 {
            out.push(formats::HEADERS.to_owned());
        }
        out
    }
}
