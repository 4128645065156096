//! Places: where in a manuscript a provision begins.

/// Where in a manuscript a provision begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct ManuscriptPlace {
    /// Which element.
    pub element: usize,
    /// Which of its lines.
    pub line: usize,
    /// Bytes into that line: `(1)` in `5. (1)` begins after another label.
    pub column: usize,
}
