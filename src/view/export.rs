//! A comparison as a file: functions of a view, and for the report also of its labels.

mod address;
mod collatex;
mod csv;
mod escape;
mod html;
mod labels;
mod markdown;
mod outline;
mod passim;
mod side_by_side;
mod table;
mod tei;

pub use address::{PassageAddress, UnsafeAddress};
pub use collatex::collatex;
pub use csv::csv;
pub use escape::xml;
pub use html::html;
pub use labels::{Label, Labels};
pub use markdown::markdown;
pub use passim::passim;
pub use table::{Field, Separator, Table};
pub use tei::tei;
