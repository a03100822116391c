//! Known facts about the bundled stories that report the same event, compared with the results of the
//! comparison.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::string_slice,
    reason = "a test stops at the first surprise"
)]

use std::fs;

use duidu::corpus::{BlockKind, Scope};
use duidu::engine::{Answer, Ask, CompareQuestion, Engine, SimilarityQuestion, StoryTextQuestion};
use duidu::view::{ComparedStory, Comparison, DifferenceType, Effect, Range};

struct Compared {
    found: Comparison,
    a: Vec<u16>,
    b: Vec<u16>,
}

fn unpaired(story: &ComparedStory) -> impl Iterator<Item = &Range> {
    let sentences = story.blocks.iter().flat_map(|block| &block.sentences);
    sentences
        .filter(|sentence| sentence.number > 0 && sentence.pairs.is_empty())
        .map(|sentence| &sentence.range)
}

impl Compared {
    fn new(a: &str, b: &str) -> Self {
        let model = fs::read("static/model/segmenter.bin").unwrap();
        let mut engine = Engine::open(model, |_, _, _| ()).unwrap();
        let query = CompareQuestion {
            a: a.to_owned(),
            b: b.to_owned(),
            fold_variants: false,
            ignore_punctuation: false,
            min_run: None,
        };
        let found = engine.ask(query.query()).unwrap();
        let mut text = |id: &str| match engine.handle(StoryTextQuestion { id: id.to_owned() }).unwrap() {
            Answer::Text(text) => text.encode_utf16().collect(),
            _ => panic!("a text was asked for"),
        };
        Self { found, a: text(a), b: text(b) }
    }

    fn a(&self, range: &Range) -> String {
        String::from_utf16(&self.a[range.start as usize..range.end as usize]).unwrap()
    }

    fn b(&self, range: &Range) -> String {
        String::from_utf16(&self.b[range.start as usize..range.end as usize]).unwrap()
    }

    /// The sentences that are worded like none of the other paper, though they may report the same thing as one.
    fn unpaired_a(&self) -> Vec<String> {
        unpaired(&self.found.a).map(|range| self.a(range)).collect()
    }

