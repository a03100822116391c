//! Counting: word lists, phrases, terms, measures, keyness, keywords, concordances and collocates.

pub mod collocates;
pub mod concordance;
pub mod keyness;
pub mod keywords;
pub mod measures;
pub mod names;
pub mod phrases;
pub mod terms;
pub mod words;
