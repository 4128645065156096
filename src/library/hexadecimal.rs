//! The hash of a content as the catalogue writes it: hexadecimal digits.

use crate::document::ContentId;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serializer};
use std::borrow::Cow;

/// Writes a hash.
pub fn write<S: Serializer>(id: &ContentId, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(id)
}

/// Reads a hash.
pub fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<ContentId, D::Error> {
    Cow::<'de, str>::deserialize(deserializer)?.parse().map_err(D::Error::custom)
}

/// Writes a hash, if there is one.
pub fn write_optional<S: Serializer>(
    id: &Option<ContentId>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match id {
        Some(id) => write(id, serializer),
        None => serializer.serialize_none(),
    }
}

/// Reads a hash, if there is one.
pub fn read_optional<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<ContentId>, D::Error> {
    let digits = Option::<Cow<'de, str>>::deserialize(deserializer)?;
    digits.map(|digits| digits.parse().map_err(D::Error::custom)).transpose()
}
