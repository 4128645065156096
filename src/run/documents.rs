//! The documents of one run besides the one in view: those that were read and
//! left, with all of their state, and those not yet read.

use crate::app::App;
use crate::bookmarks::DocumentIdentity;
use crate::document::Origin;
use crate::terminal::Stamp;
use std::borrow::Cow;
use std::path::PathBuf;

/// An open document.
#[derive(Debug)]
pub struct Opened {
    /// Its state, with the position, the search and the history.
    pub app: App,
    /// Its identity.
    pub identity: DocumentIdentity,
    /// Its file's stamp when it was read.
    pub stamp: Stamp,
}

/// A document that is not in view.
#[derive(Debug)]
pub enum DocumentSlot {
    /// Named on the command line, and not yet read.
    Unread(PathBuf),
    /// Already read.
    Opened(Box<Opened>),
}

impl DocumentSlot {
    /// Its source, as [`DocumentIdentity`](crate::bookmarks::DocumentIdentity) names it.
    pub fn source(&self) -> Cow<'_, str> {
        match self {
            Self::Unread(path) => {
                let path = std::path::absolute(path).unwrap_or_else(|_| path.clone());
                Cow::Owned(path.display().to_string())
            }
            Self::Opened(opened) => Cow::Borrowed(&opened.identity.source),
        }
    }
}

/// The documents before and after the one in view, the nearest last.
#[derive(Debug, Default)]
pub struct Documents {
    before: Vec<DocumentSlot>,
    after: Vec<DocumentSlot>,
}

/// The way from the document in view to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Way {
    /// Whether it leads to the documents after it.
    pub forward: bool,
    /// The number of documents in between.
    pub past: usize,
}

impl Way {
    /// The way to the next document, or the previous one.
    pub const fn next(forward: bool) -> Self {
        Self { forward, past: 0 }
    }
}

impl Documents {
    /// Creates the list of documents to read after the one in view.
    pub fn new(unread: Vec<PathBuf>) -> Self {
        let after = unread.into_iter().rev().map(DocumentSlot::Unread).collect();
        Self { before: Vec::new(), after }
    }

    /// Returns the position of the document in view and the number of
    /// documents, if there are others.
    pub fn place(&self) -> Option<(usize, usize)> {
        let others = self.before.len() + self.after.len();
        (others > 0).then_some((self.before.len() + 1, others + 1))
    }

    /// Returns the way to the document at a source, if it is one of these.
    pub fn way_to(&self, source: &str) -> Option<Way> {
        let past =
            |slots: &[DocumentSlot]| slots.iter().rev().position(|slot| slot.source() == source);
        let after = past(&self.after).map(|past| Way { forward: true, past });
        after.or_else(|| past(&self.before).map(|past| Way { forward: false, past }))
    }

    /// Returns the document at the end of a way.
    pub fn at(&self, way: Way) -> Option<&DocumentSlot> {
        let side = if way.forward { &self.after } else { &self.before };
        side.len().checked_sub(way.past + 1).and_then(|at| side.get(at))
    }

    fn at_mut(&mut self, way: Way) -> Option<&mut DocumentSlot> {
        let side = if way.forward { &mut self.after } else { &mut self.before };
        side.len().checked_sub(way.past + 1).and_then(|at| side.get_mut(at))
    }

    /// Returns the open document at a source.
    pub fn opened(&self, source: &str) -> Option<&Opened> {
        match self.at(self.way_to(source)?)? {
            DocumentSlot::Opened(opened) => Some(opened),
            DocumentSlot::Unread(_) => None,
        }
    }

    /// Returns the open document at a source, to change it.
    pub fn opened_mut(&mut self, source: &str) -> Option<&mut Opened> {
        match self.at_mut(self.way_to(source)?)? {
            DocumentSlot::Opened(opened) => Some(opened),
            DocumentSlot::Unread(_) => None,
        }
    }

