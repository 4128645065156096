//! What the provisions of annexes are called. In an annex whose provisions go by another word than
//! those of the body, a reference by the body's word leads to the body: “section 2” in a schedule
//! of paragraphs is section 2 of the act.

use super::scan::{Mention, Scanner};
use crate::document::{BlockId, Document, SectionId, SectionKind};
use crate::lexicon::referring::{PlaceUnit, PlaceWord};

/// How a document calls the provisions of its body and of its annexes.
#[derive(Debug, Default)]
pub struct Naming {
    /// The first provision outside annexes.
    body: Option<SectionId>,
    /// The words for provisions of annexes, by what the text says of them: `paragraph 2 of
    /// Schedule 1`.
    annexed: Vec<&'static PlaceWord>,
}

impl Naming {
    /// Collects what the mentions of a document show; none is needed without annexes.
    pub fn of<'m>(
        document: &Document,
        scanner: &Scanner,
        mentions: impl Iterator<Item = (BlockId, &'m [Mention])>,
    ) -> Self {
        let annexes = document.sections().iter().any(|own| own.kind == SectionKind::Annex);
        if !annexes {
            return Self::default();
        }
        let mut annexed: Vec<&'static PlaceWord> = Vec::new();
        for (block, found) in mentions {
            let of_annex = |mention: &&Mention| {
                let outer = mention.within.and_then(|at| found.get(at));
                outer.map(|outer| outer.unit) == Some(PlaceUnit::Annex)
                    || scanner.is_of_this_annex(&document.body(block)[mention.range().end..])
            };
            for mention in found.iter().filter(of_annex) {
                if names_provisions(mention.unit) && !annexed.iter().any(|w| akin(w, mention.word))
                {
                    annexed.push(mention.word);
                }
            }
        }
        let in_body = |id: &SectionId| {
            document.section(*id).kind.is_provision() && document.annex_of(*id).is_none()
        };
        Self { body: document.section_ids().find(in_body), annexed }
    }

    /// A provision of the body, if a mention in an annex leads there: it has the word of the body,
    /// by the labels or by what the text says.
    pub fn body_of(
        &self,
        document: &Document,
        from: SectionId,
        mention: &Mention,
    ) -> Option<SectionId> {
        let body = self.body?;
        let annex = document.annex_of(from)?;
        if !matches!(mention.unit, PlaceUnit::Article | PlaceUnit::Section) {
            return None;
        }
        let own = document
            .section_ids()
            .skip(annex.index())
            .take_while(|id| id.index() < document.section(annex).end);
        let labelled = |id: SectionId| is_labelled(document, id, mention.word);
        let own_labelled =
            own.into_iter().find(|id| document.section(*id).kind.is_provision()).map(labelled);
        let elsewhere = match own_labelled {
            Some(true) => false,
            _ if labelled(body) => true,
            _ => !self.annexed.is_empty() && !self.names_annexed(mention),
        };
        elsewhere.then_some(body)
    }

    /// Whether a mention has a word by which the text names provisions of annexes.
    pub fn names_annexed(&self, mention: &Mention) -> bool {
        self.annexed.iter().any(|word| akin(word, mention.word))
    }
}

fn names_provisions(unit: PlaceUnit) -> bool {
    matches!(
        unit,
        PlaceUnit::Article | PlaceUnit::Section | PlaceUnit::Paragraph | PlaceUnit::Point
    )
}

/// Whether two entries are forms of one word: `section` and `sections`.
fn akin(a: &PlaceWord, b: &PlaceWord) -> bool {
    std::ptr::eq(a.forms, b.forms) || a.forms.iter().any(|form| b.is_akin(form))
}

/// Whether the label of a provision has a word: `§ 2`, `Article 2`.
fn is_labelled(document: &Document, id: SectionId, word: &PlaceWord) -> bool {
    let first = document.section(id).block_ids().next();
    let Some(label) = first.and_then(|block| document.label(block)) else { return false };
    let label = label.to_lowercase();
    let own = label.split(|c: char| !c.is_alphabetic()).find(|own| !own.is_empty());
    let signed = |form: &&str| !form.starts_with(char::is_alphabetic) && label.starts_with(*form);
    word.forms.iter().any(signed) || own.is_some_and(|own| word.is_akin(own))
}
