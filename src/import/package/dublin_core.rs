//! The metadata of a package, in the elements of the Dublin Core.

use super::xml::{Xml, XmlEvent};
use crate::import::manuscript::Declared;
use crate::import::refusal::Refusal;

/// Reads the Dublin Core metadata in the entry `name` of a package.
pub fn declared(name: &str, text: &str) -> Result<Declared, Refusal> {
    let mut out = Declared::default();
    let mut xml = Xml::new(name, text);
    while let Some(node) = xml.next()? {
        let XmlEvent::Start(tag) = node else { continue };
        let place = match tag.name() {
            "title" => &mut out.title,
            "language" => &mut out.language,
            _ => continue,
        };
        *place = Some(xml.words()?).filter(|words| !words.is_empty());
    }
    Ok(out)
}
