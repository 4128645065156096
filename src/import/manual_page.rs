//! Manual pages as `man` formats them: headings begin at the left edge, and all other text is set
//! in.
//!
//! A text is a manual page if its first line has the page's name with its section at both ends, as
//! in `LS(1)      User Commands      LS(1)`. Of such a text, each line at the left edge is the
//! heading of a section (`SYNOPSIS`), and each line at [`SUBSECTION`] columns that of a
//! subsection. Whether headings are overstruck does not matter, since not all pagers receive that.
//! Since the indent of a line decides, [`shapes`](super::shapes) are not looked for: words in
//! capitals or in the middle of a line are no headings of a manual page.

use super::indent::columns_before;
use super::lines::is_line_end;
use super::manuscript::{Element, ElementKind, LineBytes};

/// The indent of the headings of subsections, in columns: that of man and mandoc.
const SUBSECTION: usize = 3;

/// Returns the name of a manual page, such as `LS(1)`; `None` if a text is not one.
pub fn name(text: &str) -> Option<&str> {
    let first = text.split(is_line_end).map(str::trim).find(|line| !line.is_empty())?;
    let (name, rest) = first.split_once(char::is_whitespace)?;
    let last = rest.rsplit(char::is_whitespace).next()?;
    let (_, section) = name.strip_suffix(')')?.split_once('(')?;
    let has_section = section.starts_with(|c: char| c.is_ascii_digit() || "nl".contains(c));
    (has_section && name == last && !name.starts_with('(')).then_some(name)
}

/// Makes headings of the lines of a manual page that are headings; `name` is that of the page.
pub fn mark(text: &str, elements: Vec<Element>, name: &str) -> Vec<Element> {
    let mut out: Vec<Element> = Vec::new();
    for element in elements {
        let mut blank_before = element.blank_before;
        // Whether the next line continues the element before it.
        let mut is_open = false;
        for line in element.lines {
            match heading_level(text, &line, name) {
                Some(level) => {
                    let kind = ElementKind::Heading { level };
                    out.push(Element { kind, lines: vec![line], indent: 0, blank_before });
                    is_open = false;
                }
                None if is_open => {
                    if let Some(last) = out.last_mut() {
                        last.lines.push(line);
                    }
                }
                None => {
                    let indent = columns_before(text, line.0.start);
                    out.push(Element {
                        kind: element.kind,
                        lines: vec![line],
                        indent,
                        blank_before,
                    });
                    is_open = true;
                }
            }
            blank_before = 0;
        }
    }
    out
}

/// Returns the level of the heading that a line is; `None` if it is not one, such as the first and
/// the last line of a page.
fn heading_level(text: &str, (line, _): &LineBytes, name: &str) -> Option<u8> {
    if text[line.clone()].ends_with(name) {
        return None;
    }
    match columns_before(text, line.start) {
        0 => Some(1),
        SUBSECTION => Some(2),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Origin;

    const PAGE: &str = "LAMP(1)              Harbour Commands              LAMP(1)\n\n\
        NAME\n       lamp - light the lamp\n\n\
        SYNOPSIS\n       lamp [-q] FILE\n\n\
        OPTIONS\n   Of the wick\n       -q, --quiet\n              Say nothing.\n\n\
        \x20      -v     Say more.\n\n\
        SEE ALSO\n       oil(1)\n\n\
        Harbour 1.0          June 2031                LAMP(1)\n";

    fn titles(page: &str) -> Vec<String> {
        let document = crate::source::read(page.as_bytes(), Origin::StandardInput).expect("read");
        let ids = document.section_ids();
        ids.map(|id| document.title(id).into_owned()).collect()
    }

    #[test]
    fn the_sections_of_a_manual_page_are_its_headings() {
        let struck: String = PAGE
            .split_inclusive('\n')
            .map(|line| match line.starts_with(|c: char| c.is_uppercase()) {
                true => line
                    .chars()
                    .map(|c| if c.is_alphabetic() { format!("{c}\u{8}{c}") } else { c.into() })
                    .collect(),
                false => line.to_owned(),
            })
            .collect();
        for page in [PAGE, &struck] {
            let titles = titles(page);
            for title in ["NAME", "SYNOPSIS", "OPTIONS", "Of the wick", "SEE ALSO"] {
                assert!(titles.iter().any(|one| one == title), "{title}: {titles:?}");
            }
        }
    }

    #[test]
    fn other_texts_are_not_manual_pages() {
        for text in ["LAMP(1)\n\nNAME\n", "(1) The lamp (1)\n", "Lamp(s) and more lamp(s)\n", ""] {
            assert_eq!(name(text), None, "{text:?}");
        }
        assert_eq!(name(PAGE), Some("LAMP(1)"));
        assert_eq!(name("\n lamp_oil(3ssl)  Library   lamp_oil(3ssl)\n"), Some("lamp_oil(3ssl)"));
    }
}
