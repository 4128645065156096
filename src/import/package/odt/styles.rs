//! The styles of paragraphs, spans and lists of an ODT.

use crate::import::package::characters::CharacterStyle;
use crate::import::package::xml::{StartTag, Xml, XmlEvent};
use crate::import::raised::Raised;
use crate::import::refusal::Refusal;
use crate::lexicon::numeral::{Alphabet, Case, Numeral, Places};
use std::collections::HashMap;

/// The number of levels of a list or the outline.
pub const LEVELS: usize = 10;

/// The maximum length of a chain of styles; breaks cycles.
const LONGEST_CHAIN: usize = 32;

/// The minimum weight of a bold font.
const BOLD: u32 = 600;

/// The numbering of a level of a list or of the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListLevelStyle {
    /// The numeral system.
    pub numeral: Numeral,
    /// The text before the number.
    pub prefix: String,
    /// The text after the number.
    pub suffix: String,
    /// The whole label, if the document gives it; `%1%` is a placeholder for the number
    /// of the first level.
    pub pattern: Option<String>,
    /// The number of levels that the label shows, including its own.
    pub shown: usize,
    /// The first number.
    pub start: u32,
}

/// The levels of a list, from the outermost.
pub type ListStyle = [Option<ListLevelStyle>; LEVELS];

/// A style of paragraphs or of spans.
#[derive(Debug, Default)]
pub struct OdtStyle {
    parent: Option<String>,
    /// The list style of its paragraphs; empty for none.
    list: Option<String>,
    characters: CharacterStyle,
    hidden: bool,
    right_to_left: Option<bool>,
}

/// The inline styles of a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SpanStyles {
    /// How its characters are set.
    pub characters: CharacterStyle,
    /// Whether it is code.
    pub code: bool,
    /// Whether it is hidden.
    pub hidden: bool,
}

/// All styles of a document, by name.
#[derive(Debug, Default)]
pub struct OdtStyles {
    paragraphs: HashMap<String, OdtStyle>,
    spans: HashMap<String, OdtStyle>,
    lists: HashMap<String, ListStyle>,
    /// The numbering of headings.
    pub outline: ListStyle,
    /// The language of the text.
    pub language: Option<String>,
    /// Whether pages are right-to-left.
    pub right_to_left: bool,
    /// Whether pages have headers or footers with words.
    pub has_heads: bool,
}

impl OdtStyles {
    /// Adds the styles of a part.
    ///
    /// # Errors
    /// The part is damaged.
    pub fn read(&mut self, part: &str, text: &str) -> Result<(), Refusal> {
        let mut xml = Xml::new(part, text);
        while let Some(node) = xml.next()? {
            let XmlEvent::Start(tag) = node else { continue };
            match tag.name() {
                "style" => {
                    let name = tag.attribute("name").unwrap_or_default();
                    let family = tag.attribute("family");
                    let style = style(&tag, &mut xml)?;
                    match family.as_deref() {
                        Some("paragraph") => self.paragraphs.insert(name, style),
                        Some("text") => self.spans.insert(name, style),
                        _ => None,
                    };
                }
                "default-style" if tag.attribute("family").as_deref() == Some("paragraph") => {
                    self.read_default(&mut xml)?;
                }
                "page-layout-properties" => self.right_to_left |= right_to_left(&tag) == Some(true),
                "list-style" => {
                    let name = tag.attribute("name").unwrap_or_default();
                    let levels = levels(&mut xml, "list-style")?;
                    self.lists.insert(name, levels);
                }
                "outline-style" => self.outline = levels(&mut xml, "outline-style")?,
                "header" | "footer" if tag.qualified().starts_with("style:") => {
                    self.has_heads |= xml.words()?.contains(char::is_alphabetic);
                }
                // Styles come before the text.
                "text" if self.is_body(&tag) => break,
                _ => {}
            }
        }
        Ok(())
    }

    /// Whether this is `office:text`; `number:text` belongs to a number format.
    fn is_body(&self, tag: &StartTag<'_>) -> bool {
        tag.qualified() == "office:text"
    }

    fn read_default(&mut self, xml: &mut Xml<'_>) -> Result<(), Refusal> {
        while let Some(node) = xml.next()? {
            match node {
                XmlEvent::Start(tag) if tag.name() == "text-properties" => {
                    let part = |name| tag.prefixed(name).filter(|v| v != "none" && !v.is_empty());
                    let language = part("fo:language");
                    self.language = match (language, part("fo:country")) {
                        (Some(language), Some(country)) => Some(format!("{language}-{country}")),
                        (language, _) => language,
                    };
                }
                XmlEvent::End(name) if name == "default-style" => break,
                _ => {}
            }
        }
        Ok(())
    }

