//! Which language a text is in, by the share of its commonest words.

/// Words that English prose cannot do without.
const ENGLISH: [&str; 12] =
    ["the", "of", "and", "to", "in", "a", "is", "that", "for", "with", "by", "or"];

/// Words that are looked at.
const SAMPLE: usize = 2000;

/// The language as a BCP 47 tag, where it is known.
pub fn detect(text: &str) -> Option<String> {
    let mut words = 0usize;
    let mut common = 0usize;
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).take(SAMPLE) {
        words += 1;
        common += usize::from(ENGLISH.iter().any(|known| word.eq_ignore_ascii_case(known)));
    }
    (words >= 20 && common * 6 >= words).then(|| "en".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_is_known_and_others_are_not_taken_for_it() {
        let english = "The keeper of the harbour is to light the lamp at dusk and put it out at dawn, in the sight of all, and to note it in the book.";
        let german = "Der Wärter des Hafens hat die Lampe in der Dämmerung zu entzünden und am Morgen zu löschen, vor aller Augen, und es in das Buch zu schreiben.";
        assert_eq!(detect(english).as_deref(), Some("en"));
        assert_eq!(detect(german), None);
    }
}
