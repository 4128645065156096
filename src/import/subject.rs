//! What a clause is about, in a few of its own words, and the words that make
//! it operative. English only; another language gets its first words.

use std::ops::Range;

/// Verbs, participles and their company that begin a provision or a recital.
const LEAD: &[&str] = &[
    "acknowledge",
    "acknowledging",
    "adopt",
    "affirm",
    "affirming",
    "agree",
    "also",
    "and",
    "appreciate",
    "are",
    "attach",
    "aware",
    "be",
    "bearing",
    "believe",
    "believing",
    "call",
    "calling",
    "cognizant",
    "commend",
    "commending",
    "commit",
    "committed",
    "concerned",
    "condemn",
    "condemning",
    "confident",
    "confirm",
    "conscious",
    "consider",
    "considering",
    "continue",
    "convinced",
    "decide",
    "declare",
    "deeply",
    "deplore",
    "desire",
    "desiring",
    "desirous",
    "determined",
    "emphasise",
    "emphasize",
    "emphasizing",
    "encourage",
    "endorse",
    "express",
    "expressing",
    "firmly",
    "fully",
    "further",
    "guided",
    "have",
    "having",
    "highlight",
    "hope",
    "in",
    "intend",
    "invite",
    "met",
    "mind",
    "mindful",
    "note",
    "noting",
    "pay",
    "pleased",
    "pledge",
    "proclaim",
    "reaffirm",
    "reaffirming",
    "recall",
    "recalling",
    "recognise",
    "recognising",
    "recognize",
    "recognizing",
    "reiterate",
    "reiterating",
    "remain",
    "request",
    "resolve",
    "resolved",
    "shall",
    "stress",
    "stressing",
    "strongly",
    "support",
    "therefore",
    "to",
    "underline",
    "underlining",
    "underscore",
    "undertake",
    "upon",
    "urge",
    "urging",
    "we",
    "welcome",
    "welcoming",
    "will",
    "wish",
];

/// Words between the operative ones and the subject.
const PASSING: &[&str] = &[
    "a",
    "all",
    "an",
    "and",
    "appreciation",
    "as",
    "by",
    "commitment",
    "during",
    "efforts",
    "for",
    "growing",
    "importance",
    "in",
    "increasing",
    "its",
    "need",
    "necessity",
    "note",
    "of",
    "on",
    "ongoing",
    "our",
    "role",
    "satisfaction",
    "since",
    "that",
    "the",
    "their",
    "this",
    "to",
    "upon",
    "with",
];

/// Words after which the subject is told.
const AFTER: &[&str] = &[
    "are", "aimed", "can", "continue", "had", "has", "have", "is", "may", "must", "pose", "poses",
    "shall", "should", "that", "to", "was", "were", "which", "who", "will",
];

/// Words that a subject does not end in.
const DANGLING: &[&str] = &[
    "a", "all", "an", "and", "as", "at", "by", "for", "from", "in", "into", "its", "of", "on",
    "or", "our", "the", "their", "through", "to", "with", "between", "among", "well",
];

/// The most words of weight in a subject, and its most characters.
const MOST_WORDS: usize = 6;
const MOST_CHARACTERS: usize = 56;

fn words(body: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    body.split_inclusive(char::is_whitespace).filter_map(move |piece| {
        let start = at;
        at += piece.len();
        let word = piece.trim_end();
        (!word.is_empty()).then(|| start..start + word.len())
    })
}

fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

fn ends_phrase(word: &str) -> bool {
    word.ends_with([',', ';', '.', ':', '!', '?'])
}

/// Whether a text goes on with a verb, so that the word before is a noun
/// (`our political will has …`).
fn next_is_verb(rest: &str) -> bool {
    words(rest).next().is_some_and(|range| AFTER.contains(&bare(&rest[range]).as_str()))
}

