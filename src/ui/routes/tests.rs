//! Round trips of addresses.

use proptest::prelude::*;

use super::*;
use crate::corpus::{BlockKinds, Mode, Scope, StoryFilter, Terms};
use crate::engine::{ContextUnit, KeywordMethod, Near, SortKey};
use crate::view::{DifferenceType, Effect, EntityKind, FactKind, KeynessMeasure};

fn word() -> impl Strategy<Value = String> {
    "[一-龥a-z0-9%&=,;:/?# +]{1,6}"
}

fn scope() -> impl Strategy<Value = Scope> {
    let parts = prop_oneof![Just(BlockKinds::HEADLINES), Just(BlockKinds::BODIES), Just(BlockKinds::of([]))];
    (whole(), proptest::option::of(parts)).prop_map(|(of, kinds)| match kinds {
        Some(kinds) => Scope::Parts { kinds, of: Box::new(of) },
        None => of,
    })
}

fn whole() -> impl Strategy<Value = Scope> {
    prop_oneof![
        Just(Scope::All),
        Just(Scope::Usual),
        proptest::collection::vec(word(), 0..4).prop_map(Scope::Stories),
        filtered(),
        (word(), filtered()).prop_map(|(name, of)| Scope::Named { name, of: Box::new(of) }),
        (word(), Just(Scope::All)).prop_map(|(name, of)| Scope::Named { name, of: Box::new(of) }),
    ]
}

fn filtered() -> impl Strategy<Value = Scope> {
    let condition = || proptest::option::of(word());
    let conditions = (word(), condition(), condition(), condition(), condition(), any::<Option<bool>>());
    let tags = proptest::collection::vec((word(), word()), 0..3);
    (conditions, tags).prop_map(|((paper, page, from, to, folder, own), tags)| {
        Scope::Filter(StoryFilter { paper: Some(paper), page, from, to, series: None, folder, own, tags })
    })
}

fn units() -> impl Strategy<Value = Units> {
    let terms = prop_oneof![Just(Terms::Fine), Just(Terms::Coarse)];
    (0..Mode::ALL.len(), terms).prop_map(|(mode, terms)| Units { mode: Mode::ALL[mode], terms })
}

/// Returns a sample for some contexts, and none for others.
fn near_sample(context: u32) -> Option<u32> {
    (context % 2 == 1).then_some(context)
}

/// Generates routes of reuse.
fn reused() -> BoxedStrategy<Route> {
    let min = || 1..200_u32;
    let order = || {
        let level = ("[a-z0-9]{1,4}", any::<bool>())
            .prop_map(|(column, descending)| SortLevel { column, descending });
        proptest::collection::vec(level, 0..3).prop_map(Order::of)
    };
    prop_oneof![
        (scope(), min(), order()).prop_map(|(scope, min, order)| Route::Similarity(SimilarityRoute {
            scope,
            min,
            order
        })),
        (word(), word(), min()).prop_map(|(a, b, min)| Route::Dots(DotsRoute { a, b, min })),
        (word(), scope(), min(), order()).prop_map(|(id, scope, min, order)| Route::Sources(SourcesRoute {
            id,
            scope,
            min,
            order
        })),
    ]
    .boxed()
}

