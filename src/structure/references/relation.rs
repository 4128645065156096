//! Which mention is a part of which, and which are of another text: by the words between them.

use super::mention::Mention;
use super::other_texts::OtherTexts;
use crate::document::Ordinal;
use crate::lexicon::characters::BLANKS;
use crate::lexicon::referring::{PlaceWord, ReferenceHabit, ReferenceWords};
use std::ops::Range;

/// Relates the mentions of a text.
pub struct Relations<'a> {
    /// What tells the document from other texts.
    pub texts: &'a OtherTexts,
    /// The titles of its own annexes and parts.
    pub titles: &'a [String],
}

impl Relations<'_> {
    /// Which mention is a part of which, and which are of another text.
    pub fn relate(&self, text: &str, mentions: &mut [Mention]) {
        for at in (0..mentions.len()).rev() {
            let mention = &mentions[at];
            let end = mention.range().end;
            let next = mentions.get(at + 1);
            let between = next.map_or("", |next| &text[end..next.range().start]);
            let inner_first = next.is_some_and(|next| self.is_part(mention, between, next));
            // `Schedule 1, article 1 of Schedule 2` is of the second.
            let free = next.filter(|next| next.within.is_none());
            // The parenthesis of `písm. a) bodu 2` closes the letter.
            let link = between.trim_start_matches(')').trim();
            let outer_first = !inner_first
                && free.is_some_and(|next| match link {
                    "" => mention.unit < next.unit || is_narrower(mention, next),
                    "," if is_signed_part(mention, next) => true,
                    "," | "(" | "." => mention.unit < next.unit,
                    // `धारा 5 की उपधारा (2)`
                    link => {
                        mention.unit < next.unit && self.texts.language.belonging.contains(&link)
                    }
                });
            // `paragraph 1 and paragraph 2 of Article 5`: both are of it.
            let joined = self.is_joint(between) || between.trim() == ";";
            let peer = mentions[at + 1..].iter().find(|other| other.unit <= mention.unit);
            let shared = peer
                .filter(|peer| joined && !inner_first && !outer_first && peer.unit == mention.unit)
                .and_then(|peer| {
                    Some((peer.within.filter(|outer| *outer > at + 1)?, peer.elsewhere))
                });
            let under = self.under(&text[end..]).filter(|_| !inner_first && !outer_first);
            let behind = match next {
                _ if under.is_some() => false,
                Some(next) if inner_first || outer_first => next.elsewhere,
                _ if shared.is_some() => shared.is_some_and(|(_, elsewhere)| elsewhere),
                _ => self.texts.leads_elsewhere(&text[end..], mention.unit),
            };
            let before = &text[..mention.range().start];
            let elsewhere = behind || self.texts.cited_elsewhere(before);
            mentions[at].elsewhere = elsewhere;
            mentions[at].under = under;
            mentions[at].within = match shared {
                _ if inner_first => Some(at + 1),
                shared => shared.map(|(outer, _)| outer),
            };
            if outer_first {
                mentions[at + 1].within = Some(at);
            }
        }
        nest_enumerated(text, mentions);
        for at in 1..mentions.len() {
            let between = &text[mentions[at - 1].range().end..mentions[at].range().start];
            let joined = self.is_joint(between);
            if mentions[at].within.is_none() && joined {
                mentions[at].within = outer_of(mentions, at);
            }
            let outer = mentions[at].within.filter(|outer| *outer < at);
            if outer.is_some_and(|outer| mentions[outer].elsewhere) {
                mentions[at].elsewhere = true;
            }
        }
        self.spread(text, mentions);
    }

    /// The own section whose title is behind a number: `A.5 of the Fuel Rules`
    /// where an annex is called so.
    fn under(&self, after: &str) -> Option<usize> {
        let rest = after.trim_start_matches(BLANKS);
        let ReferenceWords { of, inside, .. } = self.texts.language;
        let of = of.iter().chain(*inside).filter_map(|of| rest.strip_prefix(of));
        of.filter(|tail| tail.starts_with(BLANKS)).find_map(|tail| {
            let tail = tail.trim_start_matches(BLANKS);
            let named = |tail: &str| {
                let begins = |title: &&String| {
                    tail.strip_prefix(title.as_str()).is_some_and(|more| {
                        // A longer name is another text's: `Fuel Rules Act`, `Fuel Rules 1920`.
                        let goes_on = |c: char| c.is_uppercase() || c.is_ascii_digit();
                        let next = more.trim_start_matches(BLANKS);
                        !more.starts_with(char::is_alphanumeric) && !next.starts_with(goes_on)
                    })
                };
                let (at, _) = self
                    .titles
                    .iter()
                    .enumerate()
                    .filter(|(_, title)| begins(title))
                    .max_by_key(|(_, title)| title.len())?;
                Some(at)
            };
            // An article may be before it.
            named(tail).or_else(|| named(tail.split_once(BLANKS)?.1))
        })
    }

    /// `Article 5 and Article 6 of the Charter` are both of it; and of what a
    /// sentence says before it names another text, nobody can be sure.
    fn spread(&self, text: &str, mentions: &mut [Mention]) {
        for at in (1..mentions.len()).rev() {
            let between = &text[mentions[at - 1].range().end..mentions[at].range().start];
            let joined = self.is_joint(between);
            if joined && mentions[at].elsewhere && mentions[at].unit == mentions[at - 1].unit {
                mentions[at - 1].elsewhere = true;
            }
        }
        // Where the next of another text begins, and from where on no sentence ends before it.
        let mut next: Option<(usize, usize)> = None;
        for mention in mentions.iter_mut().rev() {
            let Range { start, end } = mention.range();
            if let Some((other, known)) = next {
                next = if sentence_ends(&text[..other], end..known) {
                    None
                } else {
                    mention.certain = false;
                    Some((other, end))
                };
            }
            if mention.elsewhere {
                next = Some((start, start));
            }
        }
    }

    /// Whether a mention is a part of the next, by the words between.
    fn is_part(&self, mention: &Mention, between: &str, next: &Mention) -> bool {
        if next.unit < mention.unit {
            // `paragraph 4, Section 25, Article VI`
            let listed =
                self.texts.language.has(ReferenceHabit::Ascending) && between.trim() == ",";
            return self.is_of(between) || listed;
        }
        let alike = next.unit == mention.unit && !same(mention.word, next.word);
        alike && self.is_of(between) && !self.texts.language.attached.contains(&between.trim())
    }

    /// Whether words part two places of a list.
    fn is_joint(&self, between: &str) -> bool {
        let words = between.trim();
        let words = words.strip_prefix(',').unwrap_or(words).trim();
        between.trim() == "," || self.texts.language.and.contains(&words)
    }

    /// Whether words lead from a place to what it is a place of.
    fn is_of(&self, between: &str) -> bool {
        // The parenthesis of `6) of Article 57`.
        let words = between.trim_start_matches([')', ',']).trim();
        let listed = words.is_empty() && between.contains(',');
        let mut determiners = self.texts.language.determiners.iter();
        let bare = determiners.find_map(|a| words.strip_suffix(a)).unwrap_or(words).trim_end();
        let ReferenceWords { of, inside, attached, .. } = self.texts.language;
        (words.is_empty() && self.texts.language.has(ReferenceHabit::BareGenitive) && !listed)
            || [of, inside, attached].iter().any(|leading| leading.contains(&bare))
    }
}

