//! A comparison as a file: functions of a view, and for the report also of its labels.

mod collatex;
mod csv;
mod escape;
mod html;
mod labels;
mod markdown;
mod outline;
mod passim;
mod tei;

pub use collatex::collatex;
pub use csv::csv;
pub use html::html;
pub use labels::{Label, Labels};
pub use markdown::markdown;
pub use passim::passim;
pub use tei::tei;
