//! Labels whose number is an ordinal before its word: `FIRST SCHEDULE`, `Erster Teil`,
//! `Нэгдүгээр зүйл`.

use super::keyword::{Numbered, Several, composed, finish, strip};
use super::{Label, LineRole, is_gap};
use crate::lexicon::counter;
use crate::lexicon::keywords::{self, ARTICLES, Role, WORDS, Word};
use crate::lexicon::spelled;

/// Words of an ordinal before its word, at the most: `twenty-first`, `арван нэгдүгээр`.
const MOST_WORDS: usize = 2;

/// Adds the labels that an ordinal numbers before their word.
pub fn ranked(line: &str, standing: LineRole, out: &mut Vec<Label>) {
    let begun = behind_article(line);
    // Few lines of running text get any further.
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

/// What follows the article of speech that a line begins with: `The Second Schedule`.
fn behind_article(line: &str) -> &str {
    let behind = |article: &&str| {
        let rest = strip(line, article)?;
        rest.starts_with(is_gap).then(|| rest.trim_start_matches(is_gap))
    };
    ARTICLES.iter().find_map(behind).unwrap_or(line)
}

/// Whether a label ends behind its word: at the end of the line, or before a title; that of an
/// article before its mark too.
fn ends(after: &str, word: &Word, standing: LineRole) -> bool {
    let title = after.trim_start_matches(is_gap);
    let marked = after.starts_with(['.', ':']);
    let titled = marked || (title.len() < after.len() && !title.starts_with(char::is_lowercase));
    match standing {
        _ if title.is_empty() => true,
        LineRole::Heading => titled,
        LineRole::Paragraph | LineRole::Running => marked && word.role == Role::Article,
    }
}
