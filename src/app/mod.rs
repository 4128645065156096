//! State and update: what the reader is doing. Knows no terminal.

mod history;
mod outline;
mod reading;

pub use history::History;
pub use outline::{Entry, Outline};
pub use reading::Reading;
