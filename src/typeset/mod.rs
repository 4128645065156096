//! A block becomes lines at a measure.
