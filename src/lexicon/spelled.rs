//! Counts and ordinals as English text writes them: `18`, `nine`, `18th`, `tenth`.

/// Numbers up to twenty, then the tens.
const COUNTS: [(&str, u32); 28] = [
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("hundred", 100),
];

/// Ordinals that are not their count with `th` behind it.
const IRREGULAR: [(&str, u32); 7] = [
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fifth", 5),
    ("eighth", 8),
    ("ninth", 9),
    ("twelfth", 12),
];

fn look_up(table: &[(&str, u32)], word: &str) -> Option<u32> {
    table.iter().find(|(known, _)| *known == word).map(|(_, n)| *n)
}

/// `twenty-one`: the tens before the hyphen, what `last` reads behind it.
fn compound(word: &str, last: impl Fn(&str) -> Option<u32>) -> Option<u32> {
    let (tens, unit) = word.split_once('-')?;
    let tens = look_up(&COUNTS, tens).filter(|n| (20..100).contains(n))?;
    Some(tens + last(unit).filter(|n| *n < 10)?)
}

/// The number that a word states.
pub fn count(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    word.parse()
        .ok()
        .or_else(|| look_up(&COUNTS, &word))
        .or_else(|| compound(&word, |unit| look_up(&COUNTS, unit)))
}

/// The place in an order that a word states.
pub fn ordinal(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    if digits.len() < word.len() && word.starts_with(|c: char| c.is_ascii_digit()) {
        return digits.parse().ok();
    }
    simple_ordinal(&word).or_else(|| compound(&word, simple_ordinal))
}

fn simple_ordinal(word: &str) -> Option<u32> {
    look_up(&IRREGULAR, word).or_else(|| {
        let stem = word.strip_suffix("th")?;
        look_up(&COUNTS, stem)
            .or_else(|| look_up(&COUNTS, &format!("{}y", stem.strip_suffix("ie")?)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_ordinals_are_read_in_figures_and_words() {
        assert_eq!(
            ["18", "nine", "Twenty-one", "harbour"].map(count),
            [Some(18), Some(9), Some(21), None]
        );
        assert_eq!(
            ["18th", "tenth", "twelfth", "Twentieth", "thirty-second", "north"].map(ordinal),
            [Some(18), Some(10), Some(12), Some(20), Some(32), None]
        );
    }
}