/// Generates routes of counts. Each strategy is boxed: nested by value they would overflow a test's stack.
fn counted() -> BoxedStrategy<Route> {
    let order = || {
        let level = ("[a-z0-9]{1,4}", any::<bool>())
            .prop_map(|(column, descending)| SortLevel { column, descending });
        proptest::collection::vec(level, 0..3).prop_map(Order::of)
    };
    let cuts = || {
        proptest::option::of(("[a-z0-9]{1,4}", 0.0..100.0)).prop_map(|cut| {
            cut.map_or(Cuts::default(), |(column, value)| Cuts::default().with(&column, Some(value)))
        })
    };
    let folding = || (0..FoldChoice::ALL.len()).prop_map(|at| FoldChoice::ALL[at]);
    let list = || proptest::collection::vec(word(), 0..3);
    let stop = (any::<bool>(), list(), list()).prop_map(|(leave_out, added, kept)| StopChoice {
        leave_out,
        added,
        kept,
    });
    let bounds = (proptest::option::of(any::<u32>()), proptest::option::of(any::<u32>()));
    let words =
        (
            (scope(), any::<u32>(), "[一-龥/*]{0,3}", "[a-z]{0,2}"),
            (bounds, stop, folding(), units(), cuts(), order()),
        )
            .prop_map(
                |((scope, min, filter, tag), ((shortest, longest), stop, fold, units, cuts, order))| {
                    WordsRoute { scope, min, filter, tag, shortest, longest, stop, fold, units, cuts, order }
                },
            );
    let reference =
        prop_oneof![Just(Reference::Rest), Just(Reference::List), scope().prop_map(Reference::Scope)];
    let measure =
        prop_oneof![Just(KeynessMeasure::G2), Just(KeynessMeasure::LogRatio), Just(KeynessMeasure::Bic)];
    let sign = prop_oneof![Just(Sign::Both), Just(Sign::Positive), Just(Sign::Negative)];
    let keyness = ((scope(), reference, measure, any::<u32>()), (sign, folding(), units(), cuts(), order()))
        .prop_map(|((target, reference, measure, min), (sign, fold, units, cuts, order))| KeynessRoute {
            target,
            reference,
            measure,
            min,
            sign,
            fold,
            units,
            cuts,
            order,
        });
    let key = prop_oneof![
        (1_u8..9).prop_map(SortKey::Left),
        Just(SortKey::Node),
        (1_u8..9).prop_map(SortKey::Right)
    ];
    let near = (word(), 0_u32..21, 0_u32..21).prop_map(|(word, left, right)| Near { word, left, right });
    let sort = (proptest::collection::vec(key, 0..4), any::<bool>());
    let context = (any::<u32>(), prop_oneof![Just(ContextUnit::Character), Just(ContextUnit::Word)]);
    let concordance =
        ("[一-龥%&# ]{0,4}", scope(), sort, context, proptest::option::of(near), folding(), units())
            .prop_map(|(node, scope, (sort, group), (context, unit), near, fold, units)| ConcordanceRoute {
                node,
                entity: group.then_some(EntityKind::Organisation),
                scope,
                sort,
                group,
                context,
                unit,
                near,
                fold,
                units,
                plain: group,
                across: group,
                sample: near_sample(context),
                seed: context % 3,
                plot: group,
            });
    let collocates = (
        ("[一-龥%&# ]{0,4}", scope(), proptest::option::of(scope())),
        any::<[u32; 3]>(),
        (folding(), units(), cuts(), order()),
    )
        .prop_map(|((node, scope, beside), [left, right, min], (fold, units, cuts, order))| {
            CollocatesRoute { node, scope, beside, left, right, min, fold, units, cuts, order }
        });
    let phrases = (
        (any::<bool>(), word(), scope(), any::<[u32; 3]>()),
        ("[一-龥]{0,3}", folding(), units(), cuts(), order()),
    )
        .prop_map(
            |((every, node, scope, [shortest, longest, min]), (filter, fold, units, cuts, order))| {
                PhrasesRoute { every, node, scope, shortest, longest, min, filter, fold, units, cuts, order }
            },
        );
    let terms = (scope(), "[一-龥]{0,3}", units(), order())
        .prop_map(|(scope, filter, units, order)| TermsRoute { scope, filter, units, order });
    let kind = proptest::option::of((0..EntityKind::ALL.len()).prop_map(|at| EntityKind::ALL[at]));
    let names = (scope(), kind, "[一-龥]{0,3}", order())
        .prop_map(|(scope, kind, filter, order)| NamesRoute { scope, kind, filter, order });
    let measures = (scope(), any::<bool>(), units(), order())
        .prop_map(|(scope, fold, units, order)| MeasuresRoute { scope, fold, units, order });
    let method = prop_oneof![Just(KeywordMethod::TfIdf), Just(KeywordMethod::TextRank)];
    let keywords = (word(), method, units(), order()).prop_map(|(id, method, units, order)| KeywordsRoute {
        id,
        method,
        units,
        order,
    });
    prop_oneof![
        words.prop_map(Route::Words).boxed(),
        keyness.prop_map(Route::Keyness).boxed(),
        concordance.prop_map(Route::Concordance).boxed(),
        collocates.prop_map(Route::Collocates).boxed(),
        phrases.prop_map(Route::Phrases).boxed(),
        terms.prop_map(Route::Terms).boxed(),
        names.prop_map(Route::Names).boxed(),
        measures.prop_map(Route::Measures).boxed(),
        keywords.prop_map(Route::Keywords).boxed(),
    ]
    .boxed()
}

