//! What is known of the bundled stories that report the same event, found again by the comparison.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

use std::fs;

use duidu::corpus::{BlockKind, Scope};
use duidu::engine::{Answer, Engine, Question};
use duidu::view::{Comparison, DifferenceType, Pair, Range};

struct Compared {
    found: Comparison,
    a: Vec<u16>,
    b: Vec<u16>,
}

impl Compared {
    fn new(a: &str, b: &str) -> Self {
        let model = fs::read("static/model/segmenter.bin").unwrap();
        let mut engine = Engine::open(model, |_, _, _| ()).unwrap();
        let query = Question::Compare {
            a: a.to_owned(),
            b: b.to_owned(),
            fold_variants: false,
            ignore_punctuation: false,
            minimum_run: None,
        };
        let Answer::Comparison(found) = engine.handle(query).unwrap() else {
            panic!("a comparison was asked for")
        };
        let mut text = |id: &str| match engine.handle(Question::Text { id: id.to_owned() }).unwrap() {
            Answer::Text(text) => text.encode_utf16().collect(),
            _ => panic!("a text was asked for"),
        };
        Self { found: *found, a: text(a), b: text(b) }
    }

    fn a(&self, range: &Range) -> String {
        String::from_utf16(&self.a[range.start as usize..range.end as usize]).unwrap()
    }

    fn b(&self, range: &Range) -> String {
        String::from_utf16(&self.b[range.start as usize..range.end as usize]).unwrap()
    }

    /// Pairs in which neither side has a closer partner.
    fn firm(&self) -> impl Iterator<Item = &Pair> {
        self.found.pairs.iter().filter(|pair| !pair.repeated)
    }

    fn differences(&self, kind: DifferenceType) -> Vec<(&str, &str)> {
        let all = self.found.pairs.iter().flat_map(|pair| &pair.differences);
        all.filter(|difference| difference.kind == kind).map(|d| (d.a.as_str(), d.b.as_str())).collect()
    }
}

#[test]
fn the_video_call_is_one_release_in_two_papers() {
    let call = Compared::new("003-1", "004-1");
    assert_eq!(call.found.a.sentences, 25);
    let mut paired: Vec<&Range> = call.found.pairs.iter().map(|pair| &pair.a).collect();
    paired.sort_by_key(|range| range.start);
    paired.dedup();
    assert_eq!(paired.len(), 24);
    assert_eq!(call.found.identical, 19);
    assert_eq!(call.found.only_a.iter().map(|range| call.a(range)).collect::<Vec<_>>(), ["王毅參加活動。"]);
    // The other paper's lead words a sentence of its own body anew: it replaces none of the first paper's.
    let [lead] = call.found.only_b[..] else { panic!("one sentence stands in the second paper only") };
    assert!(call.b(&lead).starts_with("習近平在會晤中強調"));
    let counts = call.found.counts;
    assert_eq!((counts.variant, counts.addition, counts.omission), (1, 2, 2));
    assert_eq!((counts.punctuation, counts.number, counts.wording), (0, 0, 0));

    assert_eq!(call.differences(DifferenceType::Variant), [("平台", "平臺")]);
    let openings: Vec<_> = call
        .found
        .pairs
        .iter()
        .flat_map(|pair| &pair.differences)
        .filter(|difference| difference.kind != DifferenceType::Variant)
        .map(|difference| (difference.a.as_str(), difference.b.as_str()))
        .collect();
    assert_eq!(
        openings,
        [
            ("", "香港文匯報訊 據新華社報道，"),
            ("", "會晤時，"),
            ("習近平強調，", ""),
            ("【大公報訊】據新華社報道：", ""),
        ]
    );
    // Two sentences of the lead of 003-1 stand in its body too, and both times pair with the one of 004-1.
    for start in ["今年是中國人民抗日戰爭", "中俄兩國要以此為契機"] {
        let twice =
            call.found.pairs.iter().filter(|pair| call.a(&pair.a).starts_with(start)).collect::<Vec<_>>();
        assert_eq!(twice.len(), 2);
        assert_eq!(twice[0].b, twice[1].b);
        assert!(twice.iter().all(|pair| pair.differences.is_empty()));
    }
}

#[test]
fn the_ministry_on_trade_changed_one_word() {
    let trade = Compared::new("003-3", "004-2");
    let pair = trade.firm().find(|pair| trade.b(&pair.b).contains("互惠")).unwrap();
    let differences: Vec<_> = pair.differences.iter().map(|d| (d.kind, d.a.as_str(), d.b.as_str())).collect();
    assert_eq!(differences, [(DifferenceType::Wording, "互利", "互惠")]);
}

