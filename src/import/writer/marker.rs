//! The marker of a list item, from where its format states it until its first words are written.

use crate::import::manuscript::Manuscript;

/// The number or bullet of an item.
#[derive(Debug, Clone)]
pub struct ItemMarker {
    /// Its characters, without a blank after them.
    pub words: String,
    /// Its nesting level.
    pub level: usize,
    /// Whether it is written even if its item has no words.
    pub alone: bool,
}

/// The marker of the item whose words come next.
#[derive(Debug, Default)]
pub struct PendingMarker {
    marker: Option<ItemMarker>,
    /// The target of its link.
    target: Option<String>,
}

impl PendingMarker {
    /// Replaces the marker.
    pub fn set(&mut self, marker: ItemMarker) {
        self.marker = Some(marker);
    }

    /// Makes the marker a link.
    pub fn link(&mut self, target: String) {
        self.target = Some(target);
    }

    /// Whether the marker is to be written although its item has no words; discards any other.
    pub fn is_due(&mut self) -> bool {
        self.marker.take_if(|marker| !marker.alone);
        self.marker.is_some()
    }

    /// Writes the marker, if there is one; returns its level.
    pub fn write(&mut self, text: &mut String, manuscript: &mut Manuscript<'_>) -> Option<usize> {
        let marker = self.marker.take()?;
        let start = text.len();
        text.push_str(&marker.words);
        if let Some(target) = self.target.take() {
            manuscript.links.push((start..text.len(), target));
        }
        Some(marker.level)
    }
}