fn route() -> impl Strategy<Value = Route> {
    let read = (
        word(),
        proptest::option::of(any::<u32>()),
        proptest::option::of(word()),
        any::<[bool; 4]>(),
        units(),
    )
        .prop_map(|(id, at, word, [boundaries, tags, doubts, names], units)| ReadRoute {
            id,
            at,
            word,
            boundaries,
            tags,
            doubts,
            names,
            units,
        });
    let marks = any::<[bool; 8]>().prop_map(|hide| {
        MarkKind::ALL
            .into_iter()
            .zip(hide)
            .fold(Marks::default(), |marks, (kind, hide)| if hide { marks.toggled(kind) } else { marks })
    });
    let effect = proptest::option::of((0..Effect::ALL.len()).prop_map(|at| Effect::ALL[at]));
    let layout = (0..PairLayout::ALL.len()).prop_map(|at| PairLayout::ALL[at]);
    let numbers = any::<[Option<u32>; 3]>();
    let compare = (word(), word(), any::<[bool; 3]>(), (marks, effect), (layout, numbers), units()).prop_map(
        |(
            a,
            b,
            [fold_variants, ignore_punctuation, heat],
            (marks, effect),
            (layout, [run, at_a, at_b]),
            units,
        )| {
            CompareRoute {
                a,
                b,
                fold_variants,
                ignore_punctuation,
                marks,
                effect,
                layout,
                heat,
                run,
                at_a,
                at_b,
                units,
            }
        },
    );
    let several = || proptest::collection::vec(word(), 0..4);
    let witnesses = (several(), 0..WitnessesLayout::ALL.len(), any::<[bool; 2]>(), units()).prop_map(
        |(ids, layout, [fold_variants, ignore_punctuation], units)| WitnessesRoute {
            ids,
            layout: WitnessesLayout::ALL[layout],
            fold_variants,
            ignore_punctuation,
            units,
        },
    );
    let report = (several(), any::<[bool; 2]>(), any::<Option<u32>>(), units()).prop_map(
        |(ids, [fold_variants, ignore_punctuation], run, units)| ReportRoute {
            ids,
            fold_variants,
            ignore_punctuation,
            run,
            units,
        },
    );
    let kind = prop_oneof![Just(FactKind::Number), Just(FactKind::Person), Just(FactKind::Quotation)];
    let facts = (several(), proptest::option::of(kind)).prop_map(|(ids, kind)| FactsRoute { ids, kind });
    let counted = counted();
    prop_oneof![
        Just(Route::Home),
        Just(Route::Papers),
        Just(Route::About),
        Just(Route::Texts).boxed(),
        (word(), proptest::option::of(any::<u32>()))
            .prop_map(|(id, line)| Route::Text(TextRoute { id, line }))
            .boxed(),
        read.prop_map(Route::Read).boxed(),
        compare.prop_map(Route::Compare).boxed(),
        witnesses.prop_map(Route::Witnesses).boxed(),
        facts.prop_map(Route::Facts).boxed(),
        report.prop_map(Route::Report).boxed(),
        counted,
        reused(),
        ("[一-龥%&# ]{0,4}", 0_usize..5).prop_map(|(filter, sort)| {
            let sort = codec::variant(["word", "rule", "tag", "occurrences", "enabled"][sort]).unwrap();
            Route::Dictionary(DictionaryRoute { filter, sort })
        }),
        ("[一-龥%&# ]{0,4}", any::<bool>())
            .prop_map(|(filter, changed)| Route::Regional(RegionalRoute { filter, changed })),
    ]
}

