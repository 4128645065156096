//! Counts the parts of a document that cannot be shown, for its remarks.

use crate::import::writer::not_shown;

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
        for (count, one, several) in [
            (images, "image", "images"),
            (comments, "comment", "comments"),
            (deletions, "tracked deletion", "tracked deletions"),
            (hidden, "run of hidden text", "runs of hidden text"),
        ] {
            if count > 0 {
                out.push(not_shown(count, one, several));
            }
        }
        if formulas > 0 {
            out.push("formulas are shown as plain letters".to_owned());
        }
        if contents > 0 {
            out.push("the printed table of contents is left out".to_owned());
        }
        if heads > 0 {
            out.push("running headers and footers are left out".to_owned());
        }
        out
    }
}
