//! `bulletin check`: the inconsistencies of a document.

use super::arguments::{OutputFormat, Source};
use super::error::Failure;
use super::output::emit_json;
use super::source;
use super::styled::{Rendition, Styled, TextRole};
use crate::cache::Personal;
use crate::find::check;
use serde::Serialize;

#[derive(Serialize)]
struct CheckReport {
    address: String,
    kind: &'static str,
    /// Whether it may be intended.
    remark: bool,
    words: String,
}

/// Prints each finding in one line; nothing if there is none.
///
/// # Errors
/// If the document cannot be read; [`Failure::Faulty`] if a fault was found.
pub fn run(source: &Source, format: OutputFormat, rendition: Rendition) -> Result<(), Failure> {
    let document = source::open_telling(source, &Personal::default())?;
    let findings: Vec<CheckReport> = check(&document)
        .into_iter()
        .map(|finding| CheckReport {
            address: finding.address,
            kind: finding.fault.name(),
            remark: finding.fault.is_remark(),
            words: finding.words,
        })
        .collect();
    match format {
        OutputFormat::Json => emit_json(&findings)?,
        OutputFormat::Text => {
            let mut out = Styled::default();
            for found in &findings {
                out.put(TextRole::Address, &found.address).push(": ");
                if found.remark {
                    out.put(TextRole::Remark, "remark:").push(" ").push(&found.words);
                } else {
                    out.put(TextRole::Fault, &found.words);
                }
                out.push("\n");
            }
            out.emit(rendition)?;
        }
    }
    if findings.iter().any(|told| !told.remark) { Err(Failure::Faulty) } else { Ok(()) }
}
