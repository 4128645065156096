//! The parts of a DOCX: where each stands, and the addresses outside, as its
//! relations say (ECMA-376 part 2, 6.5).

use crate::import::package::archive::Archive;
use crate::import::package::xml::{Node, Xml};
use crate::import::refusal::Refusal;
use std::collections::HashMap;

/// Where the text stands, unless it is said.
const DOCUMENT: &str = "word/document.xml";

/// Parts of a kind that are looked at.
const MOST: usize = 64;

/// The parts that the text refers to.
#[derive(Debug, Default)]
pub struct Parts {
    /// By kind, as `styles`.
    by_kind: HashMap<String, Vec<String>>,
    /// The addresses outside of the document, by the identifiers of their relations.
    pub addresses: HashMap<String, String>,
}

/// The part that holds the text; `None` where the package has none.
///
/// # Errors
/// Where its relations are damaged.
pub fn document(archive: &mut Archive<'_>) -> Result<Option<String>, Refusal> {
    if archive.has(DOCUMENT) {
        return Ok(Some(DOCUMENT.to_owned()));
    }
    let Some(relations) = archive.text("_rels/.rels")? else { return Ok(None) };
    let parts = Parts::read("_rels/.rels", &relations, "")?;
    let part = parts.first("officeDocument").filter(|part| archive.has(part));
    // Tables and slides have their main part there, too.
    Ok(part.filter(|part| !part.starts_with("xl/") && !part.starts_with("ppt/")).map(str::to_owned))
}

impl Parts {
    /// Those of the part `document`.
    ///
    /// # Errors
    /// Where its relations are damaged.
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
            let Node::Start(tag) = node else { continue };
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

    /// The text of the part of a kind, or of the one that usually is.
    ///
    /// # Errors
    /// Where it is damaged or too large.
    pub fn text(&self, archive: &mut Archive<'_>, kind: &str) -> Result<Option<String>, Refusal> {
        match self.first(kind).filter(|part| archive.has(part)) {
            Some(part) => archive.text(part),
            None => archive.text(&format!("word/{kind}.xml")),
        }
    }

    /// Whether any part of these kinds has words.
    ///
    /// # Errors
    /// Where one is too large.
    pub fn have_words(&self, archive: &mut Archive<'_>, kinds: &[&str]) -> Result<bool, Refusal> {
        for part in kinds.iter().filter_map(|kind| self.by_kind.get(*kind)).flatten() {
            let Some(text) = archive.text(part)? else { continue };
            let mut xml = Xml::new(part, &text);
            // What stands aside need not be sound.
            while let Ok(Some(node)) = xml.next() {
                let begins = matches!(&node, Node::Start(tag) if tag.name() == "t");
                if begins && xml.text().is_ok_and(|words| words.contains(char::is_alphabetic)) {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }
}