    fn chain<'a>(
        of: &'a HashMap<String, OdtStyle>,
        name: Option<&str>,
    ) -> impl Iterator<Item = (&'a str, &'a OdtStyle)> + use<'a> {
        let first = name.and_then(|name| of.get_key_value(name));
        std::iter::successors(first, |(_, style)| {
            style.parent.as_ref().and_then(|parent| of.get_key_value(parent))
        })
        .take(LONGEST_CHAIN)
        .map(|(name, style)| (name.as_str(), style))
    }

    /// Returns the names of a paragraph's style and of those on which it is based.
    pub fn names<'a>(&'a self, style: &'a str) -> impl Iterator<Item = &'a str> {
        let unknown = (!self.paragraphs.contains_key(style)).then_some(style);
        Self::chain(&self.paragraphs, Some(style))
            // The parent may be a style that the document does not define.
            .flat_map(|(name, style)| [Some(name), style.parent.as_deref()])
            .flatten()
            .chain(unknown)
    }

    /// Whether a paragraph is right-to-left.
    pub fn is_right_to_left(&self, style: &str) -> bool {
        let mut chain = Self::chain(&self.paragraphs, Some(style));
        chain.find_map(|(_, style)| style.right_to_left).unwrap_or(self.right_to_left)
    }

    /// Returns the list style of a paragraph style.
    pub fn list_of(&self, style: &str) -> Option<&str> {
        let mut chain = Self::chain(&self.paragraphs, Some(style));
        chain.find_map(|(_, style)| style.list.as_deref()).filter(|list| !list.is_empty())
    }

    /// Returns the levels of a list style.
    pub fn levels(&self, list: &str) -> Option<&ListStyle> {
        self.lists.get(list)
    }

    /// Returns the inline properties that a paragraph's own style sets, without those
    /// of its base styles, such as a heading style.
    pub fn inline_of_paragraph(&self, style: &str) -> SpanStyles {
        let own = self.paragraphs.get(style).filter(|style| style.parent.is_some());
        own.map_or_else(SpanStyles::default, |own| SpanStyles {
            characters: own.characters,
            code: false,
            hidden: own.hidden,
        })
    }

    /// Returns the inline properties of a span style.
    pub fn inline(&self, style: &str) -> SpanStyles {
        let mut out = SpanStyles::default();
        let mut by_name = CharacterStyle::default();
        let mut look = |name: &str| {
            by_name.bold = by_name.bold.or((name == "Strong_20_Emphasis").then_some(true));
            by_name.italic = by_name.italic.or((name == "Emphasis").then_some(true));
            out.code |= matches!(name, "Source_20_Text" | "Example" | "User_20_Entry");
        };
        look(style);
        for (name, style) in Self::chain(&self.spans, Some(style)) {
            look(name);
            style.parent.iter().for_each(|parent| look(parent));
            out.hidden |= style.hidden;
            out.characters = out.characters.or(style.characters);
        }
        SpanStyles { characters: out.characters.or(by_name), ..out }
    }
}

fn right_to_left(tag: &StartTag<'_>) -> Option<bool> {
    let mode = tag.attribute("writing-mode")?;
    (mode != "page").then(|| mode.starts_with("rl"))
}

fn style(tag: &StartTag<'_>, xml: &mut Xml<'_>) -> Result<OdtStyle, Refusal> {
    let mut style = OdtStyle {
        parent: tag.attribute("parent-style-name"),
        list: tag.attribute("list-style-name"),
        ..OdtStyle::default()
    };
    while let Some(node) = xml.next()? {
        match node {
            XmlEvent::Start(tag) => match tag.name() {
                "text-properties" => {
                    style.characters = characters(&tag);
                    style.hidden = tag.prefixed("text:display").as_deref() == Some("none");
                }
                "paragraph-properties" => style.right_to_left = right_to_left(&tag),
                _ => {}
            },
            XmlEvent::End(name) if name == "style" => break,
            _ => {}
        }
    }
    Ok(style)
}

/// Returns how the properties of a text set its characters.
fn characters(tag: &StartTag<'_>) -> CharacterStyle {
    let weight = tag.prefixed("fo:font-weight");
    let line = tag.attribute("text-line-through-style");
    let line = line.or_else(|| tag.attribute("text-line-through-type"));
    CharacterStyle {
        bold: weight.map(|own| own == "bold" || own.parse::<u32>().is_ok_and(|own| own >= BOLD)),
        italic: tag.prefixed("fo:font-style").map(|style| style != "normal"),
        struck: line.map(|style| style != "none"),
        raised: tag.attribute("text-position").and_then(|at| raised(&at)),
    }
}

