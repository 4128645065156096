//! Whether a mention that leads nowhere is a fault of the document, or may be of
//! another text, or of a place whose number is not distinguished.

use super::mention::Mention;
use super::parts::Divisions;
use super::places::{Places, extended};
use crate::document::{ClauseNumber, Document, Ordinal, SectionId, SectionKind};
use crate::lexicon::referring::PlaceUnit;

/// How far past the last number of a document one may be mistaken for another:
/// `§ 1798` of a paper with twenty clauses is one of a code.
const BEYOND: (u32, u32) = (5, 60);

/// How the provisions of a document are numbered.
#[derive(Debug, Clone, Copy)]
pub struct ProvisionRange {
    /// Whether there are any.
    any: bool,
    /// The highest number of the outermost ones.
    last: u32,
}

impl ProvisionRange {
    /// Finds the range of a document.
    pub fn of(document: &Document) -> Self {
        let provisions = || document.sections().iter().filter(|own| own.kind.is_provision());
        let numbers = provisions().filter_map(|own| match own.number.as_ref()?.components() {
            [Ordinal::Number(n), ..] => Some(*n),
            _ => None,
        });
        Self { any: provisions().next().is_some(), last: numbers.max().unwrap_or(0) }
    }
}

/// Judges the mentions that lead nowhere.
pub struct Faults<'a> {
    /// The places of the document.
    pub places: &'a Places<'a>,
    /// Its annexes and chapters.
    pub parts: &'a Divisions,
    /// How its provisions are numbered.
    pub range: ProvisionRange,
}

impl Faults<'_> {
    /// The address of a place that is not there.
    pub fn missing(
        &self,
        from: SectionId,
        unit: PlaceUnit,
        number: &ClauseNumber,
        around: Option<SectionId>,
    ) -> String {
        let within = around
            .or_else(|| self.places.article_of(from).filter(|_| unit == PlaceUnit::Paragraph));
        let outer = within.and_then(|id| self.places.document.section(id).number.as_ref());
        match (unit, outer) {
            (PlaceUnit::Annex, _) => format!("annex {number}"),
            (PlaceUnit::Chapter, _) => format!("chapter {number}"),
            (PlaceUnit::Recital, _) => format!("recital {number}"),
            (_, Some(outer)) => extended(outer, number).to_string(),
            (_, None) => number.to_string(),
        }
    }

    /// Whether it is the document's own fault that a place is not there.
    pub fn is_told(
        &self,
        from: SectionId,
        mention: &Mention,
        number: &ClauseNumber,
        around: Option<SectionId>,
    ) -> bool {
        let document = self.places.document;
        let kind = |id| document.section(id).kind;
        // News speak of other texts.
        let news = document.ancestry(from).any(|id| {
            matches!(
                kind(id),
                SectionKind::Masthead
                    | SectionKind::Story
                    | SectionKind::Imprint
                    | SectionKind::Notice
                    | SectionKind::Preamble
            )
        });
        let year = matches!(number.components(), [Ordinal::Number(n)] if (1700..2200).contains(n));
        let numbered = match (mention.unit, around) {
            (PlaceUnit::Annex | PlaceUnit::Chapter, _) => self.parts.has(mention.unit),
            (PlaceUnit::Recital, _) => false,
            (_, Some(around)) => match number.components().split_last() {
                Some((_, [])) | None => self.places.is_divided(around),
                Some((_, outer)) => {
                    let outer = ClauseNumber::from_components(outer.to_vec());
                    let part = outer.and_then(|outer| self.places.part(around, &outer));
                    let part = part.and_then(|part| document.section_of(part));
                    part.is_some_and(|part| self.places.is_divided(part))
                }
            },
            // The parts of an annex that is not known may be anywhere.
            (PlaceUnit::Article | PlaceUnit::Section, None) => match number.components() {
                [outer @ Ordinal::Letters(_), _, ..] => {
                    let outer = ClauseNumber::from_components(vec![outer.clone()]);
                    outer.is_some_and(|outer| self.parts.has_annex(&outer))
                }
                _ => self.range.any,
            },
            // Paragraphs without numbers can be counted in several ways.
            (PlaceUnit::Paragraph, None) => document
                .ancestry(from)
                .all(|id| kind(id) != SectionKind::Article || self.places.is_divided(id)),
            (PlaceUnit::Point, None) => false,
        };
        let beyond = match number.components() {
            [Ordinal::Number(n), ..] => *n > self.range.last.saturating_mul(BEYOND.0) + BEYOND.1,
            _ => false,
        };
        let like = self.is_like_its_siblings(from, around, number);
        let said = around.is_none() && self.places.shown.says(number);
        mention.certain && !news && !year && !beyond && !said && like && numbered
    }

    /// Whether the places among which a number should be have numbers of its
    /// kind: where there are 3.1 and 3.2, who writes 3(a) means one of these.
    fn is_like_its_siblings(
        &self,
        from: SectionId,
        around: Option<SectionId>,
        number: &ClauseNumber,
    ) -> bool {
        let document = self.places.document;
        let Some(last) = number.components().last() else { return false };
        let like = |id: SectionId| {
            let own = document.section(id).number.as_ref().and_then(|own| own.components().last());
            matches!(
                (own, last),
                (Some(Ordinal::Number(_)), Ordinal::Number(_))
                    | (Some(Ordinal::Letters(_)), Ordinal::Letters(_))
            )
        };
        let outer = self.places.nearest(from, number).or_else(|| {
            let plain = number.components().len() == 1;
            around.filter(|_| plain)
        });
        let inside = |id: SectionId| document.children(Some(id)).any(like);
        match outer {
            Some(outer) => inside(outer),
            // An article or a clause, or a part of what is around.
            None if number.components().len() > 1 => true,
            None => match last {
                Ordinal::Number(_) | Ordinal::Compound(_) => true,
                Ordinal::Letters(_) => document.ancestry(from).any(inside),
            },
        }
    }
}
