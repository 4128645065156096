//! The passage that a line names: by an address, or by words of the paragraph that was read.

use crate::document::{AddressError, BlockId, Document, Passage, Point};
use crate::find::{LookupError, Miss, PatternSyntax, Query, Target, look_up};
use crate::messages::linear;

/// Separates the first from the last words of a span.
const TO: &str = "..";

/// Returns the passage at an address, or that of words in a block: `energy security`, or the first
/// and the last words of a span, `energy .. development`. In quotation marks they are always words.
///
/// # Errors
/// If there is no such passage: the message.
pub fn named(document: &Document, block: BlockId, named: &str) -> Result<Passage, String> {
    let quoted = named.strip_prefix('"').map(|rest| rest.strip_suffix('"').unwrap_or(rest));
    let miss = match look_up(document, named, Some(Point::start_of(block))) {
        Ok(Target::Text { passage, .. }) if quoted.is_none() => return Ok(passage),
        Ok(_) => None,
        Err(miss) => Some(miss),
    };
    if let Some(passage) = words(document, block, quoted.unwrap_or(named)) {
        return Ok(passage);
    }
    Err(match miss.filter(|_| quoted.is_none()) {
        None
        | Some(LookupError::Address(AddressError::Empty | AddressError::Malformed(_)))
        | Some(LookupError::Miss(Miss::Name { .. })) => linear::no_such_words(named),
        Some(miss) => miss.to_string(),
    })
}

/// Returns the first passage of a block with these words.
fn words(document: &Document, block: BlockId, words: &str) -> Option<Passage> {
    let body = document.body(block);
    let find =
        |words: &str| Some(Query::new(words.trim(), PatternSyntax::Literal).ok()?.find_in(body));
    let range = match words.split_once(TO) {
        None => find(words)?.into_iter().next()?,
        Some((first, last)) => {
            let first = find(first)?.into_iter().next()?;
            let last = find(last)?.into_iter().find(|last| last.start >= first.end)?;
            first.start..last.end
        }
    };
    Some(Passage::within(block, range))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Origin;

    #[test]
    fn a_passage_is_an_address_or_words_of_the_paragraph() {
        let text = "Lamp rules\n\n1. The lamp is lit at dusk, and put out at dawn.\n\n2. Oil is bought in spring.\n";
        let document = crate::source::read(text.as_bytes(), Origin::StandardInput).expect("text");
        let at = |typed| match look_up(&document, typed, None) {
            Ok(Target::Text { passage, .. }) => passage.start.block,
            other => panic!("{other:?}"),
        };
        let block = at("1");
        let words = |named| super::named(&document, block, named).map(|p| document.passage_text(p));
        assert_eq!(words("2").as_deref(), Ok("Oil is bought in spring."));
        assert_eq!(words("lit at dusk").as_deref(), Ok("lit at dusk"));
        assert_eq!(words("lit .. put out").as_deref(), Ok("lit at dusk, and put out"));
        assert_eq!(words("\"dawn\"").as_deref(), Ok("dawn"));
        assert!(words("oil").is_err_and(|told| told.contains("oil")), "of another paragraph");
        assert!(words("9").is_err_and(|told| told.contains("2")), "the last clause is named");
    }
}
