//! Labels of annexes whose number is an ordinal before their word: `FIRST SCHEDULE`.

use super::keyword::{Numbered, Several, composed, finish, strip};
use super::{Label, LineRole, is_gap};
use crate::lexicon::counter;
use crate::lexicon::keywords::{self, Role, Side, WORDS};

/// Adds the labels of annexes that an ordinal numbers before their word:
/// `FIRST SCHEDULE`, `Zweite Anlage`.
pub fn ranked(line: &str, standing: LineRole, out: &mut Vec<Label>) {
    let begun = ["the ", "The ", "THE "].iter().find_map(|article| line.strip_prefix(article));
    let begun = begun.unwrap_or(line);
    // Few lines of running text get any further.
    if !begun.starts_with(char::is_uppercase) {
        return;
    }
    let Some(parted) = begun.find(is_gap) else { return };
    let behind = begun[parted..].trim_start_matches(is_gap);
    let Some((first, _)) = composed(behind) else { return };
    for index in keywords::beginning_with(first) {
        let word = &WORDS[index];
        let able =
            word.side == Side::Before && word.role == Role::Annex && !word.spelled.is_empty();
        if !able {
            continue;
        }
        let Some(after) = strip(behind, word.word) else { continue };
        let title = after.trim_start_matches(is_gap);
        let titled = (title.len() < after.len() && !title.starts_with(char::is_lowercase))
            || after.starts_with(['.', ':']);
        let ended = title.is_empty() || (titled && standing == LineRole::Heading);
        let ordinal = counter::word(&begun[..parted], word.spelled);
        let Some(reading) = ordinal.filter(|own| ended && own.len == parted) else { continue };
        let end = line.len() - after.len();
        let numbered =
            Numbered { reading, word: index, end, insertion: None, several: Several::May };
        finish(line, numbered, standing, out);
    }
}