/// Parses `style:text-position`: `super 58%`, `-33% 58%`.
fn raised(position: &str) -> Option<Raised> {
    match position.split_whitespace().next()? {
        "super" => Some(Raised::Above),
        "sub" => Some(Raised::Below),
        percent => match percent.strip_suffix('%')?.parse::<f32>().ok()? {
            up if up > 0.0 => Some(Raised::Above),
            down if down < 0.0 => Some(Raised::Below),
            _ => None,
        },
    }
}

fn levels(xml: &mut Xml<'_>, element: &str) -> Result<ListStyle, Refusal> {
    let mut levels = ListStyle::default();
    while let Some(node) = xml.next()? {
        match node {
            XmlEvent::Start(tag) => {
                let numeral = match tag.name() {
                    "list-level-style-number" | "outline-level-style" => numeral(&tag),
                    "list-level-style-bullet" | "list-level-style-image" => Numeral::Bullet,
                    _ => continue,
                };
                let number = |name| tag.attribute(name).and_then(|v| v.parse::<usize>().ok());
                let at = number("level").unwrap_or(0).wrapping_sub(1);
                if let Some(place) = levels.get_mut(at) {
                    *place = Some(ListLevelStyle {
                        numeral,
                        prefix: tag.attribute("num-prefix").unwrap_or_default(),
                        suffix: tag.attribute("num-suffix").unwrap_or_default(),
                        pattern: tag.attribute("num-list-format"),
                        shown: number("display-levels").unwrap_or(1).clamp(1, LEVELS),
                        start: number("start-value").and_then(|n| n.try_into().ok()).unwrap_or(1),
                    });
                }
            }
            XmlEvent::End(name) if name == element => break,
            _ => {}
        }
    }
    Ok(levels)
}

/// Returns the numeral system of `style:num-format`.
fn numeral(tag: &StartTag<'_>) -> Numeral {
    let letters = |alphabet| {
        let sync = tag.attribute("num-letter-sync").as_deref() == Some("true");
        if sync { Numeral::Letters(alphabet) } else { Numeral::LetterDigits(alphabet) }
    };
    let format = tag.attribute("num-format").unwrap_or_default();
    match format.as_str() {
        "" => Numeral::None,
        "1" => Numeral::Decimal,
        "a" => letters(Alphabet::Small),
        "A" => letters(Alphabet::Capital),
        "i" => Numeral::Roman(Case::Small),
        "I" => Numeral::Roman(Case::Capital),
        "1st" => Numeral::Ordinal,
        "01, 02, 03, ..." => Numeral::Padded(2),
        // Other systems are given by their first number.
        other => match other.chars().next() {
            Some('一') => Numeral::Counted(Places::Chinese),
            Some('〇') => Numeral::DigitByDigit(Places::Chinese),
            Some('①') => Numeral::Circled,
            Some('壹') if other.contains('貳') => Numeral::Counted(Places::Legal),
            Some('일') => Numeral::Counted(Places::Korean),
            Some('甲') if other.contains("甲子") => Numeral::Sexagenary,
            Some('甲') => Numeral::Letters(Alphabet::HeavenlyStems),
            Some('子') => Numeral::Letters(Alphabet::EarthlyBranches),
            Some('ア' | 'ｱ') => Numeral::Letters(Alphabet::Kana),
            Some('イ' | 'ｲ') => Numeral::Letters(Alphabet::Iroha),
            Some('가') => Numeral::Letters(Alphabet::Hangul),
            Some('ㄱ') => Numeral::Letters(Alphabet::HangulInitials),
            Some('ก') => Numeral::Letters(Alphabet::Thai),
            Some('*') => Numeral::Letters(Alphabet::Chicago),
            Some('а') => Numeral::Letters(Alphabet::RussianSmall),
            Some('А') => Numeral::Letters(Alphabet::RussianCapital),
            Some('α') => Numeral::Letters(Alphabet::GreekSmall),
            Some('Α') => Numeral::Letters(Alphabet::GreekCapital),
            Some('א') => Numeral::Letters(Alphabet::Hebrew),
            Some('أ') => Numeral::Letters(Alphabet::Arabic),
            _ => Numeral::Other,
        },
    }
}
