//! What a section is known by when two texts are compared: hashes of its own words, and their bag.

use super::bag::Bag;
use super::document_words::DocumentWords;
use crate::document::{BlockId, Document, SectionId, SectionKind};
use foldhash::quality::FixedState;
use std::hash::{BuildHasher, Hasher};
use unicode_normalization::UnicodeNormalization;

/// The hashes of a section's own words, without those of its sub-sections and without its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Profile {
    /// Of the words to the byte.
    pub exact: u64,
    /// Of the words without what is only typography: kinds of quotation marks, dashes and blanks,
    /// soft hyphens, composed characters. Case counts: “Developer” is not “developer”.
    pub plain: u64,
    /// Number of words.
    pub words: u32,
}

/// One of two documents that are compared.
#[derive(Debug)]
pub struct Side<'a> {
    /// The document.
    pub document: &'a Document,
    /// Its words.
    pub words: DocumentWords,
    /// The blocks of each section, without those of its sub-sections.
    pub blocks: Vec<Vec<BlockId>>,
    /// The profile of each section.
    pub profiles: Vec<Profile>,
}

impl<'a> Side<'a> {
    /// Prepares a document.
    pub fn new(document: &'a Document, words: DocumentWords) -> Self {
        let mut blocks = vec![Vec::new(); document.sections().len()];
        for block in document.block_ids() {
            blocks[document.block(block).section.index()].push(block);
        }
        let profiles = blocks.iter().map(|own| profile(document, &words, own)).collect();
        Self { document, words, blocks, profiles }
    }

    /// The own blocks of a section.
    pub fn own(&self, id: SectionId) -> &[BlockId] {
        &self.blocks[id.index()]
    }

    /// The profile of a section.
    pub fn profile(&self, id: SectionId) -> Profile {
        self.profiles[id.index()]
    }

    /// How much a section counts among others, by its own words.
    pub fn size(&self, id: SectionId) -> u64 {
        u64::from(self.profile(id).words) + 1
    }

    /// The bag of a section's own words.
    pub fn bag(&self, id: SectionId) -> Bag {
        let keys = self.own(id).iter().flat_map(|block| self.words.of_block(*block));
        Bag::of(keys.copied().collect())
    }

    /// Whether a section is the furniture of the page and no part of what was agreed: the masthead,
    /// the imprint, announcements, and the title above the provisions.
    pub fn is_furniture(&self, id: SectionId) -> bool {
        let section = self.document.section(id);
        match section.kind {
            SectionKind::Masthead | SectionKind::Imprint | SectionKind::Notice => true,
            SectionKind::Heading | SectionKind::Declaration => {
                let inside = &self.document.sections()[id.index() + 1..section.end];
                section.blocks.start == 0 && inside.iter().any(|inner| inner.kind.is_provision())
            }
            _ => false,
        }
    }
}

fn profile(document: &Document, words: &DocumentWords, own: &[BlockId]) -> Profile {
    let (mut exact, mut plain) =
        (FixedState::default().build_hasher(), FixedState::default().build_hasher());
    for block in own {
        let body = document.body(*block);
        exact.write(body.as_bytes());
        exact.write_u8(0xff);
        hash_plain(body, &mut plain);
        plain.write_u8(0xff);
    }
    let count: usize = own.iter().map(|block| words.of_block(*block).len()).sum();
    let words = u32::try_from(count).unwrap_or(u32::MAX);
    Profile { exact: exact.finish(), plain: plain.finish(), words }
}

/// Hashes a text without what is only typography.
fn hash_plain(text: &str, hasher: &mut impl Hasher) {
    let mut blank = true;
    let mut put = |c: char| {
        let c = match c {
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => return,
            '‘' | '’' | '‚' | '‛' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '"' => {
                '\''
            }
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            c if c.is_whitespace() => {
                if !blank {
                    hasher.write_u32(u32::from(' '));
                }
                blank = true;
                return;
            }
            c => c,
        };
        blank = false;
        hasher.write_u32(u32::from(c));
    };
    if text.is_ascii() { text.chars().for_each(&mut put) } else { text.nfc().for_each(&mut put) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> u64 {
        let mut hasher = FixedState::default().build_hasher();
        hash_plain(text, &mut hasher);
        hasher.finish()
    }

    #[test]
    fn typography_does_not_count_and_case_does() {
        assert_eq!(plain("the “lamp”\u{a0}– it burns"), plain("the \"lamp\"  - it burns"));
        assert_eq!(plain("re\u{ad}gula\u{301}tion"), plain("regul\u{e1}tion"));
        assert_ne!(plain("the Developer"), plain("the developer"));
        assert_ne!(plain("a b"), plain("ab"));
    }
}
