//! Edits of a page, tested.
