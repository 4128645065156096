//! What the help says besides the arguments: the exit statuses, and the details of a command.

use crate::messages::usage;

/// The exit statuses, and what they mean.
pub const EXIT_STATUSES: [(&str, &str); 3] =
    [("0", usage::STATUS_SUCCESS), ("1", usage::STATUS_DIFFERENT), ("2", usage::STATUS_TROUBLE)];

/// Returns the exit statuses in one sentence.
pub fn exit_statuses() -> String {
    let told = EXIT_STATUSES.map(|(status, meaning)| format!("{status} {meaning}"));
    usage::exit_status(told.join("; "))
}

/// The help of a command where there is room: what it does, and the details.
pub fn long(about: &str, details: &str) -> String {
    format!("{about}\n\n{details}")
}
