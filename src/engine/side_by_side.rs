//! Two stories side by side.