/// Nests two parts before what contains both: of `fracción II, inciso a), del artículo 2` the second
/// is in the first.
fn nest_enumerated(text: &str, mentions: &mut [Mention]) {
    for at in 1..mentions.len().saturating_sub(1) {
        let (outer, inner) = (&mentions[at - 1], &mentions[at]);
        let between = &text[outer.range().end..inner.range().start];
        let behind = &text[inner.range().end..mentions[at + 1].range().start];
        let nested = outer.unit < inner.unit && outer.within.is_none() && between.trim() == ",";
        if nested && inner.within == Some(at + 1) && behind.contains(',') {
            mentions[at - 1].within = Some(at + 1);
            mentions[at - 1].elsewhere = mentions[at + 1].elsewhere;
            mentions[at].within = Some(at - 1);
        }
    }
}

/// The place that a member of a list is a part of as the one before is: of
/// `§ 67 Abs. 1 Satz 3, Abs. 2` the second is of § 67 too.
fn outer_of(mentions: &[Mention], at: usize) -> Option<usize> {
    let mut outer = at - 1;
    while mentions[outer].unit >= mentions[at].unit {
        outer = mentions[outer].within.filter(|next| *next < outer)?;
    }
    (outer < at - 1).then_some(outer)
}

/// Whether a mention is of the same rank as the one before, but of another kind
/// of number: `Nr. 2 Buchst. b`.
fn is_narrower(outer: &Mention, inner: &Mention) -> bool {
    let last = |mention: &Mention| {
        mention.items.last().and_then(|item| item.first.components().last()).cloned()
    };
    let letters = |ordinal: Option<Ordinal>| matches!(ordinal, Some(Ordinal::Letters(_)));
    outer.unit == inner.unit && letters(last(outer)) != letters(last(inner))
}

/// Whether a sign names a part of the place before: `can. 2, § 1`.
fn is_signed_part(outer: &Mention, inner: &Mention) -> bool {
    let signed = |mention: &Mention| mention.word.forms.may_begin('§');
    outer.unit == inner.unit && signed(inner) && !signed(outer)
}

fn same(a: &PlaceWord, b: &PlaceWord) -> bool {
    a.forms == b.forms
}

/// Whether a sentence ends in a range of a text: a point, a blank and a capital.
fn sentence_ends(text: &str, range: Range<usize>) -> bool {
    let mut points = text.get(range.clone()).unwrap_or("").match_indices(['.', '!', '?']);
    points.any(|(at, _)| {
        let rest = &text[range.start + at + 1..];
        let word = rest.trim_start_matches(BLANKS);
        word.len() < rest.len() && word.starts_with(char::is_uppercase)
    })
}
