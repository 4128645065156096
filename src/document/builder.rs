//! How an importer makes a [`Document`]: sections open and close, blocks are
//! pushed in reading order, and [`Builder::finish`] gives addresses.

use super::provisions::Numbers;
use super::told::Told;
use super::{
    Address, Block, BlockId, BlockKind, ClauseNumber, Document, Inline, InlineKind, Link,
    LinkOrigin, LinkTarget, Metadata, Place, RosterKind, Section, SectionId, SectionKind,
    SourceMap, Span, TextOffset, Title, What,
};
use foldhash::{HashMap, HashMapExt};
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words of a block that stand in the source byte for byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fragment<'a> {
    /// Where in the source, in bytes.
    pub source: usize,
    /// The words; or what stands for the bytes at `source`, such as one space
    /// for a run of blanks.
    pub text: &'a str,
}

/// A block before it is part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockDraft<'a> {
    /// What it is.
    pub kind: BlockKind,
    /// The bytes of the source that it covers.
    pub source: Range<usize>,
    /// The number in front of it.
    pub label: Option<Fragment<'a>>,
    /// Its words; fragments follow one another without a blank of their own.
    pub body: Vec<Fragment<'a>>,
    /// Whether the source leaves a wider gap before it.
    pub gap: bool,
}

/// A document in the making.
#[derive(Debug, Default)]
pub struct Builder {
    text: String,
    blocks: Vec<Block>,
    inlines: Vec<Inline>,
    links: Vec<Link>,
    sections: Vec<Section>,
    open: Vec<SectionId>,
    source_map: SourceMap,
    /// What sections go by, where it is not the name of their kind.
    names: HashMap<SectionId, String>,
}

