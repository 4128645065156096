//! Looks up typed text: an address, a number as printed in the text, or a
//! reference in the language of the text.

use crate::document::{AddressError, Document, LookupError, Miss, Point, Target, resolve};
use crate::structure::references;

/// Looks up typed text; steps count from `from`.
///
/// # Errors
/// If it is not an address, or names nothing in the document.
pub fn look_up(
    document: &Document,
    typed: &str,
    from: Option<Point>,
) -> Result<Target, LookupError> {
    let error = match crate::document::look_up(document, typed, from) {
        Ok(target) => return Ok(target),
        Err(error) => error,
    };
    let read = references::typed(document.metadata().language.as_deref(), typed);
    let mut missed = None;
    for address in read {
        match resolve(document, &address, from) {
            Ok(target) => return Ok(target),
            Err(miss) => missed = missed.or(Some(miss)),
        }
    }
    // If the reference was understood, report its alternatives.
    let unread = matches!(
        error,
        LookupError::Address(AddressError::Malformed(_)) | LookupError::Miss(Miss::Name { .. })
    );
    Err(missed.filter(|_| unread).map_or(error, LookupError::Miss))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Origin;

    const SATZUNG: &str = "Satzung des Vereins der Leuchtfeuer\n\n§ 1 Name und Sitz\n\nDer Verein führt den Namen der Leuchtfeuer und hat seinen Sitz am Hafen.\n\n§ 2 Mitglieder\n\n(1) Mitglied kann werden, wer ein Licht hütet.\n\n(2) Über die Aufnahme entscheidet der Vorstand.\n\n§ 3 Beiträge\n\nDie Höhe der Beiträge ist nicht bestimmt.\n\nSie sind am Anfang des Jahres zu zahlen.\n";

    fn told(typed: &str) -> String {
        let satzung =
            crate::source::read(SATZUNG.as_bytes(), Origin::StandardInput).expect("a text");
        match look_up(&satzung, typed, None) {
            Ok(Target::Text { passage, .. }) => {
                satzung.passage_text(passage).chars().take(21).collect()
            }
            Ok(other) => format!("{other:?}"),
            Err(error) => format!("! {error}"),
        }
    }

    #[test]
    fn a_reference_leads_where_the_text_s_own_would() {
        for (typed, there) in [
            ("§ 2 Abs. 2", "Über die Aufnahme ent"),
            ("§ 3 Absatz 2", "Sie sind am Anfang de"),
            ("Paragraph 3", "Beiträge\n\nDie Höhe de"),
            ("Paragraph 9", "! no clause 9: the last is 3"),
            ("§ 9 Abs. 1", "! no clause 9.1: the last is 3"),
            ("Leuchtfeuer", "! no “Leuchtfeuer” he"),
            ("9", "! no clause 9: the last is 3"),
        ] {
            let told: String = told(typed);
            assert!(told.starts_with(there), "{typed}: {told}");
        }
    }
}
