//! Links, tables, code, emphasis and notes survive in Markdown.

use super::{Form, difference};
use bulletin::document::{Document, InlineKind, LinkOrigin, LinkTarget, Origin};
use bulletin::source;
use std::collections::BTreeSet;

/// Returns the marks in a document: styles, links and notes.
pub fn marks(document: &Document) -> BTreeSet<String> {
    let mut marks = BTreeSet::new();
    for id in document.block_ids() {
        let kind = document.block(id).kind;
        let kind = if kind.is_verbatim() { "as it stands".to_owned() } else { format!("{kind:?}") };
        marks.insert(format!("{kind}: {}", document.body(id)));
        for inline in document.inlines(id) {
            if inline.kind != InlineKind::Operative {
                marks.insert(format!("{:?}: {}", inline.kind, document.slice(inline.span)));
            }
        }
        for link in document.links_of(id) {
            let words = document.slice(link.span);
            match &link.target {
                LinkTarget::Outside(to) => {
                    marks.insert(format!("{words} -> {to}"));
                }
                LinkTarget::Passage(to) if link.origin == LinkOrigin::Marked => {
                    marks.insert(format!("{words} -> {}", document.body(to.start.block)));
                }
                _ => {}
            }
        }
    }
    marks
}

const MARKED: &str = "# Rules of the *Lamp*\n\nSee [the board](https://lamps.example/a_(b)?c=1&d=2), **every [lamp](https://lamps.example) of it**, and [oil](#2-oil).[^1]\n\n## 1. Lamps\n\nThe `light()` of **(a)** *each* lamp burns ``a ` b``; 3 * 4 = 12, snake_case, C:\\lamps, <b>, &amp;amp;.\n\n| Lamp | Oil |\n|------|----:|\n| Pier \\| quay | **2** |\n|      | `a \\| b` |\n\n## 2. Oil\n\n> Oil is dry,\n> and clean.\n\n- one *thing*\n  - deeper\n- two\n\n3. third\n4. fourth\n\n```\nfn light() {\n    ``` = 1;\n}\n```\n\nRoses\\\nare red\n\n---\n\n[^1]: A *note* on [it](https://notes.example).\n";

#[test]
fn links_tables_code_emphasis_and_notes_survive_in_markdown() {
    let pages = [
        ("marked.md", MARKED.to_owned()),
        (
            "page.html",
            "<!doctype html><html lang=en><title>Lamps</title><h1>Lamps</h1><p>A <b>bold</b>, <i>slant</i>ed, <code>x = `y`</code> word; <b>(a)</b>b, <a href='https://lamps.example/?a=1&amp;b=2'>out</a> and <a href='#oil'>in</a>.</p><h2>1. Use</h2><p>One.<br>Two.</p><pre>a\n  b</pre><table><tr><th>L<th>O<tr><td>1<td>a|b</table><h2 id=oil>2. Oil</h2><blockquote>Dry.</blockquote><ul><li>one<ul><li>in</ul><li>two</ul></html>"
                .to_owned(),
        ),
    ];
    for (name, page) in pages {
        let document = source::read(page.as_bytes(), Origin::File(name.into())).expect(name);
        assert_survives(name, &document);
    }
}

/// Checks that a document and its marks survive Markdown.
pub fn assert_survives(name: &str, document: &Document) {
    let printed = Form::Markdown.print(document);
    let read = Form::Markdown.read(&printed);
    assert_eq!(difference(document, &read), None, "{name}:\n{printed}");
    let (own, other) = (marks(document), marks(&read));
    let lost: Vec<&String> = own.difference(&other).collect();
    // A Markdown note links back to its mark, even if the original did not.
    let new = other.difference(&own).filter(|mark| !mark.starts_with('['));
    let new: Vec<&String> = new.collect();
    assert!(lost.is_empty() && new.is_empty(), "{name}: {lost:?} {new:?}\n{printed}");
}
