//! State and update: what the reader is doing. Knows no terminal.
