//! Structure: a [`Manuscript`](crate::import::manuscript::Manuscript) becomes a
//! [`Document`](crate::document::Document).
//!
//! [`passes`] is the recipe: which pass takes what, and in which order. No name, count or
//! wording of any one document is known in any of them; [`trace`] takes why each decided as it
//! did, where anybody asks.

mod abbreviations;
mod after_label;
mod assembly;
mod blocks;
mod chunk;
mod columns;
mod ending;
mod enumeration;
mod marginal;
mod masthead;
mod mentions;
mod metadata;
mod numbering;
mod open_sections;
mod part;
mod passes;
mod plain_mentions;
mod plain_names;
mod printout;
mod prose_lists;
pub mod references;
mod regions;
mod representation;
mod rosters;
pub mod rulebook;
mod run_in;
mod sections;
mod share;
mod stated;
mod subject;
mod terms;
mod titles;
pub mod trace;

pub use ending::end;
pub use passes::{FINDERS, document, recognised};
