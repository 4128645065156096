//! The stream filters of PDF (ISO 32000-1, 7.4), as far as needed to measure
//! the unpacked size: each stops at a limit.

use flate2::bufread::ZlibDecoder;
use memchr::memmem;
use std::io::Read;

/// A filter that can expand a stream, or hide such a filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StreamFilter {
    AsciiHex,
    Ascii85,
    Flate,
    Lzw,
    RunLength,
}

const NAMES: [(&str, StreamFilter); 5] = [
    ("/ASCIIHexDecode", StreamFilter::AsciiHex),
    ("/ASCII85Decode", StreamFilter::Ascii85),
    ("/FlateDecode", StreamFilter::Flate),
    ("/LZWDecode", StreamFilter::Lzw),
    ("/RunLengthDecode", StreamFilter::RunLength),
];

/// Returns the filters named in a stream's dictionary, in order.
pub fn named(dictionary: &[u8]) -> Vec<StreamFilter> {
    let places = |(name, filter): &(&str, StreamFilter)| {
        let filter = *filter;
        let found: Vec<usize> = memmem::find_iter(dictionary, name.as_bytes()).collect();
        found.into_iter().map(move |at| (at, filter))
    };
    let mut named: Vec<(usize, StreamFilter)> = NAMES.iter().flat_map(places).collect();
    named.sort_unstable_by_key(|(at, _)| *at);
    named.into_iter().map(|(_, filter)| filter).collect()
}

impl StreamFilter {
    /// Unpacks data, up to a few bytes more than `limit`; damaged data as far
    /// as possible.
    pub fn unpack(self, data: &[u8], limit: u64) -> Vec<u8> {
        let most = usize::try_from(limit).unwrap_or(usize::MAX).saturating_add(1);
        match self {
            Self::AsciiHex => ascii_hex(data, most),
            Self::Ascii85 => ascii_85(data, most),
            Self::Flate => {
                let mut out = Vec::new();
                // Keep the output before the damage.
                let _ = ZlibDecoder::new(data).take(most as u64).read_to_end(&mut out);
                out
            }
            Self::Lzw => lzw(data, most),
            Self::RunLength => run_length(data, most),
        }
    }

    /// Returns the unpacked length, within the same limit; does not store the
    /// output of the most common filter.
    pub fn count(self, data: &[u8], limit: u64) -> u64 {
        if self != Self::Flate {
            return self.unpack(data, limit).len() as u64;
        }
        let mut reader = ZlibDecoder::new(data).take(limit.saturating_add(1));
        let (mut buffer, mut len) = ([0; 16 << 10], 0);
        while let Ok(read @ 1..) = reader.read(&mut buffer) {
            len += read as u64;
        }
        len
    }
}

fn ascii_hex(data: &[u8], most: usize) -> Vec<u8> {
    let digits: Vec<u32> = data
        .iter()
        .take_while(|byte| **byte != b'>')
        .filter_map(|byte| char::from(*byte).to_digit(16))
        .take(most.saturating_mul(2))
        .collect();
    let byte = |pair: &[u32]| pair[0] << 4 | pair.get(1).copied().unwrap_or(0);
    digits.chunks(2).filter_map(|pair| u8::try_from(byte(pair)).ok()).collect()
}

fn ascii_85(data: &[u8], most: usize) -> Vec<u8> {
    let (mut out, mut group) = (Vec::new(), Vec::with_capacity(5));
    for byte in data.iter().take_while(|byte| **byte != b'~') {
        match byte {
            b'z' if group.is_empty() => out.extend([0; 4]),
            b'!'..=b'u' => group.push(u32::from(byte - b'!')),
            _ => continue,
        }
        if group.len() == 5 {
            let value = group.drain(..).fold(0u32, |v, d| v.wrapping_mul(85).wrapping_add(d));
            out.extend(value.to_be_bytes());
        }
        if out.len() >= most {
            return out;
        }
    }
    if group.len() > 1 {
        let kept = group.len() - 1;
        group.resize(5, 84);
        let value = group.iter().fold(0u32, |v, d| v.wrapping_mul(85).wrapping_add(*d));
        out.extend(&value.to_be_bytes()[..kept]);
    }
    out
}

