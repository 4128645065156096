//! Mentions of places in a text, before anybody asks where they lead: the word,
//! its numbers, and whether they are of this document or of another.

use super::number::{chinese, digits, read};
use super::words::{Language, Order, Relative, SIGNS, Unit, Word};
use crate::document::ClauseNumber;
use regex::Regex;
use std::ops::Range;

/// What Chinese numerals are written with.
const CHINESE: &str = "〇零一二三四五六七八九十百千";

/// A number of a mention, or a range of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The words, in bytes; those of the first begin with the word that names
    /// the place.
    pub words: Range<usize>,
    /// The number.
    pub first: ClauseNumber,
    /// The last of a range.
    pub last: Option<ClauseNumber>,
}

/// A word that names places, with its numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// What it names.
    pub unit: Unit,
    /// Whether it says that there is such a place.
    pub certain: bool,
    /// The numbers, at least one.
    pub items: Vec<Item>,
    /// The place that this is a part of, by its index among the mentions.
    pub within: Option<usize>,
    /// Whether it is of another text.
    pub elsewhere: bool,
}

impl Mention {
    fn range(&self) -> Range<usize> {
        let ends = (self.items.first(), self.items.last());
        let (Some(first), Some(last)) = ends else { return 0..0 };
        first.words.start..last.words.end
    }
}

/// Finds mentions in the words of one language.
pub struct Scanner {
    language: &'static Language,
    words: Regex,
    relative: Option<Regex>,
    /// The title of the document, in small letters.
    title: String,
}

impl Scanner {
    /// For a document of a title.
    pub fn new(language: &'static Language, title: &str) -> Option<Self> {
        let forms = |words: &[Word]| {
            let mut all: Vec<&str> = words.iter().flat_map(|word| word.forms).copied().collect();
            // Of two forms that begin alike, the longer is meant.
            all.sort_by_key(|form| std::cmp::Reverse(form.len()));
            all.into_iter().map(regex::escape).collect::<Vec<_>>().join("|")
        };
        let signs = forms(&SIGNS);
        let own = forms(language.words);
        let blank = r"[ \x{a0}\n]";
        let pattern = match language.order {
            Order::WordFirst => format!("(?i)(?:{own}|{signs}){blank}?"),
            Order::NumberFirst => {
                format!(r"(?i)\d{{1,4}}[-\x{{2011}} \x{{a0}}](?:{own})|(?:{signs}){blank}?")
            }
            Order::Around(sign) => {
                format!("{sign}{blank}?[0-9０-９{CHINESE}]+{blank}?(?:{own})|(?:{signs}){blank}?")
            }
        };
        let phrases: Vec<String> =
            language.relative.iter().map(|relative| regex::escape(relative.words)).collect();
        let relative = (!phrases.is_empty())
            .then(|| Regex::new(&format!("(?i){}", phrases.join("|"))).ok())
            .flatten();
        Some(Self {
            language,
            words: Regex::new(&pattern).ok()?,
            relative,
            title: title.to_lowercase(),
        })
    }

    /// The mentions of a text, in order.
    pub fn mentions(&self, text: &str) -> Vec<Mention> {
        let mut found: Vec<Mention> = Vec::new();
        let mut at = 0;
        while let Some(hit) = self.words.find_at(text, at) {
            let mention = self.mention(text, hit.range());
            at = mention.as_ref().map_or(0, |mention| mention.range().end).max(hit.end());
            found.extend(mention);
        }
        self.relate(text, &mut found);
        found
    }

    /// Places that a text tells without a number, in bytes.
    pub fn relative(&self, text: &str) -> Vec<(Range<usize>, &'static Relative)> {
        let Some(words) = &self.relative else { return Vec::new() };
        words
            .find_iter(text)
            .filter(|hit| whole(text, hit.range(), self.language))
            // What follows a colon is not a clause but what is said next.
            .filter(|hit| !text[hit.end()..].trim_start().starts_with(':'))
            .filter_map(|hit| {
                let words = hit.as_str().to_lowercase();
                let known = self.language.relative.iter().find(|known| known.words == words)?;
                Some((hit.range(), known))
            })
            .collect()
    }

