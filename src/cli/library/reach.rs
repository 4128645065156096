//! How much of the library a command covered.

use crate::cli::error::warn;
use crate::library::Reach;

/// Reports it on standard error.
pub fn tell(reach: &Reach) {
    warn(&reach.to_string());
}
