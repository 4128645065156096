//! Properties of paragraphs and runs (`w:pPr`, `w:rPr`).

use super::attributes::{flag, value};
use crate::import::package::characters::CharacterStyle;
use crate::import::package::xml::{Xml, XmlEvent};
use crate::import::raised::Raised;
use crate::import::refusal::Refusal;

/// The properties of a paragraph, or of a paragraph style.
#[derive(Debug, Clone, Default)]
pub struct ParagraphProperties {
    /// The style.
    pub style: Option<String>,
    /// The outline level, from 0; 9 for none.
    pub outline: Option<u8>,
    /// The list; `0` for none.
    pub list: Option<String>,
    /// The level in the list, from 0.
    pub list_level: Option<usize>,
    /// Whether it is right-to-left.
    pub right_to_left: Option<bool>,
    /// Whether the paragraph mark at its end was deleted.
    pub end_deleted: bool,
}

/// The properties of a run, or of a run's style.
#[derive(Debug, Clone, Default)]
pub struct RunProperties {
    /// The style.
    pub style: Option<String>,
    /// How its characters are set.
    pub characters: CharacterStyle,
    /// Whether it is hidden.
    pub hidden: Option<bool>,
}

/// The properties of a section.
#[derive(Debug, Clone, Copy, Default)]
pub struct SectionProperties {
    /// Whether its columns and pages are right-to-left.
    pub right_to_left: bool,
}

/// Reads the rest of a `pPr` element, with the properties of a section that
/// ends in it.
///
/// # Errors
/// The XML is damaged.
pub fn paragraph(
    xml: &mut Xml<'_>,
) -> Result<(ParagraphProperties, Option<SectionProperties>), Refusal> {
    let (mut out, mut section) = (ParagraphProperties::default(), None);
    while let Some(node) = xml.next()? {
        match node {
            XmlEvent::Start(tag) => match tag.name() {
                "pStyle" => out.style = value(&tag),
                "outlineLvl" => out.outline = value(&tag).and_then(|v| v.parse().ok()),
                "numId" => out.list = value(&tag),
                "ilvl" => out.list_level = value(&tag).and_then(|v| v.parse().ok()),
                "bidi" => out.right_to_left = Some(flag(&tag)),
                "rPr" => out.end_deleted = end_deleted(xml)?,
                "sectPr" => section = Some(self::section(xml)?),
                // The properties before a tracked change.
                "pPrChange" => xml.skip()?,
                _ => {}
            },
            XmlEvent::End(name) if name == "pPr" => break,
            _ => {}
        }
    }
    Ok((out, section))
}

/// Whether the mark at a paragraph's end was deleted or moved away.
fn end_deleted(xml: &mut Xml<'_>) -> Result<bool, Refusal> {
    let mut deleted = false;
    while let Some(node) = xml.next()? {
        match node {
            XmlEvent::Start(tag) => match tag.name() {
                "del" | "moveFrom" => deleted = true,
                "rPrChange" => xml.skip()?,
                _ => {}
            },
            XmlEvent::End(name) if name == "rPr" => break,
            _ => {}
        }
    }
    Ok(deleted)
}

/// Reads the rest of a `sectPr` element.
///
/// # Errors
/// The XML is damaged.
pub fn section(xml: &mut Xml<'_>) -> Result<SectionProperties, Refusal> {
    let mut out = SectionProperties::default();
    while let Some(node) = xml.next()? {
        match node {
            XmlEvent::Start(tag) => match tag.name() {
                "bidi" => out.right_to_left = flag(&tag),
                "sectPrChange" => xml.skip()?,
                _ => {}
            },
            XmlEvent::End(name) if name == "sectPr" => break,
            _ => {}
        }
    }
    Ok(out)
}

/// The properties of a row.
#[derive(Debug, Clone, Copy, Default)]
pub struct RowProperties {
    /// Whether it heads the columns and is repeated on each page.
    pub heads: bool,
    /// Whether it was deleted.
    pub deleted: bool,
}

/// Reads the rest of a `trPr` element.
///
/// # Errors
/// The XML is damaged.
pub fn row(xml: &mut Xml<'_>) -> Result<RowProperties, Refusal> {
    let mut out = RowProperties::default();
    while let Some(node) = xml.next()? {
        match node {
            XmlEvent::Start(tag) => match tag.name() {
                "tblHeader" => out.heads = flag(&tag),
                "del" => out.deleted = true,
                "trPrChange" => xml.skip()?,
                _ => {}
            },
            XmlEvent::End(name) if name == "trPr" => break,
            _ => {}
        }
    }
    Ok(out)
}

/// Reads the rest of an `rPr` element.
///
/// # Errors
/// The XML is damaged.
pub fn run(xml: &mut Xml<'_>) -> Result<RunProperties, Refusal> {
    let mut out = RunProperties::default();
    let set = &mut out.characters;
    while let Some(node) = xml.next()? {
        match node {
            XmlEvent::Start(tag) => match tag.name() {
                "rStyle" => out.style = value(&tag),
                "b" => set.bold = Some(flag(&tag)),
                "i" => set.italic = Some(flag(&tag)),
                "strike" | "dstrike" => set.struck = Some(set.struck == Some(true) || flag(&tag)),
                "vertAlign" => set.raised = raised(&value(&tag).unwrap_or_default()),
                "vanish" => out.hidden = Some(flag(&tag)),
                "rPrChange" => xml.skip()?,
                _ => {}
            },
            XmlEvent::End(name) if name == "rPr" => break,
            _ => {}
        }
    }
    Ok(out)
}

fn raised(value: &str) -> Option<Raised> {
    match value {
        "superscript" => Some(Raised::Above),
        "subscript" => Some(Raised::Below),
        _ => None,
    }
}
