//! The paths of a DOCX's parts, and external addresses, from its relationships
//! (ECMA-376 part 2, 6.5).

use crate::import::package::archive::Archive;
use crate::import::package::xml::{Xml, XmlEvent};
use crate::import::refusal::Refusal;
use std::collections::HashMap;

/// The usual path of the main text.
const DOCUMENT: &str = "word/document.xml";

/// The maximum number of parts of a kind.
const MOST: usize = 64;

/// The parts to which the text refers.
#[derive(Debug, Default)]
pub struct DocxParts {
    /// Paths by kind, such as `styles`.
    by_kind: HashMap<String, Vec<String>>,
    /// External addresses by relationship identifier.
    pub addresses: HashMap<String, String>,
}

/// Returns the path of the main text; `None` if the package has none.
///
/// # Errors
/// The relationships are damaged.
pub fn document(archive: &mut Archive<'_>) -> Result<Option<String>, Refusal> {
    if archive.has(DOCUMENT) {
        return Ok(Some(DOCUMENT.to_owned()));
    }
    let Some(relations) = archive.text("_rels/.rels")? else { return Ok(None) };
    let parts = DocxParts::read("_rels/.rels", &relations, "")?;
    let part = parts.first("officeDocument").filter(|part| archive.has(part));
    // Spreadsheets and presentations have such a relationship, too.
    Ok(part.filter(|part| !part.starts_with("xl/") && !part.starts_with("ppt/")).map(str::to_owned))
}

impl DocxParts {
    /// Reads the parts of the part `document`.
    ///
    /// # Errors
    /// The relationships are damaged.
    pub fn of(archive: &mut Archive<'_>, document: &str) -> Result<Self, Refusal> {
        let (folder, name) = document.rsplit_once('/').unwrap_or(("", document));
        let path = format!("{folder}/_rels/{name}.rels");
        match archive.text(path.trim_start_matches('/'))? {
            Some(text) => Self::read(&path, &text, folder),
            None => Ok(Self::default()),
        }
    }

    fn read(name: &str, text: &str, folder: &str) -> Result<Self, Refusal> {
        let mut out = Self::default();
        let mut xml = Xml::new(name, text);
        while let Some(node) = xml.next()? {
            let XmlEvent::Start(tag) = node else { continue };
            let Some(target) = tag.attribute("Target") else { continue };
            if tag.attribute("TargetMode").as_deref() == Some("External") {
                out.addresses.extend(tag.attribute("Id").map(|id| (id, target)));
                continue;
            }
            let kind = tag.attribute("Type").unwrap_or_default();
            let kind = kind.rsplit('/').next().unwrap_or("").to_owned();
            let path = match target.strip_prefix('/') {
                Some(whole) => whole.to_owned(),
                None if folder.is_empty() => target,
                None => format!("{folder}/{target}"),
            };
            let parts = out.by_kind.entry(kind).or_default();
            if parts.len() < MOST {
                parts.push(path);
            }
        }
        Ok(out)
    }

    fn first(&self, kind: &str) -> Option<&str> {
        self.by_kind.get(kind)?.first().map(String::as_str)
    }

    /// Returns the text of the part of a kind, by default that at its usual path.
    ///
    /// # Errors
    /// The part is damaged or too large.
    pub fn text(&self, archive: &mut Archive<'_>, kind: &str) -> Result<Option<String>, Refusal> {
        match self.first(kind).filter(|part| archive.has(part)) {
            Some(part) => archive.text(part),
            None => archive.text(&format!("word/{kind}.xml")),
        }
    }

    /// Whether any part of these kinds has words.
    ///
    /// # Errors
    /// A part is too large.
    pub fn have_words(&self, archive: &mut Archive<'_>, kinds: &[&str]) -> Result<bool, Refusal> {
        for part in kinds.iter().filter_map(|kind| self.by_kind.get(*kind)).flatten() {
            let Some(text) = archive.text(part)? else { continue };
            let mut xml = Xml::new(part, &text);
            // Ignore damage in parts that are not shown.
            while let Ok(Some(node)) = xml.next() {
                let begins = matches!(&node, XmlEvent::Start(tag) if tag.name() == "t");
                if begins && xml.text().is_ok_and(|words| words.contains(char::is_alphabetic)) {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }
}
