//! A source becomes a document: decoding, blocks, structure.
