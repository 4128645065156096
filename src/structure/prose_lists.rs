//! Takes provisions back that are but points in prose: those of a letter, the rows of a table,
//! verses, a list inside a paragraph, or one that is a small part of its text.

use super::numbering::{self, Mark, ProvisionUnit};
use super::part::{self, Part};
use super::share::Share;
use super::trace::{Figure, Quantity, Rule, Threshold, Trace, TraceSubject};
use crate::lexicon::bulletins::BulletinLanguages;
use crate::lexicon::subjects;
use crate::lexicon::text_languages::TextLanguages;
use crate::messages::thresholds;
use std::ops::Range;

/// The marks that are left where all provisions are taken back; none where they stay. `parts`
/// are cut where `marks` are.
pub fn taken_back(
    text: &str,
    parts: &[Part<'_>],
    marks: &[Mark],
    language: Option<&str>,
    languages: &TextLanguages<'_>,
    trace: &impl Trace,
) -> Option<Vec<Mark>> {
    let Veto { rule, figures } = veto(text, parts, language, languages)?;
    trace.look_into(|| None);
    trace.tell(TraceSubject::Document, rule, || figures);
    let stays = |mark: &&Mark| !matches!(mark.unit, ProvisionUnit::Provision { .. });
    Some(marks.iter().filter(stays).cloned().collect())
}

/// Whether a text begins as mail does: with who writes to whom.
fn is_mail(text: &str, parts: &[Part<'_>]) -> bool {
    let Some(head) = parts.first() else { return false };
    let has = |names: &[&str]| {
        head.lines.iter().any(|(range, _)| {
            let name = text[range.clone()].split_once(':').map_or("", |(name, _)| name);
            names.iter().any(|known| name.eq_ignore_ascii_case(known))
        })
    };
    has(&["From"]) && has(&["To", "Subject", "Date"])
}

/// Why the numbers of a document are none of provisions.
struct Veto {
    rule: Rule,
    figures: Vec<Figure>,
}

impl Veto {
    fn new(rule: Rule, figures: impl IntoIterator<Item = (Quantity, usize)>) -> Self {
        let figure = |(quantity, count)| Figure::new(quantity, count);
        Self { rule, figures: figures.into_iter().map(figure).collect() }
    }
}

/// Why the numbers are but those of a letter's points, of a table, or of a
/// list inside prose: a small part of the text, or lines of one paragraph that
/// prose goes on after.
fn veto(
    text: &str,
    parts: &[Part<'_>],
    language: Option<&str>,
    languages: &TextLanguages<'_>,
) -> Option<Veto> {
    let clauses = part::top_level(parts);
    let (first, last) = (clauses.first().copied()?, clauses.last().copied()?);
    if is_mail(text, parts) {
        return Some(Veto::new(Rule::Mail, []));
    }
    let holds_nothing =
        |at: usize| parts.get(at + 1).is_none_or(|part| part.provision() == Some(0));
    let is_row = |at: &&usize| {
        parts[**at].is_row(text) || (parts[**at].is_of_figures(text) && holds_nothing(**at))
    };
    let rows = clauses.iter().filter(is_row).count();
    if rows * MOSTLY > clauses.len() {
        return Some(Veto::new(
            Rule::RowsOfTable,
            [(Quantity::Rows, rows), (Quantity::Clauses, clauses.len())],
        ));
    }
    let questions = clauses.iter().filter(|at| is_mere_question(text, parts, **at)).count();
    if questions * MOSTLY > clauses.len() {
        let figures = [(Quantity::Questions, questions), (Quantity::Clauses, clauses.len())];
        return Some(Veto::new(Rule::Questions, figures));
    }
    let size = |range: Range<usize>| parts[range].iter().map(Part::size).sum::<usize>();
    // What the last clause holds is a part of the clauses.
    let inner = parts.iter().rposition(|part| part.provision().is_some_and(|depth| depth > 0));
    let end = inner.filter(|inner| *inner > last).unwrap_or(last) + 1;
    let share = |of: usize| size(first..end) * of < size(0..parts.len());
    let small_part = || {
        let (clauses, all) = (size(first..end), size(0..parts.len()));
        Veto::new(Rule::SmallPart, [(Quantity::BytesOfClauses, clauses), (Quantity::Bytes, all)])
    };
    let named = |at: &&usize| parts[**at].mark.is_some_and(|mark| mark.named);
    let nested = parts[first..].iter().any(|part| part.provision().is_some_and(|depth| depth > 0));
    let words = subjects::of(language);
    let recitals = parts[..first].iter().any(|part| part.opens_as_recital(text, &words, languages));
    if clauses.iter().filter(named).count() * MOSTLY > clauses.len() {
        return None;
    }
    if clauses.iter().all(|at| parts[*at].is_label_alone(text)) && is_verse(text, &parts[first..]) {
        return Some(Veto::new(Rule::Verse, []));
    }
    // What leads in to a list is like a recital.
    if recitals {
        return share(LEAST_SHARE).then(small_part);
    }
    // A report goes on with annexes that are longer than itself.
    let each = size(first..last + 1) / clauses.len();
    let long = clauses.len() >= numbering::MANY && each >= numbering::LONG;
    let close = clauses[1..].iter().filter(|at| parts[**at].blank_before == 0);
    // Where hardly a blank line parts anything, there is none to miss.
    let blank = parts.iter().skip(1).filter(|part| part.blank_before > 0).count();
    let unparted = !UNPARTED.is_passed(blank, clauses.len())
        && clauses.len() >= LEAST_UNPARTED
        && each >= SHORTEST_UNPARTED;
    let close = close.count();
    let division = |part: &Part<'_>| {
        part.mark.is_some_and(|mark| matches!(mark.unit, ProvisionUnit::Division(_)))
    };
    let together =
        close * MOSTLY >= clauses.len() - 1 && !nested && !unparted && !parts.iter().any(division);
    let after = &parts[last + 1..];
    let bulletins = BulletinLanguages::of(language);
    let goes_on = after.iter().any(|p| !p.is_contact(text, bulletins) && !p.is_ornament(text))
        && !are_notes(text, after);
    // A title right above them leads in to nothing.
    let led_in = first > 0 && parts[first].blank_before == 0 && !parts[first - 1].is_title(text);
    let headed = first > 0
        && parts[first - 1].is_in_capitals(text)
        && last + 1 == parts.len()
        && clauses.len() >= LEAST_HEADED
        && close == 0
        && clauses.iter().all(|at| parts[*at].ends_with(text, &SENTENCE_ENDS));
    if share(SMALL) && !long && !headed {
        return Some(small_part());
    }
    (together && (goes_on || led_in)).then(|| {
        let figures =
            [(Quantity::Clauses, clauses.len()), (Quantity::ClausesWithoutABlankLine, close)];
        Veto::new(Rule::ListInProse, figures)
    })
}

/// Whether a provision is a question and has no words below it but what may be chosen from.
fn is_mere_question(text: &str, parts: &[Part<'_>], at: usize) -> bool {
    let first = parts[at].lines.first().map_or("", |(line, _)| &text[line.clone()]);
    let asked =
        first.trim_end().ends_with(QUESTION_MARKS) || parts[at].ends_with(text, &QUESTION_MARKS);
    let below = parts[at + 1..].iter().take_while(|part| part.provision() != Some(0));
    let mut below = below.filter(|part| !part.is_ornament(text));
    asked && below.all(|part| part.provision().is_some())
}

/// Whether parts are notes below a text: each begins with the sign of a note, or with a number
/// without a mark and a new sentence, and the numbers go up from one.
fn are_notes(text: &str, parts: &[Part<'_>]) -> bool {
    let mut last = 0;
    let mut notes = parts.iter().filter(|part| !part.is_ornament(text));
    notes.all(|part| {
        // A line may part them from the text.
        let words = part.words(text);
        let words = words.trim_start_matches(['_', '-', '–', '—', '=', ' ']);
        if words.starts_with(NOTE_BEGINNINGS) {
            return true;
        }
        let note = words.split_once(' ').and_then(|(number, words)| {
            let begins = words.starts_with(char::is_uppercase);
            number.parse::<u32>().ok().filter(|_| begins)
        });
        let follows = note.is_some_and(|number| number > last && (last > 0 || number == 1));
        last = note.unwrap_or(last);
        follows
    })
}

/// What ends a question.
const QUESTION_MARKS: [char; 3] = ['?', '？', '؟'];

/// Signs that notes begin with.
const NOTE_BEGINNINGS: [char; 8] = ['*', '†', '‡', '¹', '²', '³', '⁴', '⁵'];

/// More than one of this many are most.
const MOSTLY: usize = 2;

/// Sentences below a title in capitals, up to the end of the text, so many at least, are
/// provisions however long a tale is before them.
const LEAST_HEADED: usize = 3;

/// What ends such a sentence.
const SENTENCE_ENDS: [char; 4] = ['.', ';', '。', '।'];

/// Clauses that are less than this part of their text, one of so many, are a list inside prose.
const SMALL: usize = 4;

/// Clauses behind recitals are more than this part of their text, one of so many.
const LEAST_SHARE: usize = 12;

/// What a rule that takes all provisions away compares with.
pub fn thresholds(rule: Rule) -> Vec<Threshold> {
    let of = Threshold::all;
    match rule {
        Rule::Questions => of(&[(thresholds::more_than_one_in_of_the_numbered_lines, MOSTLY)]),
        Rule::RowsOfTable => of(&[
            (thresholds::more_than_one_in_of_the_numbered_lines, MOSTLY),
            (thresholds::at_most_words_in_a_line_of_results, part::MOST_IN_ROW),
        ]),
        Rule::Verse => of(&[
            (thresholds::at_least_lines, LEAST_VERSES),
            (thresholds::at_least_percent_that_begin_with_a_capital, VERSES.percent()),
        ]),
        Rule::SmallPart => of(&[
            (thresholds::less_than_one_in_of_the_text, SMALL),
            (thresholds::after_recitals_less_than_one_in_of_the_text, LEAST_SHARE),
            (thresholds::fewer_than_sentences_below_a_title_in_capitals, LEAST_HEADED),
        ]),
        Rule::ListInProse => of(&[
            (thresholds::in_a_text_without_blank_lines_fewer_than_clauses, LEAST_UNPARTED),
            (thresholds::or_fewer_than_bytes_in_each, SHORTEST_UNPARTED),
        ]),
        _ => Vec::new(),
    }
}

/// Whether the lines of paragraphs are those of verse: hardly one that goes on
/// after another begins with a small letter.
fn is_verse(text: &str, parts: &[Part<'_>]) -> bool {
    let lines = parts.iter().flat_map(|part| part.lines.iter().skip(1));
    let (mut all, mut capital) = (0, 0);
    for (line, _) in lines {
        let words = text[line.clone()].trim_start_matches(|c: char| !c.is_alphabetic());
        if words.contains(char::is_lowercase) {
            all += 1;
            capital += usize::from(words.starts_with(char::is_uppercase));
        }
    }
    all >= LEAST_VERSES && VERSES.is_reached(capital, all)
}

/// Minimum share of the lines of verse that begin with a capital.
const VERSES: Share = Share::new(9, 10);

/// Minimum number of lines that show verse.
const LEAST_VERSES: usize = 8;

/// Blank lines for each clause of a text that hardly has any, at most.
const UNPARTED: Share = Share::new(1, 4);

/// Clauses of a text without blank lines, at least: so many, and of so many
/// bytes each.
const LEAST_UNPARTED: usize = 5;
const SHORTEST_UNPARTED: usize = 150;
