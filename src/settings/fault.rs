//! Faults in the config, each with its line.

use crate::document::visible;
use crate::messages::{errors, settings};
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why settings cannot be read or saved.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SettingsError {
    /// The platform has no home directory.
    #[error("{}", settings::NO_HOME)]
    NoHome,
    /// The config cannot be read.
    #[error("{}", errors::cannot_read(visible(&path.to_string_lossy()), reason))]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The reason.
        reason: String,
    },
    /// A setting is invalid.
    #[error("{}:{line}: {reason}", visible(&path.to_string_lossy()))]
    Invalid {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// The error, and valid values.
        reason: String,
    },
}

/// An invalid setting and its position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct InvalidSetting {
    /// The byte offset in the text.
    pub at: usize,
    /// The error, and valid values.
    pub reason: String,
}

impl InvalidSetting {
    /// Converts it to an error.
    pub fn of_file(self, path: &Path, text: &str) -> SettingsError {
        SettingsError::Invalid {
            path: path.to_path_buf(),
            line: line_of(text, self.at),
            reason: self.reason,
        }
    }
}

/// Returns the line of a byte offset, from 1.
pub(super) fn line_of(text: &str, byte: usize) -> usize {
    text.bytes().take(byte).filter(|b| *b == b'\n').count() + 1
}

/// Maximum number of lines named in a summary.
const NAMED: usize = 8;

/// Summarizes all faults of a config in one line; returns `None` if there are none.
pub fn summary(faults: &[SettingsError]) -> Option<String> {
    let lines: Vec<usize> = faults
        .iter()
        .filter_map(|fault| match fault {
            SettingsError::Invalid { line, .. } => Some(*line),
            _ => None,
        })
        .collect();
    let path = faults.iter().find_map(|fault| match fault {
        SettingsError::Invalid { path, .. } => path.file_name(),
        _ => None,
    });
    match (faults, path) {
        ([], _) => None,
        ([_, _, ..], Some(name)) => Some(settings::invalid_lines(
            visible(&name.to_string_lossy()),
            lines.len(),
            named(&lines),
        )),
        ([first, ..], _) => Some(first.to_string()),
    }
}

/// Formats `lines 2, 5 and 9`.
fn named(lines: &[usize]) -> String {
    let mut lines = lines.to_vec();
    lines.dedup();
    let more = lines.len().saturating_sub(NAMED);
    let mut words: Vec<String> = lines.iter().take(NAMED).map(ToString::to_string).collect();
    if more > 0 {
        words.push(settings::more(more));
    }
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => settings::lines(rest.join(", "), last),
        _ => settings::line(words.concat()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_names_the_lines_of_all_faults() {
        let faults = |lines: &[usize]| {
            let fault = |line: &usize| SettingsError::Invalid {
                path: "/home/config.toml".into(),
                line: *line,
                reason: "wrong".to_owned(),
            };
            summary(&lines.iter().map(fault).collect::<Vec<_>>())
        };
        assert_eq!(faults(&[]), None);
        assert_eq!(faults(&[2]).as_deref(), Some("/home/config.toml:2: wrong"));
        assert_eq!(
            faults(&[2, 5, 9]).as_deref(),
            Some(
                "config.toml: 3 settings are invalid: lines 2, 5 and 9 · “bulletin config show” explains them"
            )
        );
        assert!(faults(&[2, 2]).expect("words").contains("2 settings are invalid: line 2 ·"));
        let many: Vec<usize> = (1..=20).collect();
        assert!(faults(&many).expect("words").contains("lines 1, 2, 3, 4, 5, 6, 7, 8 and 12 more"));
    }
}