proptest! {
    #[test]
    fn every_route_comes_back_from_its_address(route in route()) {
        prop_assert_eq!(Route::parse(&route.href()), route);
    }

    #[test]
    fn any_address_is_some_route(address in "\\PC{0,60}") {
        let route = Route::parse(&address);
        prop_assert_eq!(Route::parse(&route.href()), route);
    }
}

#[test]
fn reads_an_address_a_person_would_write() {
    let route = Route::parse("#/compare/003-1/004-1?fold=1&types=variant,wording");
    let Route::Compare(route) = route else { panic!("{route:?}") };
    assert_eq!((route.a.as_str(), route.b.as_str()), ("003-1", "004-1"));
    assert!(route.fold_variants && !route.ignore_punctuation);
    assert!(route.marks.shows(MarkKind::Inside(DifferenceType::Variant)));
    assert!(!route.marks.shows(MarkKind::Moved));
}

#[test]
fn a_chinese_scope_may_stand_unencoded() {
    let route = Route::parse("#/words?scope=paper:大公報&min=3");
    let paper = StoryFilter { paper: Some("大公報".into()), ..StoryFilter::default() };
    let expected = WordsRoute { scope: Scope::Filter(paper), min: 3, ..WordsRoute::default() };
    assert_eq!(route, Route::Words(expected));
}

#[test]
fn an_address_nothing_stands_at_is_kept() {
    assert_eq!(Route::parse("#/nowhere/1"), Route::Unknown("/nowhere/1".into()));
}

#[test]
fn a_scope_nobody_knows_is_never_every_story() {
    let scope = |value: &str| match Route::parse(&format!("#/words?scope={value}")) {
        Route::Words(words) => words.scope,
        other => panic!("{other:?}"),
    };
    assert_eq!(scope("003-1,004-1"), Scope::Stories(vec!["003-1".to_owned(), "004-1".to_owned()]));
    assert_eq!(scope("garbage"), Scope::Stories(vec!["garbage".to_owned()]));
    assert_eq!(scope("date:garbage"), Scope::Stories(vec!["date:garbage".to_owned()]));
    assert_eq!(scope("all"), Scope::All);
    assert_eq!(scope(""), Scope::Usual);
}

#[test]
fn an_address_says_how_texts_are_cut() {
    let units = |mode: Mode, terms: Terms| Units { mode, terms };
    assert_eq!(Route::parse("#/words?terms=coarse").units(), units(Mode::Accurate, Terms::Coarse));
    assert_eq!(Route::parse("#/keyness?terms=fine&mode=fast").units(), units(Mode::Fast, Terms::Fine));
    assert_eq!(Route::parse("#/read/003-1?mode=nobody's").units(), Units::default());
}

#[test]
fn an_order_of_an_older_link_still_opens() {
    let sort = |address: &str| match Route::parse(address) {
        Route::Concordance(route) => route.sort,
        other => panic!("{other:?}"),
    };
    assert_eq!(sort("#/concordance?sort=left"), ConcordanceRoute::LEFTWARD);
    assert_eq!(sort("#/concordance?sort=R1,N,L2,x"), [SortKey::Right(1), SortKey::Node, SortKey::Left(2)]);
}

#[test]
fn views_of_counts_stand_under_the_names_of_the_navigation() {
    for (address, view) in [
        ("#/phrases?kind=ngrams", View::Words),
        ("#/terms", View::Words),
        ("#/measures", View::Words),
        ("#/keywords/1?method=textrank", View::Keyness),
        ("#/collocates?node=x&left=2", View::Concordance),
    ] {
        assert_eq!(Route::parse(address).view(), Some(view), "{address}");
    }
}

/// Addresses, also ones that a person mistyped or an earlier version wrote, each with a tab and the address of the
/// view that it opens.
const ADDRESSES: &str = include_str!("tests/addresses.tsv");

#[test]
fn an_address_opens_the_same_view_as_ever() {
    for line in ADDRESSES.lines() {
        let (address, expected) = line.split_once('\t').unwrap();
        assert_eq!(Route::parse(address).href(), expected, "{address}");
    }
}
