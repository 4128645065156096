//! What a clause is about, in a few of its own words, and the words that make
//! it operative. A language without `[subjects]` gets its first words.

use crate::lexicon::defining::QUOTATION;
use crate::lexicon::subjects::SubjectWords;
use crate::lexicon::wording::{has, in_small_letters};
use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;
use std::borrow::Cow;
use std::ops::Range;

/// The most words of weight in a subject, without its verb and with it, and its
/// most characters.
const MOST_WORDS: usize = 6;
const MOST_WORDS_WITH_VERB: usize = 8;
const MOST_CHARACTERS: usize = 56;

/// A subject of at most this many words includes its verb, if no operative words are before it.
const FEW_WORDS: usize = 2;

/// The number of words after a term within which its meaning begins.
const NEAR: usize = 8;

fn words(body: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    body.split_inclusive(char::is_whitespace).filter_map(move |piece| {
        let start = at;
        at += piece.len();
        let word = piece.trim_end();
        (!word.is_empty()).then(|| start..start + word.len())
    })
}

/// A word in small letters, without the marks around it.
fn bare(word: &str) -> Cow<'_, str> {
    in_small_letters(word.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// Whether words have more than this many characters.
fn is_longer(words: &str, characters: usize) -> bool {
    words.len() > characters && words.chars().nth(characters).is_some()
}

fn ends_phrase(word: &str) -> bool {
    word.ends_with([',', ';', '.', ':', '!', '?'])
}

/// Whether a text goes on with a verb, so that the word before is a noun
/// (`our political will has …`).
fn next_is_verb(rest: &str, language: &SubjectWords) -> bool {
    words(rest).next().is_some_and(|range| has(language.after, &bare(&rest[range])))
}

/// The words that a provision or a recital begins with and that make it one
/// (`We recognize`, `Reaffirming`), in bytes of the body.
pub fn operative(body: &str, language: &SubjectWords) -> Option<Range<usize>> {
    let mut end = None;
    for (i, range) in words(body).enumerate() {
        let word = &body[range.clone()];
        let bare = bare(word);
        if i >= 6 || !has(language.lead, &bare) {
            break;
        }
        // A lead ends in a word of weight, not in “and” or “to”.
        if !has(language.dangling, &bare) {
            end = Some(range.start + word.trim_end_matches(|c: char| !c.is_alphanumeric()).len());
        }
        if ends_phrase(word) {
            break;
        }
    }
    Some(0..end?)
}

/// The term that a provision defines, where it begins with one in quotation
/// marks: without them, in bytes of the body.
fn defined(body: &str, language: &SubjectWords) -> Option<Range<usize>> {
    let quoted = body.trim_start();
    let at = body.len() - quoted.len();
    let (opening, closing) = quotation_begun(quoted)?;
    let start = at + quoted.find(opening)? + opening.len_utf8();
    let end = start + body[start..].find(closing)?;
    let said = words(&body[end..])
        .take(NEAR)
        .any(|range| has(language.defining, &bare(&body[end..][range])));
    let term = body[start..end].trim();
    let told = said && !term.is_empty() && term.chars().count() <= MOST_CHARACTERS;
    told.then_some(start..end)
}

/// The marks of the quotation that some words begin with.
fn quotation_begun(words: &str) -> Option<(char, char)> {
    let first = words.trim_start_matches(['(', '[']).chars().next()?;
    QUOTATION.iter().copied().find(|(opening, _)| *opening == first)
}

/// A few words that say what a provision is about, in bytes of the body; for a definition, the
/// term.
pub fn subject(body: &str, language: &SubjectWords) -> Option<Range<usize>> {
    if let Some(term) = defined(body, language) {
        return Some(term);
    }
    let after = operative(body, language).map_or(0, |lead| lead.end);
    let taken = taken(body, after, language);
    let (start, end) = (taken.first()?.start, taken.last()?.end);
    let words = &body[start..end];
    let mut lead = words.len() - words.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    let mut len = words
        .trim_end_matches(|c: char| {
            c.is_whitespace() || matches!(c, ',' | ';' | '.' | ':' | '(' | '“')
        })
        .len();
    // A quotation that is all there has both its marks.
    if let Some((opening, closing)) = quotation_begun(&words[..lead])
        && let Some(at) = words[..lead].rfind(opening)
        && words[lead..].contains(closing)
    {
        lead = at;
    }
    // A parenthesis that is not all there says less than nothing.
    if let Some(open) = words[..len].rfind('(').filter(|open| !words[*open..len].contains(')')) {
        len = words[..open].trim_end().len();
    }
    (lead < len).then(|| start + lead..start + len)
}

/// The words of a subject, after the operative ones.
fn taken(body: &str, after: usize, language: &SubjectWords) -> Vec<Range<usize>> {
    let mut taken: Vec<Range<usize>> = Vec::new();
    let mut passed = None;
    // Whether the subject goes on through its verb, and the mark that a
    // quotation in it waits for.
    let (mut predicate, mut quoted) = (false, None);
    // Words before that quotation, and those of weight.
    let (mut whole, mut weight) = (0, 0);
    for range in words(body).filter(|range| range.start >= after) {
        let told = &body[range.clone()];
        let word = bare(told);
        let last = taken.last().map(|r| bare(&body[r.clone()]));
        let Some(last) = last else {
            let passing = word.is_empty()
                || has(language.passing, &word)
                || (after > 0 && has(language.lead, &word));
            if passing && (word.is_empty() || quotation_begun(told).is_none()) {
                passed = Some(range);
                continue;
            }
            // “All are equal” is about all.
            let alone = passed
                .take()
                .filter(|r: &Range<usize>| has(language.alone, &bare(&body[r.clone()])));
            if after == 0 && has(language.after, &word) {
                taken.extend(alone);
            }
            predicate = has(language.condition, &word) || !taken.is_empty();
            quoted = quotation_left(told, None);
            let weighty = |r: &&Range<usize>| !has(language.dangling, &bare(&body[(*r).clone()]));
            weight = taken.iter().chain([&range]).filter(weighty).count();
            if is_longer(told, MOST_CHARACTERS) {
                taken.push(range.start..range.start + unspaced(told));
                break;
            }
            taken.push(range);
            // A comma after the first word begins an enumeration.
            if ends_phrase(told) && !told.ends_with(',') {
                break;
            }
            continue;
        };
        let (start, end) = (taken[0].start, taken[taken.len() - 1].end);
        // A line of its own above the words is their title.
        if body[end..range.start].contains('\n') {
            break;
        }
        // “the threat that piracy poses” is about more than a threat, and
        // “the oil that was burnt” about more than oil.
        let narrows = taken.len() == 1 && has(language.relative, &word);
        let narrowed = has(language.relative, &last);
        let next = &body[range.end..];
        let verb = has(language.after, &word)
            && !(has(language.nouns, &word) && next_is_verb(next, language));
        if verb && !narrows && !narrowed && !predicate && quoted.is_none() {
            // Among so few words, only the verb distinguishes one provision from the next.
            if after > 0 || taken.len() > FEW_WORDS {
                break;
            }
            predicate = true;
        }
        // “and stress” begins another thought.
        if has(language.and, &last) && after > 0 && has(language.lead, &word) {
            break;
        }
        let most = if predicate { MOST_WORDS_WITH_VERB } else { MOST_WORDS };
        if weight == most || is_longer(&body[start..range.end], MOST_CHARACTERS) {
            break;
        }
        let waiting = quotation_left(told, quoted);
        if quoted.is_none() && waiting.is_some() {
            whole = taken.len();
        }
        quoted = waiting;
        weight += usize::from(!has(language.dangling, &word));
        taken.push(range);
        if ends_phrase(told) && quoted.is_none() && !(verb && told.ends_with(',')) {
            break;
        }
    }
    // A quotation that does not fit is left out whole.
    if quoted.is_some() && whole > 0 {
        taken.truncate(whole);
    }
    while taken.len() > 1
        && taken.last().is_some_and(|r| {
            has(language.dangling, &bare(&body[r.clone()])) && !ends_phrase(&body[r.clone()])
        })
    {
        taken.pop();
    }
    taken
}

/// How much of a text without blanks is taken, as Chinese, Japanese and Thai are written: to the
/// end of its sentence, of a phrase, or of a word, where a line may end; of wide characters half as
/// many as of others.
fn unspaced(word: &str) -> usize {
    let wide = word.chars().next().is_some_and(|c| c >= '\u{2E80}');
    let most = if wide { MOST_CHARACTERS / 2 } else { MOST_CHARACTERS };
    let most = word.char_indices().nth(most).map_or(word.len(), |(at, _)| at);
    let part = &word[..most];
    let phrase = part.rfind(['、', '，', ',']).filter(|at| *at >= most / 2);
    part.find(['。', '；', ';']).or(phrase).unwrap_or_else(|| {
        // What follows shows whether a word ends.
        let rest = word[most..].char_indices().nth(MOST_CHARACTERS / 2);
        let near = &word[..rest.map_or(word.len(), |(at, _)| most + at)];
        let segmenter = LineSegmenter::new_auto(LineBreakOptions::default());
        segmenter
            .segment_str(near)
            .take_while(|at| *at <= most)
            .last()
            .filter(|at| *at > 0)
            .unwrap_or(most)
    })
}

/// The mark that still has to close a quotation after a word.
fn quotation_left(word: &str, waiting: Option<char>) -> Option<char> {
    match waiting {
        Some(closing) => (!word.contains(closing)).then_some(closing),
        None => {
            let (opening, closing) = quotation_begun(word)?;
            let inside = word.trim_start_matches(['(', '[']).get(opening.len_utf8()..)?;
            (!inside.contains(closing)).then_some(closing)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(body: &str) -> (&str, &str) {
        let language = &crate::lexicon::subjects::of(None);
        let operative = operative(body, language).unwrap_or(0..0);
        (&body[operative], &body[subject(body, language).unwrap_or(0..0)])
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
    }

    #[test]
    fn what_has_no_lead_and_few_words_is_told_with_its_verb() {
        assert_eq!(told("The lamp shall burn all night."), ("", "lamp shall burn all night"));
        assert_eq!(
            told("Everyone has the right to a lamp, and to oil."),
            ("", "Everyone has the right to a lamp")
        );
        assert_eq!(told("No one shall put it out."), ("", "No one shall put it out"));
        assert_eq!(told("All are equal at sea."), ("", "All are equal at sea"));
        assert_eq!(
            told("The keeper of the northern lamp shall not sleep."),
            ("", "keeper of the northern lamp")
        );
        assert_eq!(told("the oil that was burnt."), ("", "oil that was burnt"));
        assert_eq!(
            told("If a lamp is broken by a gull, another is lit."),
            ("", "If a lamp is broken by a gull")
        );
    }

    #[test]
    fn a_definition_is_about_its_term() {
        assert_eq!(told("\"Keeper\" means whoever keeps a lamp."), ("", "Keeper"));
        assert_eq!(told("\"Dry Dock\"\nmeans a dock without water."), ("", "Dry Dock"));
        assert_eq!(told("“You” (or “Your”) means a keeper."), ("", "You"));
        assert_eq!(told("“Oil” of a lamp also means its wick."), ("", "Oil"));
    }

    #[test]
    fn a_quotation_and_a_parenthesis_are_told_whole_or_not() {
        assert_eq!(told("\"The lamp is lit\" is cried at dusk."), ("", "\"The lamp is lit\""));
        assert_eq!(
            told("The lamps are those named “Northern light and everything that stands near it”"),
            ("", "lamps are those named")
        );
        assert_eq!(told("(“\n(").1, "", "marks alone tell nothing");
        assert_eq!(
            told("under the rules of the harbour (other than the rules of dredging and of ice)"),
            ("", "under the rules of the harbour")
        );
    }

    #[test]
    fn a_text_without_blanks_is_told_to_the_end_of_a_phrase() {
        let long = "灯台守は、夜のあいだ灯りを絶やしてはならず、また".repeat(4);
        assert_eq!(told(&long).1, "灯台守は、夜のあいだ灯りを絶やしてはならず");
        let short = format!("灯りは消さない。{long}");
        assert_eq!(told(&short).1, "灯りは消さない");
    }

    #[test]
    fn a_text_without_blanks_is_not_cut_inside_a_word() {
        let long = "ผู้เฝ้าท่าเรือต้องจุดตะเกียงทุกคืนจนถึงรุ่งเช้าเพื่อให้เรือทุกลำเห็นทางเข้าท่าและไม่หลงทาง";
        assert_eq!(told(long).1, "ผู้เฝ้าท่าเรือต้องจุดตะเกียงทุกคืนจนถึงรุ่งเช้าเพื่อให้");
    }

    #[test]
    fn the_subject_ends_in_a_word_of_weight_of_its_language() {
        let told = |tag, body: &'static str| {
            let range = subject(body, &crate::lexicon::subjects::of(Some(tag)));
            &body[range.unwrap_or(0..0)]
        };
        for (tag, body, expected) in [
            ("fr", "Nul ne tient la lampe éteinte ;", "Nul ne tient la lampe éteinte"),
            (
                "fr",
                "Tout gardien allumera les lampes de la tour et du port dès le soir",
                "Tout gardien allumera les lampes de la tour et du port",
            ),
            ("de", "Der Wärter hält die Lampen in der", "Der Wärter hält die Lampen"),
            ("hu", "A lámpa éjjel ég.", "A lámpa éjjel ég"),
            // A language without words of its own is told by the first ones.
            ("tlh", "The lamp that is lit is to burn on", "The lamp that is lit is"),
        ] {
            assert_eq!(told(tag, body), expected, "{tag}");
        }
    }

    #[test]
    fn a_line_of_its_own_is_the_subject() {
        assert_eq!(
            told("Details of the watch\nKeepers stand it by turns."),
            ("", "Details of the watch")
        );
    }
}
