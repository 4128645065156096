//! Why the paragraph in view is, or is not, a provision: asked outside, since the file is read
//! again for it, and shown in a window over the text.

use super::{App, Effect, Subject};
use crate::document::{ContentId, Passage, Point};

impl App {
    /// Asks how the paragraph that is read was recognised.
    pub(super) fn explain_structure(&mut self) -> Vec<Effect> {
        match self.block_in_view() {
            Some(block) => vec![Effect::Explain(self.document.block_passage(block))],
            None => Vec::new(),
        }
    }

    /// Shows how a passage of a document was recognised, unless another document or something
    /// else is in view by now.
    pub fn show_structure(&mut self, of: ContentId, passage: Passage, told: String) {
        if of == self.document.metadata().content && self.can_reload() {
            let begin = Point::start_of(passage.start.block);
            self.open_peek(Subject::Structure(told), Some(begin));
        }
    }
}
