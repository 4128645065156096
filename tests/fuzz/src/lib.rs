//! Properties that must hold for any input: the same checks as `cargo test --test all hostile`
//! runs.

#[path = "../../hostile/checks.rs"]
mod checks;
#[path = "../../hostile/sources.rs"]
mod sources;

pub use checks::{address, annotations, bookmarks, document};
pub use libfuzzer_sys;

/// Defines the fuzz target of a check.
///
/// The code that an input runs through decides what the fuzzer tries next, and depends on the seed
/// of each hash map. So the target provides its own `getrandom`, which always returns the same
/// bytes: a run with `-seed` and `-runs` is reproducible.
#[macro_export]
macro_rules! target {
    ($check:path) => {
        $crate::libfuzzer_sys::fuzz_target!(|input: &[u8]| $check(input));

        #[unsafe(no_mangle)]
        extern "C" fn getrandom(buffer: *mut u8, length: usize, _flags: u32) -> isize {
            // SAFETY: as `getrandom(2)` requires, the buffer has this length.
            unsafe { buffer.write_bytes(1, length) };
            isize::try_from(length).unwrap_or(isize::MAX)
        }
    };
}
