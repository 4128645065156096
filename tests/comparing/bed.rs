//! A text of numbered clauses made from a seed, and edits of it whose result is known.

use bulletin::align::{Course, How};

/// Words of the clauses.
const WORDS: &[&str] = &[
    "anchor", "barge", "beacon", "buoy", "cable", "candle", "cargo", "chart", "clerk", "crane",
    "deck", "dock", "ferry", "fish", "flag", "fog", "gate", "grain", "harbour", "hatch", "hull",
    "keeper", "keg", "lamp", "ledger", "lock", "mast", "mate", "mill", "net", "oar", "oil", "pier",
    "pilot", "plank", "quay", "rope", "rudder", "sail", "salt", "scale", "seal", "ship", "signal",
    "storm", "tar", "tide", "toll", "tower", "wall", "watch", "water", "weir", "wharf", "wheel",
    "wick", "wind",
];

/// Words that say little.
const LINKS: &[&str] = &["the", "of the", "and the", "by the", "under the", "before the"];

/// A text: its clauses in order, without their numbers.
#[derive(Debug, Clone)]
pub struct Text(Vec<String>);

/// An edit of the clause at an index.
#[derive(Debug, Clone, Copy)]
pub enum Edit {
    /// Some words are replaced.
    Words(usize),
    /// A new clause comes before it.
    Insert(usize),
    /// It is removed.
    Delete(usize),
    /// Its second half becomes a clause of its own.
    Split(usize),
}

/// The marker of a clause, by which it is known whatever becomes of it: its first word.
pub fn marker(words: &str) -> Option<String> {
    let first = words.split_whitespace().next()?;
    first.starts_with("Mark").then(|| first.to_owned())
}

fn sentence(random: &mut fastrand::Rng, marker: u64) -> String {
    let mut words = format!("Mark{marker}");
    for _ in 0..random.usize(9..24) {
        let link = LINKS[random.usize(..LINKS.len())];
        words += &format!(" {link} {}", WORDS[random.usize(..WORDS.len())]);
    }
    words + "."
}

impl Text {
    /// A text of twelve to thirty clauses.
    pub fn new(seed: u64) -> Self {
        let mut random = fastrand::Rng::with_seed(seed);
        let count = random.u64(12..30);
        Self((0..count).map(|at| sentence(&mut random, at)).collect())
    }

    /// A text of these clauses.
    pub fn of(clauses: Vec<String>) -> Self {
        Self(clauses)
    }

    /// A new clause.
    pub fn fresh(&self, seed: u64) -> String {
        sentence(&mut fastrand::Rng::with_seed(seed + 9000), 900)
    }

    /// A clause with some other words.
    pub fn reworded(clause: &str) -> String {
        let mut words: Vec<String> = clause.split_whitespace().map(str::to_owned).collect();
        let middle = words.len() / 2;
        words[middle] = "altogether".to_owned();
        words[middle + 1] = "otherwise".to_owned();
        words.join(" ")
    }

    /// Both halves of a clause.
    pub fn halves(clause: &str) -> (String, String) {
        let words: Vec<&str> = clause.split_whitespace().collect();
        let (first, second) = words.split_at(words.len() / 2);
        (first.join(" ") + ".", second.join(" "))
    }

    /// A clause that refers to another number.
    pub fn renumbered(clause: &str, from: usize, to: usize) -> String {
        clause.replace(&format!("clause {from} "), &format!("clause {to} "))
    }

    /// The clauses.
    pub fn clauses(&self) -> &[String] {
        &self.0
    }

    /// The text as it is written, each clause under its number.
    pub fn written(&self) -> String {
        let clauses = self.0.iter().enumerate();
        clauses.map(|(at, words)| format!("{}. {words}\n\n", at + 1)).collect()
    }

    /// The text in which one clause refers to another.
    pub fn referring(&self, from: usize, to: usize) -> Self {
        let mut clauses = self.0.clone();
        let words = clauses[from].trim_end_matches('.').to_owned();
        clauses[from] = format!("{words}, as clause {} says.", to + 1);
        Self(clauses)
    }

    /// The text after an edit.
    pub fn with(&self, edit: Edit) -> Self {
        let mut clauses = self.0.clone();
        match edit {
            Edit::Words(at) => clauses[at] = Self::reworded(&clauses[at]),
            Edit::Insert(at) => {
                let mut random = fastrand::Rng::with_seed(at as u64 + 9000);
                clauses.insert(at, sentence(&mut random, 900 + at as u64));
            }
            Edit::Delete(at) => {
                clauses.remove(at);
            }
            Edit::Split(at) => {
                let (first, second) = Self::halves(&clauses[at]);
                clauses[at] = first;
                clauses.insert(at + 1, second);
            }
        }
        Self(clauses)
    }

    /// The text with its clauses in another order.
    pub fn shuffled(&self, seed: u64) -> Self {
        let mut clauses = self.0.clone();
        fastrand::Rng::with_seed(seed).shuffle(&mut clauses);
        Self(clauses)
    }

    /// The text after one edit of each kind, and what became of each clause.
    pub fn edited(&self, seed: u64) -> (Self, Vec<(String, How, Course)>) {
        let mut random = fastrand::Rng::with_seed(seed ^ 0x5eed);
        let len = self.0.len();
        let (edited, deleted) = (random.usize(..len), random.usize(..len));
        let mut new = self.clone();
        if edited != deleted {
            new = new.with(Edit::Words(edited));
        }
        new = new.with(Edit::Delete(deleted));
        let inserted = random.usize(..new.0.len());
        new = new.with(Edit::Insert(inserted));
        let numbered = |text: &Self, marker: &str| {
            text.0.iter().position(|words| self::marker(words).as_deref() == Some(marker))
        };
        let mut expected = Vec::new();
        for (at, words) in self.0.iter().enumerate() {
            let Some(marker) = marker(words) else { continue };
            let (how, course) = match numbered(&new, &marker) {
                None => (How::Gone, Course::Stayed),
                Some(now) => (
                    if at == edited { How::Edited } else { How::Same },
                    if now == at { Course::Stayed } else { Course::Renumbered },
                ),
            };
            expected.push((marker, how, course));
        }
        let fresh = marker(&new.0[inserted]).expect("a marker");
        // At the place of what is gone, what is new replaces it.
        if inserted == deleted {
            expected.retain(|(marker, ..)| Some(marker) != self::marker(&self.0[deleted]).as_ref());
        } else {
            expected.push((fresh, How::New, Course::Stayed));
        }
        (new, expected)
    }
}
