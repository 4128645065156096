//! Why a value of the config is invalid.

/// Why a value is invalid.
#[derive(Debug, PartialEq, Eq)]
pub enum Invalid {
    /// The values that are valid, as a sentence names them.
    Not(String),
    /// The whole reason.
    Because(String),
}
