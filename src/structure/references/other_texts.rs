//! Which words beside a mention say that it is of another text, and which that it is of the document
//! itself.

use super::names_of_texts::{LONGEST_NAME, SHORTEST_NAME, TextNames, beginning};
use crate::lexicon::characters::{BLANKS, is_unspaced};
use crate::lexicon::keywords::NUMBER_SIGNS;
use crate::lexicon::referring::{AND_MORE, Order, PlaceUnit, ReferenceHabit, ReferenceWords};

/// Number of bytes before a mention that show whether it is among words in small letters.
const NEAR_WORDS: usize = 256;

/// Maximum length of a parenthesis between a number and the name of its text, in bytes.
const LONGEST_ASIDE: usize = 80;

/// Tells the document from other texts.
pub struct OtherTexts {
    /// The words of its language.
    pub language: &'static ReferenceWords,
    /// Its title and what it calls itself, in small letters.
    pub title: String,
}

impl OtherTexts {
    fn names(&self) -> TextNames<'_> {
        TextNames { language: self.language, title: &self.title }
    }

    /// Whether what is before a number names another text: `17 U.S.C. § 512`,
    /// `the Harbour Lamp Act, section 5`, `[RFC 1] Section 3`, `GPL section 7`.
    pub fn cited_elsewhere(&self, before: &str) -> bool {
        let before = before.trim_end();
        if let Order::Around(_) = self.language.order {
            let of_named = self.language.possessive.iter().any(|own| before.ends_with(own));
            return of_named || self.follows_name(before);
        }
        let mut belonging = self.language.belonging.iter();
        let before = belonging.find_map(|of| before.strip_suffix(of)).unwrap_or(before).trim_end();
        let undated = self.without_date(before);
        let last = undated.rsplit(BLANKS).next().unwrap_or("");
        if self.names().is_compound_name(last)
            || (self.names().follows_kind(undated, last) && !self.says_own(undated))
        {
            return true;
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
        if cited || owned.is_some_and(|name| !self.names().is_own(&[name.to_lowercase()])) {
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
        let is_other =
            |name: &str| self.is_initials(name) && !self.names().is_own(&[name.to_lowercase()]);
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
        (instrument || abbreviated) && !self.names().is_own(&words)
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
            && !self.names().is_own(&words)
    }

    /// The same where no blanks part words: `赔偿法第三条`, but `本法第三条`.
    fn follows_name(&self, before: &str) -> bool {
        let quoted = before.strip_suffix(['》', '」', '』']);
        let before = quoted.unwrap_or(before);
        let Some(kind) = self.language.instruments.iter().find(|kind| before.ends_with(**kind))
        else {
            return false;
        };
        let name = before[..before.len() - kind.len()].trim_end();
        if self.language.own.ended(name) {
            return false;
        }
        // A decree about a law has the name of the law in its own.
        if quoted.is_some() {
            let name = before.rsplit(['《', '「', '『']).next().unwrap_or("");
            return self.title.lines().all(|own| own.trim() != name);
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
        let named = word.chars().count() > 2
            && word.starts_with(char::is_uppercase)
            && (!first || genitive)
            && word.chars().all(char::is_alphabetic);
        let is_own = |word: &&str| self.title.contains(beginning(&word.to_lowercase()));
        // The first word of a sentence has a capital too.
        let mut name = self.name_before(before);
        if name.len() > 1 && name.len() == before.split_whitespace().count() {
            name.pop();
        }
        named && !self.says_own(before) && !name.iter().all(is_own)
    }

    /// Whether one of the last words says that the document itself is meant.
    pub fn says_own(&self, before: &str) -> bool {
        let mut last = before.split_whitespace().rev().take(3);
        last.any(|word| self.language.own.has(word))
    }

    /// Whether what is behind a number says that it is of the document itself:
    /// `of this Act`.
    pub fn is_of_this(&self, after: &str) -> bool {
        let mut words = after
            .split_whitespace()
            .take(3)
            .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
        words.any(|word| self.language.own.has(word))
    }

    /// Whether what follows a number says that it is of the annex that the words are in:
    /// `of this Schedule`.
    pub fn is_of_this_annex(&self, after: &str) -> bool {
        let mut words = after.split_whitespace();
        let (Some(of), Some(own), Some(annex)) = (words.next(), words.next(), words.next()) else {
            return false;
        };
        let annex = annex.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        let mut annexes = self.language.words.iter().filter(|w| w.unit == PlaceUnit::Annex);
        self.language.of.contains(&of)
            && self.language.own.has(own)
            && annexes.any(|word| word.forms.has(annex))
    }

    /// Whether what is behind a number names another text.
    pub fn leads_elsewhere(&self, after: &str, unit: PlaceUnit) -> bool {
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
            let Some(more) = small.strip_prefix(other) else { return false };
            let unspaced = other.ends_with(is_unspaced);
            let ended = unspaced || !more.starts_with(char::is_alphanumeric);
            let next = more.trim_start();
            let own = match unspaced {
                true => self.language.own.all().iter().any(|own| next.contains(own)),
                false => self.language.own.begun(next).is_some(),
            };
            let word = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
            let titled =
                word.chars().count() >= SHORTEST_NAME && self.title.contains(beginning(word));
            ended && !own && !titled
        };
        if self.language.other.iter().any(is_other) {
            return true;
        }
        let next = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        // `3 § brottsbalken`, `3. gr. almennra hegningarlaga`
        let mut near = rest.split(BLANKS);
        let (first, second) = (near.next().unwrap_or(""), near.next().unwrap_or(""));
        let goes_on = first.ends_with(char::is_alphanumeric);
        let is_name = |word: &str| self.names().is_compound_name(word);
        if upright && (is_name(first) || (goes_on && is_name(second))) {
            return true;
        }
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
            None => {
                self.language.has(ReferenceHabit::BareGenitive)
                    && upright
                    && self.names_another(rest, true)
            }
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
        let own =
            |word: &str| self.language.own.has(word.trim_matches(|c: char| !c.is_alphanumeric()));
        if bare && tail.split(BLANKS).filter(|word| !word.is_empty()).take(4).any(own) {
            return false;
        }
        let mut capital = None;
        for word in tail.split(BLANKS).filter(|word| !word.is_empty()).take(4) {
            let word_alone = word.trim_matches(|c: char| !c.is_alphanumeric());
            let small = word_alone.to_lowercase();
            if self.language.own.has(&small) {
                return false;
            }
            // Where a law is written with a small letter, its kind is its name.
            let kind = self.language.instruments.contains(&small.as_str());
            if kind && (bare || !self.language.has(ReferenceHabit::CapitalNames)) {
                return self.names().is_another_kind(tail, word);
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
        name.is_empty() || !self.names().is_own(&name) || self.is_numbered_otherwise(&tail[at..])
    }

    /// Whether words between a place without a number and one with it say that the second is in the
    /// first: `前項第二号`.
    pub fn leads_in(&self, between: &str) -> bool {
        let words = between.trim();
        let around = matches!(self.language.order, Order::Around(_));
        around && (words.is_empty() || self.language.of.contains(&words))
    }

    /// Whether words between a place with a number and one without say that the first is in the
    /// second: `paragraph 2 of the preceding article`.
    pub fn leads_out(&self, between: &str, place: &str) -> bool {
        let words = between.trim_start_matches(')').trim();
        let first = place.split(BLANKS).next().unwrap_or("");
        let own =
            self.language.has(ReferenceHabit::BareGenitive) || self.language.of.contains(&first);
        (words.is_empty() && own) || self.language.of.contains(&words)
    }

    /// Whether the name of a text has a number that the title of the document lacks:
    /// `Republic Act No. 123`, `Regulation (EC) No 12/98`.
    fn is_numbered_otherwise(&self, name: &str) -> bool {
        let own = |word: &str| self.title.contains(word.trim_end_matches(['.', ',', ';', ':']));
        let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
        let named = |word: &&str| {
            let bare = word.trim_start_matches(['(', '“', '"']);
            bare.starts_with(char::is_uppercase)
                || is_number(word)
                || NUMBER_SIGNS.contains(&word.to_lowercase().as_str())
        };
        let words = name.split(BLANKS).filter(|word| !word.is_empty()).take(LONGEST_NAME);
        let number = words.take_while(named).find(|word| is_number(word));
        self.title.contains(|c: char| c.is_ascii_digit())
            && number.is_some_and(|number| !own(number))
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
