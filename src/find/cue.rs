//! Decides from the characters of a source whether it can contain a pattern, before it is read as a
//! document: of many files, most contain no match.
//!
//! Each match contains the longest word of its pattern, the cue. The letters of a word are the same
//! in the source as in the document, after folding, except where the word is split at a joint: at a
//! hyphen, or in markup at any sign. After a joint, the word may continue anywhere, since the end
//! of a page or a tag may intervene. So the document does not contain the cue if no sequence of
//! pieces in the source leads from its first letter to its last.

use super::fold::{BREAK, Folded, Folding, changes_words, is_soft_hyphen};
use crate::import::{Raw, Wording};
use regex::bytes::{Regex, RegexBuilder};
use std::borrow::Cow;

/// The longest word that every match of a pattern contains.
#[derive(Debug, Clone)]
pub struct Cue {
    letters: Vec<char>,
    /// All letters, contiguous.
    whole: Regex,
    folding: Folding,
}

/// Cues of which every match of a pattern contains at least one.
#[derive(Debug, Clone)]
pub struct Cues(Vec<Cue>);

impl Cues {
    /// Returns the cues of words of which every match contains one; `None` if a word has no cue, or
    /// there are no words.
    pub fn of(words: &[String], folding: Folding) -> Option<Self> {
        let fold = |word: &String| Cue::of(&Folded::new(word, folding).text, folding);
        let cues: Vec<Cue> = words.iter().map(fold).collect::<Option<_>>()?;
        (!cues.is_empty()).then_some(Self(cues))
    }

    /// Whether the document of a source may contain one of them; never `false` if it does.
    pub fn may_be_in(&self, raw: &Raw<'_>) -> bool {
        self.0.iter().any(|cue| cue.may_be_in(raw))
    }
}

/// Maximum number of letters to compare: enough to distinguish words.
const MOST_LETTERS: usize = 32;

/// Number of bytes to fold at once, up to the next end of a line.
const STRETCH: usize = 8 << 10;

/// The pieces of a cue in a source, by their ends: bit `k` of `from[i]` is set if a piece with the
/// letters from `i` to `k` occurs.
#[derive(Debug, Default)]
struct CuePieces {
    from: [u64; MOST_LETTERS],
}

impl CuePieces {
    /// Returns after how many letters a sequence of pieces leads to a joint.
    fn joints(&self) -> u64 {
        let mut reached = 0;
        for (at, ends) in self.from.iter().enumerate() {
            if at == 0 || reached >> at & 1 == 1 {
                reached |= ends;
            }
        }
        reached
    }
}

impl Cue {
    /// Returns the cue of a folded pattern; `None` if no word has the same letters everywhere.
    pub fn of(folded: &str, folding: Folding) -> Option<Self> {
        // Other scripts do not separate words with blanks, so theirs continue across lines.
        let is_letter = |c: char| c.is_ascii_alphanumeric() || c.is_lowercase() || c.is_uppercase();
        let words = folded.split(|c| !is_letter(c));
        let word = words.max_by_key(|word| word.chars().count()).filter(|word| !word.is_empty())?;
        let letters: Vec<char> = word.chars().take(MOST_LETTERS).collect();
        let whole = regex::escape(&letters.iter().collect::<String>());
        // Text other than ASCII is folded before it is compared.
        let whole = RegexBuilder::new(&whole).unicode(false).case_insensitive(folding.case).build();
        Some(Self { letters, whole: whole.ok()?, folding })
    }

    /// Whether the document of a source may contain the cue; never `false` if it does.
    pub fn may_be_in(&self, raw: &Raw<'_>) -> bool {
        let word: String = self.letters.iter().flat_map(|c| c.to_lowercase()).collect();
        if raw.writes(&word) {
            return true;
        }
        let mut pieces = CuePieces::default();
        for stretch in stretches(&raw.text) {
            if has_open_soft_hyphen(stretch) {
                return true;
            }
            let words = self.folded(stretch);
            if self.whole.is_match(words.as_bytes()) {
                return true;
            }
            self.take_pieces(&words, raw.wording, &mut pieces);
        }
        let joints = pieces.joints();
        joints != 0 && stretches(&raw.text).any(|s| self.has_end(&self.folded(s), joints))
    }

