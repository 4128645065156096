//! Given provisions: those that an amending act inserts into another text without quotation marks.
//! The words before them say so (`After section 5 insert—`), and they end where the numbers of the
//! act continue.

use super::figures::LineIndex;
use crate::import::manuscript::{Element, ElementKind};
use crate::lexicon::characters::is_edge;
use crate::lexicon::label::{self, Label, LabelForm, LineRole};
use crate::lexicon::phrase::Phrases;
use crate::lexicon::referring::{self, SIGN_FORMS};
use crate::lexicon::text_languages::TextLanguages;
use std::ops::Range;

/// The bytes at the end of a paragraph in which a lead-in is recognised.
const LEAD_IN: usize = 240;

/// The paragraphs before a lead-in in which the number of its provision is sought.
pub(super) const NEAR: usize = 3;

/// The maximum number of paragraphs that are inserted in one place.
pub(super) const LONGEST: usize = 300;

/// Returns the provisions given for another text, in order, each from its first element to the one
/// after its last.
pub fn provisions(
    text: &str,
    elements: &[Element],
    languages: &TextLanguages<'_>,
) -> Vec<Range<LineIndex>> {
    let mut out = Vec::new();
    let mut next = 0;
    while next < elements.len() {
        let at = next;
        next += 1;
        if !leads_in(text, &elements[at], languages) {
            continue;
        }
        let near = (at.saturating_sub(NEAR)..=at).rev();
        let mut own = near.filter_map(|holder| Some((holder, number(text, &elements[holder])?)));
        let Some((holder, own)) = own.next() else { continue };
        let goes_on = |element: &Element| {
            let label = number(text, element);
            element.indent.abs_diff(elements[holder].indent) <= SAME_COLUMN
                && label.is_some_and(|label| follows(&own, &label))
        };
        let first = at + 1;
        let far = elements.len().min(first + LONGEST);
        let Some(end) = (first..far).find(|at| goes_on(&elements[*at])) else { continue };
        if end > first && is_given(text, &elements[first], &elements[holder]) {
            out.push((first, 0)..(end, 0));
            next = end;
        }
    }
    out
}

/// The maximum difference in columns between labels of one list.
const SAME_COLUMN: usize = 1;

/// Whether a paragraph ends with a lead-in to new provisions.
fn leads_in(text: &str, element: &Element, languages: &TextLanguages<'_>) -> bool {
    if !matches!(element.kind, ElementKind::Paragraph | ElementKind::Item) {
        return false;
    }
    let (Some(first), Some(last)) = (element.lines.first(), element.lines.last()) else {
        return false;
    };
    let words = text[first.0.start..last.0.end].trim_end();
    if !words.ends_with([':', '：', '—', '–', '-']) {
        return false;
    }
    let words = &words[words.ceil_char_boundary(words.len().saturating_sub(LEAD_IN))..];
    let begins: Vec<&str> = words
        .char_indices()
        .filter(|(at, c)| *c == '§' || is_edge(words, *at))
        .map(|(at, _)| &words[at..])
        .collect();
    let numbered = |forms: Phrases| {
        let number = |_, rest: &str| {
            let number = rest.trim_start_matches([' ', '\u{a0}', '(']);
            number.starts_with(|c: char| c.is_ascii_digit()).then_some(())
        };
        begins.iter().any(|words| forms.find_at_start(words, number).is_some())
    };
    let signed = numbered(SIGN_FORMS);
    referring::all().iter().any(|language| {
        begins.iter().any(|words| language.inserts.strip(words).is_some())
            && (signed || numbered(language.forms))
            && languages.include_tag(language.tag)
    })
}

/// The whole number that a paragraph begins with.
fn number(text: &str, element: &Element) -> Option<Label> {
    let (line, _) = element.lines.first()?;
    let words = text[line.clone()].trim_start();
    let plain = |label: &Label| {
        label.style.components == 1
            && label.style.form != LabelForm::Round
            && label.value.last() > 0
            && label.ordinals.len() == 1
    };
    label::labels(words, LineRole::Paragraph).into_iter().find(plain)
}

/// Whether a label continues another of the same style.
fn follows(own: &Label, next: &Label) -> bool {
    own.style == next.style
        && next.value.suffix.is_empty()
        && own.reached().last() + 1 == next.value.last()
}

/// Whether a paragraph after a lead-in belongs to another text: it is indented further, or it has
/// the number of a whole provision other than the first, with which a list of the act itself would
/// begin.
fn is_given(text: &str, first: &Element, holder: &Element) -> bool {
    let whole = |label: Label| label.style.form != LabelForm::Both && !label.value.is_first();
    first.indent > holder.indent + SAME_COLUMN || number(text, first).is_some_and(whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::lines;

    fn given(text: &str) -> Vec<String> {
        let elements = lines::chunks(text);
        let line = |at: usize| text[elements[at].lines[0].0.clone()].to_owned();
        provisions(text, &elements, &TextLanguages::of(None, text))
            .into_iter()
            .flat_map(|range| (range.start.0..range.end.0).map(line))
            .collect()
    }

    #[test]
    fn what_is_put_in_reaches_up_to_the_next_number() {
        for (lead, new) in [
            ("2. After section 4 of the Lamp Act insert—", "    4A. Lamps are lit."),
            ("2. Section 9 of that Act is replaced by the following:", "9. Lamps are lit."),
            ("2. In § 3 des Lampengesetzes wird eingefügt:", "    (1a) Lampen leuchten."),
        ] {
            let text = format!("1. Title.\n\n{lead}\n\n{new}\n\n3. The end.\n");
            assert_eq!(given(&text), [new.trim_start()], "{lead}");
        }
        let bare =
            "2 Section 8 replaced\n\nReplace section 8 with:\n\n8 Hours\n\n(1) Noon.\n\n3 End\n";
        assert_eq!(given(bare), ["8 Hours", "(1) Noon."]);
    }

    #[test]
    fn lists_of_the_act_itself_are_none() {
        for text in [
            "1. Title.\n\n2. Insert in this order:\n\n   (a) the key;\n\n   (b) the coin.\n\n3. End.\n",
            "1. Title.\n\n2. The words in section 5 are replaced by:\n\n1. oil;\n\n2. wick.\n\n3. End.\n",
            "1. Title.\n\n2. After section 4 insert:\n\n3. The end.\n",
        ] {
            assert_eq!(given(text), [""; 0], "{text}");
        }
    }
}
