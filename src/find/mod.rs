//! Search in a document, and the look-up of addresses.
