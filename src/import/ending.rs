//! Finds the first complete block in the end of a source that is read before what comes between it
//! and the beginning; the bytes before it belong to an earlier block.

use super::{html, markdown};

/// Returns the start of the first complete paragraph, in bytes: after a blank line, else after a
/// line, else after a word.
pub fn start_of_paragraph(text: &str) -> usize {
    let line = text.find('\n').map(|at| at + 1);
    after_blank_line(text).or(line).or_else(|| text.find(' ')).unwrap_or(0)
}

/// Returns the byte after the first blank line; `None` if that is not in the first half. The first
/// line is the rest of a line that may have words.
fn after_blank_line(text: &str) -> Option<usize> {
    let mut at = 0;
    let mut lines = text.split_inclusive('\n').map(|line| {
        at += line.len();
        (line, at)
    });
    lines.next();
    let (_, end) = lines.find(|(line, _)| line.trim().is_empty())?;
    (end <= text.len() / 2).then_some(end)
}

/// Returns the start of the first complete Markdown block, in bytes. If the fences of code after it
/// are not paired, it is in code: then after the first fence.
pub fn start_of_markdown(text: &str) -> usize {
    let start = start_of_paragraph(text);
    let mut at = start;
    let mut fences = Vec::new();
    for line in text[start..].split_inclusive('\n') {
        at += line.len();
        if markdown::is_fence(line) {
            fences.push(at);
        }
    }
    if fences.len() % 2 == 1 { fences[0] } else { start }
}

/// What no element begins in, up to its end.
const CLOSED: [(&str, &str); 3] = [("<script", "</script"), ("<style", "</style"), ("<!--", "-->")];

/// Returns the start of the first element of a page that is complete, in bytes.
pub fn start_of_element(text: &str) -> Option<usize> {
    let opened = |(open, close): (&str, &str)| {
        let end = text.find(close)?;
        (!text[..end].contains(open)).then_some(end + 1)
    };
    let from = CLOSED.into_iter().filter_map(opened).max().unwrap_or(0);
    let begins = |at: &usize| html::begins_block(&text.as_bytes()[at + 1..]);
    memchr::memchr_iter(b'<', &text.as_bytes()[from..]).map(|at| from + at).find(begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_begins_with_a_whole_block() {
        for (text, end) in [
            ("lit.\n\n2. Oil is dry.\n\n3. Rope.\n\n4. Wicks.", "2. Oil"),
            ("\n2. Oil is dry\nand clean.\n\n3. Rope is long and dry, too.\n", "3. Rope"),
            ("lit\nat dusk and put out at dawn.", "at dusk"),
            ("lamp oil", " oil"),
            ("lamp", "lamp"),
        ] {
            assert!(text[start_of_paragraph(text)..].starts_with(end), "{text:?}");
        }
        for (text, end) in [
            ("lamp\n\nOil\n\n```\nx\n```\n", "Oil"),
            ("lamp\n\nlet x = 1;\n\n```\nOil\n", "Oil"),
            ("lamp\n\nx\n~~~\nOil\n\n```\nlamp\n```\n\n", "Oil"),
        ] {
            assert!(text[start_of_markdown(text)..].starts_with(end), "{text:?}");
        }
        for (text, end) in [
            ("lamp</b><p>Oil", Some("<p>Oil")),
            ("a = '<p>'</script><b>x</b><div>Oil", Some("<div>Oil")),
            ("x <p>lamp--><h2>Oil</h2><!-- a -->", Some("<h2>Oil")),
            ("<p>Oil<script>a = '<p>'</script>", Some("<p>Oil")),
            ("lamp <b>oil</b>", None),
        ] {
            let start = start_of_element(text);
            assert_eq!(start.is_some(), end.is_some(), "{text:?}");
            assert!(start.is_none_or(|at| text[at..].starts_with(end.unwrap_or("")),), "{text:?}");
        }
    }
}
