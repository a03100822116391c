//! The corpora that the reader named: kept as addresses write them, so that they follow their texts. Pure.

use super::i18n::{MessageKey, key};
use super::routes::OwnTexts;
use super::routes::codec::Parameter;
use super::scopes;
use crate::corpus::Scope;
use crate::view::StoryRow;

/// Maximum number of characters of a name.
const LONGEST: usize = 60;

/// A corpus that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptCorpus {
    /// Its name.
    pub name: String,
    /// Its stories, under its name.
    pub scope: Scope,
    /// Number of its stories that are not here.
    pub missing: u32,
    line: String,
}

/// All corpora that are kept, in the order in which they were named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptCorpora(Vec<KeptCorpus>);

/// The reason why a corpus cannot be named so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamingProblem {
    /// It has no name.
    NoName,
    /// The name is too long.
    TooLong,
    /// Another corpus has that name.
    Taken,
    /// It has no story.
    NoStory,
}

impl NamingProblem {
    /// Returns the message for the reader.
    pub(crate) fn key(self) -> MessageKey {
        match self {
            Self::NoName => key!("corpus-no-name"),
            Self::TooLong => key!("corpus-name-long"),
            Self::Taken => key!("corpus-name-taken"),
            Self::NoStory => key!("corpus-no-story"),
        }
    }
}

impl KeptCorpora {
    /// Reads corpora as they are kept, one to a line; texts have the names that `own` knows.
    pub fn read(kept: &str, own: &OwnTexts) -> Self {
        let corpus = |line: &str| {
            let mut scope = Scope::parse(line)?;
            let missing = own.resolve(&mut scope);
            let Scope::Named { name, .. } = &scope else { return None };
            let missing = u32::try_from(missing).unwrap_or(u32::MAX);
            Some(KeptCorpus { name: name.clone(), scope: scope.clone(), missing, line: line.to_owned() })
        };
        Self(kept.lines().filter_map(corpus).collect())
    }

    /// Returns the corpora.
    pub fn list(&self) -> &[KeptCorpus] {
        &self.0
    }

    /// Returns the scope of each.
    pub fn scopes(&self) -> Vec<Scope> {
        self.0.iter().map(|corpus| corpus.scope.clone()).collect()
    }

    /// Returns what is kept with one more corpus, and the corpus as a scope.
    ///
    /// # Errors
    /// [`NamingProblem`] if it has no name or story, or if another one has its name.
    pub fn with(
        &self,
        name: &str,
        scope: &Scope,
        rows: &[StoryRow],
        own: &OwnTexts,
    ) -> Result<(String, Scope), NamingProblem> {
        let name = name.trim();
        if name.is_empty() {
            return Err(NamingProblem::NoName);
        }
        if name.chars().nth(LONGEST).is_some() {
            return Err(NamingProblem::TooLong);
        }
        let named = scopes::named(name, scope);
        if let Some(other) = self.0.iter().find(|corpus| corpus.name == name) {
            return if other.scope == named { Ok((self.kept(), named)) } else { Err(NamingProblem::Taken) };
        }
        if scopes::count(&named, rows) == 0 {
            return Err(NamingProblem::NoStory);
        }
        let mut written = scopes::whole(&named).clone();
        own.name_by_content(&mut written);
        let line = written.parameter();
        Ok((
            self.0
                .iter()
                .map(|corpus| corpus.line.as_str())
                .chain([line.as_str()])
                .collect::<Vec<_>>()
                .join("\n"),
            named,
        ))
    }

    /// Returns what is kept without a corpus; nothing if none is left.
    pub fn without(&self, name: &str) -> Option<String> {
        let left: Vec<&str> =
            self.0.iter().filter(|corpus| corpus.name != name).map(|corpus| corpus.line.as_str()).collect();
        (!left.is_empty()).then(|| left.join("\n"))
    }

    fn kept(&self) -> String {
        self.0.iter().map(|corpus| corpus.line.as_str()).collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::StoryFilter;
    use crate::view::ContentName;

    fn row(id: &str, file: &str) -> StoryRow {
        StoryRow {
            id: id.into(),
            page: id.split('-').next().unwrap().into(),
            paper: String::new(),
            date: String::new(),
            series: String::new(),
            file: file.into(),
            tags: Vec::new(),
            headline: "題".into(),
            opening: String::new(),
            characters: 1,
            tokens: 1,
        }
    }

    fn own(page: &str) -> OwnTexts {
        let name =
            |id: String, text: &str| ContentName { id, source: "abcdefghjk".into(), text: text.into() };
        let names = vec![name(page.to_owned(), ""), name(format!("{page}-1"), "12345678")];
        OwnTexts::new(names, &[row(&format!("{page}-1"), "支持/a.txt")], &[])
    }

    #[test]
    fn a_corpus_follows_its_texts_to_other_numbers() {
        let rows = [row("u1-1", "支持/a.txt")];
        let by_hand = Scope::story("u1-1");
        let (kept, _) = KeptCorpora::default().with(" 支持 ", &by_hand, &rows, &own("u1")).unwrap();
        let here = KeptCorpora::read(&kept, &own("u1"));
        assert_eq!(here.scopes(), [scopes::named("支持", &by_hand)]);
        let elsewhere = KeptCorpora::read(&kept, &own("u7"));
        assert_eq!(elsewhere.scopes(), [scopes::named("支持", &Scope::story("u7-1"))]);
        let nowhere = KeptCorpora::read(&kept, &OwnTexts::default());
        assert_eq!((nowhere.list()[0].missing, nowhere.kept()), (1, kept), "nothing is lost");
    }

    #[test]
    fn a_name_is_of_one_corpus() {
        let (rows, own) = ([row("u1-1", "支持/a.txt")], own("u1"));
        let folder = StoryFilter { folder: Some("支持".into()), ..StoryFilter::default() };
        let folder = Scope::Filter(folder);
        let (kept, named) = KeptCorpora::default().with("支持", &folder, &rows, &own).unwrap();
        let corpora = KeptCorpora::read(&kept, &own);
        assert_eq!(corpora.with("支持", &folder, &rows, &own), Ok((kept, named)));
        assert_eq!(corpora.with("支持", &Scope::All, &rows, &own), Err(NamingProblem::Taken));
        assert_eq!(corpora.with(" ", &folder, &rows, &own), Err(NamingProblem::NoName));
        assert_eq!(corpora.with("無", &scopes::paper("無"), &rows, &own), Err(NamingProblem::NoStory));
        assert_eq!(corpora.without("支持"), None);
    }
}
