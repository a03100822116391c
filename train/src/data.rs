//! The input of training and scoring.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

use rustc_hash::FxHashSet;

use crate::agreement::Agreement;
use crate::example::{Example, Packed};
use crate::function_words::FunctionWords;
use crate::joining::Joining;
use crate::learn::Settings;
use crate::lists::Lists;
use crate::options::Options;
use crate::renaming::Renaming;
use crate::{conllu, convention, iob2, pack};

/// Words of a sentence, each with true if a space follows it.
pub(crate) type Words = Vec<(String, bool)>;

/// The path of jieba's dictionary.
pub(crate) const JIEBA: &str = "static/dictionary/jieba.txt";

/// The path of the sentences segmented by hand.
pub(crate) const GOLD: &str = "tests/segmentation_scores/sentences.tsv";

/// The path of the list of their words that the training text lacks.
pub(crate) const UNSEEN: &str = "tests/segmentation_scores/unseen-words.txt";

/// The name of the project's own sentences among the treebanks.
const OWN: &str = "own";

/// Number of times that each of them is repeated.
const OWN_COPIES: usize = 3;

/// The treebank of film subtitles and debates, whose words are finer than those of the others.
const SPEECH: &str = "hk";

/// All data from the input files.
#[derive(Debug)]
pub(crate) struct Data {
    /// Sentences by treebank, in newspaper convention.
    pub(crate) treebanks: BTreeMap<String, Vec<Words>>,
    /// The tokens of the treebank without trees.
    untagged: Vec<Words>,
    /// The words that treebanks cut and newspapers do not.
    function_words: FunctionWords,
    /// jieba's dictionary.
    pub(crate) jieba: String,
    /// The word lists as the decoder sees them.
    pub(crate) lists: Packed,
}

impl Data {
    /// Reads the folders and files that the options name.
    pub(crate) fn read(options: &Options) -> io::Result<Self> {
        let folder = options.needed("data")?;
        let jieba = fs::read_to_string(options.text("jieba", JIEBA))?;
        let rime = fs::read_to_string(Path::new(folder).join("words/rime-cantonese-words.txt"))?;
        let function_words = FunctionWords::read(&jieba, &rime);
        let mut treebanks = BTreeMap::new();
        for name in ["gsd-dev", "hk", "pud"] {
            let file = fs::read_to_string(Path::new(folder).join("ud").join(name).with_extension("conllu"))?;
            let sentences = conllu::sentences(&file);
            let words = sentences.iter().map(|sentence| function_words.join(&convention::words(sentence)));
            treebanks.insert(name.to_owned(), words.collect());
        }
        let own = fs::read_to_string(options.text("own", "train/data/sentences.txt"))?;
        treebanks.insert(OWN.to_owned(), own_sentences(&own));
        let lists = pack::lists(Lists::read(&jieba, &rime));
        let untagged = fs::read_to_string(Path::new(folder).join("ner/gsd-train.iob2"))?;
        let cut =
            |words: Words| words.into_iter().flat_map(|(word, space)| convention::cut(word, space)).collect();
        let untagged = iob2::sentences(&untagged).into_iter().map(|sentence| cut(sentence.words)).collect();
        Ok(Self { treebanks, untagged, function_words, jieba, lists })
    }

    /// Returns the sentences to learn from if these sentences of one treebank are held out.
    ///
    /// The treebank without trees is joined by what the others teach.
    pub(crate) fn examples(&self, held: impl Fn(&str, usize) -> bool, settings: &Settings) -> Vec<Example> {
        let mut kept = self.agreed(&held);
        let mut joining = Joining::learn(&self.with_copies(&kept, &held), &self.lists, settings);
        let joined = self.untagged.iter().map(|pieces| joining.join(pieces, &self.lists));
        kept.extend(joined.map(|words| self.function_words.join(&words)));
        self.with_copies(&kept, &held)
    }

    /// Returns sentences as examples. Those with names of people or idioms are included twice more with other
    /// names and idioms; the project's own sentences, the only ones that are news, [`OWN_COPIES`] times more.
    fn with_copies(&self, kept: &[Words], held: &impl Fn(&str, usize) -> bool) -> Vec<Example> {
        let mut renaming = Renaming::new(&self.jieba);
        let mut examples: Vec<Example> = kept.iter().map(Example::of).collect();
        for _ in 0..2 {
            let renamed = kept.iter().filter_map(|words| renaming.rename(words));
            examples.extend(renamed.map(|words| Example::of(&words).copied()));
        }
        let own = self.treebanks.get(OWN).into_iter().flatten().enumerate();
        let own = own.filter(|(at, _)| !held(OWN, *at)).map(|(_, words)| Example::of(words).copied());
        examples.extend(own.flat_map(|example| vec![example; OWN_COPIES]));
        examples
    }

    /// Returns the sentences that are not held out, those of the treebank of speech joined as in the others.
    fn agreed(&self, held: &impl Fn(&str, usize) -> bool) -> Vec<Words> {
        let is_kept = |name: &str, at: usize| !held(name, at);
        let others = self.treebanks.iter().filter(|(name, _)| *name != SPEECH);
        let others = others.flat_map(|(name, sentences)| {
            sentences.iter().enumerate().filter(move |(at, _)| is_kept(name, *at)).map(|(_, words)| words)
        });
        let agreement = Agreement::of(others);
        let mut all = Vec::new();
        for (name, sentences) in &self.treebanks {
            for (_, words) in sentences.iter().enumerate().filter(|(at, _)| is_kept(name, *at)) {
                all.push(if name == SPEECH { agreement.join(words) } else { words.clone() });
            }
        }
        all
    }

    /// Returns the words of the sentences that are not held out.
    pub(crate) fn vocabulary(&self, held: impl Fn(&str, usize) -> bool) -> FxHashSet<String> {
        self.kept(&held).into_iter().flatten().map(|(word, _)| word.clone()).collect()
    }

    fn kept(&self, held: &impl Fn(&str, usize) -> bool) -> Vec<&Words> {
        let all = self.treebanks.iter().flat_map(|(name, sentences)| {
            sentences.iter().enumerate().filter(|(at, _)| !held(name, *at)).map(|(_, words)| words)
        });
        all.collect()
    }
}

/// Parses lines of words with a space between; `#` begins a comment.
fn own_sentences(file: &str) -> Vec<Words> {
    let lines = file.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines.map(|line| line.split_ascii_whitespace().map(|word| (word.to_owned(), false)).collect()).collect()
}
