//! The encoding that a page declares.

use super::signature::is_html;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// The number of bytes to examine, as specified by HTML.
const SAMPLE: usize = 1024;

/// Returns the encoding declared in the head of a page; `page` says whether the
/// source is known to be one.
pub fn charset(bytes: &[u8], page: bool) -> Option<&'static Encoding> {
    let head: String = bytes[..bytes.len().min(SAMPLE)]
        .iter()
        .map(|byte| char::from(byte.to_ascii_lowercase()))
        .collect();
    let declared = head.trim_start().starts_with("<?xml");
    if !page && !declared && !is_html(&head) {
        return None;
    }
    let prolog = declared.then(|| head.find("?>").map(|end| &head[..end])).flatten();
    let label = prolog.and_then(|prolog| value(prolog, "encoding")).or_else(|| meta(&head))?;
    let encoding = Encoding::for_label_no_replacement(label.as_bytes())?;
    // The declaration was readable as ASCII, so the encoding is not UTF-16,
    // whatever it says.
    Some(if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding })
}

/// Returns the encoding label of the first `meta` that has one.
fn meta(head: &str) -> Option<&str> {
    let mut rest = head;
    while let Some(at) = rest.find("<meta") {
        let tag = &rest[at..];
        let tag = &tag[..tag.find('>').unwrap_or(tag.len())];
        if let Some(label) = value(tag, "charset") {
            return Some(label);
        }
        rest = &rest[at + "<meta".len()..];
    }
    None
}

/// Returns the value after a name and `=`, with or without quotation marks.
fn value<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let after = &text[text.find(name)? + name.len()..];
    let value = after.trim_start().strip_prefix('=')?.trim_start();
    let value = value.trim_start_matches(['"', '\'']).trim_start();
    let end = value.find(|c: char| c.is_whitespace() || "\"';/?>".contains(c));
    Some(&value[..end.unwrap_or(value.len())]).filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(page: &str) -> Option<&'static str> {
        charset(page.as_bytes(), false).map(Encoding::name)
    }

    #[test]
    fn the_declared_encoding_is_found() {
        assert_eq!(named("<!DOCTYPE html><meta charset=koi8-r>"), Some("KOI8-R"));
        assert_eq!(
            named(
                "<HTML><META http-equiv='Content-Type' content='text/html; charset=windows-1251'>"
            ),
            Some("windows-1251")
        );
        assert_eq!(named("<?xml version='1.0' encoding='Shift_JIS'?><html>"), Some("Shift_JIS"));
        assert_eq!(named("<html><meta name=a><meta charset=\"utf-16\">"), Some("UTF-8"));
        assert_eq!(named("<html><meta charset=nothing>"), None);
        assert_eq!(named("Of <meta charset=koi8-r> in a text"), None);
    }
}