impl Builder {
    /// A document without anything in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// The same, with room for a text of so many bytes.
    pub fn with_capacity(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), ..Self::default() }
    }

    /// Opens a section inside the one that is open.
    pub fn open(&mut self, kind: SectionKind, number: Option<ClauseNumber>) -> SectionId {
        let id = SectionId::new(self.sections.len());
        self.sections.push(Section {
            kind,
            number,
            title: Title::Unnamed,
            address: String::new(),
            parent: self.open.last().copied(),
            depth: u16::try_from(self.open.len()).unwrap_or(u16::MAX),
            blocks: self.blocks.len()..self.blocks.len(),
            paragraphs: 0,
            end: 0,
        });
        self.open.push(id);
        id
    }

    /// Closes the innermost open section.
    pub fn close(&mut self) {
        let end = self.sections.len();
        if let Some(id) = self.open.pop() {
            let section = &mut self.sections[id.index()];
            section.blocks.end = self.blocks.len();
            section.end = end;
        }
    }

    /// Whether the innermost open section is a provision that holds no block yet, or none
    /// but the title above its label.
    pub fn at_start_of_provision(&self) -> bool {
        let is_title = |block: &Block| block.kind == BlockKind::Heading && block.label.is_none();
        self.open.last().map(|id| &self.sections[id.index()]).is_some_and(|section| {
            section.kind.is_provision() && self.blocks[section.blocks.start..].iter().all(is_title)
        })
    }

    /// Says what a section without a number goes by in addresses (`Chapter III`).
    pub fn set_name(&mut self, section: SectionId, name: &str) {
        self.names.insert(section, name.to_owned());
    }

    /// Gives a section its title.
    pub fn set_title(&mut self, section: SectionId, title: Title) {
        self.sections[section.index()].title = title;
    }

    /// Adds a block to the innermost open section; opens one of
    /// [`SectionKind::Heading`] where none is.
    pub fn push(&mut self, draft: &BlockDraft<'_>) -> BlockId {
        let section = match self.open.last() {
            Some(id) => *id,
            None => self.open(SectionKind::Heading, None),
        };
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let label = draft.label.map(|fragment| {
            let span = self.append(fragment);
            self.text.push(' ');
            span
        });
        let start = self.text.len();
        for fragment in &draft.body {
            self.append(*fragment);
        }
        let paragraph = draft.kind.is_paragraph().then(|| {
            let section = &mut self.sections[section.index()];
            section.paragraphs += 1;
            section.paragraphs
        });
        let id = BlockId::new(self.blocks.len());
        self.blocks.push(Block {
            kind: draft.kind,
            section,
            label,
            body: Span::new(start, self.text.len()),
            source: draft.source.clone(),
            gap: draft.gap,
            nesting: 0,
            paragraph,
        });
        id
    }

    /// Says by which number a paragraph goes that was pushed last, where the text
    /// numbers them itself.
    pub fn number(&mut self, block: BlockId, number: u32) {
        let block = &mut self.blocks[block.index()];
        block.paragraph = Some(number);
        self.sections[block.section.index()].paragraphs = number;
    }

    /// Says that the block that was pushed last goes on with the paragraph
    /// before it, and has no number of its own.
    pub fn go_on(&mut self, block: BlockId) {
        let block = &mut self.blocks[block.index()];
        if block.paragraph.take().is_some() {
            self.sections[block.section.index()].paragraphs -= 1;
        }
    }

    /// Says how many lists an item stands in beyond its own.
    pub fn nest(&mut self, block: BlockId, lists: u8) {
        self.blocks[block.index()].nesting = lists;
    }

    fn append(&mut self, fragment: Fragment<'_>) -> Span {
        let start = self.text.len();
        self.source_map.push(start, fragment.source);
        self.text.push_str(fragment.text);
        Span::new(start, self.text.len())
    }

    /// Marks words of a block; `range` is in bytes of its body.
    pub fn style(&mut self, block: BlockId, range: Range<usize>, kind: InlineKind) {
        let span = self.span_in(block, range);
        self.inlines.push(Inline { span, kind });
    }

    /// Makes words of a block lead somewhere; `range` is in bytes of its body.
    pub fn link(&mut self, block: BlockId, range: Range<usize>, target: LinkTarget) {
        let span = self.span_in(block, range);
        self.links.push(Link { span, target, origin: LinkOrigin::Marked });
    }

    /// The words of a block that was pushed.
    pub fn body(&self, block: BlockId) -> &str {
        &self.text[self.blocks[block.index()].body.range()]
    }

    /// A range of a block's body as a range of the whole text.
    pub fn span_in(&self, block: BlockId, range: Range<usize>) -> Span {
        let start = self.blocks[block.index()].body.start.get();
        Span {
            start: TextOffset::new(start + range.start),
            end: TextOffset::new(start + range.end),
        }
    }

    /// Closes what is open, gives every section its address, and makes the
    /// document. What the text tells in sentences is found in a finished
    /// document: see [`Document::read_by`].
    pub fn finish(mut self, metadata: Metadata) -> Document {
        while !self.open.is_empty() {
            self.close();
        }
        self.blocks.shrink_to_fit();
        self.sections.shrink_to_fit();
        self.source_map.shrink();
        self.inlines.sort_by_key(|inline| inline.span.start);
        self.links.sort_by_key(|link| link.span.start);
        let mut document = Document {
            metadata,
            text: self.text,
            blocks: self.blocks,
            inlines: self.inlines,
            marked: self.links,
            sections: self.sections,
            by_address: Vec::new(),
            by_number: Numbers::default(),
            told: Told::default(),
            source_map: self.source_map,
        };
        give_addresses(&mut document, &self.names);
        document.by_number = Numbers::of(&document);
        document
    }
}

impl Document {
    /// The name by which a section without a number goes in its address, where neither its
    /// kind nor its title gives it.
    pub fn given_name(&self, id: SectionId) -> Option<&str> {
        let own = self.section_address(id).rsplit('/').next()?.split('~').next()?;
        let numbered = self.section(id).number.is_some();
        (!numbered && own != own_name(self, id, None)).then_some(own)
    }
}

