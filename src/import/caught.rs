//! The threads whose panics are caught: reading a file can fail inside a library, and what waits for
//! the thread reports that as a fault of the file.

/// The name of the thread that reads a PDF.
pub const PDF: &str = "pdf";

/// The name of the thread that reads a file of the library.
pub const FILE: &str = "file";

/// Whether a panic of this thread is caught and must not be reported as a fault of the program.
pub fn catches_panics() -> bool {
    matches!(std::thread::current().name(), Some(PDF | FILE))
}