    /// Removes a document, to bring it into view.
    pub fn take(&mut self, way: Way) -> Option<DocumentSlot> {
        let side = if way.forward { &mut self.after } else { &mut self.before };
        let at = side.len().checked_sub(way.past + 1)?;
        Some(side.remove(at))
    }

    /// Stores the document that was in view, after the one at the end of `way`
    /// was taken out.
    pub fn put(&mut self, way: Way, left: Opened) {
        let to = if way.forward { &mut self.before } else { &mut self.after };
        to.push(DocumentSlot::Opened(Box::new(left)));
        self.pass(way);
    }

    /// Puts a document in place of the one at the same source; if there is none, directly after the
    /// one in view.
    pub fn hold(&mut self, opened: Opened) {
        let way = self.way_to(&opened.identity.source);
        let opened = DocumentSlot::Opened(Box::new(opened));
        match way.and_then(|way| self.at_mut(way)) {
            Some(slot) => *slot = opened,
            None => self.after.push(opened),
        }
    }

    /// Passes the documents on the way to the one that was taken out, when the one that was in view is
    /// closed.
    pub fn pass(&mut self, way: Way) {
        let (from, to) = if way.forward {
            (&mut self.after, &mut self.before)
        } else {
            (&mut self.before, &mut self.after)
        };
        // The documents in between are now on its other side.
        for _ in 0..way.past {
            to.extend(from.pop());
        }
    }

    /// Returns the documents before the one in view, and those after it, in their order.
    pub fn in_order(
        &self,
    ) -> (impl Iterator<Item = &DocumentSlot>, impl Iterator<Item = &DocumentSlot>) {
        (self.before.iter(), self.after.iter().rev())
    }

    /// Returns the sources of all documents that come from a file, read or not, nearest first.
    pub fn sources(&self) -> impl Iterator<Item = String> {
        self.before.iter().rev().chain(self.after.iter().rev()).filter_map(|slot| match slot {
            DocumentSlot::Unread(path) => Some(path.display().to_string()),
            DocumentSlot::Opened(opened) => match &opened.app.document.metadata().origin {
                Origin::File(path) => Some(path.display().to_string()),
                _ => None,
            },
        })
    }

    /// Returns the sources of the open documents.
    pub fn open(&self) -> impl Iterator<Item = &str> {
        self.before.iter().chain(&self.after).filter_map(|slot| match slot {
            DocumentSlot::Opened(opened) => Some(opened.identity.source.as_str()),
            DocumentSlot::Unread(_) => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::Size;
    use crate::settings::{Settings, Theme};

    fn opened(name: &str) -> Opened {
        let document = crate::source::read(b"1. A.", Origin::File(name.into())).expect("text");
        let identity = DocumentIdentity::of(&document);
        let size = Size { columns: 80, rows: 24 };
        let app = App::new(document, Settings::default(), Theme::ALL[0], size);
        Opened { app, identity, stamp: Stamp::Absent }
    }

    #[test]
    fn one_goes_on_back_and_straight_to_one() {
        let unread = ["/b", "/c", "/d"].map(PathBuf::from).to_vec();
        let mut documents = Documents::new(unread);
        assert_eq!(documents.place(), Some((1, 4)));
        let way = documents.way_to("/c").expect("a way");
        assert!(
            matches!(documents.take(way), Some(DocumentSlot::Unread(path)) if path.ends_with("c"))
        );
        documents.put(way, opened("/a"));
        assert_eq!(documents.place(), Some((3, 4)));
        let back = Way::next(false);
        assert!(
            matches!(documents.take(back), Some(DocumentSlot::Unread(path)) if path.ends_with("b"))
        );
        documents.put(back, opened("/c"));
        assert_eq!(documents.place(), Some((2, 4)));
        assert_eq!(documents.open().collect::<Vec<_>>(), ["/a", "/c"]);
        let way = documents.way_to("/a").expect("a way");
        assert!(matches!(documents.take(way), Some(DocumentSlot::Opened(_))));
        documents.put(way, opened("/b"));
        assert_eq!(documents.place(), Some((1, 4)));
        assert!(documents.take(Way::next(false)).is_none());
    }
}