    fn unpaired_b(&self) -> Vec<String> {
        unpaired(&self.found.b).map(|range| self.b(range)).collect()
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
    assert_eq!(call.unpaired_a(), ["王毅參加活動。"]);
    // The other paper's lead rewords a sentence of its own body: it replaces none of the first paper's.
    let [lead] = &call.unpaired_b()[..] else { panic!("one sentence stands in the second paper only") };
    assert!(lead.starts_with("習近平在會晤中強調"));
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
    // Two sentences of the lead of 003-1 occur in its body too, and both pair with the same sentence of
    // 004-1.
    for start in ["今年是中國人民抗日戰爭", "中俄兩國要以此為契機"] {
        let twice =
            call.found.pairs.iter().filter(|pair| call.a(&pair.a).starts_with(start)).collect::<Vec<_>>();
        assert_eq!(twice.len(), 2);
        assert_eq!(twice[0].b, twice[1].b);
        assert!(twice.iter().all(|pair| pair.differences.is_empty()));
    }
}

/// A pair as listed by a reader of both pages: the beginnings of its passages, and every difference in order.
struct Expected {
    a: &'static str,
    b: &'static str,
    moved: bool,
    differences: &'static [(DifferenceType, &'static str, &'static str)],
}

impl Compared {
    /// Compares all results with a list made by hand; sentences without a partner are given by their
    /// beginnings.
    fn check(&self, pairs: &[Expected], only_a: &[&str], only_b: &[&str]) {
        assert_eq!(self.found.pairs.len(), pairs.len(), "{:?}", self.found.pairs);
        for (found, expected) in self.found.pairs.iter().zip(pairs) {
            let (a, b) = (self.a(&found.a), self.b(&found.b));
            assert!(a.starts_with(expected.a) && b.starts_with(expected.b), "{a}\n{b}");
            assert_eq!((found.moved, found.repeated), (expected.moved, false), "{a}");
            let differences: Vec<_> =
                found.differences.iter().map(|d| (d.kind, d.a.as_str(), d.b.as_str())).collect();
            assert_eq!(differences, expected.differences, "{a}");
        }
        let alone = |found: Vec<String>, expected: &[&str]| {
            assert_eq!(found.len(), expected.len(), "{found:?}");
            for (found, expected) in found.iter().zip(expected) {
                assert!(found.starts_with(expected), "{found} for {expected}");
            }
        };
        alone(self.unpaired_a(), only_a);
        alone(self.unpaired_b(), only_b);
    }
}

#[test]
fn the_ministry_on_trade_matches_a_list_made_by_hand() {
    use DifferenceType::{Omission, Wording};
    Compared::new("003-3", "004-2").check(
        &[
            Expected {
                a: "對於美國總統特朗普表示",
                b: "郭嘉昆指出，中美經貿合作的本質",
                moved: false,
                differences: &[
                    (
                        Omission,
                        "對於美國總統特朗普表示，他將要求其政府對中國貿易行為進行調查，中國外交部發言人",
                        "",
                    ),
                    (Omission, "21日", ""),
                    (Wording, "表示", "指出"),
                ],
            },
            Expected {
                a: "中方願意按照相互尊重",
                b: "中方願意按照相互尊重",
                moved: false,
                differences: &[(Wording, "互利", "互惠")],
            },
            // The question follows the answer in one paper and precedes it in the other.
            Expected {
                a: "中方對此有何回應？", b: "中方對此有何回應？", moved: true, differences: &[]
            },
        ],
        &[
            "【大公報訊】綜合中新社、環球時報",
            "郭嘉昆作上述回應。",
            "另有記者提問，中方是否會邀請",
            "郭嘉昆表示，中方願同美國新政府一道",
            "對於下一步中美關係發展",
            "美工商界看好中國經濟前景",
            "北京大學國際關係學院教授",
            "同時，這位專家判斷",
            "有可能希望藉機進一步打開",
            "王勇強調，中國對美國",
            "有了正確的對華認知",
        ],
        &[
            "此外，有記者提問稱",
            "發言人郭嘉昆對此表示",
            "世界衛生組織作用只應加強",
            "中方將一如既往地支持",
            "郭嘉昆談及白宮稱",
            "中國積極應對氣候變化的決心",
            "中方將同各方一道",
        ],
    );
}

#[test]
fn the_ministry_on_the_health_organisation_matches_a_list_made_by_hand() {
    use DifferenceType::{Addition, Omission, Punctuation, Variant};
    const HEALTH: (DifferenceType, &str, &str) = (Variant, "衞生", "衛生");
    let health = Compared::new("003-4", "004-2");
    health.check(
        &[
            // One sentence of 003-4 is two in 004-2.
            Expected {
                a: "郭嘉昆表示，作為全球公共衞生領域",
                b: "發言人郭嘉昆對此表示",
                moved: false,
                differences: &[
                    (Addition, "", "發言人"),
                    (Addition, "", "對此"),
                    HEALTH,
                    (Punctuation, "", "、"),
                    (Omission, "國際", ""),
                    HEALTH,
                    HEALTH,
                    (Punctuation, "", "、"),
                    (Punctuation, "，", "。"),
                    HEALTH,
                    (Punctuation, "，", "、"),
                ],
            },
            Expected {
                a: "中方將一如既往地支持世界衞生組織",
                b: "中方將一如既往地支持世界衛生組織",
                moved: false,
                differences: &[HEALTH; 4],
            },
            Expected {
                a: "氣候變化是全人類面臨的共同挑戰",
                b: "郭嘉昆談及白宮稱將退出《巴黎協定》時表示",
                moved: false,
                differences: &[(
                    Addition,
                    "",
                    "郭嘉昆談及白宮稱將退出《巴黎協定》時表示，中方對此表示關切，郭嘉昆並稱，",
                )],
            },
            Expected {
                a: "中國積極應對氣候變化的決心",
                b: "中國積極應對氣候變化的決心",
                moved: false,
                differences: &[],
            },
            Expected {
                a: "中方將同各方一道", b: "中方將同各方一道", moved: false, differences: &[]
            },
        ],
        &["【大公報訊】綜合中新社、央視新聞報道", "1月21日，中國外交部發言人", "同時，中方對美方宣布"],
        &[
            "中方對此有何回應？",
            "郭嘉昆指出，中美經貿合作的本質",
            "中方願意按照相互尊重",
            "此外，有記者提問稱",
        ],
    );
    assert_eq!(health.found.facts.split, 1);
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
fn the_frames_of_both_stories_are_compared() {
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
    let question = SimilarityQuestion { scope: Scope::default(), min_run: duidu::compare::MINIMUM_RUN };
    let found = engine.ask(question.query()).unwrap();
    let stories = found.ids.len();
    let first: Vec<(&str, &str, bool)> =
        found.pairs.iter().take(3).map(|pair| (pair.a.as_str(), pair.b.as_str(), pair.same_page)).collect();
    assert_eq!(
        first,
        [("003-1", "004-1", false), ("003-4", "004-2", false), ("003-3", "004-2", false)],
        "{:?}",
        &found.pairs[..6]
    );
    // Unrelated stories share titles and formulae.
    assert!(found.pairs[2].share > 1.5 * found.pairs[3].share, "{:?}", &found.pairs[..6]);
    // A box that quotes the story next to it is the closest pair of one page, and is below all pairs of two
    // pages.
    let on_one_page = found.pairs.iter().find(|pair| pair.same_page).unwrap();
    assert_eq!((on_one_page.a.as_str(), on_one_page.b.as_str()), ("002-1", "002-4"));
    assert!(found.pairs.is_sorted_by_key(|pair| pair.same_page));
    for pages in found.pairs.chunk_by(|x, y| x.same_page == y.same_page) {
        assert!(pages.is_sorted_by(|x, y| x.share >= y.share));
    }
    for i in 0..stories {
        assert_eq!((found.reuse[i][i], found.cosine[i][i]), (1.0, 1.0));
        for j in 0..stories {
            assert!(found.discounted[i][j] <= found.reuse[i][j]);
            assert_eq!(found.cosine[i][j], found.cosine[j][i]);
        }
    }
}

#[test]
fn no_form_is_called_a_fact_in_the_bundled_pairs() {
    for (a, b) in [("003-1", "004-1"), ("003-3", "004-2"), ("003-4", "004-2")] {
        let pair = Compared::new(a, b);
        for difference in pair.found.pairs.iter().flat_map(|pair| &pair.differences) {
            let bare = |text: &str| {
                duidu::text::fold(text).chars().filter(|c| c.is_alphanumeric()).collect::<String>()
            };
            let is_form = bare(&difference.a) == bare(&difference.b);
            if difference.effect == Effect::Fact {
                println!("{a} {b}: {} → {} {:?}", difference.a, difference.b, difference.subject);
            }
            assert!(!(is_form && difference.effect == Effect::Fact), "{difference:?}");
        }
        let counts = pair.found.effects;
        let all = counts.fact + counts.voice + counts.wording + counts.form;
        let differences: usize = pair.found.pairs.iter().map(|pair| pair.differences.len()).sum();
        assert_eq!(all as usize, differences);
    }
}
