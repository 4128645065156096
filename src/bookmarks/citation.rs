//! Citations: where words stand, as a person quotes it.

use crate::document::{Document, SectionId, SectionKind};

/// The citation of a section, or of one of its paragraphs:
/// `News Bulletin, Vol. 6, No. 24, June 20, 2006, Declaration, clause 8, para. 3`.
pub fn cite(document: &Document, section: SectionId, paragraph: Option<u32>) -> String {
    let numbered = |id: &SectionId| document.section(*id).number.is_some();
    // A sub-clause's number holds that of its clause.
    let innermost = document.ancestry(section).find(numbered);
    let mut around: Vec<SectionId> =
        document.ancestry(section).filter(|id| !numbered(id) || Some(*id) == innermost).collect();
    around.reverse();
    let mut parts = vec![document.metadata().citation()];
    parts.extend(around.into_iter().map(|id| {
        let section = document.section(id);
        match (&section.number, section.kind) {
            (Some(number), SectionKind::Article) => format!("article {number}"),
            (Some(number), SectionKind::Annex) => format!("annex {number}"),
            (Some(number), _) => format!("clause {number}"),
            (None, SectionKind::Heading) => format!("“{}”", document.title(id)),
            (None, kind) => kind.label().to_owned(),
        }
    }));
    parts.extend(paragraph.map(|number| format!("para. {number}")));
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Origin;
    use crate::find::{Target, look_up};

    fn citation(address: &str) -> String {
        let text = include_bytes!("../../tests/fixtures/harbour-letter.txt");
        let document = crate::import::read(text, Origin::StandardInput).expect("text");
        match look_up(&document, address, None) {
            Ok(Target::Text { sections, passage }) => {
                let paragraph = document.paragraph_number(passage.start.block);
                cite(&document, sections[0], paragraph.filter(|_| address.contains([':', 'p'])))
            }
            other => panic!("{address}: {other:?}"),
        }
    }

    #[test]
    fn a_citation_leads_from_the_whole_to_the_part() {
        let issue = "Harbour Letter, Vol. 3, No. 7, 12 March 2031";
        assert_eq!(citation("2"), format!("{issue}, Declaration, clause 2"));
        assert_eq!(citation("pp2"), format!("{issue}, Declaration, Preamble, para. 2"));
        assert_eq!(citation("story:3"), format!("{issue}, News story, para. 3"));
    }
}
