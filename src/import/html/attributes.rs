//! Shortens tags with an absurd number of attributes.
//!
//! The tokenizer compares each attribute with all those before it, so a tag with a
//! million of them would take minutes.

use std::borrow::Cow;

/// The maximum number of attributes of a tag.
const MOST: usize = 1000;

/// Returns the page with the excess attributes of each tag removed.
pub fn cut(html: &str) -> Cow<'_, str> {
    let bytes = html.as_bytes();
    let mut out = String::new();
    let mut kept = 0;
    let mut at = 0;
    while let Some(start) = memchr::memchr(b'<', &bytes[at..]).map(|found| at + found) {
        at = start + 1;
        if !bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let (end, cut) = end_of_tag(bytes, at);
        if let Some(cut) = cut {
            out.push_str(&html[kept..cut]);
            kept = end;
        }
        at = end;
    }
    if kept == 0 {
        return Cow::Borrowed(html);
    }
    out.push_str(&html[kept..]);
    Cow::Owned(out)
}

/// Returns the end of the tag, at its `>` or the end of the page, and where to cut
/// it.
fn end_of_tag(bytes: &[u8], from: usize) -> (usize, Option<usize>) {
    let (mut at, mut words, mut cut) = (from, 0, None);
    let mut before = b' ';
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'>' => return (at, cut),
            b'"' | b'\'' if before == b'=' => {
                let Some(length) = memchr::memchr(byte, &bytes[at + 1..]) else {
                    return (bytes.len(), cut);
                };
                at += length + 1;
                // After a quoted value another attribute begins, even without a
                // blank.
                before = b'"';
            }
            _ if byte.is_ascii_whitespace() || byte == b'/' => {
                if before != b'=' {
                    before = b' ';
                }
            }
            _ => {
                if matches!(before, b' ' | b'"') {
                    words += 1;
                    if words > MOST {
                        cut = cut.or(Some(at));
                    }
                }
                before = byte;
            }
        }
        at += 1;
    }
    (bytes.len(), cut)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_what_no_page_has_is_cut() {
        let usual = "<p class='a > b' id=\"x\">1 < 2</p> <a href=x/y title = '>'>";
        assert!(matches!(cut(usual), Cow::Borrowed(_)));
        for (between, after) in [("=1 a", " "), ("='>'a", ""), ("/a", "/")] {
            let many = format!("<p a{}{after}>x</p><b>y</b>", between.repeat(5000));
            let page = cut(&many);
            assert!(
                page.len() < 1100 * between.len() + 40 && page.ends_with(">x</p><b>y</b>"),
                "{page}"
            );
        }
    }

    proptest! {
        #[test]
        fn a_page_with_few_attributes_stays(html in "[<>a='\"/ \n\u{e9}-]{0,200}") {
            prop_assert_eq!(cut(&html), html.as_str());
        }
    }
}
