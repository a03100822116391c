//! Own texts in the engine, tested.