#[test]
fn the_ministry_on_the_health_organisation_changed_its_punctuation() {
    let health = Compared::new("003-4", "004-2");
    let pair = health.firm().find(|pair| health.a(&pair.a).contains("權威專業")).unwrap();
    let punctuation: Vec<_> = pair
        .differences
        .iter()
        .filter(|difference| difference.kind == DifferenceType::Punctuation)
        .map(|difference| (difference.a.as_str(), difference.b.as_str()))
        .collect();
    // 權威專業 → 權威、專業; 中心協調 → 中心、協調; one sentence cut in two; 加強，不應 → 加強、不應.
    assert_eq!(punctuation, [("", "、"), ("", "、"), ("，", "。"), ("，", "、")]);
    assert!(
        health.b(&pair.b).contains("作用。世界衛生組織"),
        "two sentences of 004-2 stand for one of 003-4"
    );

    let variants = health.differences(DifferenceType::Variant);
    assert!(!variants.is_empty());
    assert!(variants.iter().all(|(a, b)| a.replace('衞', "衛") == *b), "{variants:?}");
    let lead = health.differences(DifferenceType::Addition);
    assert!(
        lead.iter().any(|(_, b)| b.starts_with("郭嘉昆談及白宮稱") && b.ends_with("郭嘉昆並稱，")),
        "{lead:?}"
    );
}

#[test]
fn a_story_differs_in_nothing_from_itself() {
    let same = Compared::new("001-1", "001-1");
    assert_eq!(same.found.identical as usize, same.found.pairs.len());
    assert!(same.found.only_a.is_empty() && same.found.only_b.is_empty());
    assert!(same.found.pairs.iter().all(|pair| !pair.moved && !pair.repeated));
    assert_eq!((same.found.reuse.a_in_b, same.found.reuse.b_in_a), (1.0, 1.0));
}

#[test]
fn the_frames_of_both_stories_are_laid_beside_each_other() {
    let call = Compared::new("003-1", "004-1");
    let facts = &call.found.facts;
    assert!(facts.headline && facts.dateline);
    let dateline = |quote: &Option<duidu::view::Quote>| quote.as_ref().map(|quote| quote.text.clone());
    assert_eq!(dateline(&facts.dateline_b).as_deref(), Some("香港文匯報訊 據新華社報道，"));
    assert_eq!(dateline(&facts.dateline_a).as_deref(), Some("【大公報訊】據新華社報道："));
    let captions: Vec<_> =
        call.found.headings.iter().filter(|heading| heading.kind == BlockKind::Caption).collect();
    assert!(captions.iter().any(|caption| caption.alike && !caption.differences.is_empty()), "{captions:?}");
    assert!(call.found.headings.iter().any(|heading| heading.kind == BlockKind::Headline && !heading.alike));
}

#[test]
fn the_matrix_puts_the_known_pairs_first() {
    let mut engine = Engine::open(fs::read("static/model/segmenter.bin").unwrap(), |_, _, _| ()).unwrap();
    let question = Question::Similarity { scope: Scope::default(), minimum_run: duidu::compare::MINIMUM_RUN };
    let Answer::Similarity(found) = engine.handle(question).unwrap() else {
        panic!("the stories were held against each other")
    };
    let stories = found.ids.len();
    // The box 002-4 quotes the story it stands beside; what two papers have in common is asked for.
    let papers = |i: usize, j: usize| found.ids[i][..3] != found.ids[j][..3];
    for table in [&found.reuse, &found.discounted] {
        let mut ranked: Vec<(f64, &str, &str)> = (0..stories)
            .flat_map(|i| (0..i).map(move |j| (i, j)))
            .filter(|&(i, j)| papers(i, j))
            .map(|(i, j)| (table[i][j].max(table[j][i]), found.ids[j].as_str(), found.ids[i].as_str()))
            .collect();
        ranked.sort_by(|x, y| y.0.total_cmp(&x.0));
        let mut first: Vec<(&str, &str)> = ranked[..3].iter().map(|pair| (pair.1, pair.2)).collect();
        first.sort_unstable();
        assert_eq!(first, [("003-1", "004-1"), ("003-3", "004-2"), ("003-4", "004-2")], "{:?}", &ranked[..6]);
        // What unrelated stories share are titles and formulae.
        assert!(ranked[2].0 > 1.5 * ranked[3].0, "{:?}", &ranked[..6]);
    }
    for i in 0..stories {
        assert_eq!((found.reuse[i][i], found.cosine[i][i]), (1.0, 1.0));
        for j in 0..stories {
            assert!(found.discounted[i][j] <= found.reuse[i][j]);
            assert_eq!(found.cosine[i][j], found.cosine[j][i]);
        }
    }
}
