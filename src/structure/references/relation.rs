//! Which mention is a part of which, and which are of another text: by the
//! words between them, before them and behind them.

use super::scan::{Mention, Scanner};
use crate::document::Ordinal;
use crate::lexicon::referring::{AND_MORE, Order, PlaceUnit, PlaceWord, ReferenceWords};
use std::ops::Range;

/// What separates words.
const BLANKS: [char; 3] = [' ', '\u{a0}', '\n'];

/// Number of bytes before a mention that show whether it is among words in small letters.
const NEAR_WORDS: usize = 256;

/// Maximum length of a parenthesis between a number and the name of its text, in bytes.
const LONGEST_ASIDE: usize = 80;

impl Scanner {
    /// Which mention is a part of which, and which are of another text.
    pub(super) fn relate(&self, text: &str, mentions: &mut [Mention]) {
        for at in (0..mentions.len()).rev() {
            let mention = &mentions[at];
            let end = mention.range().end;
            let next = mentions.get(at + 1);
            let between = next.map_or("", |next| &text[end..next.range().start]);
            let inner_first = next.is_some_and(|next| self.is_part(mention, between, next));
            // `Schedule 1, article 1 of Schedule 2` is of the second.
            let free = next.filter(|next| next.within.is_none());
            let outer_first = free.is_some_and(|next| match between.trim() {
                "" => mention.unit < next.unit || is_narrower(mention, next),
                "," | "(" | "." => mention.unit < next.unit,
                _ => false,
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
                _ => self.leads_elsewhere(&text[end..], mention.unit),
            };
            let before = &text[..mention.range().start];
            let elsewhere = behind || self.cited_elsewhere(before);
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
        let ReferenceWords { of, inside, .. } = self.language;
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
            let listed = self.language.ascending && between.trim() == ",";
            return self.is_of(between) || listed;
        }
        let alike = next.unit == mention.unit && !same(mention.word, next.word);
        alike && self.is_of(between) && !self.language.attached.contains(&between.trim())
    }

    /// Whether words part two places of a list.
    fn is_joint(&self, between: &str) -> bool {
        let words = between.trim();
        let words = words.strip_prefix(',').unwrap_or(words).trim();
        between.trim() == "," || self.language.and.contains(&words)
    }

    /// Whether words lead from a place to what it is a place of.
    fn is_of(&self, between: &str) -> bool {
        // The parenthesis of `6) of Article 57`.
        let words = between.trim_start_matches(')').trim();
        let mut determiners = self.language.determiners.iter();
        let bare = determiners.find_map(|a| words.strip_suffix(a)).unwrap_or(words).trim_end();
        let ReferenceWords { of, inside, attached, .. } = self.language;
        (words.is_empty() && self.language.bare_genitive)
            || [of, inside, attached].iter().any(|leading| leading.contains(&bare))
    }

    /// Whether what is before a number names another text: `17 U.S.C. § 512`,
    /// `the Harbour Lamp Act, section 5`, `[RFC 1] Section 3`, `GPL section 7`.
    fn cited_elsewhere(&self, before: &str) -> bool {
        let before = before.trim_end();
        if let Order::Around(_) = self.language.order {
            return self.follows_name(before);
        }
        if self.language.order == Order::NumberFirst {
            return self.is_of_name(before);
        }
        let (before, comma) = match before.strip_suffix(',') {
            Some(name) => (name, true),
            None => (before, false),
        };
        let dated = self.without_date(before);
        if dated.len() < before.len() && self.ends_with_instrument(dated) {
            return true;
        }
        let mut back = before.rsplit(BLANKS);
        let word = back.next().unwrap_or("");
        let previous = back.next().unwrap_or("");
        let capitals = word.chars().filter(|c| c.is_ascii_uppercase()).count();
        let code = capitals >= 2 && word.matches('.').count() >= 2;
        if code || (!comma && self.language.possessive.contains(&word)) {
            return true;
        }
        let cited = word.starts_with('[') && word.ends_with(']') && capitals > 0;
        let owner = self.owner(word);
        let owned = owner.filter(|name| name.starts_with(char::is_uppercase) && !comma);
        if cited || owned.is_some_and(|name| !self.is_own(&[name.to_lowercase()])) {
            return true;
        }
        // In words of capitals all look like initials.
        let caps = |word: &str| self.is_initials(word) || self.is_and(word);
        let prose = || {
            let near = before.floor_char_boundary(before.len().saturating_sub(NEAR_WORDS));
            before[near..].contains(char::is_lowercase) && !(caps(word) && caps(previous))
        };
        let numbered = word.bytes().all(|b| b.is_ascii_digit()) && !word.is_empty();
        let initials = if numbered { previous } else { word };
        let is_other = |name: &str| self.is_initials(name) && !self.is_own(&[name.to_lowercase()]);
        if !comma && is_other(initials) && prose() {
            return true;
        }
        let name = self.name_before(before);
        if name.len() < 2 {
            return false;
        }
        // `Rev. Stat. § 5`
        let short = |word: &str| {
            let letters = word.strip_suffix('.').unwrap_or("");
            (1..=4).contains(&letters.chars().count()) && letters.chars().all(char::is_alphabetic)
        };
        let abbreviated = short(name[0]) && short(name[1]) && !comma;
        let words: Vec<String> = name.iter().map(|word| word.to_lowercase()).collect();
        let instrument = self.language.instruments.contains(&words[0].as_str());
        (instrument || abbreviated) && !self.is_own(&words)
    }

    /// What is before the year or the number of a law: `the Lamp Act 1920`,
    /// `the Lamp Act, 1920`, `the Lamp Act (Cap. 5)`.
    fn without_date<'t>(&self, before: &'t str) -> &'t str {
        let mut name = before;
        loop {
            let word = name.rsplit(BLANKS).next().unwrap_or("");
            let number = word.contains(|c: char| c.is_ascii_digit())
                && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '(' | ')' | '/' | '.'));
            let aside = name.strip_suffix(')').and_then(|open| {
                let at = open.rfind('(')?;
                (open.len() - at < LONGEST_ASIDE).then_some(&open[..at])
            });
            let of = self.language.of.contains(&word) && name.len() < before.len();
            let shorter = match aside {
                Some(shorter) => shorter,
                None if number || of => &name[..name.len() - word.len()],
                None => return name,
            };
            name = shorter.trim_end_matches(BLANKS).trim_end_matches(',');
        }
    }

    /// Whether words end with the name of another text.
    fn ends_with_instrument(&self, before: &str) -> bool {
        let words: Vec<String> =
            self.name_before(before).iter().map(|word| word.to_lowercase()).collect();
        let last = words.first().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
        words.len() > 1
            && last.is_some_and(|last| self.language.instruments.contains(&last))
            && !self.is_own(&words)
    }

    /// The same where no blanks part words: `赔偿法第三条`, but `本法第三条`.
    fn follows_name(&self, before: &str) -> bool {
        let before = before.trim_end_matches(['》', '」', '』']);
        let Some(kind) = self.language.instruments.iter().find(|kind| before.ends_with(**kind))
        else {
            return false;
        };
        let name = before[..before.len() - kind.len()].trim_end();
        if self.language.own.iter().any(|own| name.ends_with(own)) {
            return false;
        }
        let last = name.char_indices().next_back().map_or(name.len(), |(at, _)| at);
        !self.title.contains(&before[last..])
    }

    /// The same where a name is before the number of its article:
    /// `Konstitusiyanın 60-cı maddəsi`, but `bu Məcəllənin 5-ci maddəsi`.
    fn is_of_name(&self, before: &str) -> bool {
        let mut back = before.split_whitespace().rev();
        let word = back.next().unwrap_or("");
        let first = back.next().is_none_or(|previous| previous.ends_with(['.', ':', ';']));
        let genitive = self.language.genitive_endings.iter().any(|end| word.ends_with(end));
        let name = word.chars().count() > 2
            && word.starts_with(char::is_uppercase)
            && (!first || genitive)
            && word.chars().all(char::is_alphabetic);
        let begin: String = word.to_lowercase().chars().take(5).collect();
        name && !self.says_own(before) && !self.title.contains(&begin)
    }

    /// Whether one of the last words says that the document itself is meant.
    pub(super) fn says_own(&self, before: &str) -> bool {
        let mut last = before.split_whitespace().rev().take(3);
        last.any(|word| self.language.own.contains(&word.to_lowercase().as_str()))
    }

    /// Whether what is behind a number says that it is of the document itself:
    /// `of this Act`.
    pub(super) fn is_of_this(&self, after: &str) -> bool {
        let mut words = after
            .split_whitespace()
            .take(3)
            .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
        words.any(|word| self.language.own.contains(&word.as_str()))
    }

    /// Whether what follows a number says that it is of the annex that the words are in:
    /// `of this Schedule`.
    pub(super) fn is_of_this_annex(&self, after: &str) -> bool {
        let mut words = after.split_whitespace();
        let (Some(of), Some(own), Some(annex)) = (words.next(), words.next(), words.next()) else {
            return false;
        };
        let annex = annex.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("").to_lowercase();
        let mut annexes = self.language.words.iter().filter(|w| w.unit == PlaceUnit::Annex);
        self.language.of.contains(&of)
            && self.language.own.contains(&own.to_lowercase().as_str())
            && annexes.any(|word| word.forms.contains(&annex.as_str()))
    }

    /// Whether words are the name of the document itself, or a part of it. A
    /// text that amends another is called as that is, with a word more.
    fn is_own(&self, name: &[String]) -> bool {
        let amending = |word: &str| self.language.amending.iter().any(|a| word.starts_with(a));
        let mut title = self.title.split(|c: char| !c.is_alphanumeric());
        let amends = name.len() > 1 && title.any(amending);
        name.iter().all(|word| self.title.contains(stem(word)))
            && (!amends || name.iter().any(|word| amending(word)))
    }

    /// Whether what is behind a number names another text.
    fn leads_elsewhere(&self, after: &str, unit: PlaceUnit) -> bool {
        // `6) of` ends a number, `(see 6) of` does not.
        let point = matches!(unit, PlaceUnit::Paragraph | PlaceUnit::Point);
        let after = after.strip_prefix(')').filter(|_| point).unwrap_or(after);
        // The point of `section 4.2. of the Charter` ends the number.
        let pointed = after.strip_prefix(". ").filter(|tail| {
            let word = tail.split(BLANKS).next().unwrap_or("").to_lowercase();
            let kind = self.language.instruments.contains(&word.as_str());
            tail.starts_with(char::is_lowercase) || kind
        });
        let after = pointed.map_or(after, |_| &after[1..]);
        let upright = after.starts_with(BLANKS);
        let mut rest = after.trim_start_matches(BLANKS).trim_start_matches(',');
        rest = rest.trim_start_matches(BLANKS);
        for more in AND_MORE {
            if let Some(tail) = rest.strip_prefix(more)
                && !tail.starts_with(char::is_alphanumeric)
            {
                rest = tail.trim_start_matches(BLANKS).trim_start_matches(',');
                rest = rest.trim_start_matches(BLANKS);
                break;
            }
        }
        if let Some(inside) = rest.strip_prefix('(')
            && let Some(close) = inside.find([')', '(']).filter(|close| *close < LONGEST_ASIDE)
            && inside[close..].starts_with(')')
        {
            rest = inside[close + 1..].trim_start_matches(BLANKS);
        }
        let small = rest[..rest.floor_char_boundary(LONGEST_ASIDE)].to_lowercase();
        let is_other = |other: &&str| {
            let behind = small.strip_prefix(other);
            behind.is_some_and(|more| !more.starts_with(char::is_alphanumeric))
        };
        if self.language.other.iter().any(is_other) {
            return true;
        }
        let next = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        // `Article 5 ECHR`
        if upright && self.is_initials(next) && next.len() <= 6 {
            let word = rest[next.len()..].trim_start();
            let word = word.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
            return word.chars().count() < 2 || word.contains(char::is_lowercase);
        }
        let attached = self.language.attached.iter().filter(|_| unit == PlaceUnit::Annex);
        let mut links = self.language.of.iter().chain(attached);
        let of = links.find_map(|of| {
            let tail = rest.strip_prefix(of)?;
            let parted = tail.is_empty() || tail.starts_with(BLANKS);
            (parted || of.ends_with(['’', '\''])).then_some(tail)
        });
        match of {
            Some(tail) => self.names_another(tail, false),
            None => self.language.bare_genitive && upright && self.names_another(rest, true),
        }
    }

    /// Whether the words behind an `of`, or behind a number without one, begin
    /// with the name of another text.
    fn names_another(&self, tail: &str, bare: bool) -> bool {
        // What the block cuts off is no part of it.
        if tail.trim().is_empty() || self.language.determiners.contains(&tail.trim()) {
            return !bare;
        }
        // `Section 4 of [1]`
        if !bare && tail.trim_start().starts_with('[') {
            return true;
        }
        // Where the own of a text is behind its name: `Điều 4 Nghị định này`.
        let own = |word: &str| {
            let small = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            self.language.own.contains(&small.as_str())
        };
        if bare && tail.split(BLANKS).filter(|word| !word.is_empty()).take(4).any(own) {
            return false;
        }
        let mut capital = None;
        for word in tail.split(BLANKS).filter(|word| !word.is_empty()).take(4) {
            let word_alone = word.trim_matches(|c: char| !c.is_alphanumeric());
            let small = word_alone.to_lowercase();
            if self.language.own.contains(&small.as_str()) {
                return false;
            }
            // Where a law is written with a small letter, its kind is its name.
            let kind = self.language.instruments.contains(&small.as_str());
            if kind && (bare || !self.language.capital_names) {
                return !self.is_own(&[small]);
            }
            // Without an `of` a capital may begin what is said of the place.
            if word_alone.starts_with(char::is_uppercase) && !bare {
                capital = Some(word);
                break;
            }
            if word.ends_with(['.', ',', ';', ':']) {
                return false;
            }
        }
        let Some(first) = capital else { return false };
        let at = tail.find(first).unwrap_or(0);
        let marks = ['“', '"', '«', '[', '(', '„'];
        let name: Vec<String> = tail[at..]
            .split(BLANKS)
            .take_while(|word| word.trim_start_matches(marks).starts_with(char::is_uppercase))
            .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
            .take(6)
            .collect();
        name.is_empty() || !self.is_own(&name)
    }

    /// The name that a word has with the ending of an owner: `Hall’s`.
    fn owner<'t>(&self, word: &'t str) -> Option<&'t str> {
        let mut endings = self.language.owner_endings.iter();
        endings.find_map(|ending| {
            let start = word.char_indices().nth_back(ending.chars().count().checked_sub(1)?)?.0;
            let (name, own) = word.split_at(start);
            own.replace('\'', "’").eq(ending).then_some(name)
        })
    }

    /// The words that a name before a number may be of, the last first.
    fn name_before<'t>(&self, before: &'t str) -> Vec<&'t str> {
        let mut name: Vec<&str> = before
            .rsplit(BLANKS)
            .map(|word| word.trim_start_matches(['(', '“', '"', '«']))
            .take_while(|word| word.starts_with(char::is_uppercase))
            .take(6)
            .collect();
        let opens = |word: &&str| self.language.openings.contains(&word.to_lowercase().as_str());
        if name.last().is_some_and(opens) {
            name.pop();
        }
        name
    }

    /// Two or more capitals that are no Roman numeral: `ECHR`, `GPL`, `RFC`.
    fn is_initials(&self, word: &str) -> bool {
        word.chars().count() >= 2
            && word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit())
            && word.chars().filter(|c| c.is_uppercase()).count() >= 2
            && !word.chars().all(|c| "IVXLC".contains(c))
            && !self.is_and(word)
    }

    /// Whether a word parts two places of a list, in capitals or not.
    fn is_and(&self, word: &str) -> bool {
        self.language.and.contains(&word.to_lowercase().as_str())
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

/// A word without the ending that its case may have.
fn stem(word: &str) -> &str {
    let letters = word.chars().count();
    let end = word.char_indices().nth(letters.saturating_sub(2)).map_or(word.len(), |(at, _)| at);
    if letters > 5 { &word[..end] } else { word }
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

fn same(a: &PlaceWord, b: &PlaceWord) -> bool {
    std::ptr::eq(a.forms, b.forms)
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
