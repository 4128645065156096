//! Copying: which words to copy, with or without their citation.

use super::{App, Effect, Mode, Page, RegisterKind, Subject};
use crate::bookmarks::{Bookmark, Citable, cite};
use crate::document::Passage;
use crate::messages::notices;

/// The words to copy and their place.
struct Copied {
    words: String,
    place: Place,
    address: String,
}

/// The place of copied words.
enum Place {
    /// In the document.
    Here(Citable),
    /// In another document, or in another version of this one.
    Kept(Box<Bookmark>),
    /// Outside any document; there is nothing to cite.
    Outside,
}

impl App {
    pub(super) fn copy(&mut self) -> Vec<Effect> {
        let copied = self.copied();
        self.hand_over(copied.map(|copied| copied.words))
    }

    pub(super) fn copy_with_citation(&mut self) -> Vec<Effect> {
        let Some(copied) = self.copied() else { return self.hand_over(None) };
        let template = self.settings.citations.template();
        let citation = match copied.place {
            Place::Here(place) => cite(&self.document, &[place], &template),
            Place::Kept(bookmark) => bookmark.cite(&template),
            Place::Outside => return self.hand_over(Some(copied.words)),
        };
        self.hand_over(Some(template.attached(&copied.words, &citation)))
    }

    pub(super) fn copy_address(&mut self) -> Vec<Effect> {
        let copied = self.copied();
        self.hand_over(copied.map(|copied| copied.address))
    }

    fn hand_over(&mut self, words: Option<String>) -> Vec<Effect> {
        match words.filter(|words| !words.is_empty()) {
            Some(words) => {
                // Copying ends the selection.
                if matches!(self.mode, Mode::Select(_)) {
                    self.mode = Mode::Read;
                }
                vec![Effect::Copy(words)]
            }
            None => {
                self.tell(notices::NOTHING_TO_COPY);
                Vec::new()
            }
        }
    }

    /// The words to copy: the chosen bookmark, else the selection, else the chosen row of a
    /// register, else the paragraph being read.
    fn copied(&self) -> Option<Copied> {
        match (&self.mode, self.page) {
            (Mode::Help(_), _) => None,
            (Mode::Bookmarks, _) => {
                let kept = self.chosen_bookmark()?;
                Some(Copied {
                    words: kept.bookmark.quotation.exact.clone(),
                    place: match kept.candidate().filter(|_| kept.trust.is_some()) {
                        Some(passage) => Place::Here(Citable::Words(passage)),
                        None => Place::Kept(Box::new(kept.bookmark.clone())),
                    },
                    address: kept.bookmark.address.clone(),
                })
            }
            (Mode::Peek(peek), _) => match &peek.subject {
                Subject::Place(passage) => Some(self.copied_words(*passage)),
                Subject::Outside(address) => Some(Copied {
                    words: address.clone(),
                    place: Place::Outside,
                    address: address.clone(),
                }),
                Subject::Structure(told) => Some(Copied {
                    words: told.clone(),
                    place: Place::Outside,
                    address: self.document.block_address(peek.from?.block),
                }),
                Subject::LookedUp { words, told } => Some(Copied {
                    words: told.clone(),
                    place: Place::Outside,
                    address: words.clone(),
                }),
                Subject::Findings(findings) => {
                    let found = findings.get(peek.chosen)?;
                    Some(Copied {
                        words: format!("{}: {}", found.address, found.words),
                        place: Place::Outside,
                        address: found.address.clone(),
                    })
                }
                Subject::Words(words) => {
                    let explanation = self.document.explanation(*words.get(peek.chosen)?)?;
                    Some(self.copied_words(explanation.meaning))
                }
            },
            (Mode::Select(selection), _) => {
                Some(self.copied_words(selection.passage(&self.document)))
            }
            (_, Page::Text) => Some(self.copied_words(self.passage_in_view()?)),
            (_, Page::Register(register)) => {
                let row = self.chosen_row(register)?;
                let mut words = row.name.clone();
                if !row.note.is_empty() {
                    words.push_str(&format!(", {}", row.note));
                }
                let (place, address) = match register.kind {
                    RegisterKind::Roster(id) => {
                        let kind = self.document.roster(id).kind.name();
                        let address = format!("{kind}/{}", row.name);
                        (Citable::Entry(id, row.at), address)
                    }
                    RegisterKind::Abbreviations
                    | RegisterKind::Terms
                    | RegisterKind::CitedBy(_) => {
                        let passage = self.chosen_place(register)?.passage;
                        let address = self.document.block_address(passage.start.block);
                        (Citable::Words(passage), address)
                    }
                };
                Some(Copied { words, place: Place::Here(place), address })
            }
        }
    }

    fn copied_words(&self, passage: Passage) -> Copied {
        let parts = self.document.parts(passage).into_iter();
        let addresses: Vec<String> = parts.map(|part| self.document.part_address(part)).collect();
        Copied {
            words: self.document.passage_text(passage),
            place: Place::Here(Citable::Words(passage)),
            address: addresses.join(", "),
        }
    }
}
