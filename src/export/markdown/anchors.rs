//! The targets of links inside a document, by their names in Markdown: those of
//! headings, of footnotes, and of anchors written for the links.

use crate::document::{BlockId, BlockKind, Document, Link, LinkOrigin, LinkTarget, Passage};
use crate::import::{Slugs, slug};
use std::collections::{BTreeMap, HashMap};

/// The names of the blocks that are targets of the source's own links.
#[derive(Debug, Default)]
pub struct Anchors {
    names: HashMap<BlockId, Name>,
    /// Notes by their marks.
    notes: HashMap<String, BlockId>,
}

#[derive(Debug)]
enum Name {
    /// The name of a heading, derived from its words.
    Heading(String),
    /// The mark of a footnote.
    Note(String),
    /// An anchor written before the block.
    Written(String),
}

impl Anchors {
    /// Collects the targets of the links in a passage.
    pub fn of(document: &Document, passage: Passage) -> Self {
        let mut anchors = Self::default();
        let printed = passage.start.block..=passage.end.block;
        for id in printed.clone().start().index()..=printed.end().index() {
            let id = BlockId::new(id);
            if document.block(id).kind == BlockKind::Note
                && let Some((name, _)) = mark(document.body(id))
                && !anchors.notes.contains_key(name)
            {
                anchors.notes.insert(name.to_owned(), id);
                anchors.names.insert(id, Name::Note(name.to_owned()));
            }
        }
        let mut wanted: BTreeMap<BlockId, ()> = BTreeMap::new();
        // The mark of a footnote links back from it.
        let leads_back = |link: &Link| {
            let block = document.point_at(link.span.start).map(|point| point.block);
            block.filter(|block| anchors.names.contains_key(block)).is_some_and(|block| {
                let end = link.span.end.get() - document.block(block).body.start.get();
                mark(document.body(block)).is_some_and(|(_, len)| end <= len)
            })
        };
        let marked = document.links().iter().filter(|link| link.origin == LinkOrigin::Marked);
        for link in marked.filter(|link| !leads_back(link)) {
            if let LinkTarget::Passage(to) = &link.target
                && printed.contains(&to.start.block)
            {
                wanted.insert(to.start.block, ());
            }
        }
        if wanted.is_empty() {
            return anchors;
        }
        let slugs = slugs(document, passage);
        let mut taken: HashMap<String, usize> = HashMap::new();
        for id in wanted.into_keys() {
            if anchors.names.contains_key(&id) {
                continue;
            }
            let name = match slugs.get(&id) {
                Some(slug) => Name::Heading(slug.clone()),
                None => {
                    let address = slug(&document.block_address(id).replace([':', '.', '/'], "-"));
                    let count = taken.entry(address.clone()).or_default();
                    *count += 1;
                    let again = if *count > 1 { format!("-{count}") } else { String::new() };
                    Name::Written(format!("at-{address}{again}"))
                }
            };
            anchors.names.insert(id, name);
        }
        anchors
    }

    /// Returns the target of a link to a block, if it has a name.
    pub fn target(&self, block: BlockId) -> Option<String> {
        self.names.get(&block).map(|name| match name {
            Name::Heading(name) | Name::Written(name) => format!("#{name}"),
            Name::Note(name) => format!("#fn-{name}"),
        })
    }

    /// Returns the mark of the footnote that words link to, if they are just that mark.
    pub fn note(&self, block: BlockId, words: &str) -> Option<&str> {
        match self.names.get(&block) {
            Some(Name::Note(name)) => mark(words)
                .is_some_and(|(own, len)| own == name && len == words.len())
                .then_some(name),
            _ => None,
        }
    }

    /// Returns the name of the anchor of a block, if it needs one.
    pub fn written(&self, block: BlockId) -> Option<&str> {
        match self.names.get(&block) {
            Some(Name::Written(name)) => Some(name),
            _ => None,
        }
    }

    /// Returns the anchor to write before a block; empty if it needs none.
    pub fn mark_of(&self, block: BlockId) -> String {
        self.written(block).map_or_else(String::new, |name| format!("<a id=\"{name}\"></a>"))
    }

    /// Returns the mark at the start of a footnote, and its length in bytes with
    /// the blank after it, if this is the first footnote with that mark.
    pub fn mark_in<'a>(&self, document: &'a Document, note: BlockId) -> Option<(&'a str, usize)> {
        let body = document.body(note);
        let (name, len) = mark(body)?;
        (self.notes.get(name) == Some(&note)).then_some(())?;
        let blank = body[len..].len() - body[len..].trim_start().len();
        Some((name, len + blank))
    }
}

/// Parses `[1]` at the start of `words`; returns the content of the brackets and
/// the length in bytes.
fn mark(words: &str) -> Option<(&str, usize)> {
    let name = words.strip_prefix('[')?.split_once(']')?.0;
    let simple = !name.is_empty()
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '*' | '†' | '‡'));
    simple.then_some((name, name.len() + 2))
}

/// Returns the names of all headings in a passage.
fn slugs(document: &Document, passage: Passage) -> HashMap<BlockId, String> {
    let (mut slugs, mut names) = (Slugs::default(), HashMap::new());
    for (id, range) in document.passage_ranges(passage) {
        if document.block(id).kind != BlockKind::Heading {
            continue;
        }
        let label = document.label(id).filter(|_| range.start == 0);
        let body = document.body(id)[range].replace('\n', " ");
        let words = label.map_or_else(|| body.clone(), |label| format!("{label} {body}"));
        names.insert(id, slugs.name(&words));
    }
    names
}
