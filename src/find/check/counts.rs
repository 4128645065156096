//! Counts that the text states, held against what it then lists.

use super::{Fault, Finding, finding};
use crate::document::{BlockId, BlockKind, Document, Standing};
use crate::lexicon::spelled;
use regex::Regex;
use std::sync::LazyLock;

/// `the following five principles:` at the end of a paragraph.
static FOLLOWING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\b(?:the (?P<turned>[\p{L}\d-]+) following [\p{L} -]{3,60}|the following (?P<count>[\p{L}\d-]+) (?P<what>[\p{L} -]{3,60})|(?P<before>[\p{L}\d-]+) (?P<of>[\p{L}-]{3,30}) as follows|following (?P<bare>[\p{L}\d-]+)):\s*$",
    )
    .ok()
});

/// What is wrong with the counts of a document.
pub fn check(document: &Document) -> Vec<Finding> {
    let rosters = document.rosters().iter().filter_map(|roster| {
        let stated = usize::try_from(roster.stated?).ok()?;
        let all = roster.entries.len();
        let counts = |standing| roster.entries.iter().filter(|e| e.standing != standing).count();
        // Who joined later may be counted or not; so may organisations.
        let fits = [all, counts(Standing::Joined), counts(Standing::Organisation)];
        let block = roster.entries.first()?.evidence.start.block;
        let words = format!("the text states {stated} {}, and names {all}", roster.kind.name());
        (!fits.contains(&stated)).then(|| finding(document, Fault::Count, block, words))
    });
    let lists = document.block_ids().filter_map(|block| {
        let body = document.body(block).trim_end();
        if !body.ends_with(':') {
            return None;
        }
        let found = FOLLOWING.as_ref()?.captures(body)?;
        let written = ["count", "turned", "before", "bare"]
            .iter()
            .find_map(|name| found.name(name))?
            .as_str();
        let stated = usize::try_from(spelled::count(written)?).ok().filter(|n| *n > 1)?;
        let listed = items_after(document, block);
        let words = format!("the text states {written}, and lists {listed}");
        (listed > 1 && listed != stated).then(|| finding(document, Fault::Count, block, words))
    });
    rosters.chain(lists).collect()
}

/// How many items follow a block: the sub-clauses that it leads in, or the
/// items of a list.
fn items_after(document: &Document, block: BlockId) -> usize {
    let section = document.block(block).section;
    let next = document.block_at(block.index() + 1).map(|next| document.block(next));
    let Some(next) = next else { return 0 };
    if next.kind == BlockKind::ListItem && next.section == section {
        let blocks = document.blocks()[block.index() + 1..].iter();
        return blocks
            .take_while(|b| b.kind == BlockKind::ListItem && b.section == section)
            .count();
    }
    if document.section(next.section).parent != Some(section) {
        return 0;
    }
    document
        .children(Some(section))
        .filter(|id| document.section(*id).blocks.start > block.index())
        .filter(|id| document.section(*id).number.is_some())
        .count()
}