    fn mention(&self, text: &str, hit: Range<usize>) -> Option<Mention> {
        let words = text[hit.clone()].to_lowercase();
        let words = words.trim_end_matches([' ', '\u{a0}', '\n']);
        let all = SIGNS.iter().chain(self.language.words);
        let sign = words.starts_with('§');
        match self.language.order {
            _ if sign => {}
            Order::WordFirst => {}
            Order::NumberFirst | Order::Around(_) => {
                let form = |word: &Word| word.forms.iter().any(|form| words.ends_with(form));
                let word = all.into_iter().find(|word| form(word))?;
                let value = match self.language.order {
                    Order::Around(sign) => {
                        let inside = words.strip_prefix(sign)?.trim_start();
                        let len = inside.find(|c: char| !c.is_numeric() && !CHINESE.contains(c))?;
                        let inside = &inside[..len];
                        digits(inside).map_or_else(|| chinese(inside), |(d, _)| d.parse().ok())?
                    }
                    _ => digits(words)?.0.parse().ok()?,
                };
                if self.language.order == Order::NumberFirst && joined(text, hit.start) {
                    return None;
                }
                let first = ClauseNumber::top(value);
                return Some(Mention {
                    unit: word.unit,
                    certain: word.certain,
                    items: vec![Item { words: hit, first, last: None }],
                    within: None,
                    elsewhere: false,
                });
            }
        }
        let word = all.into_iter().find(|word| word.forms.contains(&words))?;
        let letters = words.ends_with(char::is_alphabetic);
        // A word is parted from its number, and is no part of another.
        let parted = text[..hit.end].ends_with([' ', '\u{a0}', '\n']);
        if !sign
            && (joined(text, hit.start)
                || (letters && !parted && !text[hit.end..].starts_with('(')))
        {
            return None;
        }
        let items = self.items(text, hit, word)?;
        let (unit, certain) = (word.unit, word.certain);
        Some(Mention { unit, certain, items, within: None, elsewhere: false })
    }

    /// The numbers behind a word.
    fn items(&self, text: &str, hit: Range<usize>, word: &Word) -> Option<Vec<Item>> {
        let (first, end) = read(text, hit.end, word.unit)?;
        let mut items = vec![Item { words: hit.start..end, first, last: None }];
        loop {
            let item = items.last_mut()?;
            let end = item.words.end;
            if let Some((last, after)) = self.to(text, end, word) {
                item.last = Some(last);
                item.words.end = after;
                continue;
            }
            let Some(next) = self.and(&text[end..]).filter(|_| word.many) else { break };
            let Some((first, after)) = read(text, end + next, word.unit) else { break };
            items.push(Item { words: end + next..after, first, last: None });
        }
        Some(items)
    }

    /// The last number of a range.
    fn to(&self, text: &str, at: usize, word: &Word) -> Option<(ClauseNumber, usize)> {
        let rest = &text[at..];
        let blanks = [' ', '\u{a0}', '\n'];
        let tight = rest.trim_start_matches(blanks);
        let dash = tight.strip_prefix(['-', '–', '—', '\u{2011}']);
        let spelled = || {
            let words = self.language.to.iter();
            let mut fits = words
                .filter_map(|to| tight.strip_prefix(to).filter(|rest| rest.starts_with(blanks)));
            fits.next().filter(|_| word.many && tight.len() < rest.len())
        };
        // A dash between blanks parts a sentence, as a rule.
        let dash = dash.filter(|_| word.many || tight.len() == rest.len());
        let number = dash.or_else(spelled)?.trim_start_matches(blanks);
        let (last, end) = read(text, text.len() - number.len(), word.unit)?;
        Some((last, end))
    }

    /// Bytes of what parts two numbers of a list.
    fn and(&self, rest: &str) -> Option<usize> {
        let blanks = [' ', '\u{a0}', '\n'];
        let comma = rest.strip_prefix([',', ';']);
        let inner = comma.unwrap_or(rest).trim_start_matches(blanks);
        let mut words = self.language.and.iter();
        let spelled = words.find_map(|and| {
            let tail = inner.strip_prefix(and)?;
            tail.starts_with(blanks).then(|| tail.trim_start_matches(blanks))
        });
        match (spelled, comma) {
            (Some(tail), _) => Some(rest.len() - tail.len()),
            (None, Some(_)) => Some(rest.len() - inner.len()),
            (None, None) => None,
        }
    }

