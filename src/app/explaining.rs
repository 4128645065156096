//! Explains why the paragraph in view is, or is not, a provision, and reports inconsistencies of
//! the document: found outside, since that takes time, and shown in a window over the text.

use super::{App, Effect, PeekSubject};
use crate::document::{ContentId, Passage, Point};
use crate::find::Finding;
use crate::messages::{headings, notices};
use crate::structure::rulebook;

impl App {
    /// Asks how the paragraph being read was recognised.
    pub(super) fn explain_structure(&mut self) -> Vec<Effect> {
        match self.block_in_view() {
            Some(block) => vec![Effect::Explain(self.document.block_passage(block))],
            None => Vec::new(),
        }
    }

    /// Shows the rules that recognise provisions.
    pub(super) fn explain_rules(&mut self) {
        self.report(headings::RULES, rulebook::page());
    }

    /// Shows a text of the program over the document.
    pub fn report(&mut self, title: impl Into<String>, text: String) {
        self.open_peek(PeekSubject::Report { title: title.into(), text }, None);
    }

    /// Shows how a passage of a document was recognised, unless another document or something else
    /// is now in view.
    pub fn show_structure(&mut self, of: ContentId, passage: Passage, told: String) {
        if of == self.document.metadata().content && self.can_reload() {
            let begin = Point::start_of(passage.start.block);
            let title = headings::RECOGNITION.to_owned();
            self.open_peek(PeekSubject::Report { title, text: told }, Some(begin));
        }
    }

    /// Shows the findings about a document, unless another document or something else is now in
    /// view.
    pub fn show_findings(&mut self, of: ContentId, findings: Vec<Finding>) {
        if of != self.document.metadata().content || !self.can_reload() {
            return;
        }
        if findings.is_empty() {
            self.tell(notices::NO_FAULTS);
        } else {
            self.open_peek(PeekSubject::Findings(findings), None);
        }
    }
}
