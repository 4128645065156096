//! Files compressed by gzip, such as the documentation in distributions.

use super::Refusal;
use flate2::read::MultiGzDecoder;
use std::io::{ErrorKind, Read};

/// The maximum unpacked size in bytes: far more than any document, and small
/// enough that a decompression bomb does not fill the memory.
pub const LARGEST: u64 = 512 << 20;

/// The number of bytes needed to recognise a compressed file.
pub const HEAD: u64 = 3;

/// Whether the bytes begin like gzip (RFC 1952, 2.3.1).
pub fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0x1F, 0x8B, 8])
}

/// Returns a reader that decompresses.
pub fn reader(packed: impl Read) -> impl Read {
    MultiGzDecoder::new(packed)
}

/// Decompresses at most `largest` bytes.
///
/// # Errors
/// There are more bytes, or the file is damaged.
pub fn unpack(bytes: &[u8], largest: u64) -> Result<Vec<u8>, Refusal> {
    let mut unpacked = Vec::new();
    let read = reader(bytes).take(largest + 1).read_to_end(&mut unpacked);
    match read {
        Ok(read) if read as u64 > largest => Err(Refusal::TooLarge { largest }),
        Ok(_) => Ok(unpacked),
        Err(error) if error.kind() == ErrorKind::OutOfMemory => Err(Refusal::TooLarge { largest }),
        Err(_) => Err(Refusal::Damaged),
    }
}

#[cfg(test)]
pub fn pack(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("memory")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_is_unpacked() {
        let packed = pack(b"1. The keeper.\n");
        assert!(is_packed(&packed));
        assert_eq!(unpack(&packed, LARGEST).unwrap(), b"1. The keeper.\n");
        let two = [packed.clone(), pack(b"2. The lamp.\n")].concat();
        assert_eq!(unpack(&two, LARGEST).unwrap(), b"1. The keeper.\n2. The lamp.\n");
    }

    #[test]
    fn a_bomb_is_refused() {
        let bomb = pack(&vec![0; 4 << 20]);
        assert!(bomb.len() < 8192);
        assert_eq!(unpack(&bomb, 1 << 20), Err(Refusal::TooLarge { largest: 1 << 20 }));
        assert_eq!(unpack(&bomb, 4 << 20).map(|bytes| bytes.len()), Ok(4 << 20));
    }

    #[test]
    fn damage_is_reported() {
        let packed = pack(b"1. The keeper lights the lamp.\n");
        assert_eq!(unpack(&packed[..packed.len() - 3], LARGEST), Err(Refusal::Damaged));
        assert_eq!(unpack(&[0x1F, 0x8B, 8], LARGEST), Err(Refusal::Damaged));
    }
}
