//! The model of an open document: one text, and everything else as ranges into it.
//!
//! A [`Document`] is immutable once an importer has built it with a [`Builder`]:
//!
//! * the **text**, stored once: without control characters, alignment blanks and line ends inside
//!   paragraphs;
//! * [`Block`]s, the smallest units of layout, in reading order, each a range of the text and a
//!   range of the source it was read from;
//! * [`Section`]s, the outline, an arena in reading order;
//! * [`Roster`]s, [`Abbreviation`]s and [`Term`]s, found in the text, with [`Passage`]s as
//!   evidence;
//! * [`Link`]s: words that lead to another place, marked in the source or found as cross references
//!   in the text.
//!
//! The [`Finders`] of the document find the facts in its sentences on first use.
//!
//! A place is a [`Point`] (block and byte), never a row of the screen. This module does no input or
//! output.

mod abbreviation;
mod address;
mod addressing;
mod alternatives;
mod backlinks;
mod block;
mod builder;
mod chapeau;
mod citing;
mod colour;
mod composition;
mod excerpt;
mod explained;
mod facts;
mod glossary;
mod index;
mod kept;
mod lack;
mod link;
mod lookup;
mod metadata;
mod miss;
mod model;
mod number;
mod one_line;
mod parts;
mod passages;
mod place_address;
mod printed;
mod provisions;
mod roman;
mod roster;
mod section;
mod source_map;
mod span;
mod spoken;
mod table;
mod term;
mod term_uses;
mod told;
mod visible;

pub use abbreviation::Abbreviation;
pub use address::{Address, AddressError, Notation, Place, PlaceName};
pub use block::{Alignment, Block, BlockKind, Inline, InlineKind};
pub use builder::{BlockDraft, Builder, Fragment, SourceText};
pub use colour::Colour;
pub use explained::WordMeaning;
pub use glossary::{Explained, words};
pub use kept::KeptDocument;
pub use lack::Lack;
pub use link::{Link, LinkOrigin, LinkTarget};
pub use lookup::{COMMIT, Target, look_up, referred, resolve};
pub use metadata::{ContentId, ContentIdError, Direction, Metadata, Origin, ReadSoFar, StatedDate};
pub use miss::{LookupError, Miss};
pub use model::{Document, Finders};
pub use number::{ClauseNumber, Ordinal};
pub use one_line::on_one_line;
pub use parts::SectionPart;
pub use roman::{roman_numeral, roman_value};
pub use roster::{RepresentationLevel, Roster, RosterEntry, RosterId, RosterKind, Standing};
pub use section::{Section, SectionId, SectionKind, Title};
pub use source_map::SourceMap;
pub use span::{BlockId, Passage, Point, Span, TextOffset};
pub use spoken::ordinal_ending;
pub use table::{Table, TableRow};
pub use term::{Definition, Term};
pub use visible::{is_hidden, visible};
