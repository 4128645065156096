//! The terminal: entering and leaving it, events and signals.
