//! Counts of bytes, without a branch for each.

/// Counts the bytes of a line that `is` accepts, in sums of one byte, of which a processor adds
/// many at once.
pub fn count(line: &str, is: impl Fn(u8) -> bool) -> usize {
    let sum = |bytes: &[u8]| bytes.iter().fold(0, |sum: u8, byte| sum + u8::from(is(*byte)));
    line.as_bytes().chunks(u8::MAX.into()).map(|bytes| usize::from(sum(bytes))).sum()
}

/// Whether a byte is white space of ASCII, as [`char::is_whitespace`] has it.
pub const fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}
