//! The view: state becomes a frame. Draws, decides nothing.
