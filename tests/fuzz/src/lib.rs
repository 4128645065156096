//! What must hold for any input: the same checks as `cargo test --test hostile` makes.

#[path = "../../hostile/checks.rs"]
mod checks;
#[path = "../../hostile/sources.rs"]
mod sources;

pub use checks::{address, annotations, bookmarks, document};