    /// Folds the words of a stretch for comparison; blanks and quotation marks may stay as they
    /// are.
    fn folded<'a>(&self, stretch: &'a str) -> Cow<'a, str> {
        if stretch.is_ascii() || !stretch.contains(changes_words) {
            Cow::Borrowed(stretch)
        } else {
            Cow::Owned(Folded::new(stretch, self.folding).text)
        }
    }

    fn is(&self, c: char, letter: char) -> bool {
        c == letter || self.folding.case && c.eq_ignore_ascii_case(&letter)
    }

    /// Records the pieces that end at the joints in some words.
    fn take_pieces(&self, words: &str, wording: Wording, pieces: &mut CuePieces) {
        match wording {
            Wording::Plain => {
                for at in memchr::memchr2_iter(b'-', BREAK as u8, words.as_bytes()) {
                    self.take_piece(&words[..at], pieces);
                }
            }
            Wording::MarkedUp => {
                for (at, _) in words.match_indices(|c: char| !c.is_alphanumeric() && c != ' ') {
                    self.take_piece(&words[..at], pieces);
                }
            }
        }
    }

    /// Records the pieces that end at a joint after `before`.
    fn take_piece(&self, before: &str, pieces: &mut CuePieces) {
        let backwards = || before.chars().rev().take_while(|c| c.is_alphanumeric());
        for end in 1..self.letters.len() {
            let letters = self.letters[..end].iter().rev();
            let alike = backwards().zip(letters).take_while(|(c, letter)| self.is(*c, **letter));
            let alike = alike.count();
            // A piece in the middle is a whole word.
            if alike == end || alike > 0 && backwards().nth(alike).is_none() {
                pieces.from[end - alike] |= 1 << end;
            }
        }
    }

    /// Whether a word begins with the rest of the cue after one of its joints.
    fn has_end(&self, words: &str, joints: u64) -> bool {
        let mut last = ' ';
        words.char_indices().any(|(at, c)| {
            let begins = c.is_alphanumeric() && !last.is_alphanumeric();
            last = c;
            begins
                && (1..self.letters.len()).filter(|from| joints >> from & 1 == 1).any(|from| {
                    let mut rest = words[at..].chars();
                    self.letters[from..]
                        .iter()
                        .all(|letter| rest.next().is_some_and(|c| self.is(c, *letter)))
                })
        })
    }
}

/// Splits a text into stretches that end with a line.
fn stretches(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let from = rest.len().min(STRETCH);
        let line = memchr::memchr(b'\n', &rest.as_bytes()[from..]);
        let (stretch, later) = rest.split_at(line.map_or(rest.len(), |line| from + line + 1));
        rest = later;
        (!stretch.is_empty()).then_some(stretch)
    })
}

