//! Words or other signs of a text without their order, by which texts are compared.

use super::document_words::{DocumentWords, WordKey};

/// Words or other signs, with how often each occurs, sorted.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Bag<K = WordKey>(Vec<(K, u32)>);

impl<K> Default for Bag<K> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl Bag {
    /// The bag of all words of a document.
    pub fn of_all(words: &DocumentWords) -> Self {
        Self(words.counts().collect())
    }

    /// The share of common words by weight, 0 to 1: Dice's coefficient.
    pub fn likeness(&self, other: &Self, weigh: impl Fn(&WordKey) -> f32) -> f32 {
        let all = self.weight(&weigh) + other.weight(&weigh);
        if all <= 0.0 { 0.0 } else { 2.0 * self.common_weight(other, weigh) / all }
    }
}

impl<K: Ord + Clone> Bag<K> {
    /// The bag of some words.
    pub fn of(mut keys: Vec<K>) -> Self {
        keys.sort_unstable();
        let mut counted: Vec<(K, u32)> = Vec::new();
        for key in keys {
            match counted.last_mut() {
                Some((last, count)) if *last == key => *count += 1,
                _ => counted.push((key, 1)),
            }
        }
        Self(counted)
    }

    /// The different words.
    pub fn keys(&self) -> impl Iterator<Item = &K> + '_ {
        self.0.iter().map(|(key, _)| key)
    }

    /// Whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Number of words.
    pub fn count(&self) -> u32 {
        self.0.iter().map(|(_, count)| count).sum()
    }

    /// The sum of the weights of its words.
    pub fn weight(&self, weigh: impl Fn(&K) -> f32) -> f32 {
        self.0.iter().map(|(key, count)| weigh(key) * *count as f32).sum()
    }

    /// The words of this bag that are more often in it than in another.
    pub fn without(&self, other: &Self) -> Self {
        let mut rest = other.0.iter().peekable();
        let left = self.0.iter().filter_map(|(key, count)| {
            while rest.next_if(|(known, _)| known < key).is_some() {}
            let taken = rest.peek().filter(|(known, _)| known == key).map_or(0, |(_, n)| *n);
            (*count > taken).then(|| (key.clone(), count - taken))
        });
        Self(left.collect())
    }

    /// The words that both bags have, with how often both have them.
    fn common<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = (&'a K, u32)> + 'a {
        let mut rest = other.0.iter().peekable();
        self.0.iter().filter_map(move |(key, count)| {
            while rest.next_if(|(known, _)| known < key).is_some() {}
            let found = rest.peek().filter(|(known, _)| known == key)?;
            Some((key, found.1.min(*count)))
        })
    }

    /// Number of words that both bags have.
    pub fn common_count(&self, other: &Self) -> u32 {
        self.common(other).map(|(_, count)| count).sum()
    }

    /// The sum of the weights of the words that both bags have.
    pub fn common_weight(&self, other: &Self, weigh: impl Fn(&K) -> f32) -> f32 {
        self.common(other).map(|(key, count)| weigh(key) * count as f32).sum()
    }

    /// The words of both bags together.
    pub fn with(&self, other: &Self) -> Self {
        let mut all = self.0.clone();
        all.extend(other.0.iter().cloned());
        all.sort_unstable();
        all.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 += next.1;
            }
            same
        });
        Self(all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Origin;

    #[test]
    fn bags_are_compared_by_how_often_each_word_occurs() {
        let text = "1. lamp lamp oil\n\n2. lamp wick\n\n3. rope and tar\n";
        let document = crate::source::read(text.as_bytes(), Origin::StandardInput).expect("text");
        let side = crate::align::profile::Side::new(&document, DocumentWords::of(&document));
        let bag = |address: &str| side.bag(document.section_at(address).expect("clause"));
        let count = |bag: Bag| bag.weight(|_| 1.0);
        assert_eq!(bag("1").common_weight(&bag("2"), |_| 1.0), 1.0);
        assert_eq!(bag("1").common_count(&bag("2")), 1);
        assert_eq!(count(bag("1").without(&bag("2"))), 2.0);
        assert_eq!(count(bag("1").with(&bag("2"))), 5.0);
        assert_eq!(bag("1").likeness(&bag("1"), |_| 1.0), 1.0);
        assert_eq!(bag("1").likeness(&bag("3"), |_| 1.0), 0.0);
    }
}
