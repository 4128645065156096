//! The notation that all formats share.

/// The word for an image.
pub const IMAGE: &str = "image";

/// Returns the replacement text of an image.
pub fn image(alternative: &str) -> String {
    let words: Vec<&str> = alternative.split_whitespace().collect();
    if words.is_empty() { format!("[{IMAGE}]") } else { format!("[{IMAGE}: {}]", words.join(" ")) }
}

/// Cleans the target of a link: removes blanks around it and controls, and rejects
/// targets that only a browser can follow.
pub fn target(href: &str) -> Option<String> {
    let target: String = href.trim().chars().filter(|c| !c.is_control()).collect();
    let runs = target.get(..11).is_some_and(|start| start.eq_ignore_ascii_case("javascript:"));
    (!runs && !target.is_empty() && target != "#").then_some(target)
}

/// Whether a string may be a BCP 47 tag: it begins with a code of two or three
/// letters.
pub fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let code = parts.next().unwrap_or("");
    let is_part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    (2..=3).contains(&code.len())
        && code.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(is_part)
}

/// Whether a word is a number before a paragraph: `1.`, `(2)`, `a)`, `(iv)`.
pub fn is_number(word: &str) -> bool {
    let Some(inner) = word.strip_suffix([')', '.']) else { return false };
    let inner = inner.strip_prefix('(').unwrap_or(inner);
    let digits =
        |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let letters = inner.chars().count() == 1 && inner.chars().all(char::is_alphabetic);
    let roman = (2..=5).contains(&inner.len()) && inner.chars().all(|c| "ivxlIVXL".contains(c));
    letters || roman || inner.split('.').all(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_front_are_known() {
        assert!(["1.", "(2)", "a)", "(iv)", "3.1.", "б)"].iter().all(|word| is_number(word)));
        assert!(!["Lamp.", "(see)", "1", "", ".", "1998."].iter().any(|word| is_number(word)));
    }
}
