//! The forms in which texts say what their terms mean, made of the words of all
//! languages.

use crate::lexicon::defining::{self, QUOTATION};
use crate::lexicon::wording::CONJUNCTIONS;
use regex::Regex;
use std::sync::LazyLock;

/// `“Lamp” means a light`.
pub static MEANING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let (quoted, means) = (quoted(), means());
    Regex::new(&format!(r#"{quoted}:?[^.;:“”"«»]{{0,140}}?[\s—–-]+{means}(?:\W|$)"#)).ok()
});

/// `A “lamp” is a light`.
pub static BEING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let quoted = quoted();
    let (articles, being, kinds) =
        (any(defining::ARTICLES), any(defining::BEING), any(defining::KINDS));
    Regex::new(&format!(r"(?:^|[\s(]){articles} {quoted} {being} {kinds}\s")).ok()
});

/// `“lamp” includes a torch`, at the beginning of what is said.
pub static INCLUDING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let quoted = quoted();
    let (term, includes) = (any(defining::TERM), any(defining::INCLUDES));
    Regex::new(&format!(r"(?:^|\b{term} |[;,—–-]\s*)(?:\(\w{{1,4}}\) )?{quoted} {includes}\s")).ok()
});

/// `(hereinafter “the Port”)`.
pub static BEHIND: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let (hereinafter, further) = (any(defining::HEREINAFTER), any(defining::FURTHER));
    let (article, quoted) = (article(), quoted());
    Regex::new(&format!(
        r#"\((?:{hereinafter}(?i:[^()“"«„‘]{{0,50}}?)[\s—–,-]*)?{article}?{quoted}(?:,? {further}\b[^()]{{0,80}})?\)"#
    )).ok()
});

/// `“Lamp” or “`, before another term of the same meaning.
pub static ALSO: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let (quoted, and) = (quoted(), any(CONJUNCTIONS));
    Regex::new(&format!(r#"{quoted},? \(?{and} [“"«„‘']$"#)).ok()
});

/// A term that is a block of its own.
pub static STANDING: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(&format!(r"^{}[.:]?$", quoted())).ok());

/// What a block begins with that says what the term before it means.
pub static SAYING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let (means, being) = (means(), any(defining::BEING));
    Regex::new(&format!(r"^(?:{means}|{being}\s)")).ok()
});

/// The title of a provision that holds definitions.
pub static DEFINITIONS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(&format!(r"\b{}\b", any(defining::TITLES))).ok());

/// One of some words or phrases, in whatever case.
fn any(words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| regex::escape(word)).collect();
    format!("(?i:{})", words.join("|"))
}

/// What says that the words before it mean what follows.
fn means() -> String {
    format!("(?:(?:{} )?{})", any(defining::ADVERBS), any(defining::MEANS))
}

/// An article, with the blank behind it where it has one.
fn article() -> String {
    let words: Vec<String> = defining::ARTICLES
        .iter()
        .map(|word| regex::escape(word) + if is_elided(word) { "" } else { " " })
        .collect();
    format!("(?i:{})", words.join("|"))
}

/// Whether no blank follows a word: `l’`.
pub fn is_elided(word: &str) -> bool {
    word.ends_with(['’', '\''])
}

/// A term in quotation marks, whichever they are; each pair is a group. Its length is not
/// looked at here: a counted repetition is compiled as often as it counts.
fn quoted() -> String {
    let pairs: Vec<String> = QUOTATION
        .iter()
        .map(|(opening, closing)| {
            let alike = QUOTATION.iter().filter(|(other, _)| other == opening);
            let ends: String = alike.map(|(_, closing)| *closing).collect();
            let inside = format!("[^{opening}{ends}\\n]");
            // An apostrophe in a word, or behind one, begins and ends no quotation.
            match closing {
                '\'' => format!(r"\B'({inside}+)'\B"),
                '’' => format!(r"{opening}((?:{inside}|’[^\s.,;:!?)])+)’\B"),
                _ => format!("{opening}({inside}+){closing}"),
            }
        })
        .collect();
    format!("(?:{})", pairs.join("|"))
}

/// Whether a sign opens or closes a quotation.
pub fn is_mark(c: char) -> bool {
    QUOTATION.iter().any(|(opening, closing)| c == *opening || c == *closing)
}
