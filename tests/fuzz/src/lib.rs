//! What must hold for any input: the same checks as `cargo test --test all hostile` makes.

#[path = "../../hostile/checks.rs"]
mod checks;
#[path = "../../hostile/sources.rs"]
mod sources;

pub use checks::{address, annotations, bookmarks, document};
pub use libfuzzer_sys;

/// The fuzz target of a check.
///
/// What the fuzzer tries next depends on which code an input ran through, and that on
/// the seed of each hash map. So the target brings its own `getrandom`, which always
/// gives the same: a run with `-seed` and `-runs` can be repeated.
#[macro_export]
macro_rules! target {
    ($check:path) => {
        $crate::libfuzzer_sys::fuzz_target!(|input: &[u8]| $check(input));

        #[unsafe(no_mangle)]
        extern "C" fn getrandom(buffer: *mut u8, length: usize, _flags: u32) -> isize {
            // SAFETY: as `getrandom(2)` asks, the buffer has that length.
            unsafe { buffer.write_bytes(1, length) };
            isize::try_from(length).unwrap_or(isize::MAX)
        }
    };
}
