//! Copying: which words to copy, with or without their citation.

use super::{App, Effect, Mode, Page, PeekSubject, RegisterKind};
use crate::bookmarks::{Bookmark, Citable, Template, cite};
use crate::document::{Document, Passage};
use crate::messages::{notices, states};
use std::sync::Arc;

/// The words to copy and their place.
struct CopiedPassage {
    words: String,
    place: CopiedFrom,
    address: String,
}

/// The place of copied words.
enum CopiedFrom {
    /// In the document.
    Here(Citable),
    /// In another document, or in another version of this one.
    AnchoredBookmark(Box<Bookmark>),
    /// In one of the texts of a comparison, with the old wording where the new one amends it.
    Compared {
        /// The text.
        text: Arc<Document>,
        /// The place in it.
        passage: Passage,
        /// The old wording.
        was: Option<String>,
    },
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
        let beside = match &copied.place {
            CopiedFrom::Here(Citable::Words(passage)) if self.is_in_text() => {
                self.cited_beside(*passage, &template)
            }
            _ => None,
        };
        let citation = match copied.place {
            CopiedFrom::Here(place) => cite(&self.document, &[place], &template),
            CopiedFrom::AnchoredBookmark(bookmark) => bookmark.cite(&template),
            CopiedFrom::Compared { text, passage, was } => {
                let citation = cite(&text, &[Citable::Words(passage)], &template);
                match was {
                    Some(was) => states::as_amended(citation, was),
                    None => citation,
                }
            }
            CopiedFrom::Outside => return self.hand_over(Some(copied.words)),
        };
        let own = template.attached(&copied.words, &citation);
        self.hand_over(Some(match beside {
            Some(beside) => format!("{own}\n\n{beside}"),
            None => own,
        }))
    }

    /// Whether what is copied is what is read or selected in the text.
    fn is_in_text(&self) -> bool {
        matches!(self.mode, Mode::Read | Mode::Select(_)) && self.page == Page::Text
    }

    /// The words of the document beside that correspond to a passage, with their citation.
    fn cited_beside(&self, passage: Passage, template: &Template) -> Option<String> {
        let other = self.pair()?.other();
        let passage = self.passage_beside(passage)?;
        let citation = cite(other, &[Citable::Words(passage)], template);
        Some(template.attached(&other.passage_text(passage), &citation))
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
    fn copied(&self) -> Option<CopiedPassage> {
        match (&self.mode, self.page) {
            (Mode::Help(_), _) => None,
            (Mode::Bookmarks, _) => {
                let kept = self.chosen_bookmark()?;
                Some(CopiedPassage {
                    words: kept.bookmark.quotation.exact.clone(),
                    place: match kept.candidate().filter(|_| kept.trust.is_some()) {
                        Some(passage) => CopiedFrom::Here(Citable::Words(passage)),
                        None => CopiedFrom::AnchoredBookmark(Box::new(kept.bookmark.clone())),
                    },
                    address: kept.bookmark.address.clone(),
                })
            }
            (Mode::Peek(peek), _) => match &peek.subject {
                PeekSubject::Place(passage) => Some(self.copied_words(*passage)),
                PeekSubject::Outside(address) => Some(CopiedPassage {
                    words: address.clone(),
                    place: CopiedFrom::Outside,
                    address: address.clone(),
                }),
                PeekSubject::Report { title, text } => Some(CopiedPassage {
                    words: text.clone(),
                    place: CopiedFrom::Outside,
                    address: match peek.from {
                        Some(from) => self.document.block_address(from.block),
                        None => title.clone(),
                    },
                }),
                PeekSubject::LookedUp { words, told } => Some(CopiedPassage {
                    words: told.clone(),
                    place: CopiedFrom::Outside,
                    address: words.clone(),
                }),
                PeekSubject::History(history) => {
                    let entry = history.entries.get(peek.chosen)?;
                    Some(CopiedPassage {
                        words: [&entry.name, entry.lines.join("\n").as_str()].join("\n"),
                        place: CopiedFrom::Outside,
                        address: entry.place.as_ref().map_or("", |at| &at.address).to_owned(),
                    })
                }
                PeekSubject::Findings(findings) => {
                    let found = findings.get(peek.chosen)?;
                    Some(CopiedPassage {
                        words: format!("{}: {}", found.address, found.words),
                        place: CopiedFrom::Outside,
                        address: found.address.clone(),
                    })
                }
                PeekSubject::Words(words) => {
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
                        let address = self.document.roster(id).kind.address_of(&row.name);
                        (Citable::Entry(id, row.at), address)
                    }
                    RegisterKind::Abbreviations
                    | RegisterKind::Terms
                    | RegisterKind::References
                    | RegisterKind::CitedBy(_) => {
                        let passage = self.chosen_place(register)?.passage;
                        let address = self.document.block_address(passage.start.block);
                        (Citable::Words(passage), address)
                    }
                };
                Some(CopiedPassage { words, place: CopiedFrom::Here(place), address })
            }
        }
    }

    fn copied_words(&self, passage: Passage) -> CopiedPassage {
        if let Some(copied) = self.copied_of_comparison(passage) {
            return copied;
        }
        let parts = self.document.parts(passage).into_iter();
        let addresses: Vec<String> = parts.map(|part| self.document.part_address(part)).collect();
        CopiedPassage {
            words: self.document.passage_text(passage),
            place: CopiedFrom::Here(Citable::Words(passage)),
            address: addresses.join(", "),
        }
    }

    /// What is copied of a comparison: the new wording, or the old one of what is gone. `None` if the
    /// passage is part of the summary.
    fn copied_of_comparison(&self, passage: Passage) -> Option<CopiedPassage> {
        let comparison = self.comparing()?;
        let old = comparison.old_wording(passage.start.block);
        let (text, passage, was) = match (comparison.passage_in_new(passage), old) {
            (Some(new), old) => {
                let was = old.map(|old| comparison.old().passage_text(old));
                let is = comparison.new_text().passage_text(new);
                (comparison.new_text(), new, was.filter(|was| *was != is))
            }
            (None, Some(old)) => (comparison.old(), old, None),
            (None, None) => return None,
        };
        Some(CopiedPassage {
            words: text.passage_text(passage),
            address: text.place_address(passage),
            place: CopiedFrom::Compared { text: Arc::clone(text), passage, was },
        })
    }
}
