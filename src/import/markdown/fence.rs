//! The lines before and after a block of code.

/// Whether a line is a fence.
pub fn is_fence(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("```") || line.starts_with("~~~")
}
