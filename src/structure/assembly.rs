//! Regions become sections: masthead, story, declaration with preamble and clauses, imprint and
//! announcements; or, in a text of another kind, a title, text and clauses.

use super::blocks::Blocks;
use super::regions::Regions;
use super::sections;
use crate::document::{BlockKind, SectionKind, Title};
use crate::lexicon::dates;
use std::ops::Range;

/// Makes the sections of a text; its title.
pub fn assemble(blocks: &mut Blocks<'_>, regions: &Regions) -> Option<String> {
    masthead(blocks, regions.head.clone());
    let told = regions.masthead.is_some() || !regions.front.is_empty();
    let mut title = None;
    if told && !regions.story.is_empty() {
        title = story(blocks, regions.story.clone());
    }
    if !regions.front.is_empty() {
        title = declaration(blocks, regions).or(title);
    } else if told {
        sections::inside(blocks, regions.body(blocks.parts));
    } else {
        title = sections::whole(blocks, 0..regions.body_end);
    }
    tail(blocks, SectionKind::Imprint, regions.imprint.clone());
    tail(blocks, SectionKind::Notice, regions.notices.clone());
    title
}

/// Makes a paragraph of each thing that a masthead says.
fn masthead(blocks: &mut Blocks<'_>, range: Range<usize>) {
    if range.is_empty() {
        return;
    }
    blocks.builder.open(SectionKind::Masthead, None);
    for at in range {
        for lines in blocks.parts[at].statements() {
            blocks.push_lines(at, lines, BlockKind::Paragraph);
        }
    }
    blocks.builder.close();
}

fn story(blocks: &mut Blocks<'_>, range: Range<usize>) -> Option<String> {
    let section = blocks.builder.open(SectionKind::Story, None);
    let mut at = range.start;
    let mut title = None;
    if blocks.parts[at].is_title(blocks.text) && range.len() > 1 {
        let heading = blocks.push(at, BlockKind::Heading);
        title = Some(blocks.builder.last_body().replace('\n', " "));
        let span = blocks.builder.span_in(heading, 0..blocks.builder.last_body().len());
        blocks.builder.set_title(section, Title::Words(span));
        at += 1;
    }
    for at in at..range.end {
        blocks.push(at, blocks.parts[at].kind_of_paragraph(blocks.text));
    }
    blocks.builder.close();
    title
}

fn declaration(blocks: &mut Blocks<'_>, regions: &Regions) -> Option<String> {
    let section = blocks.builder.open(SectionKind::Declaration, None);
    let front = regions.front.clone();
    let dated = front.clone().find(|i| dates::is_dateline(&blocks.parts[*i].words(blocks.text)));
    let titles = front
        .clone()
        .take_while(|i| blocks.parts[*i].is_title(blocks.text) && Some(*i) != dated)
        .count();
    let mut at = front.start + titles;
    let mut title = None;
    if titles > 0 {
        let heading = blocks.push_chunks(front.start..at, BlockKind::Heading);
        let words = blocks.builder.last_body().to_owned();
        let span = blocks.builder.span_in(heading, 0..words.len());
        // A title that begins in the middle of a phrase has lost its beginning.
        let damaged = words.chars().next().is_some_and(char::is_lowercase);
        let (told, shown) = if damaged {
            (Title::Damaged(span), format!("… {words}"))
        } else {
            (Title::Words(span), words)
        };
        blocks.builder.set_title(section, told);
        title = Some(shown);
    }
    while at < front.end && Some(at) == dated {
        blocks.push(at, BlockKind::Dateline);
        at += 1;
    }
    if at < front.end {
        blocks.builder.open(SectionKind::Preamble, None);
        for at in at..front.end {
            let block = blocks.push(at, blocks.parts[at].kind_of_paragraph(blocks.text));
            blocks.mark_operative(block);
        }
        blocks.builder.close();
    }
    sections::inside(blocks, regions.body(blocks.parts));
    blocks.builder.close();
    title
}

fn tail(blocks: &mut Blocks<'_>, kind: SectionKind, range: Range<usize>) {
    if range.is_empty() {
        return;
    }
    blocks.builder.open(kind, None);
    for at in range {
        blocks.push(at, blocks.parts[at].kind_of_paragraph(blocks.text));
    }
    blocks.builder.close();
}
