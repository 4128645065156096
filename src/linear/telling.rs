//! The place and the words of a paragraph, in lines.

use crate::app::App;
use crate::document::{BlockId, BlockKind, Document, SectionId};
use crate::messages::{counts, states};
use crate::typeset::{lines, plain};

/// How much to say about a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpokenExtent {
    /// The section and the paragraph.
    Whole,
    /// Only what differs from the section that was read last.
    New,
}

/// Describes where a block is, and adds its words.
pub fn paragraph(
    app: &App,
    block: BlockId,
    last: Option<SectionId>,
    extent: SpokenExtent,
    columns: u16,
) -> Vec<String> {
    let document = &app.document;
    let section = document.block(block).section;
    let mut told = Vec::new();
    for outer in entered(document, section, last) {
        told.extend(wrapped(&document.section_name_with_kind(outer), columns));
    }
    let whole = extent == SpokenExtent::Whole || last != Some(section);
    let mut said = place(app, block, whole);
    let marked = app.bookmark_index.passages().any(|(passage, _)| passage.start.block == block);
    if marked {
        said.push(states::HAS_BOOKMARK.to_owned());
    }
    let links = document.links_of(block).iter().filter(|link| link.target.leads()).count();
    if links > 0 {
        said.push(counts::references(links));
    }
    told.extend(wrapped(&said.join(", "), columns));
    let body = document.body(block);
    // The place already says the number of a provision.
    let label = document.label(block).filter(|_| document.section(section).number.is_none());
    match document.block(block).kind {
        BlockKind::Table | BlockKind::Code | BlockKind::Preformatted | BlockKind::Printed => {
            told.extend(plain(document, block, 0..body.len(), columns, 0));
        }
        _ => {
            let said = label.map_or_else(|| body.to_owned(), |label| format!("{label} {body}"));
            told.extend(said.lines().flat_map(|line| lines(line, columns)));
        }
    }
    told
}

/// The sections entered on the way to a section, the outermost first.
fn entered(document: &Document, section: SectionId, last: Option<SectionId>) -> Vec<SectionId> {
    let Some(last) = last else { return Vec::new() };
    let known: Vec<SectionId> = document.ancestry(last).collect();
    let outer = document.ancestry(section).skip(1);
    let mut entered: Vec<SectionId> = outer.take_while(|id| !known.contains(id)).collect();
    entered.reverse();
    entered
}

/// The place in parts: `clause 8 of 25`, its heading, `paragraph 2 of 4`.
fn place(app: &App, block: BlockId, whole: bool) -> Vec<String> {
    let document = &app.document;
    let section = document.block(block).section;
    let all = document.section(section).paragraphs;
    let number = document.paragraph_number(block);
    let mut said = Vec::new();
    if whole {
        let outermost = document.section(section).kind.is_provision()
            && document
                .ancestry(section)
                .skip(1)
                .all(|outer| !document.section(outer).kind.is_provision());
        let counted = app.counted_place(block).filter(|_| outermost);
        said.push(counted.unwrap_or_else(|| document.section_name_with_kind(section)));
        said.extend(heading(document, section));
    }
    match number {
        Some(1) if whole => said.push(counts::paragraphs(all as usize)),
        Some(number) if all > 1 => said.push(states::paragraph_of(number, all)),
        _ if !whole => said.push(document.block_name(block)),
        _ => {}
    }
    said
}

/// The printed heading of a section, unless that is its name anyway.
fn heading(document: &Document, section: SectionId) -> Option<String> {
    document.section(section).number.as_ref()?;
    let is_heading = |block: &BlockId| document.block(*block).kind == BlockKind::Heading;
    let block = document.own_blocks(section).find(is_heading)?;
    let words = document.body(block).replace('\n', " ");
    (!words.is_empty()).then(|| words.trim_end_matches('.').to_owned())
}

/// Breaks words into lines of at most this many columns.
pub fn wrapped(words: &str, columns: u16) -> Vec<String> {
    words.lines().filter(|line| !line.trim().is_empty()).flat_map(|l| lines(l, columns)).collect()
}
