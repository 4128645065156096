//! Escapes words for Markdown: CommonMark, with the tables, footnotes and
//! strikethrough of GitHub.
//!
//! Only signs that Markdown would read as markup at their place are escaped.

/// The place of words in a line of Markdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinePosition {
    /// At the start, where more signs have a meaning.
    LineStart,
    /// After other words or signs.
    Within,
}

/// Escapes the words of one line with a backslash before each sign that Markdown
/// would read as markup.
pub fn escaped(words: &str, at: LinePosition) -> String {
    let mut out = String::with_capacity(words.len() + words.len() / 16);
    let digits = words.len() - words.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let starts = at == LinePosition::LineStart;
    let first = starts.then(|| sign_of_a_block(words)).flatten();
    let mut before: Option<char> = None;
    for (i, c) in words.char_indices() {
        let after = words[i + c.len_utf8()..].chars().next();
        let numbers = starts && i == digits && (1..=9).contains(&digits);
        let means = match c {
            '.' | ')' if numbers => after.is_none_or(|c| c == ' ' || c == '\t'),
            _ if i == 0 && first.is_some() => true,
            '`' | '~' => true,
            // Other words or signs may precede and follow these.
            '*' => {
                !(before.is_some_and(char::is_whitespace) && after.is_some_and(char::is_whitespace))
            }
            '_' => !(is_letter(before) && is_letter(after)),
            '[' => opens_link(&words[i..]),
            ']' => matches!(after, Some('(' | '[')),
            '!' => after == Some('['),
            '<' => after.is_some_and(|c| c.is_ascii_alphabetic() || "/!?".contains(c)),
            '&' => is_entity(&words[i + 1..]),
            '\\' => after.is_none_or(|c| c.is_ascii_punctuation()),
            _ => false,
        };
        if means {
            out.push('\\');
        }
        out.push(c);
        before = Some(c);
    }
    out
}

/// Returns the first sign of a line if it would begin a heading, a list, a
/// quotation, a rule, a table or a definition.
fn sign_of_a_block(words: &str) -> Option<char> {
    let sign = words.chars().next()?;
    let rest = words.trim_start_matches(sign);
    let blank = rest.is_empty() || rest.starts_with([' ', '\t']);
    let single = words.len() - rest.len() == 1;
    let means = match sign {
        '#' | '>' | '=' | '|' => true,
        '-' => (single && blank) || rest.trim_matches([' ', '-', '|', ':']).is_empty(),
        '+' | '*' => single && blank,
        ':' => single,
        _ => false,
    };
    means.then_some(sign)
}

/// Whether a bracket opens what Markdown would read as a link, a footnote mark,
/// or the definition of one.
fn opens_link(words: &str) -> bool {
    if words.starts_with("[^") {
        return true;
    }
    let close = words.find(']').map(|at| words[at + 1..].chars().next());
    matches!(close, Some(Some('(' | '[' | ':')))
}

fn is_entity(after: &str) -> bool {
    let Some(end) = after.find(';') else { return false };
    let name = &after[..end];
    let name = name.strip_prefix('#').unwrap_or(name);
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn is_letter(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_the_words_means_anything_to_markdown() {
        for (words, markdown) in [
            ("a*b_[c](d) <d> &amp; e", "a\\*b\\_\\[c\\](d) \\<d> \\&amp; e"),
            ("- no list", "\\- no list"),
            ("11. no list, 4.1", "11\\. no list, 4.1"),
            ("# no title ~no~", "\\# no title \\~no\\~"),
            ("> no quotation", "\\> no quotation"),
            ("![no image](a) wow!", "\\!\\[no image\\](a) wow!"),
            ("| a |", "\\| a |"),
            ("---", "\\---"),
            ("a\\*b", "a\\\\\\*b"),
        ] {
            assert_eq!(escaped(words, LinePosition::LineStart), markdown);
        }
    }

    #[test]
    fn signs_without_a_meaning_in_their_place_are_left_alone() {
        for words in [
            "A & B, 3 * 4, snake_case, [a note], 5 < 6 > 4, a | b, C:\\lamps #1",
            "- a dash; 4. a number",
            "4. a number",
            "{braces} + $5 = 5!",
        ] {
            assert_eq!(escaped(words, LinePosition::Within), words);
        }
        for words in ["-5 degrees", "4.1 lamps", "(a) lamps", "§ 5"] {
            assert_eq!(escaped(words, LinePosition::LineStart), words);
        }
    }
}
