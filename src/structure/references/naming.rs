//! What the provisions of annexes are called. In an annex whose provisions go by another word than
//! those of the body, a reference by the body's word leads to the body: “section 2” in a schedule
//! of paragraphs is section 2 of the act.

use super::mention::Mention;
use super::scan::Scanner;
use crate::document::{BlockId, Document, SectionId, SectionKind};
use crate::lexicon::referring::{PlaceUnit, PlaceWord};
use std::collections::HashMap;

/// How a document calls the provisions of its body and of its annexes.
#[derive(Debug, Default)]
pub struct Naming {
    /// The first provision outside annexes, and its label in lower case.
    body: Option<(SectionId, String)>,
    /// For each annex that has provisions, the label of the first one in lower case.
    annexes: HashMap<SectionId, String>,
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
                    || scanner
                        .texts()
                        .is_of_this_annex(&document.body(block)[mention.range().end..])
            };
            for mention in found.iter().filter(of_annex) {
                if names_provisions(mention.unit) && !annexed.iter().any(|w| akin(w, mention.word))
                {
                    annexed.push(mention.word);
                }
            }
        }
        let mut naming = Self { annexed, ..Self::default() };
        for id in document.section_ids().filter(|id| document.section(*id).kind.is_provision()) {
            match document.annex_of(id) {
                Some(annex) => {
                    naming.annexes.entry(annex).or_insert_with(|| label(document, id));
                }
                None => {
                    naming.body.get_or_insert_with(|| (id, label(document, id)));
                }
            }
        }
        naming
    }

    /// A provision of the body, if a mention in an annex leads there: it has the word of the body,
    /// by the labels or by what the text says.
    pub fn body_of(
        &self,
        document: &Document,
        from: SectionId,
        mention: &Mention,
    ) -> Option<SectionId> {
        let (body, body_label) = self.body.as_ref()?;
        let annex = document.annex_of(from)?;
        if !mention.unit.is_provision() {
            return None;
        }
        let has_word = |label: &String| has_word(label, mention.word);
        let in_annex = self.annexes.get(&annex).is_some_and(has_word);
        let of_body = !self.annexed.is_empty() && !self.names_annexed(mention);
        (!in_annex && (of_body || has_word(body_label))).then_some(*body)
    }

    /// Whether a mention has a word by which the text names provisions of annexes.
    pub fn names_annexed(&self, mention: &Mention) -> bool {
        self.annexed.iter().any(|word| akin(word, mention.word))
    }
}

fn names_provisions(unit: PlaceUnit) -> bool {
    unit.is_provision() || matches!(unit, PlaceUnit::Paragraph | PlaceUnit::Point)
}

/// Whether two entries are forms of one word: `section` and `sections`.
fn akin(a: &PlaceWord, b: &PlaceWord) -> bool {
    a.forms == b.forms || a.forms.all().iter().any(|form| b.is_akin(form))
}

/// Returns the label of a provision in lower case; empty if it has none.
fn label(document: &Document, id: SectionId) -> String {
    let first = document.section(id).block_ids().next();
    first.and_then(|block| document.label(block)).unwrap_or_default().to_lowercase()
}

/// Whether a label in lower case has a word: `§ 2`, `article 2`.
fn has_word(label: &str, word: &PlaceWord) -> bool {
    let own = label.split(|c: char| !c.is_alphabetic()).find(|own| !own.is_empty());
    let signed = |form: &&str| !form.starts_with(char::is_alphabetic) && label.starts_with(*form);
    word.forms.all().iter().any(signed) || own.is_some_and(|own| word.is_akin(own))
}