/// Whether the text contains a soft hyphen after which a word may continue anywhere.
fn has_open_soft_hyphen(text: &str) -> bool {
    !text.is_ascii()
        && text
            .match_indices(is_soft_hyphen)
            .any(|(at, hyphen)| !text[at + hyphen.len()..].starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use crate::document::Origin;
    use crate::find::{PatternSyntax, Query};
    use crate::import;
    use proptest::prelude::*;
    use std::path::Path;

    /// Returns whether the cue lets a pattern match in a file, and whether it does match.
    fn told(pattern: &str, name: &str, text: &str) -> (bool, bool) {
        told_in(PatternSyntax::Literal, pattern, name, text)
    }

    fn told_in(syntax: PatternSyntax, pattern: &str, name: &str, text: &str) -> (bool, bool) {
        let query = Query::new(pattern, syntax).expect("a pattern");
        let raw = import::raw(text.as_bytes(), Some(Path::new(name)));
        let cue = query.cues();
        let may_be = raw.zip(cue).is_none_or(|(raw, cue)| cue.may_be_in(&raw));
        let document = crate::source::read(text.as_bytes(), Origin::File(name.into()));
        (may_be, document.is_ok_and(|document| !query.matches(&document).is_empty()))
    }

    #[test]
    fn what_no_letter_of_is_there_is_absent() {
        for (pattern, name, text) in [
            ("zebra", "a.txt", "1. The lamp is lit at dusk.\n"),
            ("lantern", "a.txt", "A lan- and a fern, al-\nways a lamp.\n"),
            ("the zebra’s", "a.md", "# Lamps\n\nThe **lamp** of the [keeper](#k)’s &amp; mine.\n"),
            ("lantern", "a.html", "<!doctype html><p>A l<b>amp</b> of the<i> tower</i>&nbsp;…</p>"),
            ("фонарь", "a.txt", "1. Маяк зажигают ночью, а фо-\nнари гасят.\n"),
        ] {
            assert_eq!(told(pattern, name, text), (false, false), "{pattern} in {text:?}");
        }
    }

    #[test]
    fn what_is_written_otherwise_may_be_there() {
        for (pattern, name, text) in [
            ("lantern", "a.txt", "A LAN\u{AD}TERN.\n"),
            ("lantern", "a.txt", "A lan-\ntern.\n"),
            ("lantern", "a.txt", "A lan\u{2010}\n   tern.\n"),
            ("lanterns", "a.txt", "A lan- te- rns.\n"),
            ("café office", "a.txt", "A cafe\u{301} oﬃce.\n"),
            ("cafe", "a.txt", "A CAFÉ.\n"),
            ("lantern", "a.md", "A l*ant*ern.\n"),
            ("lantern", "a.md", "A lan&shy;te&#114;n.\n"),
            ("lantern", "a.html", "<!doctype html><p>A l<b>an</b>te<!-- x -->rn.</p>"),
            ("eclat", "a.html", "<!doctype html><p>An &eacute;clat.</p>"),
            ("iv", "a.html", "<!doctype html><ol type=i start=4><li>A lamp.</ol>"),
            ("image", "a.md", "A ![](lamp.png).\n"),
            ("lamp 5", "a.txt", "Ｌａｍｐ　５\n"),
        ] {
            assert_eq!(told(pattern, name, text), (true, true), "{pattern} in {text:?}");
        }
    }

    #[test]
    fn expressions_have_the_cues_of_their_words() {
        for (pattern, name, text, both) in [
            ("zebras?", "a.txt", "A lamp.\n", (false, false)),
            ("zebra|lion", "a.txt", "A lamp.\n", (false, false)),
            ("zebra|l[ai]mp", "a.txt", "A lamp.\n", (true, true)),
            ("zebra|lamp", "a.txt", "A LAMP.\n", (true, true)),
            ("Lamp", "a.txt", "A lantern.\n", (false, false)),
            ("(?i)LAMP", "a.txt", "A lamp.\n", (true, true)),
            (r"\blamp\b", "a.md", "A l*am*p.\n", (true, true)),
            ("caf(e|é)", "a.txt", "A cafe\u{301}.\n", (true, true)),
            ("k.lvin", "a.txt", "\u{212A}elvin.\n", (true, true)),
        ] {
            assert_eq!(
                told_in(PatternSyntax::Regex, pattern, name, text),
                both,
                "{pattern} in {text:?}"
            );
        }
    }

    proptest! {
        #[test]
        fn an_expression_finds_nothing_that_its_cues_exclude(
            pattern in "[lantéſßI](a|n\\?|\\(an\\|t\\)|\\[ae\\]|-| |é\\+|LA){0,4}",
            text in "([lantéſßIE -]|\n|e\u{301}|\u{AD}){0,40}",
            name in "a\\.(txt|md)",
        ) {
            let (may_be, is) = told_in(PatternSyntax::Regex, &pattern, &name, &text);
            prop_assert!(may_be || !is, "{pattern} in {text:?}");
        }
    }

    #[test]
    fn a_word_that_the_end_of_a_page_breaks_may_be_there() {
        let page = |words: &str, n: u32| {
            format!(
                "{words}\n\n\nKeeper              [Page {n}]\n\u{C}\nNOTE 7        Of Oil\n\n\n"
            )
        };
        let text = page("   The keeper shall light every lan-", 1)
            + &page("   tern of the tower.", 2)
            + "   The end.\n";
        assert_eq!(told("lantern", "a.txt", &text), (true, true));
    }

    /// Characters that separate or join letters.
    const BETWEEN: &str = "-\n|- |\u{AD}|\u{AD}\n|\u{2010}\n|\u{2011}|\u{200B}|\u{301}|ﬁ|ﬀ|Ｋ|ſ|*|**|_|`|<b>|</b>|<i x='y'>|<!-- a -->|&shy;|&amp;|&eacute;|&#107;|&nbsp;|\\|~~|[|](#a)|-\n\n\nA [Page 1]\n\u{C}\nB 7\n\n\n| |\n|\n\n|\n1. |<br>|<wbr>|<p>|\u{1B}[1m|\u{8}|’|'|\u{7}|\u{FEFF}";

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn what_is_found_may_be_there(
            pieces in prop::collection::vec(("[fikKsSeé]{0,2}", any::<prop::sample::Index>()), 1..9),
            pattern in "[fikseEé]{1,4}(['-]? ?[fikseé]{1,3})?",
            name in prop::sample::select(vec!["a.txt", "a.md", "a.html"]),
        ) {
            let between: Vec<&str> = BETWEEN.split('|').collect();
            let text: String =
                pieces.iter().map(|(letters, at)| format!("{letters}{}", at.get(&between))).collect();
            let text = if name == "a.html" { format!("<!doctype html><p>{text}") } else { text };
            let (may_be, is) = told(&pattern, name, &text);
            prop_assert!(may_be || !is, "{pattern} in {text:?}");
        }
    }
}