/// A provision goes by its number, any other section by the name of its kind
/// or the words of its heading. Of several that would go by one name the first
/// has it; another is scoped by the section that it stands in (`annex/1`), or
/// counted where that does not tell them apart (`5~2`).
fn give_addresses(document: &mut Document, names: &HashMap<SectionId, String>) {
    let count = document.sections.len();
    let mut first: HashMap<String, Option<SectionId>> = HashMap::with_capacity(count);
    let mut taken: HashMap<String, u32> = HashMap::with_capacity(count);
    for id in document.section_ids() {
        let own = own_name(document, id, names.get(&id));
        let parent = document.section(id).parent;
        let elsewhere = *first.entry(own.clone()).or_insert(parent) != parent;
        let scoped = match parent.filter(|_| elsewhere) {
            Some(parent) => format!("{}/{own}", document.section_address(parent)),
            None => own,
        };
        let count = taken.entry(scoped.clone()).or_default();
        *count += 1;
        let address = if *count == 1 { scoped } else { format!("{scoped}~{count}") };
        document.sections[id.index()].address = address;
    }
    let mut by_address: Vec<SectionId> = document.section_ids().collect();
    by_address.sort_by(|a, b| document.section_address(*a).cmp(document.section_address(*b)));
    document.by_address = by_address;
}

/// What a section goes by, whatever else goes by the same.
fn own_name(document: &Document, id: SectionId, name: Option<&String>) -> String {
    let section = document.section(id);
    match (&section.number, section.kind, section.title) {
        (Some(number), _, _) => number.to_string(),
        _ if name.is_some_and(|name| name.chars().any(char::is_alphanumeric)) => {
            free_slug(name.map_or("", String::as_str))
        }
        (None, SectionKind::Heading, Title::Words(span)) => free_slug(document.slice(span)),
        (None, kind, _) => kind.name().to_owned(),
    }
}

/// A name as one word that no other form of an address reads as.
fn free_slug(name: &str) -> String {
    let slug = slug(name);
    if is_free_name(&slug) { slug } else { format!("heading-{slug}") }
}

/// Whether a word means nothing else in an address.
fn is_free_name(word: &str) -> bool {
    let rosters = [RosterKind::Members, RosterKind::Observers, RosterKind::Signatories];
    let is_name = matches!(
        word.parse(),
        Ok(Address::Place(Place {
            scope: None,
            what: What::Named(_),
            occurrence: None,
            paragraph: None
        }))
    );
    is_name && leads_on(word) && !rosters.iter().any(|roster| roster.name() == word)
}

/// Whether a name goes on to be one before what is in it: `1-lamps/2` and
/// `1-lamps:2` are ranges from 1 on.
fn leads_on(name: &str) -> bool {
    let inside = format!("{name}/1").parse();
    let paragraph = format!("{name}:1").parse();
    matches!(inside, Ok(Address::Place(Place { scope: Some(scope), .. })) if scope == name)
        && matches!(paragraph, Ok(Address::Place(Place { what: What::Named(_), .. })))
}

/// The words of a heading as one word: small letters with their marks, in their
/// composed form as keyboards give them, hyphens between words.
fn slug(words: &str) -> String {
    let mut out = String::new();
    for c in words.nfc() {
        let is_mark = is_combining_mark(c) && !out.is_empty() && !out.ends_with('-');
        if c.is_alphanumeric() || is_mark {
            out.extend(c.to_lowercase());
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    let out = out.trim_end_matches('-');
    if out.is_empty() { "heading".to_owned() } else { out.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_the_marks_of_its_letters() {
        for (words, name) in [
            ("Of Lamps, and Oil", "of-lamps-and-oil"),
            ("ว่าด้วยประทีป", "ว่าด้วยประทีป"),
            ("दीप की व्यवस्था", "दीप-की-व्यवस्था"),
            ("Lo\u{31B}\u{300}i no\u{301}i đâ\u{300}u", "lời-nói-đầu"),
            ("* \u{301} *", "heading"),
        ] {
            assert_eq!(slug(words), name);
            assert!(name == "heading" || is_free_name(name), "{name}");
        }
    }
}
