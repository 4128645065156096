//! A comparison as Markdown, and as one page of HTML that needs no script and no colour.

use super::report::{Report, told};
use crate::align::{ChangedWords, Paragraph};
use crate::document::Document;
use crate::export::{LinePosition, escaped, in_xml};
use crate::messages::comparing;

/// The report as Markdown: each paragraph is one block, with `<del>` and `<ins>` inside it.
pub fn markdown(report: &Report) -> String {
    let alignment = report.alignment;
    let mut out = format!("# {}\n\n", in_markdown(&heading(report), LinePosition::Within));
    out.push_str(&format!("{}.\n", alignment.counts().told()));
    for remark in &report.remarks {
        out.push_str(&format!("\n{}.\n", in_markdown(remark, LinePosition::LineStart)));
    }
    for row in &report.rows {
        let place = in_markdown(&alignment.places(row).replace("->", "→"), LinePosition::Within);
        out.push_str(&format!("\n## {place} ({})\n", told(row)));
        for paragraph in alignment.paragraphs(row) {
            for block in blocks(&paragraph, in_markdown) {
                out.push_str(&format!("\n{block}\n"));
            }
        }
    }
    if !report.stale.is_empty() {
        out.push_str(&format!("\n## {}\n\n", comparing::STALE_REFERENCES));
        for stale in &report.stale {
            out.push_str(&format!(
                "- {}\n",
                in_markdown(&alignment.stale_line(stale), LinePosition::LineStart)
            ));
        }
    }
    out
}

/// The report as a page of HTML.
pub fn html(report: &Report) -> String {
    let alignment = report.alignment;
    let title = in_html(&heading(report), LinePosition::Within);
    let language = alignment.new_document().metadata().language.as_deref().unwrap_or("en");
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n<p>{}.</p>\n",
        in_html(language, LinePosition::Within),
        in_html(&alignment.counts().told(), LinePosition::Within),
    );
    for remark in &report.remarks {
        out.push_str(&format!("<p>{}.</p>\n", in_html(remark, LinePosition::Within)));
    }
    for row in &report.rows {
        let place = in_html(&alignment.places(row).replace("->", "→"), LinePosition::Within);
        out.push_str(&format!("<section>\n<h2>{place} <small>{}</small></h2>\n", told(row)));
        for paragraph in alignment.paragraphs(row) {
            for block in blocks(&paragraph, in_html) {
                out.push_str(&format!("<p dir=\"auto\">{block}</p>\n"));
            }
        }
        out.push_str("</section>\n");
    }
    if !report.stale.is_empty() {
        out.push_str(&format!("<section>\n<h2>{}</h2>\n<ul>\n", comparing::STALE_REFERENCES));
        for stale in &report.stale {
            out.push_str(&format!(
                "<li>{}</li>\n",
                in_html(&alignment.stale_line(stale), LinePosition::Within)
            ));
        }
        out.push_str("</ul>\n</section>\n");
    }
    out.push_str("</body>\n</html>\n");
    out
}

/// Strokes and lines mark removed and added words, on paper too; colour only repeats them.
const STYLE: &str =
    "body { max-width: 42em; margin: 2em auto; padding: 0 1em; font: 1em/1.5 serif; }
h2 { font-size: 1em; margin-bottom: 0; }
small { font-weight: normal; }
p { white-space: pre-line; margin: 0.5em 0; }
del { text-decoration: line-through; color: #a40000; }
ins { text-decoration: underline; color: #005a00; }
section { break-inside: avoid-page; }
@media print { del, ins { color: inherit; } }
@media (prefers-color-scheme: dark) {
  body { background: #1b1b1b; color: #e6e6e6; }
  del { color: #ff9c9c; }
  ins { color: #9be29b; }
}
";

/// The title of the new text, and what it is compared with.
fn heading(report: &Report) -> String {
    let name = |document: &Document| document.metadata().origin.name();
    let (old, new) = (report.alignment.old(), report.alignment.new_document());
    format!("{}: {} → {}", new.metadata().title, name(old), name(new))
}

/// Returns the blocks of a paragraph, each with its own marks: a mark ends before a blank line.
fn blocks(paragraph: &Paragraph, write: fn(&str, LinePosition) -> String) -> Vec<String> {
    let mut blocks = vec![String::new()];
    for piece in &paragraph.pieces {
        let element = match piece {
            ChangedWords::Kept { .. } => None,
            ChangedWords::Gone(_) => Some(("del", comparing::LABEL_REMOVED)),
            ChangedWords::New(_) => Some(("ins", comparing::LABEL_ADDED)),
        };
        let (open, close) = match element {
            Some((name, label)) => {
                (format!("<{name} aria-label=\"{label}\">"), format!("</{name}>"))
            }
            None => (String::new(), String::new()),
        };
        for (at, words) in paragraph.words(piece).split("\n\n").enumerate() {
            if at > 0 {
                blocks.push(String::new());
            }
            if let Some(block) = blocks.last_mut().filter(|_| !words.is_empty()) {
                let starts = block.is_empty() && open.is_empty();
                let at = if starts { LinePosition::LineStart } else { LinePosition::Within };
                *block += &format!("{open}{}{close}", write(words, at));
            }
        }
    }
    blocks.retain(|block| !block.is_empty());
    blocks
}

fn in_html(words: &str, _: LinePosition) -> String {
    in_xml(words)
}

/// Text in which no character means anything to Markdown; line ends are kept.
fn in_markdown(words: &str, at: LinePosition) -> String {
    let mut lines = words.split('\n');
    let first = lines.next().map(|line| escaped(line, at));
    let others = lines.map(|line| escaped(line.trim_start(), LinePosition::LineStart));
    first.into_iter().chain(others).collect::<Vec<String>>().join("\\\n")
}
