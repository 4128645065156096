//! Storage for the screen: separate threads read and write the disk, so that no key waits for a
//! disk or for another program.
//!
//! A [`Keeper`] takes requests and answers each in turn, with an [`Answer`]. There are two threads,
//! so that a lock on one kind of file only delays requests of that kind: [`bookmarks`] stores the
//! bookmarks, and [`state`] what the program remembers by itself, such as reading positions.
//! Bookmark changes that could not be written before the program ended are [`unwritten`] until the
//! next start.

mod answer;
mod bookmarks;
mod keeper;
mod places;
mod recent;
mod state;
#[cfg(test)]
mod tests;
mod unwritten;

pub use answer::{Answer, Left, Saved};
pub use bookmarks::BookmarkRequest;
pub use keeper::{Finish, Keeper};
pub use places::FilePlaces;
pub use recent::documents as recent_documents;
pub use state::StateRequest;
pub use unwritten::{put_aside, take_up};
