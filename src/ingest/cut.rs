//! Cutting of a page's text into stories with typed blocks, by typography and the press's own wording alone.

mod adverts;
mod bigrams;
mod boundary;
mod briefs;
mod chapters;
mod chat;
mod code;
mod columns;
mod controls;
mod credit;
mod dateline;
mod day;
mod ending;
mod facts;
mod frame;
mod front;
mod furniture;
mod heading;
mod issue;
mod joint;
mod labels;
mod lead;
mod letters;
mod line;
mod mail;
mod mark;
mod middle;
mod notice;
mod numbering;
mod origin;
mod pairs;
mod parting;
mod pictures;
mod posts;
mod press;
mod read_more;
mod record;
mod repost;
mod sheet;
mod signing;
mod source_lines;
mod spacing;
mod story;
mod unit;

pub(super) use dateline::opens as opens_with_dateline;
pub(super) use day::date_in;
pub(super) use facts::paper_named_in;
pub(super) use furniture::is_said;
pub(super) use line::{is_furniture, kind_by_wording};
pub(super) use mark::is_address;
pub(super) use notice::{heads_list, is_notice};
pub(super) use press::{Press, Sense};

use std::ops::ControlFlow;

use super::pace::{Pace, Pause, at_once};
use super::{BlockKind, CutOptions, Draft, DraftBlock, DraftStory, IngestWarning, WarningKind};
use crate::text::OrderBy;
use bigrams::Bigrams;
use columns::Columns;
use story::UnitRole;
use unit::{Form, PageUnit};

/// Number of passes over a text: its spaces, lines, units, their wording, boundaries between them, stories.
const PASSES: usize = 6;

/// Cuts a page into stories. Pure, linear in the text, and infallible: doubts are reported as warnings.
pub fn cut(text: &str, options: CutOptions) -> Draft {
    cut_known(text, &[], options)
}

/// Cuts a page of which the kinds of some lines are known already, by their numbers from 1 and in order.
pub fn cut_known(text: &str, known: &[(u32, BlockKind)], options: CutOptions) -> Draft {
    // Nobody ends it, so there is a draft.
    at_once(cut_in_steps(text, known, options, async |_| ControlFlow::Continue(()))).unwrap_or_default()
}

/// Cuts as [`cut_known`] does, and pauses again and again while a text is long: `pause` is told how many bytes of it are
/// done, and there is no draft if it ends the work.
pub async fn cut_in_steps(
    text: &str,
    known: &[(u32, BlockKind)],
    options: CutOptions,
    pause: impl Pause,
) -> Option<Draft> {
    let pace = &mut Pace::new(text.len(), PASSES, pause);
    let spaced = spacing::joined(text, pace).await?;
    let text = &*spaced.text;
    let mut lines = line::lines(text, known, pace).await?;
    middle::unmark_middles(&mut lines);
    chat::mark_chat(&mut lines);
    record::mark_records(&mut lines);
    repost::mark_reposts(&mut lines);
    mail::mark_mail(&mut lines);
    source_lines::mark_sources(&mut lines);
    posts::mark_posts(&mut lines);
    read_more::mark_items(&mut lines);
    front::mark_front(&mut lines);
    signing::mark_names_below(&mut lines);
    pictures::mark_pictures(&mut lines);
    labels::mark_labels(&mut lines);
    letters::mark_letters(&mut lines);
    ending::mark_endings(&mut lines);
    adverts::mark_adverts(&mut lines);
    chapters::mark_chapters(&mut lines);
    briefs::mark_briefs(&mut lines);
    frame::mark_frame(&mut lines);
    parting::mark_parts(&mut lines);
    let lines = lines;
    let columns = Columns::find(&lines, options.unwrap);
    let mut warnings = Vec::new();
    if spaced.lines > 0 {
        warnings.push(warning(spaced.first, WarningKind::JoinedLetters, &spaced.lines.to_string()));
    }
    let mut units = unit::units(&lines, &columns, options.unwrap, &mut warnings, pace).await?;
    let mut bigrams = Bigrams::of(&units, text.len() / 3, pace).await?;
    let mut doubts = Vec::new();
    let mut starts = boundary::boundaries(&units, &mut bigrams, &mut doubts, pace).await?;
    if options.split {
        warnings.append(&mut doubts);
    } else {
        starts.truncate(1);
    }
    if starts.is_empty() && !units.is_empty() {
        starts.push(units.len());
    }
    unit::put_labels_back(&mut units, &starts, &mut warnings);
    let parts = if starts == [units.len()] {
        alone(&units)
    } else {
        story::parts(&units, &starts, &mut bigrams, pace).await?
    };
    for (unit, part) in units.iter().zip(&parts) {
        if part.kind == BlockKind::Furniture {
            warnings.push(warning(unit.lines.0, WarningKind::DroppedFurniture, &unit.text));
        }
    }
    for (at, line) in lines.iter().enumerate().filter(|&(at, _)| columns.begins(at)) {
        if at.checked_add(1).is_some_and(|next| next < lines.len()) {
            warnings.push(warning(line.number, WarningKind::UnwrappedColumn, line.text));
        }
    }
    headlines(&units, &parts, &starts, &mut warnings);
    warnings.order_by_key(|warning| warning.line);
    let stories = stories(&units, &parts, starts.len());
    Some(Draft { stories, warnings, wrapped: columns.any() })
}

