//! Long codes of numbered clauses whose words are as rare and as common as those of a language, and
//! later versions of them. Always the same for a given seed.

/// Number of different words.
const VOCABULARY: usize = 20_000;

/// Number of words of a clause, on average.
const WORDS: usize = 150;

/// Letters of the invented words.
const CONSONANTS: &[u8] = b"bdfgklmnprstvz";
const VOWELS: &[u8] = b"aeiou";

/// A code: its clauses in order, without their numbers.
#[derive(Clone)]
pub struct Code(Vec<String>);

/// The word of a rank: the more common, the shorter.
fn word(rank: usize) -> String {
    let (mut rest, mut word) = (rank, String::new());
    loop {
        let (consonants, vowels) = (CONSONANTS.len(), VOWELS.len());
        word.push(char::from(CONSONANTS[rest % consonants]));
        rest /= consonants;
        word.push(char::from(VOWELS[rest % vowels]));
        rest /= vowels;
        if rest == 0 {
            return word;
        }
    }
}

/// A word by Zipf's law: one of half the rank is twice as frequent.
fn any_word(random: &mut fastrand::Rng) -> String {
    let rank = (VOCABULARY as f64).powf(random.f64());
    word(rank as usize)
}

fn clause(random: &mut fastrand::Rng) -> String {
    let count = random.usize(WORDS / 2..WORDS * 3 / 2);
    let mut words = Vec::with_capacity(count);
    for at in 0..count {
        let mut word = any_word(random);
        if at % 15 == 0 {
            word = word[..1].to_uppercase() + &word[1..];
        }
        if at % 15 == 14 || at + 1 == count {
            word.push('.');
        }
        words.push(word);
    }
    words.join(" ")
}

impl Code {
    /// A code of about this number of bytes.
    pub fn of_bytes(wanted: usize) -> Self {
        let mut random = fastrand::Rng::with_seed(1);
        let (mut clauses, mut bytes) = (Vec::new(), 0);
        while bytes < wanted {
            let clause = clause(&mut random);
            bytes += clause.len();
            clauses.push(clause);
        }
        Self(clauses)
    }

    /// The code as it is written, each clause under its number.
    pub fn written(&self) -> String {
        let clauses = self.0.iter().enumerate();
        clauses.map(|(at, words)| format!("{}. {words}\n\n", at + 1)).collect()
    }

    /// A later version, in which a share of the clauses was edited: of ten, eight have three other
    /// words, one is gone, and a new one comes before one. What follows has another number.
    pub fn edited(&self, share: f64) -> Self {
        let mut random = fastrand::Rng::with_seed(2);
        let mut clauses = Vec::with_capacity(self.0.len());
        for words in &self.0 {
            let edit = if random.f64() < share { random.usize(..10) } else { usize::MAX };
            match edit {
                0 => {}
                1 => clauses.extend([clause(&mut random), words.clone()]),
                2..10 => clauses.push(reworded(words, &mut random)),
                _ => clauses.push(words.clone()),
            }
        }
        Self(clauses)
    }

    /// A later version, in which each clause has three other words.
    pub fn all_edited(&self) -> Self {
        let mut random = fastrand::Rng::with_seed(3);
        Self(self.0.iter().map(|words| reworded(words, &mut random)).collect())
    }

    /// Another code: the same numbers over other words.
    pub fn rewritten(&self) -> Self {
        let mut random = fastrand::Rng::with_seed(4);
        Self(self.0.iter().map(|_| clause(&mut random)).collect())
    }
}

fn reworded(words: &str, random: &mut fastrand::Rng) -> String {
    let mut words: Vec<String> = words.split(' ').map(str::to_owned).collect();
    for _ in 0..3 {
        let at = random.usize(..words.len());
        words[at] = any_word(random);
    }
    words.join(" ")
}