    /// Which mention is a part of which, and which are of another text.
    fn relate(&self, text: &str, mentions: &mut [Mention]) {
        for at in (0..mentions.len()).rev() {
            let end = mentions[at].range().end;
            let next =
                mentions.get(at + 1).map(|next| (next.range().start, next.unit, next.elsewhere));
            let inner_first = next.is_some_and(|(start, unit, _)| {
                unit < mentions[at].unit && self.is_of(&text[end..start])
            });
            let outer_first = next.is_some_and(|(start, unit, _)| {
                let between = text[end..start].trim();
                mentions[at].unit < unit && matches!(between, "" | ",")
            });
            if inner_first {
                mentions[at].within = Some(at + 1);
            }
            if outer_first {
                mentions[at + 1].within = Some(at);
            }
            let linked = inner_first || outer_first;
            let behind = match next {
                Some((.., elsewhere)) if linked => elsewhere,
                _ => self.leads_elsewhere(&text[end..], mentions[at].unit),
            };
            mentions[at].elsewhere =
                behind || self.cited_elsewhere(&text[..mentions[at].range().start]);
        }
        for at in 1..mentions.len() {
            if mentions[at].within == Some(at - 1) && mentions[at - 1].elsewhere {
                mentions[at].elsewhere = true;
            }
        }
    }

    /// Whether words lead from a place to what it is a place of.
    fn is_of(&self, between: &str) -> bool {
        let words = between.trim();
        let article = ["the", "this"];
        let bare = article.iter().find_map(|a| words.strip_suffix(a)).unwrap_or(words).trim_end();
        (words.is_empty() && self.language.bare_genitive) || self.language.of.contains(&bare)
    }

    /// Whether what stands before a number names another text: `17 U.S.C. § 512`,
    /// `the Harbour Lamp Act, section 5`.
    fn cited_elsewhere(&self, before: &str) -> bool {
        let before = before.trim_end();
        let blanks = [' ', '\u{a0}', '\n'];
        let word = before.rsplit(blanks).next().unwrap_or("");
        let capitals = word.chars().filter(|c| c.is_ascii_uppercase()).count();
        let code = capitals >= 2 && word.matches('.').count() >= 2;
        if code || self.language.possessive.contains(&word) {
            return true;
        }
        let Some(name) = before.strip_suffix(',') else { return false };
        let words: Vec<String> = name
            .rsplit(blanks)
            .take_while(|word| word.starts_with(char::is_uppercase))
            .map(str::to_lowercase)
            .take(6)
            .collect();
        let instrument =
            words.first().is_some_and(|last| self.language.instruments.contains(&last.as_str()));
        instrument && words.len() > 1 && !self.is_own(&words)
    }

    /// Whether words are the name of the document itself, or a part of it.
    fn is_own(&self, name: &[String]) -> bool {
        name.iter().all(|word| self.title.contains(word.as_str()))
    }

    /// Whether what stands behind a number names another text.
    fn leads_elsewhere(&self, after: &str, unit: Unit) -> bool {
        let rest = after.trim_start_matches([' ', '\u{a0}', '\n', ',']);
        if self.language.other.iter().any(|other| rest.starts_with(other)) {
            return true;
        }
        let upright = after.starts_with([' ', '\u{a0}', '\n']);
        let next = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        // `Article 5 ECHR`
        if upright
            && next.len() >= 2
            && next.len() <= 6
            && next.chars().all(|c| c.is_ascii_uppercase())
        {
            return !next.chars().all(|c| "IVXLC".contains(c)) && next != "OR" && next != "AND";
        }
        let blanks = [' ', '\u{a0}', '\n'];
        let mut links = self.language.of.iter().filter(|of| match **of {
            "in" => false,
            "to" => unit == Unit::Annex,
            _ => true,
        });
        let of = links.find_map(|of| {
            let tail = rest.strip_prefix(of)?;
            (tail.starts_with(blanks) || of.ends_with(['’', '\''])).then_some(tail)
        });
        let Some(tail) = of.or_else(|| (self.language.bare_genitive && upright).then_some(rest))
        else {
            return false;
        };
        let mut capital = None;
        for word in tail.split(blanks).filter(|word| !word.is_empty()).take(4) {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            if self.language.own.contains(&bare.to_lowercase().as_str()) {
                return false;
            }
            if bare.starts_with(char::is_uppercase) {
                capital = Some(word);
                break;
            }
            if word.ends_with(['.', ',', ';', ':']) {
                return false;
            }
        }
        let Some(first) = capital else { return false };
        let at = tail.find(first).unwrap_or(0);
        let name: Vec<String> = tail[at..]
            .split(blanks)
            .take_while(|word| {
                word.trim_start_matches(['“', '"', '«']).starts_with(char::is_uppercase)
            })
            .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
            .take(6)
            .collect();
        !self.is_own(&name)
    }
}

/// Whether a place stands inside of a word.
fn joined(text: &str, at: usize) -> bool {
    text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '-')
}

fn whole(text: &str, range: Range<usize>, language: &Language) -> bool {
    let spaced = !matches!(language.order, Order::Around(_));
    let ends = !text[range.end..].starts_with(char::is_alphanumeric);
    !spaced || (!joined(text, range.start) && ends)
}
