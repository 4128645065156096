//! Appends one manuscript to another.

use crate::import::manuscript::Manuscript;
use std::ops::Range;

/// Appends a manuscript with at least one element to the text and the elements of another, indented
/// by `indent` columns.
pub fn append(text: &mut String, into: &mut Manuscript<'_>, other: Manuscript<'_>, indent: usize) {
    if !text.is_empty() {
        text.push('\n');
    }
    let from = text.len();
    text.push_str(&other.text);
    let moved = |range: Range<usize>| range.start + from..range.end + from;
    for (at, mut element) in other.elements.into_iter().enumerate() {
        element.indent += indent;
        element.lines.iter_mut().for_each(|(range, _)| *range = moved(range.clone()));
        let first = at == 0 && !into.elements.is_empty();
        element.blank_before = element.blank_before.max(usize::from(first));
        into.elements.push(element);
    }
    into.styles.extend(other.styles.into_iter().map(|(range, kind)| (moved(range), kind)));
    into.links.extend(other.links.into_iter().map(|(range, to)| (moved(range), to)));
    into.anchors.extend(other.anchors.into_iter().map(|(at, name)| (at + from, name)));
    for remark in other.remarks {
        if !into.remarks.contains(&remark) {
            into.remarks.push(remark);
        }
    }
}
