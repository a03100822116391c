//! Tests of the joining of terms.