/// The words that a provision or a recital begins with and that make it one
/// (`We recognize`, `Reaffirming`), in bytes of the body.
pub fn operative(body: &str) -> Option<Range<usize>> {
    let mut end = None;
    for (i, range) in words(body).enumerate() {
        let word = &body[range.clone()];
        let known = LEAD.binary_search_by(|l| (*l).cmp(bare(word).as_str())).is_ok();
        if !known || i >= 6 {
            break;
        }
        // A lead ends in a word of weight, not in “and” or “to”.
        if !DANGLING.contains(&bare(word).as_str()) {
            end = Some(range.start + word.trim_end_matches(|c: char| !c.is_alphanumeric()).len());
        }
        if ends_phrase(word) {
            break;
        }
    }
    let end = end?;
    (bare(&body[..end]) != "we" && bare(&body[..end]) != "in").then_some(0..end)
}

/// A few words that tell what a provision is about, in bytes of the body.
pub fn subject(body: &str) -> Option<Range<usize>> {
    let after = operative(body).map_or(0, |lead| lead.end);
    let mut taken: Vec<Range<usize>> = Vec::new();
    let mut passing = true;
    for range in words(body).filter(|range| range.start >= after) {
        let word = bare(&body[range.clone()]);
        if word.is_empty() && passing {
            continue;
        }
        if passing
            && (PASSING.contains(&word.as_str()) || (after > 0 && LEAD.contains(&word.as_str())))
        {
            continue;
        }
        passing = false;
        // “the threat that piracy poses” is about more than a threat.
        let narrows = taken.len() == 1 && matches!(word.as_str(), "that" | "which" | "who");
        let next = &body[range.end..];
        let verb = AFTER.contains(&word.as_str()) && !(word == "will" && next_is_verb(next));
        if !taken.is_empty() && !narrows && verb {
            break;
        }
        // “and stress” begins another thought.
        let another = taken.last().is_some_and(|r| bare(&body[r.clone()]) == "and")
            && LEAD.contains(&word.as_str());
        if another {
            break;
        }
        let start = taken.first().map_or(range.start, |first| first.start);
        let weight =
            taken.iter().filter(|r| !DANGLING.contains(&bare(&body[(*r).clone()]).as_str()));
        if weight.count() == MOST_WORDS || body[start..range.end].chars().count() > MOST_CHARACTERS
        {
            break;
        }
        // A comma after the first word begins an enumeration.
        let stop = ends_phrase(&body[range.clone()])
            && !(taken.is_empty() && body[range.clone()].ends_with(','));
        taken.push(range);
        if stop {
            break;
        }
    }
    while taken.len() > 1
        && taken.last().is_some_and(|r| {
            DANGLING.contains(&bare(&body[r.clone()]).as_str()) && !ends_phrase(&body[r.clone()])
        })
    {
        taken.pop();
    }
    let (start, end) = (taken.first()?.start, taken.last()?.end);
    let words = &body[start..end];
    let lead = words.len() - words.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    let len = words.trim_end_matches([',', ';', '.', ':', '(', '“']).len();
    (lead < len).then(|| start + lead..start + len)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(body: &str) -> (&str, &str) {
        (&body[operative(body).unwrap_or(0..0)], &body[subject(body).unwrap_or(0..0)])
    }

    #[test]
    fn the_words_are_looked_up_in_order() {
        assert!(LEAD.windows(2).all(|pair| pair[0] <= pair[1]), "LEAD is searched by halves");
    }

    #[test]
    fn the_subject_is_told_and_the_lead_is_not() {
        assert_eq!(
            told("We recognize that safe harbours are one of the needs of our time."),
            ("We recognize", "safe harbours")
        );
        assert_eq!(
            told("We strongly condemn piracy in all its forms, and ask for help."),
            ("We strongly condemn", "piracy in all its forms")
        );
        assert_eq!(told("Reaffirming our trust in the sea;"), ("Reaffirming", "trust in the sea"));
        assert_eq!(told("The lamp shall burn all night."), ("", "lamp"));
    }
}