/// Treats a page without running text as one story.
fn alone(units: &[PageUnit<'_>]) -> Vec<UnitRole> {
    let mut headed = false;
    units
        .iter()
        .map(|unit| {
            let kind = match unit.form {
                Form::Title if !headed => {
                    headed = true;
                    BlockKind::Headline
                }
                Form::Title => BlockKind::Subhead,
                Form::Label => BlockKind::Kicker,
                Form::Byline => BlockKind::Byline,
                Form::Caption => BlockKind::Caption,
                Form::Note => BlockKind::Note,
                Form::Furniture => BlockKind::Furniture,
                Form::Paragraph => BlockKind::Paragraph,
            };
            UnitRole { story: 0, kind }
        })
        .collect()
}

/// Warns about stories without a headline, and about headlines below their story.
fn headlines(
    units: &[PageUnit<'_>],
    parts: &[UnitRole],
    starts: &[usize],
    warnings: &mut Vec<IngestWarning>,
) {
    let mut headline = vec![None; starts.len()];
    for (at, part) in parts.iter().enumerate().filter(|(_, part)| part.kind == BlockKind::Headline) {
        if let Some(headline) = headline.get_mut(part.story) {
            *headline = Some(at);
        }
    }
    for (start, headline) in starts.iter().zip(headline) {
        let Some(first) = units.get(*start) else { continue };
        match headline.filter(|at| at > start).and_then(|at| units.get(at)) {
            Some(below) => warnings.push(warning(below.lines.0, WarningKind::HeadlineAfterBody, &below.text)),
            None if headline.is_none() => {
                warnings.push(warning(first.lines.0, WarningKind::NoHeadline, &first.text))
            }
            None => {}
        }
    }
}

/// Builds the stories of a draft: the titles of each, then the rest in the order of the page.
fn stories(units: &[PageUnit<'_>], parts: &[UnitRole], count: usize) -> Vec<DraftStory> {
    let mut stories: Vec<DraftStory> = vec![DraftStory::default(); count];
    let order = [Some(BlockKind::Headline), Some(BlockKind::Kicker), Some(BlockKind::Deck), None];
    for wanted in order {
        for (unit, part) in units.iter().zip(parts) {
            let is_title = matches!(part.kind, BlockKind::Headline | BlockKind::Kicker | BlockKind::Deck);
            let Some(story) = stories.get_mut(part.story) else { continue };
            if wanted == Some(BlockKind::Kicker)
                && part.kind == BlockKind::Paragraph
                && let Some(label) = &unit.label
            {
                story.blocks.push(DraftBlock {
                    kind: BlockKind::Kicker,
                    text: label.clone(),
                    lines: (unit.lines.0, unit.lines.0),
                });
            }
            if wanted.map_or(!is_title, |wanted| wanted == part.kind) {
                story.blocks.push(DraftBlock {
                    kind: part.kind,
                    text: unit.text.as_ref().to_owned(),
                    lines: unit.lines,
                });
            }
        }
    }
    // Numbers in the headings of a file are the paper's own.
    if units.iter().all(|unit| unit.known.is_none()) {
        numbering::take_off(&mut stories);
    }
    for (story, (paper, date)) in stories.iter_mut().zip(facts::facts(units, parts, count)) {
        (story.paper, story.date) = (paper, date);
    }
    stories
}

/// Builds a warning with the beginning of the text it is about.
fn warning(line: u32, kind: WarningKind, text: &str) -> IngestWarning {
    IngestWarning { line, kind, text: text.chars().take(24).collect() }
}
