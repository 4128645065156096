//! How a mention writes its number.

/// How a mention writes its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// `2`
    Plain,
    /// `2.1`
    Dotted,
    /// `(1)`, `(1)(a)`
    Enclosed,
    /// `2(1)`, `2.1(a)`
    Mixed,
}

/// Whether a point separates two parts of a number: the one of `5. §` does not.
fn is_dotted(number: &str) -> bool {
    let mut points = number.match_indices('.').map(|(at, _)| &number[at + 1..]);
    points.any(|rest| rest.starts_with(char::is_alphanumeric))
}

impl Written {
    /// How the words of a mention write it.
    pub fn of(words: &str) -> Self {
        let number = words.find(|c: char| c == '(' || c.is_numeric()).map_or("", |at| &words[at..]);
        match number.find('(') {
            Some(0) => Self::Enclosed,
            Some(_) => Self::Mixed,
            None if is_dotted(number) => Self::Dotted,
            None => Self::Plain,
        }
    }
}
