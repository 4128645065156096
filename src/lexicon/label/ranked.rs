//! Labels with an ordinal before the word: `FIRST SCHEDULE`, `Erster Teil`, `Нэгдүгээр зүйл`.

use super::characters::is_gap;
use super::closing::closed;
use super::number::{LabelNumber, Suffix};
use super::numbered::{Numbered, Several, finish};
use super::parsed::{Label, LabelForm, LabelStyle, LineRole};
use super::prefix::{composed, strip};
use crate::lexicon::counter;
use crate::lexicon::keywords::{self, ARTICLES, Keyword, Role, WORDS, WordSide};
use crate::lexicon::spelled;

/// Maximum number of words in an ordinal: `twenty-first`, `арван нэгдүгээр`.
const MOST_WORDS: usize = 2;

/// Adds the labels that begin with an ordinal and its word.
pub fn ranked(line: &str, standing: LineRole, out: &mut Vec<Label>) {
    let begun = behind_article(line);
    // Rules out most lines of running text.
    if !begun.starts_with(char::is_uppercase) {
        return;
    }
    for end in spelled::word_ends(begun).take(MOST_WORDS) {
        let behind = begun[end..].trim_start_matches(is_gap);
        if behind.len() == begun.len() - end {
            continue;
        }
        let Some((first, _)) = composed(behind) else { return };
        for index in keywords::ranked_with(first) {
            let word = &WORDS[index];
            let Some(after) = strip(behind, word.word) else { continue };
            if !ends(after, word, standing) {
                continue;
            }
            let Some(reading) = counter::ordinal(&begun[..end], word.spelled) else { continue };
            let end = line.len() - after.len();
            let several = Several::May;
            let numbered = Numbered { reading, word: index, end, insertion: None, several };
            finish(line, numbered, standing, out);
        }
    }
}

/// Adds the label of a clause that has only an ordinal, as in Spanish and Portuguese contracts:
/// `PRIMERA.- El puerto …`
pub fn ordinal(line: &str, standing: LineRole, out: &mut Vec<Label>) {
    if !line.starts_with(char::is_uppercase) {
        return;
    }
    for end in spelled::word_ends(line).take(MOST_WORDS) {
        let (words, rest) = line.split_at(end);
        if !is_marked(words, rest) {
            continue;
        }
        for word in &WORDS {
            let able = word.role == Role::Section && word.side == WordSide::Before;
            let reading = able.then(|| counter::ordinal(words, word.spelled)).flatten();
            if let (Some(reading), Some(len)) = (reading, closed(line, end, standing, word)) {
                out.push(Label {
                    style: LabelStyle::bare(reading.counter, LabelForm::Point, 1),
                    value: LabelNumber {
                        components: vec![reading.value],
                        suffix: Suffix::default(),
                    },
                    until: None,
                    ordinals: vec![reading.ordinal],
                    len,
                });
                return;
            }
        }
    }
}

/// Whether the mark after an ordinal shows that it labels a clause: a full stop with a dash, or any
/// mark after capitals.
fn is_marked(words: &str, rest: &str) -> bool {
    let Some(behind) = rest.strip_prefix(['.', ':']) else { return false };
    let dashed = behind.trim_start_matches(is_gap).starts_with(['-', '–', '—']);
    let capitals = !words.contains(char::is_lowercase) && words.chars().count() > 2;
    dashed || (capitals && (behind.is_empty() || behind.starts_with(is_gap)))
}

/// Returns the line after its leading article, if it has one: `The Second Schedule`.
fn behind_article(line: &str) -> &str {
    let behind = |article: &&str| {
        let rest = strip(line, article)?;
        rest.starts_with(is_gap).then(|| rest.trim_start_matches(is_gap))
    };
    ARTICLES.iter().find_map(behind).unwrap_or(line)
}

/// Whether a label ends after its word: at the end of the line or before a title, or, for an
/// article, before a mark.
fn ends(after: &str, word: &Keyword, standing: LineRole) -> bool {
    let title = after.trim_start_matches(is_gap);
    let marked = after.starts_with(['.', ':']);
    let titled = marked || (title.len() < after.len() && !title.starts_with(char::is_lowercase));
    match standing {
        _ if title.is_empty() => true,
        LineRole::Heading => titled,
        LineRole::Paragraph | LineRole::Running => marked && word.role == Role::Article,
    }
}
