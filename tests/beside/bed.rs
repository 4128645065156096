//! A text and a translation of it in which paragraphs were joined and left out, made from a seed.

use super::document;
use bulletin::align::Parallel;
use bulletin::document::{BlockId, Document};

/// A text in two invented languages whose paragraphs have the same marker: the second is a translation
/// whose lengths stray, in which paragraphs were joined and left out.
fn damaged(seed: u64) -> (String, String, usize) {
    let mut random = fastrand::Rng::with_seed(seed);
    let (mut left, mut right) = (String::from("Code\n\n"), String::from("Kodo\n\n"));
    let mut marker = 0;
    let mut together = 0;
    for clause in 1..=40 {
        let count = random.usize(1..8);
        let mut joins = false;
        for paragraph in 0..count {
            marker += 1;
            let name = name(marker);
            let length = random.usize(6..60);
            let label = if paragraph == 0 { format!("{clause}. ") } else { String::new() };
            let words = |random: &mut fastrand::Rng, word: &str, count: usize| {
                let words = (0..count).map(|_| &word[..random.usize(2..=word.len())]);
                words.collect::<Vec<_>>().join(" ")
            };
            left.push_str(&format!("{label}X{name} {}.\n\n", words(&mut random, "haveno", length)));
            if paragraph > 0 && random.f64() < 0.05 {
                continue;
            }
            together += 1;
            let strayed = (length as f64 * (0.85 + 0.3 * random.f64())).round() as usize;
            let body = format!("X{name} {}.", words(&mut random, "maristo", strayed.max(1)));
            joins = paragraph > 0 && !joins && random.f64() < 0.15;
            if joins {
                right.truncate(right.trim_end().len());
                right.push_str(&format!(" {body}\n\n"));
            } else {
                right.push_str(&format!("{label}{body}\n\n"));
            }
        }
    }
    (left, right, together)
}

/// A word for a number, in letters.
fn name(mut number: usize) -> String {
    let mut name = String::new();
    while number > 0 {
        name.push(char::from(b'a' + u8::try_from(number % 26).unwrap_or_default()));
        number /= 26;
    }
    name
}

#[test]
fn most_paragraphs_of_a_damaged_translation_are_beside_their_own() {
    let (mut right_ones, mut all) = (0, 0);
    for seed in 0..20 {
        let (left, right, together) = damaged(seed);
        let (left, right) = (document(&left), document(&right));
        let parallel = Parallel::of(&left, &right);
        all += together;
        for row in parallel.rows() {
            let markers = |document: &Document, blocks: &[BlockId]| {
                let words: Vec<String> =
                    blocks.iter().map(|block| document.body(*block).to_owned()).collect();
                let words = words.join(" ");
                let markers = words.split(' ').filter(|word| word.starts_with('X'));
                markers.map(str::to_owned).collect::<Vec<_>>()
            };
            let (one, other) = (markers(&left, &row.left), markers(&right, &row.right));
            right_ones += other.iter().filter(|marker| one.contains(marker)).count();
        }
    }
    let share = right_ones as f64 / all as f64;
    assert!(share >= 0.9, "{right_ones} of {all}: {share:.3}");
}
