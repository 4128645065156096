//! The thread that runs the library, which panics on some files.

/// The name of the thread.
pub const THREAD: &str = "pdf";

/// Whether a panic of this thread is caught and must not be reported as a fault of the program.
pub fn catches_panics() -> bool {
    std::thread::current().name() == Some(THREAD)
}
