//! What the loop holds, as data: [`Reader`] and the kinds of its parts. What is done with it is in the
//! files above this folder.

mod comparing;
mod growing;
mod kept;
mod looks;
mod opening;
mod pairing;
mod programs;
mod reader;
mod rereading;
mod suggesting;

pub use comparing::{Comparing, Occasion};
pub use growing::Growing;
pub use kept::{Arrival, KeptState, UNNOTICED};
pub use looks::Looks;
pub use opening::{Destination, Opening, OpeningPlace, OpeningReason};
pub use pairing::{PairingState, ReadBeside};
pub use programs::LookupPrograms;
pub use reader::Reader;
pub use rereading::Rereading;
pub use suggesting::Suggesting;
