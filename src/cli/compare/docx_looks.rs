//! How the words of a block are set in a DOCX, and where they lead.

use crate::document::{BlockId, Document, InlineKind, LinkTarget};
use crate::export::{DocxEmphasis, DocxLook};
use std::ops::Range;

/// The looks and the links of all words of a block.
pub struct BlockLooks<'a> {
    /// Words that are set alike and lead to one address, in order. The first begin with the block.
    runs: Vec<LookRun<'a>>,
}

/// Words of a block up to the next run.
struct LookRun<'a> {
    /// Where they begin.
    start: usize,
    look: DocxLook,
    link: Option<&'a str>,
}

/// What some words have.
enum Mark<'a> {
    Emphasis(DocxEmphasis),
    /// A link; only one that leads outside has an address.
    Link(Option<&'a str>),
}

impl<'a> BlockLooks<'a> {
    /// The looks of a block.
    pub fn of(document: &'a Document, id: BlockId) -> Self {
        let start = document.block(id).body.start.get();
        let own = |range: Range<usize>| range.start - start..range.end - start;
        let inlines = document.inlines(id).iter().filter_map(|inline| {
            Some((own(inline.span.range()), Mark::Emphasis(emphasis(inline.kind)?)))
        });
        let links = document.links_of(id).iter().map(|link| {
            let address = match &link.target {
                LinkTarget::Outside(address) => Some(address.as_str()),
                LinkTarget::Passage(_) | LinkTarget::Nowhere(_) => None,
            };
            (own(link.span.range()), Mark::Link(address))
        });
        let mut marks: Vec<(Range<usize>, Mark)> =
            inlines.chain(links).filter(|(range, _)| !range.is_empty()).collect();
        marks.sort_by_key(|(range, _)| range.start);
        let ends = marks.iter().flat_map(|(range, _)| [range.start, range.end]);
        let mut edges: Vec<usize> = ends.chain([0]).collect();
        edges.sort_unstable();
        edges.dedup();
        let mut next = marks.into_iter().peekable();
        let mut open: Vec<(Range<usize>, Mark)> = Vec::new();
        let run = |start: usize| {
            open.retain(|(range, _)| range.end > start);
            open.extend(std::iter::from_fn(|| next.next_if(|(range, _)| range.start == start)));
            let mut run = LookRun { start, look: DocxLook::new(), link: None };
            for (_, mark) in open.iter().rev() {
                match mark {
                    Mark::Emphasis(emphasis) => {
                        run.look.insert(*emphasis);
                    }
                    // Of several links, the first counts.
                    Mark::Link(address) => run.link = *address,
                }
            }
            run
        };
        Self { runs: edges.into_iter().map(run).collect() }
    }

    /// Where runs begin inside a range.
    pub fn edges(&self, range: &Range<usize>) -> impl Iterator<Item = usize> {
        let first = self.runs.partition_point(|run| run.start <= range.start);
        let last = self.runs.partition_point(|run| run.start < range.end);
        self.runs.get(first..last).unwrap_or_default().iter().map(|run| run.start)
    }

    /// How the word at a byte is set, and the address outside the document that it leads to.
    pub fn at(&self, byte: usize) -> (&DocxLook, Option<&'a str>) {
        let after = self.runs.partition_point(|run| run.start <= byte);
        let run = &self.runs[after.saturating_sub(1)];
        (&run.look, run.link)
    }
}

fn emphasis(kind: InlineKind) -> Option<DocxEmphasis> {
    match kind {
        InlineKind::Emphasis => Some(DocxEmphasis::Italic),
        InlineKind::Strong => Some(DocxEmphasis::Bold),
        InlineKind::Underlined => Some(DocxEmphasis::Underlined),
        InlineKind::Code => Some(DocxEmphasis::Code),
        // Colours are those of a terminal; the rest is set by tables, or found by recognition.
        InlineKind::Cell
        | InlineKind::Head
        | InlineKind::Aligned(_)
        | InlineKind::Operative
        | InlineKind::Gone
        | InlineKind::New
        | InlineKind::Foreground(_)
        | InlineKind::Background(_)
        | InlineKind::Reversed
        | InlineKind::Faint => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Origin;

    #[test]
    fn each_word_has_the_looks_and_the_link_around_it() {
        let text =
            "A *keeper **lights** the* lamp, as [the *harbour* rule](https://example.org) asks.\n";
        let origin = Origin::File("rules.md".into());
        let document = crate::source::read(text.as_bytes(), origin).expect("a document");
        let block = document.block_ids().last().expect("a paragraph");
        let (body, looks) = (document.body(block), BlockLooks::of(&document, block));
        for (words, look, link) in [
            ("A ", &[][..], None),
            ("keeper", &[DocxEmphasis::Italic], None),
            ("lights", &[DocxEmphasis::Bold, DocxEmphasis::Italic], None),
            (" the", &[DocxEmphasis::Italic], None),
            (" lamp", &[], None),
            ("the harbour", &[], Some("https://example.org")),
            ("harbour", &[DocxEmphasis::Italic], Some("https://example.org")),
            (" rule", &[], Some("https://example.org")),
            (" asks", &[], None),
        ] {
            let at = body.find(words).expect(words);
            let (found, address) = looks.at(at);
            assert_eq!(found.iter().copied().collect::<Vec<_>>(), look, "{words}");
            assert_eq!(address, link, "{words}");
        }
        let whole = 0..body.len();
        assert_eq!(looks.edges(&whole).count(), 8, "where the looks and links change");
    }
}
