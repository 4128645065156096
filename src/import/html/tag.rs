//! The elements of HTML by their meaning to a reader.

use crate::document::InlineKind;

/// The kind of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    /// `p`.
    Paragraph,
    /// `div` and other elements that begin a new line.
    Block,
    /// `h1` to `h6`.
    Heading(u8),
    /// `ol`.
    Ordered,
    /// `ul`, `menu`, `dir`.
    Unordered,
    /// `li`.
    Item,
    /// `dl`.
    Definitions,
    /// `dt`.
    Term,
    /// `dd`.
    Detail,
    /// `blockquote`.
    Quotation,
    /// `pre` and its obsolete variants.
    Preformatted,
    /// `table`.
    Table,
    /// `caption` of a table.
    Caption,
    /// `thead`, `tbody`, `tfoot`.
    RowGroup,
    /// `tr`.
    Row,
    /// `td`, `th`.
    Cell {
        /// Whether it is a `th`.
        heads: bool,
    },
    /// `nav`.
    Navigation,
    /// `aside`.
    Aside,
    /// `header`.
    Header,
    /// `footer`.
    Footer,
    /// `main`.
    Main,
    /// `article`.
    Article,
    /// `section`.
    Section,
    /// `br`.
    Break,
    /// `hr`.
    Rule,
    /// `img`.
    Image,
    /// Audio, video, drawings and other non-text.
    Media,
    /// `svg`: a drawing with its own element names.
    Drawing,
    /// `math`.
    Formula,
    /// `a`.
    Link,
    /// Text in a style.
    Style(InlineKind),
    /// `del`, `s`: struck-out text.
    Struck,
    /// `sup`.
    Superscript,
    /// `sub`.
    Subscript,
    /// `q`.
    Quoted,
    /// `rt`: the reading of the characters before it.
    Reading,
    /// `rp`: the parentheses around a reading that cannot be set above.
    ReadingMark,
    /// A form field or button.
    Control,
    /// `title`.
    Title,
    /// An element without words for a reader: scripts, styles, templates.
    Silent,
    /// A void element: `meta`, `link`, `wbr`.
    Empty,
    /// Any other element.
    Inline,
}

impl Tag {
    /// Returns the tag for an element name in lower case.
    pub fn of(name: &str) -> Self {
        match name {
            "p" => Self::Paragraph,
            "h1" => Self::Heading(1),
            "h2" => Self::Heading(2),
            "h3" => Self::Heading(3),
            "h4" => Self::Heading(4),
            "h5" => Self::Heading(5),
            "h6" => Self::Heading(6),
            "ol" => Self::Ordered,
            "ul" | "menu" | "dir" => Self::Unordered,
            "li" => Self::Item,
            "dl" => Self::Definitions,
            "dt" => Self::Term,
            "dd" => Self::Detail,
            "blockquote" => Self::Quotation,
            "pre" | "listing" | "xmp" | "plaintext" => Self::Preformatted,
            "table" => Self::Table,
            "caption" => Self::Caption,
            "thead" | "tbody" | "tfoot" => Self::RowGroup,
            "tr" => Self::Row,
            "td" => Self::Cell { heads: false },
            "th" => Self::Cell { heads: true },
            "nav" => Self::Navigation,
            "aside" => Self::Aside,
            "header" => Self::Header,
            "footer" => Self::Footer,
            "main" => Self::Main,
            "article" => Self::Article,
            "section" => Self::Section,
            "br" => Self::Break,
            "hr" => Self::Rule,
            "img" | "image" => Self::Image,
            "audio" | "video" | "canvas" | "object" | "embed" | "iframe" | "applet" => Self::Media,
            "svg" => Self::Drawing,
            "math" => Self::Formula,
            "a" => Self::Link,
            "em" | "i" | "cite" | "dfn" | "var" => Self::Style(InlineKind::Emphasis),
            "strong" | "b" => Self::Style(InlineKind::Strong),
            "code" | "kbd" | "samp" | "tt" => Self::Style(InlineKind::Code),
            "del" | "s" | "strike" => Self::Struck,
            "sup" => Self::Superscript,
            "sub" => Self::Subscript,
            "q" => Self::Quoted,
            "rt" => Self::Reading,
            "rp" => Self::ReadingMark,
            "button" | "select" | "textarea" | "datalist" | "progress" | "meter" => Self::Control,
            "title" => Self::Title,
            "script" | "style" | "template" | "noembed" | "noframes" => Self::Silent,
            "area" | "base" | "basefont" | "bgsound" | "col" | "input" | "keygen" | "link"
            | "meta" | "param" | "source" | "track" | "wbr" | "frame" => Self::Empty,
            "address" | "body" | "center" | "colgroup" | "details" | "dialog" | "div"
            | "fieldset" | "figcaption" | "figure" | "form" | "hgroup" | "html" | "legend"
            | "optgroup" | "option" | "search" | "summary" => Self::Block,
            _ => Self::Inline,
        }
    }

    /// Whether it begins a new line.
    pub fn is_block(self) -> bool {
        !matches!(
            self,
            Self::Break
                | Self::Image
                | Self::Media
                | Self::Drawing
                | Self::Formula
                | Self::Control
                | Self::Title
                | Self::Silent
                | Self::Empty
        ) && !self.is_inline()
    }

    /// Whether it is a run of words inside a block.
    pub fn is_inline(self) -> bool {
        matches!(
            self,
            Self::Link
                | Self::Style(_)
                | Self::Struck
                | Self::Superscript
                | Self::Subscript
                | Self::Quoted
                | Self::Reading
                | Self::ReadingMark
                | Self::Inline
        )
    }

    /// Whether it may end inside a block that began inside it.
    pub fn is_formatting(self) -> bool {
        matches!(self, Self::Link | Self::Style(_) | Self::Struck)
    }

    /// Whether its start ends a paragraph.
    pub fn ends_paragraph(self) -> bool {
        self.is_block() && !self.is_of_table() || self == Self::Table
    }

    /// Whether it is a table or a part of one.
    pub fn is_of_table(self) -> bool {
        matches!(self, Self::Table | Self::Caption | Self::RowGroup | Self::Row | Self::Cell { .. })
    }

    /// Whether an end tag inside it can end nothing outside it.
    pub fn is_boundary(self) -> bool {
        matches!(
            self,
            Self::Table
                | Self::Caption
                | Self::Cell { .. }
                | Self::Control
                | Self::Media
                | Self::Drawing
                | Self::Formula
        )
    }

    /// Whether its content is not HTML.
    pub fn is_foreign(self) -> bool {
        matches!(self, Self::Drawing | Self::Formula)
    }

    /// Whether it has no words and no end tag.
    pub fn is_void(self) -> bool {
        matches!(self, Self::Break | Self::Rule | Self::Image | Self::Empty)
    }
}
