//! The answer to a line, once everything is done: the messages, and the paragraph in view.

use super::asked::Asked;
use super::conversation::Conversation;
use super::telling::{SpokenExtent, paragraph, wrapped};
use crate::action::Action;
use crate::app::{App, Mode, News, Page};
use crate::document::BlockKind;
use crate::messages::linear;

impl Conversation {
    /// Returns the answer in lines, once everything is done, and closes what was open.
    pub fn answer(&mut self, app: &mut App) -> Vec<String> {
        let mut told = Vec::new();
        if let Mode::Peek(peek) = &app.mode {
            self.said.push(peek.title(&app.document));
            let rows = peek.rows(&app.document, self.columns);
            self.said.extend(rows.into_iter().map(|(_, words)| words));
        }
        if let Mode::Ask(question) = &app.mode {
            self.said.push(linear::yes_or_no(&question.words));
        }
        // The next line will bring the requested words.
        if Self::asked(app) == Asked::Anything {
            self.close(app);
        }
        for words in std::mem::take(&mut self.said) {
            told.extend(wrapped(&words, self.columns));
        }
        let sought = std::mem::take(&mut self.sought);
        let in_vain = app.notice.as_ref().is_some_and(|notice| notice.news == News::Trouble);
        if let Some(notice) = app.notice.take() {
            told.extend(wrapped(&notice.text, self.columns));
        }
        let read = self.read_out(app);
        if read.is_empty() && sought && !in_vain {
            told.extend(self.found(app));
        }
        told.extend(read);
        if told.is_empty() {
            told.push(match Self::asked(app).name() {
                Some(what) => linear::words_wanted(what),
                None => linear::DONE.to_owned(),
            });
        }
        told
    }

    /// Closes everything that is open over the text.
    pub(super) fn close(&mut self, app: &mut App) {
        // One line can only have opened this much.
        for _ in 0..8 {
            if matches!(app.mode, Mode::Read | Mode::Select(_)) && app.page == Page::Text {
                return;
            }
            app.update(Action::Cancel);
        }
    }

    /// The paragraph in view, unless it was already read out and nobody asked for it again.
    pub(super) fn read_out(&mut self, app: &mut App) -> Vec<String> {
        let read = self.read.take();
        if Self::asked(app) != Asked::Anything {
            return Vec::new();
        }
        let Some(mut block) = app.block_in_view() else {
            return read.map_or_else(Vec::new, |_| vec![linear::NO_TEXT.to_owned()]);
        };
        let last = self.last.filter(|(block, _)| block.index() < app.document.block_count());
        if read.is_none() && last.map(|(block, _)| block) == Some(block) {
            return Vec::new();
        }
        while app.document.block(block).kind == BlockKind::Heading
            && app.attended().is_none()
            && let Some(next) = app.document.block_at(block.index() + 1)
        {
            block = next;
        }
        app.settle_on(block);
        let section = app.document.block(block).section;
        let known = last.map(|(_, section)| section);
        self.last = Some((block, section));
        paragraph(app, block, known, read.unwrap_or(SpokenExtent::New), self.columns)
    }

    /// Notes that another document, or another version of it, is in view: nothing of it was read out.
    pub fn begin_again(&mut self) {
        (self.last, self.read) = (None, Some(SpokenExtent::Whole));
    }

    /// Limits lines to this many columns from now on.
    pub fn set_columns(&mut self, columns: u16) {
        self.columns = columns;
    }
}
