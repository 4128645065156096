//! Looking words up and reading aloud, with the programs named in the config (`lookup`, `speak`).

use super::{Aloud, App, Effect, Mode, Page, PeekSubject, Speaking};
use crate::action::Action;
use crate::document::{BlockId, Passage, Point, on_one_line};
use crate::messages::notices;

impl App {
    /// Looks the selected words up.
    pub(super) fn look_up(&mut self) -> Vec<Effect> {
        if self.settings.lookup.is_none() {
            self.tell(notices::NO_LOOKUP_PROGRAM);
            return Vec::new();
        }
        let Some(selected) = self.selected() else {
            let key = self.key_hint(Action::Select);
            self.tell(notices::select_first(key));
            return Vec::new();
        };
        let words = on_one_line(&self.document.passage_text(selected));
        if words.is_empty() {
            return Vec::new();
        }
        self.mode = Mode::Read;
        self.tell(notices::looking_up(&words));
        vec![Effect::LookUp(words)]
    }

    /// Shows the result for words, unless something else has opened by now.
    pub fn looked_up(&mut self, words: String, found: Result<String, String>) {
        match found {
            Ok(told) if told.trim().is_empty() => self.tell(notices::not_found(words)),
            Ok(told) if self.can_reload() => {
                self.notice = None;
                self.open_peek(PeekSubject::LookedUp { words, told: cleaned(&told) }, None);
            }
            Ok(_) => {}
            Err(why) => self.complain(why),
        }
        self.refresh();
    }

    /// Reads aloud, or stops if something is being read.
    pub(super) fn speak(&mut self, what: Aloud) -> Vec<Effect> {
        if self.speaking.take().is_some() {
            self.tell(notices::STOPPED_READING_ALOUD);
            return vec![Effect::Silence];
        }
        if self.settings.speak.is_none() {
            self.tell(notices::NO_SPEAK_PROGRAM);
            return Vec::new();
        }
        let (Some(block), true) = (self.block_in_view(), self.page == Page::Text) else {
            return Vec::new();
        };
        if let (Some(selected), Aloud::Paragraph) = (self.selected(), what) {
            self.mode = Mode::Read;
            let last = selected.end.block;
            return self.say(Speaking { block: last, until: last.next() }, selected);
        }
        let (block, until) = match what {
            Aloud::Paragraph => (block, block.next()),
            Aloud::Clause => {
                let section = self.document.block(block).section;
                let blocks = &self.document.section(section).blocks;
                (BlockId::new(blocks.start), BlockId::new(blocks.end))
            }
            Aloud::On => (block, BlockId::new(self.document.block_count())),
        };
        self.speak_from(Speaking { block, until })
    }

    /// Reads the first paragraph aloud that has words.
    fn speak_from(&mut self, Speaking { block, until }: Speaking) -> Vec<Effect> {
        let has_words =
            |block: &BlockId| self.document.body(*block).contains(char::is_alphanumeric);
        let mut blocks = (block.index()..until.index()).map(BlockId::new);
        let Some(block) = blocks.find(has_words) else {
            self.tell(notices::FINISHED_READING_ALOUD);
            return Vec::new();
        };
        self.attend(Point::start_of(block));
        self.say(Speaking { block, until }, self.document.block_passage(block))
    }

    fn say(&mut self, speaking: Speaking, passage: Passage) -> Vec<Effect> {
        let label = self.document.label(passage.start.block);
        let label = label.filter(|_| passage.start.byte == 0).unwrap_or("");
        let words = format!("{label} {}\n", self.document.passage_text(passage));
        self.speaking = Some(speaking);
        let key = self.key_hint(Action::SpeakOn);
        self.tell(notices::reading_aloud(key));
        vec![Effect::Speak(words.trim_start().to_owned())]
    }

    /// Goes on with the next paragraph after one was read aloud.
    pub fn spoken(&mut self, done: Result<(), String>) -> Vec<Effect> {
        let Some(Speaking { block, until }) = self.speaking.take() else { return Vec::new() };
        let effects = match done {
            Ok(()) if block.next() < until && self.can_reload() => {
                self.speak_from(Speaking { block: block.next(), until })
            }
            Ok(()) => {
                self.notice = None;
                Vec::new()
            }
            Err(why) => {
                self.complain(why);
                Vec::new()
            }
        };
        self.refresh();
        effects
    }
}

/// The output of another program, without anything that would control the terminal.
fn cleaned(told: &str) -> String {
    let line = |line: &str| -> String {
        line.trim_end()
            .chars()
            .map(|c| if c == '\t' { ' ' } else { c })
            .filter(|c| !c.is_control())
            .collect()
    };
    told.lines().map(line).collect::<Vec<_>>().join("\n")
}
