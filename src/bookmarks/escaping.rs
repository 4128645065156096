//! Words in which nothing means anything to Markdown (CommonMark, and what
//! others have added to it).

/// Words of one line; `begins` tells whether they begin it, where more signs
/// have a meaning.
pub fn escaped(words: &str, begins: bool) -> String {
    let mut out = String::with_capacity(words.len());
    let digits = words.len() - words.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    for (at, c) in words.char_indices() {
        let opens = begins && at == 0 && matches!(c, '+' | '-' | '=');
        let lists = begins && at > 0 && at == digits && matches!(c, '.' | ')');
        let image = c == '!' && words[at + 1..].starts_with('[');
        if opens || lists || image || "\\`*_{}[]<>&~|#$".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_the_words_means_anything_to_markdown() {
        for (words, markdown) in [
            ("a*b_[c] <d> & e", "a\\*b\\_\\[c\\] \\<d\\> \\& e"),
            ("- no list", "\\- no list"),
            ("11. no list, 4.1", "11\\. no list, 4.1"),
            ("# no title | ~no~", "\\# no title \\| \\~no\\~"),
            ("![no image](a) wow!", "\\!\\[no image\\](a) wow!"),
            ("a\\b", "a\\\\b"),
        ] {
            assert_eq!(escaped(words, true), markdown);
        }
        assert_eq!(escaped("- a dash; 4. a number", false), "- a dash; 4. a number");
        assert_eq!(escaped("4. a number", false), "4. a number");
    }
}
