//! Recognises a page by its beginning.

/// The number of bytes examined to recognise a page.
const HEAD: usize = 4096;

/// Whether a text is a page: it begins with the doctype or the root element of HTML.
pub fn is_html(text: &str) -> bool {
    let mut rest = &text[..text.floor_char_boundary(HEAD)];
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
        let end = match rest {
            _ if rest.starts_with("<!--") => "-->",
            _ if rest.starts_with("<?") => ">",
            _ => break,
        };
        let Some(at) = rest.find(end) else { return false };
        rest = &rest[at + end.len()..];
    }
    let begins = |with: &str| {
        rest.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with))
            && !rest[with.len()..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-')
    };
    ["<!doctype html", "<html", "<head", "<body"].into_iter().any(begins)
}
