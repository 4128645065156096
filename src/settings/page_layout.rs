//! How the text is laid out on a wide screen.

/// How many columns of text there are, and whether notes are beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PageLayout {
    /// One column, with a margin for notes where there is room and something to show.
    #[default]
    Auto,
    /// One column, and nothing beside it.
    One,
    /// One column, with a margin for notes where there is room.
    Margin,
    /// Two columns, as the pages of an open book, where there is room.
    Two,
}

impl PageLayout {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Auto, Self::One, Self::Margin, Self::Two];

    /// The word that the config uses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::One => "one",
            Self::Margin => "margin",
            Self::Two => "two",
        }
    }
}
