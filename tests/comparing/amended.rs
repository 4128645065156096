//! A text and its amended version, with one edit of each kind: what became of each clause is known.

use super::bed::{Text, marker};
use bulletin::align::{Course, How};

/// What became of a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Same,
    Edited,
    New,
    Gone,
    Split,
    Merged,
    Renumbered,
    Moved,
    Followed,
    Stale,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 10] = [
        Self::Same,
        Self::Edited,
        Self::New,
        Self::Gone,
        Self::Split,
        Self::Merged,
        Self::Renumbered,
        Self::Moved,
        Self::Followed,
        Self::Stale,
    ];

    /// The kind of a row's words.
    pub const fn of_words(how: How) -> Self {
        match how {
            How::Same | How::Typographic => Self::Same,
            How::Edited | How::Followed | How::Replaced => Self::Edited,
            How::Split => Self::Split,
            How::Merged => Self::Merged,
            How::New => Self::New,
            How::Gone => Self::Gone,
        }
    }

    /// The kind of a row's course; none if it stayed.
    pub const fn of_course(course: Course) -> Option<Self> {
        match course {
            Course::Stayed => None,
            Course::Renumbered => Some(Self::Renumbered),
            Course::Moved => Some(Self::Moved),
        }
    }
}

/// A text, its amended version, and the kinds of each clause by its marker.
pub struct Amended {
    pub old: Text,
    pub new: Text,
    pub kinds: Vec<(String, Kind)>,
}

/// A clause of the new version.
struct Amendment {
    words: String,
    /// The index of the clause of the old version whose marker it has.
    from: Option<usize>,
    kind: Kind,
}

/// The clauses that an edit is about: two beside each other, of which the second stays unless they are
/// merged.
const SLOT: usize = 2;

impl Amended {
    /// One edit of each kind, at places that the seed chooses; `None` if the new clause has the number of
    /// the one that is gone, which it then replaces or not.
    pub fn new(seed: u64) -> Option<Self> {
        let mut random = fastrand::Rng::with_seed(seed ^ 0xa3e4d);
        let plain = Text::new(seed);
        let mut slots: Vec<usize> = (0..plain.clauses().len() / SLOT).collect();
        random.shuffle(&mut slots);
        let [edited, gone, split, merged, moved, inserted] =
            [0, 1, 2, 3, 4, 5].map(|at| slots[at] * SLOT);
        // References from and to clauses that keep their words.
        let [from_stale, from_followed, target] = [edited + 1, gone + 1, split + 1];
        let old = plain.referring(from_stale, target).referring(from_followed, target);
        let clauses = old.clauses();
        let mut new: Vec<Amendment> = Vec::new();
        let keep = |at: usize, kind| Amendment { words: clauses[at].clone(), from: Some(at), kind };
        for at in 0..clauses.len() {
            if at == inserted {
                let words = plain.fresh(seed);
                new.push(Amendment { words, from: None, kind: Kind::New });
            }
            match at {
                _ if at == gone || at == moved || at == merged + 1 => {}
                _ if at == edited => {
                    let words = Text::reworded(&clauses[at]);
                    new.push(Amendment { words, ..keep(at, Kind::Edited) });
                }
                _ if at == split => {
                    let (first, second) = Text::halves(&clauses[at]);
                    new.push(Amendment { words: first, ..keep(at, Kind::Split) });
                    new.push(Amendment { words: second, from: None, kind: Kind::Split });
                }
                _ if at == merged => {
                    let words = format!("{} {}", clauses[at], clauses[at + 1]);
                    new.push(Amendment { words, ..keep(at, Kind::Merged) });
                }
                _ => new.push(keep(at, Kind::Same)),
            }
        }
        // Not between both parts of what was split.
        let is_free = |at: &usize| new[*at].from.is_some() || new[*at].kind != Kind::Split;
        let away = moved + clauses.len() / 2;
        let away = (away..).map(|at| at % new.len()).find(is_free).unwrap_or(0);
        new.insert(away, keep(moved, Kind::Same));
        let number =
            |from: usize| new.iter().position(|one| one.from == Some(from)).map(|at| at + 1);
        let now = number(target).expect("it stays");
        let is_renumbered = now != target + 1;
        let fresh = new.iter().position(|one| one.kind == Kind::New);
        if fresh == Some(gone) {
            return None;
        }
        let mut kinds = Vec::new();
        for (at, words) in clauses.iter().enumerate() {
            let Some(own) = marker(words) else { continue };
            let Some(amendment) = new.iter().find(|one| one.from == Some(at)) else {
                // What was merged into another has no row of its own.
                if at == gone {
                    kinds.push((own, Kind::Gone));
                }
                continue;
            };
            let is_followed = at == from_followed && is_renumbered;
            kinds.push((own.clone(), if is_followed { Kind::Edited } else { amendment.kind }));
            let course = match number(at) {
                _ if at == moved => Some(Kind::Moved),
                Some(now) if now != at + 1 => Some(Kind::Renumbered),
                _ => None,
            };
            kinds.extend(course.map(|course| (own.clone(), course)));
            if is_followed {
                kinds.push((own, Kind::Followed));
            } else if at == from_stale && is_renumbered {
                kinds.push((own, Kind::Stale));
            }
        }
        let fresh = fresh.and_then(|at| marker(&new[at].words));
        kinds.extend(fresh.map(|marker| (marker, Kind::New)));
        let followed = |one: &Amendment| match one.from == Some(from_followed) {
            true => Text::renumbered(&one.words, target + 1, now),
            false => one.words.clone(),
        };
        let new = Text::of(new.iter().map(followed).collect());
        Some(Self { old, new, kinds })
    }
}
