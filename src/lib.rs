//! 對讀 Duìdú: segments, counts and compares Chinese news entirely in the reader's browser.
//!
//! # Layers
//!
//! Each module imports only from modules to its left:
//!
//! `text, stats → ingest, lexicon → corpus → segment → entities → analysis, compare → view → engine → worker, cli, package
//! → api → ui`
//!
//! Data flows one way. `ingest` reads bytes and splits pages into stories; `corpus` makes each a document, whose
//! text never changes again; `segment` divides a text into tokens, with the dictionaries of `lexicon`; `entities` finds
//! the names among them;
//! `analysis` counts words, with the formulas of `stats`; `compare` aligns sentences. `view` has the plain
//! structures that the page draws. `engine` owns all state and answers one [`engine::Query`] with one
//! [`engine::Answer`]. `worker` runs an engine in a Web Worker; `ui` and `api` only send queries to it.
//! `cli` is the command `duidu`, which runs an engine natively, and
//! `package` the engine of the package for npm.
//!
//! # Invariants
//!
//! 1. A document's text never changes after ingest; every mark on the screen is a [`text::Span`] of it.
//! 2. Tokens tile the text: joining them gives the text back.
//! 3. Ingest cannot fail. Whatever it drops or joins is reported as a warning with its place, for the
//!    reader to see.
//! 4. `analysis`, `compare` and `stats` depend on their arguments only: no clock, randomness, locale or hash
//!    order.
//! 5. The same input gives the same bytes natively and in the browser: `libm` for logarithms, `u32` in all
//!    serialised data, and a total order (score, then form) on every list.
//! 6. Only `engine` has state, and only `view` types leave the worker. A query carries all that it needs, so
//!    that it can be sent again to a new worker after a crash, unless the code panicked at that query.
//! 7. The address determines what is shown; the reducer holds answers and notices; components hold hover,
//!    focus and unfinished input.
//! 8. Nothing that `bin/app.rs` can reach names the engine's state or a segmenter.
//!
//! `tests/tidy.rs` checks the order of the layers, and which modules name browser crates.
//!
//! # Glossary
//!
//! Texts:
//!
//! - **Page**: a newspaper page, or one file of the reader's own, which `window.duidu` calls a *text*.
//! - **Story**: an article of a page, with an id such as `003-1`; with its final text it is a *document*.
//! - **Split**: to divide a page into stories; ingest makes a *draft*, which the reader corrects by *edits*.
//! - **Block**: a part of a story with one role: headline, deck, subhead, paragraph, caption and so on.
//! - **Furniture**: a block that belongs to no story, such as an advertisement.
//! - **Caution**: a choice of ingest on a page that the reader should look at, such as a headline of a few letters.
//! - **Content name**: the name of an own text or story in addresses, which tells its content: `u1-2~7k2mq9x4ab.c8d0f1e2`.
//! - **Twin**: a story that is in the collection a second time, wholly or nearly.
//! - **Span**: a range of bytes in a document's text; in a view it is a *range* of UTF-16 code units.
//! - **Place**: a range in a story, with the story's id.
//!
//! Words:
//!
//! - **Segment**: to divide a text into tokens; a *segmenter* does it.
//! - **Token**: a piece of a segmented text.
//! - **Word**: a token with a letter, ideograph or digit; only words are counted.
//! - **Term**: several words that are joined into one token, such as 上海合作組織.
//! - **Units**: what is counted: the segmenter (*mode*), and whether words are joined into terms.
//! - **Variant**: one of several characters for the same one (臺, 台); to *fold* is to map them to one.
//! - **Writing**: one of the forms of a word that differ in variants only (臺灣, 台灣).
//! - **Correction**: what the reader's dictionary says of some characters: one word, or split into several.
//! - **Entity**: a name of a person, a place or an organisation in a text; its *name* is the fullest form of it there.
//! - **Margin**: the score of the best reading of a sentence less that of the best one without a given word.
//!
//! Counts:
//!
//! - **Scope**: the stories, or some blocks of them, that a question is about.
//! - **Dispersion**: how evenly a word occurs over stories; its *range* is the number of stories with it.
//! - **Keyness**: how strongly a word distinguishes a target scope from a reference, positive or negative.
//! - **Keyword**: a word that characterises one story among all, by TF-IDF or TextRank; not a keyness result.
//! - **Node**: the word, phrase or pattern that is looked for; each *occurrence* is one match.
//! - **Concordance**: the occurrences of a node in their contexts; `window.duidu` calls it `kwic`.
//! - **Collocate**: a word in the *window* around a node, which is a number of words to its left and right.
//! - **Phrase**: a sequence of words that is repeated, and would be rarer with any further word.
//!
//! Comparisons:
//!
//! - **Alignment**: the correspondence of two stories, passage by passage.
//! - **Pair**: a passage of one story and its partner in the other; a passage is one sentence or several.
//! - **Difference**: one change inside a pair, with its type: variant, wording, omission and so on.
//! - **Effect**: what a difference changes: a fact, the voice, the wording or the form; a reader may *move* it to another.
//! - **Related**: two sentences that report the same thing, wholly or in part, in words too different to be compared.
//! - **Run**: a sequence of letters that two stories share; those of a minimum length count as *copied*.
//! - **Fingerprint**: the hash of a run, one of those by which a database joins the stories that share a passage.
//! - **Formula**: a run that unrelated stories share as well, such as a set phrase.
//! - **Witness**: one of several stories compared in one table, whose rows follow the order of the *base*.
//! - **Lemma**: the wording of a row with which the others are compared; the result is their *agreement*.
//! - **Event**: what several stories tell, each in its own words or copied.
//! - **Fact**: a number, day, name, quotation or source that stories report; a *mention* is its place in one of them.
//! - **Wire copy**: 通稿, the text that several witnesses share, as inferred from them.
//!
//! Questions:
//!
//! - **Question**: one thing to ask the engine, with its options; its *answer* is the view tied to it.
//! - **Query**: a question with its units.
//! - **Session**: own pages, corrections and settings as one file.

#![cfg_attr(test, allow(clippy::string_slice, reason = "a test stops at the first surprise"))]

pub mod analysis;
#[cfg(feature = "ui")]
pub mod api;
#[cfg(feature = "cli")]
pub mod cli;
pub mod compare;
pub mod corpus;
pub mod engine;
pub mod entities;
pub mod ingest;
pub mod lexicon;
#[cfg(feature = "package")]
pub mod package;
pub mod segment;
pub mod stats;
pub mod text;
#[cfg(feature = "ui")]
pub mod ui;
pub mod view;
#[cfg(feature = "browser")]
pub mod worker;

/// The version of the application, which is also `duidu.version`.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The SHA-256 of the jieba dictionary that belongs to this build; any other is refused.
pub const DICTIONARY_SHA256: &str = env!("DUIDU_DICTIONARY_SHA256");

/// The identity of this build: page and worker refuse each other if theirs differ.
pub const BUILD: &str = env!("DUIDU_BUILD");
