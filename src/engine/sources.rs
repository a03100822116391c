//! The places in other stories where the sentences of a story occur.

use crate::compare;
use crate::corpus::Units;
use crate::text::{OrderBy, Span, saturating_u32};
use crate::view;

use super::half::Half;
use super::similarity::rounded;
use super::{Engine, EngineError, SourcesQuestion};

impl Engine {
    pub(super) fn sources(
        &self,
        units: Units,
        question: &SourcesQuestion,
    ) -> Result<view::Sources, EngineError> {
        let story = self.half(units, &question.id)?;
        let others: Vec<Half<'_>> = self
            .within(units, &question.scope)?
            .into_iter()
            .filter(|(document, _)| document.id != question.id)
            .map(|found| Half::new(found, self.segmenters.regional()))
            .collect();
        let texts: Vec<(&str, &[Span])> =
            others.iter().map(|half| (&*half.document.text, &*half.sentences)).collect();
        let found = compare::sources(
            (&story.document.text, &story.sentences),
            &texts,
            question.min_run.max(1) as usize,
            question.partners as usize,
        );
        let mut sentences_in = vec![0_u32; others.len()];
        let sentences = story
            .sentences
            .iter()
            .zip(&found.sentences)
            .map(|(&sentence, partners)| {
                let mut stories: Vec<usize> = partners.iter().map(|partner| partner.text).collect();
                stories.sort_unstable();
                stories.dedup();
                stories.into_iter().for_each(|text| sentences_in[text] += 1);
                let numbered = story.numbered(sentence);
                view::SourcedSentence {
                    number: numbered.number,
                    quote: numbered.quote,
                    partners: partners.iter().map(|source| partner(source, &others)).collect(),
                }
            })
            .collect();
        let mut ranked: Vec<usize> = (0..others.len()).filter(|&text| found.shares[text] > 0.0).collect();
        // Equal shares keep the order of the corpus.
        ranked.order_by(|&x, &y| found.shares[y].total_cmp(&found.shares[x]).then(x.cmp(&y)));
        let stories = ranked.into_iter().map(|text| view::SourceStory {
            row: others[text].row(),
            share: rounded(found.shares[text]),
            sentences: sentences_in[text],
        });
        Ok(view::Sources {
            sentences,
            stories: stories.collect(),
            share: rounded(found.share),
            minimum_run: question.min_run.max(1),
            story: story.row(),
        })
    }
}

fn partner(source: &compare::StorySource, others: &[Half<'_>]) -> view::Partner {
    let half = &others[source.text];
    view::Partner {
        id: half.document.id.clone(),
        quote: half.quote(half.sentences[source.sentence]),
        number: saturating_u32(source.sentence + 1),
        share: rounded(source.share),
        score: rounded(source.score),
        identical: source.identical,
    }
}
