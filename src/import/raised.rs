//! Words above or below the line, as the square of 10, which must not be read as 102.

/// Where words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Raised {
    /// Above the line.
    Above,
    /// Below it.
    Below,
}

const PLAIN: &str = "0123456789+-=()";
const ABOVE: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾";
const BELOW: &str = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎";

impl Raised {
    /// Words as they are set there; `None` where a character has no such form.
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
