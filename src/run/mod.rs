//! The main loop: events change the state, effects are carried out, a frame is drawn.
//!
//! [`start`] takes the terminal and waits for the first document. [`opening`] goes from document
//! to document; those not in view are in [`documents`]. [`reloading`] follows the file in view,
//! and [`growing`] reads the rest of a large file or of standard input, which is a [`stream`].
//! [`comparing`] compares two of them, and [`pairing`] puts one beside another,
//! whose file is followed too ([`following_beside`]). [`explaining`] reads a file again to explain its recognition, [`exporting`] writes files,
//! [`suggesting`] completes typed [`paths`], and [`outside`] starts other programs. Files are read
//! through [`awaited`], so keys are handled in the meantime. [`kept`] handles the files kept on
//! disk, and [`looks`] remembers changes of the look. [`conversing`] reads in plain lines instead
//! of on the screen: only the [`front`] differs.

mod awaited;
mod comparing;
mod conversing;
mod documents;
mod effects;
mod event;
mod events;
mod exit;
mod explaining;
mod exporting;
mod follow;
mod following_beside;
mod front;
mod growing;
mod growth;
mod kept;
mod looks;
mod opening;
mod outside;
mod pairing;
mod paths;
mod reading;
mod reloading;
mod reread;
mod setup;
mod start;
mod state;
mod stream;
mod suggesting;
mod tracing;

use crate::cache::Personal;
use crate::cli::arguments::{Manner, ReadingArguments};
use crate::cli::error::Failure;
use crate::settings::{Directories, RedlineChoice, Switch};
use crate::terminal::{Abilities, Environment, Session};
use conversing::UNSEEN;
use events::Events;
use start::{ReadExtent, Start, Wanted};
use state::Reader;

/// Lets the user read documents, until the user or a signal ends the program.
///
/// # Errors
/// If no document or the terminal can be used, or the address to begin at does not exist.
pub fn read(reading: &ReadingArguments, environment: &Environment) -> Result<(), Failure> {
    let directories = Directories::find()?;
    let events = Events::default();
    let wanted = Wanted {
        sources: reading.sources.clone(),
        begin: reading.begin.clone(),
        compared: reading.compared.clone(),
        config: directories.config_file(),
        looks: directories.looks_file(),
        cache: Personal::default(),
        abilities: Abilities::of(environment),
    };
    match reading.manner {
        Manner::Screen => {
            let start = match Start::make(wanted, &events)? {
                Ok(start) => start,
                Err(ending) => return ending.take_effect(),
            };
            let Start { mut begun, mut session, held } = start;
            let compared = begun.compared.take();
            let size = Session::size().map_err(Failure::Terminal)?;
            session
                .capture_mouse(begun.looks.settings().is_on(Switch::Mouse))
                .map_err(Failure::Terminal)?;
            let mut reader = Reader::new(begun, held, size, &directories, &events)?;
            reader.compare_first(compared, &events);
            if reading.is_beside {
                reader.open_other_beside(&events);
            }
            reader.read(session, &events).map_err(Failure::Terminal)?.take_effect()
        }
        Manner::Lines(source) => {
            events.listen_to_signals().map_err(Failure::Terminal)?;
            let mut begun = wanted.read(ReadExtent::Whole)?;
            let compared = begun.compared.take();
            let mut reader = Reader::new(begun, Vec::new(), UNSEEN, &directories, &events)?;
            reader.app.settings.redline = RedlineChoice::Signs;
            reader.compare_first(compared, &events);
            reader.converse(source, &events).map_err(Failure::Terminal)?.take_effect()
        }
    }
}
