//! The styles of a DOCX (`styles.xml`).

use super::attributes::value;
use super::properties::{self, ParagraphProperties, RunProperties};
use crate::import::package::xml::{Xml, XmlEvent};
use crate::import::refusal::Refusal;
use std::collections::HashMap;

/// The maximum length of a chain of styles; breaks cycles.
const LONGEST_CHAIN: usize = 32;

#[derive(Debug, Default)]
struct DocxStyle {
    name: String,
    based_on: Option<String>,
    paragraph: ParagraphProperties,
    run: RunProperties,
}

/// The styles of a document, by their identifiers.
#[derive(Debug, Default)]
pub struct DocxStyles {
    styles: HashMap<String, DocxStyle>,
    /// The style of paragraphs without one.
    default: Option<String>,
    /// The language of the text.
    pub language: Option<String>,
}

impl DocxStyles {
    /// Reads `styles.xml`.
    ///
    /// # Errors
    /// The part is damaged.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        let mut styles = Self::default();
        let mut xml = Xml::new("word/styles.xml", text);
        while let Some(node) = xml.next()? {
            let XmlEvent::Start(tag) = node else { continue };
            match tag.name() {
                // The document's defaults come first.
                "lang" if styles.styles.is_empty() => {
                    styles.language = styles.language.or_else(|| value(&tag));
                }
                "style" => {
                    let id = tag.attribute("styleId").unwrap_or_default();
                    let default = tag.attribute("default").is_some_and(|v| v == "1" || v == "true");
                    if default && tag.attribute("type").as_deref() == Some("paragraph") {
                        styles.default = Some(id.clone());
                    }
                    styles.styles.insert(id, style(&mut xml)?);
                }
                _ => {}
            }
        }
        Ok(styles)
    }

    /// Returns a style and those on which it is based.
    fn chain<'a>(
        &'a self,
        style: Option<&str>,
    ) -> impl Iterator<Item = (&'a str, &'a DocxStyle)> + use<'a> {
        let first = style.and_then(|id| self.styles.get_key_value(id));
        std::iter::successors(first, |(_, style)| {
            style.based_on.as_ref().and_then(|id| self.styles.get_key_value(id))
        })
        .take(LONGEST_CHAIN)
        .map(|(id, style)| (id.as_str(), style))
    }

    /// Returns the names of a paragraph's style and of those on which it is based, in lower
    /// case.
    pub fn names<'a>(&'a self, style: Option<&str>) -> impl Iterator<Item = &'a str> + use<'a> {
        self.chain(style.or(self.default.as_deref())).map(|(_, style)| style.name.as_str())
    }

    /// Completes a paragraph's own properties from its style. If the list comes from a
    /// style, returns that style.
    pub fn complete(&self, own: &mut ParagraphProperties) -> Option<String> {
        let mut source = None;
        let style = own.style.clone().or_else(|| self.default.clone());
        for (id, style) in self.chain(style.as_deref()) {
            let from = &style.paragraph;
            own.outline = own.outline.or(from.outline).or_else(|| outline_of(&style.name));
            own.right_to_left = own.right_to_left.or(from.right_to_left);
            if own.list.is_none() && from.list.is_some() {
                own.list.clone_from(&from.list);
                own.list_level = own.list_level.or(from.list_level);
                source = Some(id.to_owned());
            }
        }
        source
    }

    /// Completes a run's own properties from its style.
    pub fn complete_run(&self, own: &mut RunProperties) {
        for (_, style) in self.chain(own.style.clone().as_deref()) {
            let mut characters = style.run.characters;
            if style.name == "emphasis" {
                characters.italic = characters.italic.or(Some(true));
            }
            own.characters = own.characters.or(characters);
            own.hidden = own.hidden.or(style.run.hidden);
        }
    }

    /// Whether a run's style means code.
    pub fn is_code(&self, style: Option<&str>) -> bool {
        self.chain(style).any(|(_, style)| {
            style.name.contains("code")
                || style.name.contains("verbatim")
                || matches!(style.name.as_str(), "html keyboard" | "html sample" | "source text")
        })
    }

    /// Returns the list of a numbering style.
    pub fn list_of(&self, style: &str) -> Option<String> {
        self.chain(Some(style)).find_map(|(_, style)| style.paragraph.list.clone())
    }
}

/// Returns the level of a built-in heading style by its name, which is the same in all
/// languages of the program.
fn outline_of(name: &str) -> Option<u8> {
    let level: u8 = name.strip_prefix("heading ")?.trim().parse().ok()?;
    level.checked_sub(1).filter(|level| *level < 9)
}

fn style(xml: &mut Xml<'_>) -> Result<DocxStyle, Refusal> {
    let mut style = DocxStyle::default();
    while let Some(node) = xml.next()? {
        match node {
            XmlEvent::Start(tag) => match tag.name() {
                "name" => style.name = value(&tag).unwrap_or_default().to_lowercase(),
                "basedOn" => style.based_on = value(&tag),
                "pPr" => style.paragraph = properties::paragraph(xml)?.0,
                "rPr" => style.run = properties::run(xml)?,
                "tblPr" | "trPr" | "tcPr" | "tblStylePr" => xml.skip()?,
                _ => {}
            },
            XmlEvent::End(name) if name == "style" => break,
            _ => {}
        }
    }
    Ok(style)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::package::docx::attributes::flag;

    #[test]
    fn properties_come_from_the_styles_below() {
        let text = r#"<w:styles xmlns:w="w"><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="kk"/>
            </w:rPr></w:rPrDefault></w:docDefaults>
            <w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>
            <w:style w:styleId="A"><w:name w:val="heading 2"/><w:basedOn w:val="N"/></w:style>
            <w:style w:styleId="B"><w:name w:val="Clause"/><w:basedOn w:val="A"/>
                <w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
            <w:style w:styleId="C"><w:name w:val="round"/><w:basedOn w:val="C"/></w:style>
            <w:style w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/><w:i w:val="0"/></w:rPr></w:style>
            </w:styles>"#;
        let styles = DocxStyles::read(text).unwrap();
        assert_eq!(styles.language.as_deref(), Some("kk"));
        let mut own = ParagraphProperties { style: Some("B".into()), ..Default::default() };
        assert_eq!(styles.complete(&mut own).as_deref(), Some("B"));
        assert_eq!((own.outline, own.list.as_deref()), (Some(1), Some("4")));
        assert_eq!(styles.names(Some("B")).collect::<Vec<_>>(), ["clause", "heading 2", "normal"]);
        assert_eq!(styles.names(Some("C")).count(), LONGEST_CHAIN);
        let mut run = RunProperties { style: Some("S".into()), ..Default::default() };
        styles.complete_run(&mut run);
        assert_eq!((run.characters.bold, run.characters.italic), (Some(true), Some(false)));
    }

    #[test]
    fn a_flag_may_be_off() {
        let mut xml = Xml::new("x", r#"<a><b/><b val="0"/><b val="off"/><b val="true"/></a>"#);
        let mut flags = Vec::new();
        while let Some(node) = xml.next().unwrap() {
            match node {
                XmlEvent::Start(tag) if tag.name() == "b" => flags.push(flag(&tag)),
                _ => {}
            }
        }
        assert_eq!(flags, [true, false, false, true]);
    }
}
