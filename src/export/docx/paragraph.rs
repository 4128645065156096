//! How a paragraph is set: its style, its indent and its place in a list.

/// The style of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocxParagraphStyle {
    /// Normal text.
    Normal,
    /// A heading of a level from 1.
    Heading(usize),
    /// A block quotation.
    Quotation,
    /// Lines whose breaks and blanks are significant.
    Preformatted,
    /// Code.
    Code,
}

/// The deepest level of headings.
pub const DEEPEST: usize = 9;

/// A level of the indent, in twentieths of a point.
pub const INDENT: usize = 360;

/// The deepest indent, beyond which the page has no room.
const MOST_INDENTS: usize = 12;

impl DocxParagraphStyle {
    /// The identifier of the style; normal text has none.
    fn id(self) -> Option<String> {
        match self {
            Self::Normal => None,
            Self::Heading(level) => Some(format!("Heading{}", level.clamp(1, DEEPEST))),
            Self::Quotation => Some("Quote".to_owned()),
            Self::Preformatted => Some("HTMLPreformatted".to_owned()),
            Self::Code => Some("SourceCode".to_owned()),
        }
    }
}

/// The level of an item in a list, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DocxListLevel(u8);

impl DocxListLevel {
    /// The number of levels that the format has.
    const COUNT: u8 = 9;

    /// A level; those that are too deep are the deepest.
    pub fn new(level: u8) -> Self {
        Self(level.min(Self::COUNT - 1))
    }

    /// All levels.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..Self::COUNT).map(Self)
    }

    /// The level, from 0.
    pub const fn get(self) -> u8 {
        self.0
    }

    /// The indent of its items, in twentieths of a point.
    pub(super) fn indent(self) -> usize {
        INDENT * (usize::from(self.0) + 1)
    }
}

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DocxParagraph {
    /// Its style.
    pub style: DocxParagraphStyle,
    /// The levels by which it is indented.
    pub indent: usize,
    /// Its level in a list with bullets, if it is an item.
    pub item: Option<DocxListLevel>,
}

impl DocxParagraph {
    /// Normal text at the edge of the page.
    pub const NORMAL: Self = Self { style: DocxParagraphStyle::Normal, indent: 0, item: None };

    /// Its properties, in the order in which the format wants them; `direction` is the element of
    /// right-to-left text.
    pub(super) fn properties(self, direction: &str) -> String {
        let style = self.style.id().map(|id| format!("<w:pStyle w:val=\"{id}\"/>"));
        let item = self.item.map(|level| {
            let level = level.get();
            format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr>")
        });
        let left = INDENT * self.indent.min(MOST_INDENTS);
        let indent = match self.item {
            _ if left == 0 => String::new(),
            // That of the list, and what is around the list.
            Some(level) => {
                let left = left + level.indent();
                format!("<w:ind w:left=\"{left}\" w:hanging=\"{INDENT}\"/>")
            }
            None => format!("<w:ind w:left=\"{left}\"/>"),
        };
        style.unwrap_or_default() + &item.unwrap_or_default() + direction + &indent
    }
}
