//! Tables that only lay a list out: in each row a label, and in the next column
//! its words.

use crate::import::clean::Break;
use crate::import::manuscript::{Element, ElementKind};
use crate::lexicon::label::{self, LineRole};
use std::ops::Range;

/// The elements of a text, each row of such a table a paragraph of its own.
pub fn read_out(text: &str, elements: Vec<Element>) -> Vec<Element> {
    let is_list = |element: &Element| {
        element.kind == ElementKind::Table
            && element.lines.iter().all(|(row, _)| labelled(text, row).is_some())
    };
    if !elements.iter().any(is_list) {
        return elements;
    }
    let mut out = Vec::with_capacity(elements.len());
    for element in elements {
        if !is_list(&element) {
            out.push(element);
            continue;
        }
        for (i, (row, _)) in element.lines.iter().enumerate() {
            let Some(words) = labelled(text, row) else { continue };
            let blank_before = if i == 0 { element.blank_before } else { 1 };
            let lines = vec![(words, Break::Hard)];
            let kind = ElementKind::Paragraph;
            out.push(Element { kind, lines, indent: element.indent, blank_before });
        }
    }
    out
}

/// The words of a row that is a label and one more cell.
fn labelled(text: &str, row: &Range<usize>) -> Option<Range<usize>> {
    let line = text[row.clone()].trim();
    let start = row.end - text[row.clone()].trim_start().len();
    let (label, words) = line.split_once('\t')?;
    let (label, words) = (label.trim_end(), words.trim_start());
    let closed = label.ends_with([')', '.', '）', '、']);
    let read = || label::labels(label, LineRole::Running);
    (closed
        && !words.is_empty()
        && !words.contains('\t')
        && read().iter().any(|l| l.len == label.len()))
    .then(|| start..start + line.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[&str]) -> (String, Vec<Element>) {
        let mut text = String::new();
        let lines = rows
            .iter()
            .map(|row| {
                let start = text.len();
                text += row;
                text += "\n";
                (start..start + row.len(), Break::Hard)
            })
            .collect();
        let element = Element { kind: ElementKind::Table, lines, indent: 0, blank_before: 1 };
        (text, vec![element])
    }

    fn shown(rows: &[&str]) -> Vec<(ElementKind, String)> {
        let (text, elements) = table(rows);
        let words = |element: &Element| {
            let lines: Vec<&str> = element.lines.iter().map(|(l, _)| &text[l.clone()]).collect();
            (element.kind, lines.join("/"))
        };
        read_out(&text, elements).iter().map(words).collect()
    }

    #[test]
    fn rows_of_a_label_and_its_words_are_paragraphs() {
        let paragraph = |words: &str| (ElementKind::Paragraph, words.to_owned());
        assert_eq!(
            shown(&["(a)\tlamps of glass;\t", "(b)\tlamps of horn."]),
            [paragraph("(a)\tlamps of glass;"), paragraph("(b)\tlamps of horn.")]
        );
        assert_eq!(shown(&["(12)\tWhereas lamps are lit,"])[0].0, ElementKind::Paragraph);
    }

    #[test]
    fn rows_of_data_stay_a_table() {
        for rows in [
            &["(a)\tlamp\t12"][..],
            &["Lamp\tOil", "(a)\tdry"],
            &["1\tlamp", "2\toil"],
            &["2.50\tlamp", "3.75\toil"],
            &["(a)\t"],
        ] {
            assert_eq!(shown(rows)[0].0, ElementKind::Table, "{rows:?}");
        }
    }
}
