//! Superscripts and subscripts, such as the square of 10, which must not be read as
//! 102.

/// The position of raised or lowered words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Raised {
    /// Above the line.
    Above,
    /// Below the line.
    Below,
}

const PLAIN: &str = "0123456789+-=()";
const ABOVE: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾";
const BELOW: &str = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎";

impl Raised {
    /// Returns the superscript or subscript form of words; `None` if a character has
    /// none.
    pub fn words(self, words: &str) -> Option<String> {
        let forms = match self {
            Self::Above => ABOVE,
            Self::Below => BELOW,
        };
        let raise = |c| {
            PLAIN.chars().zip(forms.chars()).find(|(plain, _)| *plain == c).map(|(_, form)| form)
        };
        words.trim().chars().map(raise).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_has_a_form_is_raised() {
        assert_eq!(Raised::Above.words("-12").as_deref(), Some("⁻¹²"));
        assert_eq!(Raised::Below.words(" 2 ").as_deref(), Some("₂"));
        assert_eq!(Raised::Above.words("th"), None);
    }
}