fn run_length(data: &[u8], most: usize) -> Vec<u8> {
    let (mut out, mut rest) = (Vec::new(), data);
    while let [length, after @ ..] = rest {
        if *length == 128 || out.len() >= most {
            break;
        }
        if *length < 128 {
            let (own, next) = after.split_at(after.len().min(usize::from(*length) + 1));
            out.extend(own);
            rest = next;
        } else {
            let Some((byte, next)) = after.split_first() else { break };
            out.extend(std::iter::repeat_n(*byte, 257 - usize::from(*length)));
            rest = next;
        }
    }
    out
}

/// Codes of 9 to 12 bits; 256 clears the table, 257 is the end (7.4.4.2).
fn lzw(data: &[u8], most: usize) -> Vec<u8> {
    const FIRST: usize = 258;
    let mut bits = Bits { data, at: 0 };
    let mut out: Vec<u8> = Vec::new();
    // An entry is the output of one code plus the first byte of the next.
    let mut table: Vec<(usize, usize)> = Vec::new();
    let mut before: Option<(usize, usize)> = None;
    let mut width = 9;
    while out.len() < most
        && let Some(code) = bits.next(width)
    {
        let start = out.len();
        match code {
            256 => {
                table.clear();
                (before, width) = (None, 9);
                continue;
            }
            257 => break,
            _ => {}
        }
        if let Some((from, len)) = before
            && table.len() < 4096 - FIRST
        {
            table.push((from, len + 1));
        }
        if let Ok(byte) = u8::try_from(code) {
            out.push(byte);
        } else {
            let Some((from, len)) = table.get(code - FIRST).copied() else { break };
            // The last byte may be the first one written here.
            for at in from..from + len {
                let Some(byte) = out.get(at).copied() else { return out };
                out.push(byte);
            }
        }
        before = Some((start, out.len() - start));
        width = match FIRST + table.len() + 1 {
            2048.. => 12,
            1024.. => 11,
            512.. => 10,
            _ => 9,
        };
    }
    out
}

/// Reads bits, most significant first.
struct Bits<'a> {
    data: &'a [u8],
    at: usize,
}

impl Bits<'_> {
    fn next(&mut self, width: usize) -> Option<usize> {
        let mut value = 0;
        for at in self.at..self.at + width {
            let byte = self.data.get(at / 8)?;
            value = value << 1 | usize::from(byte >> (7 - at % 8) & 1);
        }
        self.at += width;
        Some(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_unpacked() {
        let cases: [(StreamFilter, &[u8], &[u8]); 5] = [
            (StreamFilter::AsciiHex, b"6C 61 6D 70 7>", b"lampp"),
            (StreamFilter::Ascii85, b"87cURD]i,\"Ebo80~>", b"Hello World!"),
            (StreamFilter::Ascii85, b"zz~>", &[0; 8]),
            (StreamFilter::RunLength, &[1, b'a', b'b', 254, b'c', 128, 9], b"abccc"),
            // The example of ISO 32000-1, 7.4.4.2.
            (
                StreamFilter::Lzw,
                &[0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01],
                &[45, 45, 45, 45, 45, 65, 45, 45, 45, 66],
            ),
        ];
        for (filter, packed, plain) in cases {
            assert_eq!(filter.unpack(packed, 100), plain, "{filter:?}");
        }
    }

    #[test]
    fn what_grows_without_end_ends_at_the_limit() {
        let runs = [129, b'a'].repeat(1000);
        assert!((500..900).contains(&StreamFilter::RunLength.unpack(&runs, 500).len()));
        let zeros = vec![b'z'; 1000];
        assert!((500..900).contains(&StreamFilter::Ascii85.unpack(&zeros, 500).len()));
    }

    #[test]
    fn filters_are_applied_in_their_order() {
        assert_eq!(
            named(b"<</Length 9/Filter[/ASCII85Decode /FlateDecode]/Predictor 12>>"),
            [StreamFilter::Ascii85, StreamFilter::Flate]
        );
        assert_eq!(named(b"<</Length 9>>"), []);
    }
}
