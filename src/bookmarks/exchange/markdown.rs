//! Bookmarks as Markdown (CommonMark), for the user's own notes.

use crate::bookmarks::{Bookmark, Template, in_markdown};
use crate::document::{on_one_line, visible};
use crate::export::{self, LinePosition};
use crate::messages::states;
use std::borrow::Cow;

/// Formats bookmarks by document, in the order of each document: the quotation,
/// the note, and the citation in the format of a template.
pub fn markdown(bookmarks: &[&Bookmark], template: &Template) -> String {
    let template = template.for_markdown();
    let mut documents: Vec<(String, Vec<&Bookmark>)> = Vec::new();
    for bookmark in bookmarks {
        let key = key(bookmark);
        match documents.iter_mut().find(|(known, _)| *known == key) {
            Some((_, of)) => of.push(bookmark),
            None => documents.push((key, vec![bookmark])),
        }
    }
    let mut parts = Vec::new();
    for (_, mut of) in documents {
        of.sort_by_key(|b| (b.start.block, b.start.byte, b.end.block, b.end.byte));
        parts.push(format!("# {}", escaped_line(&title(of[0]))));
        parts.extend(of.into_iter().map(|bookmark| one(bookmark, &template)));
    }
    if parts.is_empty() { String::new() } else { parts.join("\n\n") + "\n" }
}

/// Identifies a document by its content, if stored.
fn key(bookmark: &Bookmark) -> String {
    let document = &bookmark.document;
    if document.content.is_empty() {
        format!("{}\n{}", document.title, document.source)
    } else {
        document.content.clone()
    }
}

fn title(bookmark: &Bookmark) -> Cow<'_, str> {
    let document = &bookmark.document;
    visible(if document.title.is_empty() { &document.source } else { &document.title })
}

fn one(bookmark: &Bookmark, template: &Template) -> String {
    let citation = in_markdown(bookmark.cite(template));
    let quotation = escaped(&bookmark.quotation.exact);
    let quotation: Vec<String> = quotation
        .lines()
        .map(|line| if line.is_empty() { ">".to_owned() } else { format!("> {line}") })
        .collect();
    let address = escaped_line(&bookmark.address);
    let mut parts = Vec::new();
    if !address.is_empty() {
        parts.push(format!("## {address}"));
    }
    // A template with the quoted words replaces the quotation.
    parts.push(if template.quotes() { citation.clone() } else { quotation.join("\n") });
    parts.push(escaped(&bookmark.note));
    let tags: Vec<String> = bookmark.tags.iter().map(|tag| escaped_line(tag)).collect();
    if !tags.is_empty() {
        parts.push(states::exported_tags(tags.join(", ")));
    }
    parts.extend(bookmark.earlier.iter().map(|words| states::exported_earlier(escaped(words))));
    parts.extend(bookmark.letter.map(states::exported_mark));
    parts.push(states::exported_highlight(bookmark.highlight.name()));
    if !template.quotes() {
        let dash = if citation.contains('\n') { "" } else { "— " };
        parts.push(format!("{dash}{citation}"));
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

/// Escapes text for Markdown; keeps line ends, and blank lines as paragraph
/// breaks.
fn escaped(text: &str) -> String {
    let lines: Vec<String> = text.trim_matches('\n').lines().map(escaped_words).collect();
    let mut out = String::new();
    for (at, line) in lines.iter().enumerate() {
        if at > 0 {
            // A backslash is visible, blanks at the end of a line are not.
            let inside = !line.is_empty() && !lines[at - 1].is_empty();
            out.push_str(if inside { "\\\n" } else { "\n" });
        }
        out.push_str(line);
    }
    out
}

/// Like [`escaped`], on one line, for titles and the like.
fn escaped_line(text: &str) -> String {
    escaped_words(&on_one_line(text))
}

fn escaped_words(line: &str) -> String {
    let line = line.trim_end();
    let words = line.trim_start_matches([' ', '\t']);
    // Markdown would drop leading blanks, or make the line code.
    "&nbsp;".repeat(line.len() - words.len()) + &export::escaped(words, LinePosition::LineStart)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bookmarks::{DocumentIdentity, Position, Quotation};

    #[test]
    fn nothing_in_the_text_means_anything_to_markdown() {
        for (text, markdown) in [
            ("a*b_[c] <d> & e", "a\\*b\\_[c] \\<d> & e"),
            ("- no list\n+ nor this", "\\- no list\\\n\\+ nor this"),
            ("11. no list, 4.1", "11\\. no list, 4.1"),
            ("one\n\n\n# two  \n===", "one\n\n\n\\# two\\\n\\==="),
            ("    no code ~~~ `x`", "&nbsp;&nbsp;&nbsp;&nbsp;no code \\~\\~\\~ \\`x\\`"),
            ("![no image](a) wow!", "\\!\\[no image\\](a) wow!"),
            ("a\\b", "a\\b"),
            ("", ""),
        ] {
            assert_eq!(escaped(text), markdown);
        }
    }

    #[test]
    fn bookmarks_are_grouped_by_document_and_in_its_order() {
        let bookmark = |title: &str, block: usize, address: &str| Bookmark {
            document: DocumentIdentity {
                title: title.to_owned(),
                content: title.to_owned(),
                ..DocumentIdentity::default()
            },
            address: address.to_owned(),
            quotation: Quotation { exact: "one\n\ntwo".to_owned(), ..Quotation::default() },
            start: Position { block, byte: 0 },
            ..Bookmark::default()
        };
        let noted = Bookmark {
            note: "first\nsecond\n\nthird".to_owned(),
            tags: vec!["lamps".to_owned(), "a_b".to_owned()],
            ..bookmark("B", 9, "8:3")
        };
        let all = [noted, bookmark("A", 1, "pp1"), bookmark("B", 2, "2")];
        let expected = "# B

## 2

> one
>
> two

Highlight: green

— B, 2

## 8:3

> one
>
> two

first\\
second

third

Tags: lamps, a_b

Highlight: green

— B, 8:3

# A

## pp1

> one
>
> two

Highlight: green

— A, pp1
";
        let plain = Template::plain();
        assert_eq!(markdown(&all.iter().collect::<Vec<_>>(), &plain), expected);
        assert_eq!(markdown(&[], &plain), "");
        // A template with the quoted words replaces the quotation.
        let memo: Template = "“{quote}” ({title}, {address})".parse().expect("a template");
        let cited = markdown(&[&all[0]], &memo);
        assert!(cited.contains("“one\n\ntwo” (B, 8:3)") && !cited.contains("> one"), "{cited}");
        let record = markdown(&[&all[0]], &Template::built_in("bibtex").expect("a template"));
        assert!(record.contains("```bibtex\n@misc{b-8-3,"), "{record}");
    }
}
