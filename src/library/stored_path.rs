//! A path in the catalogue, whatever bytes it consists of.

use crate::messages::library;
use serde::de::{self, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::ops::Deref;
use std::path::{Path, PathBuf};

/// A path, stored as a text if it is UTF-8, and otherwise as its bytes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct StoredPath(pub PathBuf);

impl StoredPath {
    /// Returns a path made of bytes that are not UTF-8.
    #[cfg(unix)]
    fn of_bytes(bytes: Vec<u8>) -> Self {
        use std::os::unix::ffi::OsStringExt;
        Self(std::ffi::OsString::from_vec(bytes).into())
    }

    #[cfg(not(unix))]
    fn of_bytes(bytes: Vec<u8>) -> Self {
        Self(String::from_utf8_lossy(&bytes).into_owned().into())
    }
}

impl Deref for StoredPath {
    type Target = Path;

    fn deref(&self) -> &Path {
        &self.0
    }
}

impl Serialize for StoredPath {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.to_str() {
            Some(text) => serializer.serialize_str(text),
            None => serializer.collect_seq(self.0.as_os_str().as_encoded_bytes()),
        }
    }
}

impl<'de> Deserialize<'de> for StoredPath {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PathVisitor)
    }
}

struct PathVisitor;

impl<'de> Visitor<'de> for PathVisitor {
    type Value = StoredPath;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(library::PATH)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<StoredPath, E> {
        Ok(StoredPath(text.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut bytes: A) -> Result<StoredPath, A::Error> {
        let mut all = Vec::new();
        while let Some(byte) = bytes.next_element()? {
            all.push(byte);
        }
        Ok(StoredPath::of_bytes(all))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn every_path_is_stored_as_it_is() {
        for bytes in [&b"/rules.txt"[..], "/ζ/“a b”\n.txt".as_bytes(), b"/a\xff\x00b", b""] {
            let path = StoredPath::of_bytes(bytes.to_vec());
            let stored = serde_json::to_string(&path).expect("JSON");
            assert_eq!(serde_json::from_str::<StoredPath>(&stored).expect("a path"), path);
        }
    }
}
