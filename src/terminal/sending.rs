//! Sends bytes to the terminal past every buffer.

use std::io::{self, stdout};

/// Sends bytes immediately, in one write if the terminal accepts it.
#[cfg(unix)]
pub(super) fn send(bytes: &[u8]) -> io::Result<()> {
    let (mut left, out) = (bytes, stdout());
    while !left.is_empty() {
        match rustix::io::write(&out, left) {
            Ok(count) => left = &left[count..],
            Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Sends bytes immediately.
#[cfg(not(unix))]
pub(super) fn send(bytes: &[u8]) -> io::Result<()> {
    use std::io::Write;
    let mut out = stdout();
    out.write_all(bytes)?;
    out.flush()
}
