//! What a document has that plain text cannot show, counted for its remarks.

use crate::import::writer::not_shown;

/// What is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Omission {
    /// A picture or drawing.
    Image,
    /// A comment.
    Comment,
    /// Words that were deleted while changes were tracked.
    Deletion,
    /// Words that are hidden.
    Hidden,
    /// A formula, of which only the letters are shown.
    Formula,
    /// A table of contents, which the outline stands for.
    Contents,
    /// What stands at the top and the foot of each page.
    RunningHead,
}

/// Counts of what was left out.
#[derive(Debug, Default)]
pub struct Omissions([usize; 7]);

impl Omissions {
    /// Counts one.
    pub fn add(&mut self, what: Omission) {
        self.0[what as usize] += 1;
    }

    /// One line for each kind.
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
            out.push("formulas are shown as their letters only".to_owned());
        }
        if contents > 0 {
            out.push("the table of contents is left out, since there is an outline".to_owned());
        }
        if heads > 0 {
            out.push("running headers and footers are left out".to_owned());
        }
        out
    }
}
