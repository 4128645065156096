//! Where a person was before each jump.

use crate::typeset::Top;

/// Places to go back to, and forward again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    behind: Vec<Top>,
    ahead: Vec<Top>,
}

/// Places that are remembered, at most.
const DEPTH: usize = 200;

impl History {
    /// Notes the place that a jump leaves.
    pub fn leave(&mut self, from: Top) {
        if self.behind.last() != Some(&from) {
            self.behind.push(from);
        }
        if self.behind.len() > DEPTH {
            self.behind.remove(0);
        }
        self.ahead.clear();
    }

    /// The place before `here`.
    pub fn back(&mut self, here: Top) -> Option<Top> {
        let to = self.behind.pop()?;
        self.ahead.push(here);
        Some(to)
    }

    /// The place after `here`, where one went back.
    pub fn forward(&mut self, here: Top) -> Option<Top> {
        let to = self.ahead.pop()?;
        self.behind.push(here);
        Some(to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{BlockId, Point};

    fn top(block: usize) -> Top {
        Top { point: Point::start_of(BlockId::new(block)), lead: 0 }
    }

    #[test]
    fn back_and_forward_are_inverse() {
        let mut history = History::default();
        history.leave(top(1));
        history.leave(top(2));
        assert_eq!(history.back(top(3)), Some(top(2)));
        assert_eq!(history.back(top(2)), Some(top(1)));
        assert_eq!(history.back(top(1)), None);
        assert_eq!(history.forward(top(1)), Some(top(2)));
        assert_eq!(history.forward(top(2)), Some(top(3)));
        assert_eq!(history.forward(top(3)), None);
    }

    #[test]
    fn a_jump_ends_the_way_forward() {
        let mut history = History::default();
        history.leave(top(1));
        history.back(top(2));
        history.leave(top(1));
        assert_eq!(history.forward(top(5)), None);
    }
}
