//! Addresses survive being written and read.

use proptest::prelude::*;

use super::*;
use crate::corpus::{BlockKinds, Scope, StoryFilter};

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
    let condition = || proptest::option::of(word());
    prop_oneof![
        Just(Scope::All),
        proptest::collection::vec(word(), 0..4).prop_map(Scope::Stories),
        (word(), condition(), condition(), condition()).prop_map(|(paper, page, from, to)| {
            Scope::Filter(StoryFilter { paper: Some(paper), page, from, to, series: None })
        }),
    ]
}

fn units() -> impl Strategy<Value = Units> {
    let terms = prop_oneof![Just(Terms::Fine), Just(Terms::Coarse)];
    (0..Mode::ALL.len(), terms).prop_map(|(mode, terms)| Units { mode: Mode::ALL[mode], terms })
}

fn route() -> impl Strategy<Value = Route> {
    let read = (
        word(),
        proptest::option::of(any::<u32>()),
        proptest::option::of(word()),
        any::<[bool; 3]>(),
        units(),
    )
        .prop_map(|(id, at, word, [boundaries, tags, doubts], units)| ReadRoute {
            id,
            at,
            word,
            boundaries,
            tags,
            doubts,
            units,
        });
    let marks = any::<[bool; 8]>().prop_map(|hide| {
        MarkKind::ALL
            .into_iter()
            .zip(hide)
            .fold(Marks::default(), |marks, (kind, hide)| if hide { marks.toggled(kind) } else { marks })
    });
    let compare = (word(), word(), any::<bool>(), any::<bool>(), marks, units()).prop_map(
        |(a, b, fold_variants, ignore_punctuation, marks, units)| CompareRoute {
            a,
            b,
            fold_variants,
            ignore_punctuation,
            marks,
            units,
        },
    );
    let order = || {
        proptest::option::of(
            ("[a-z0-9]{1,4}", any::<bool>()).prop_map(|(column, descending)| Order { column, descending }),
        )
    };
    let words = (scope(), any::<u32>(), "[一-龥]{0,3}", units(), order())
        .prop_map(|(scope, min, filter, units, order)| WordsRoute { scope, min, filter, units, order });
    let reference = prop_oneof![Just(Reference::Rest), scope().prop_map(Reference::Scope)];
    let measure = prop_oneof![Just(KeynessMeasure::G2), Just(KeynessMeasure::LogRatio)];
    let sign = prop_oneof![Just(Sign::Both), Just(Sign::Positive), Just(Sign::Negative)];
    let keyness = (scope(), reference, measure, any::<u32>(), sign, units(), order()).prop_map(
        |(target, reference, measure, min, sign, units, order)| KeynessRoute {
            target,
            reference,
            measure,
            min,
            sign,
            units,
            order,
        },
    );
    let sort = prop_oneof![Just(KwicSort::Text), Just(KwicSort::Left), Just(KwicSort::Right)];
    let concordance = ("[一-龥%&# ]{0,4}", scope(), sort, units())
        .prop_map(|(node, scope, sort, units)| ConcordanceRoute { node, scope, sort, units });
    prop_oneof![
        Just(Route::Home),
        Just(Route::Papers),
        Just(Route::About),
        Just(Route::Texts),
        (word(), proptest::option::of(any::<u32>()))
            .prop_map(|(id, line)| Route::Text(TextRoute { id, line })),
        read.prop_map(Route::Read),
        compare.prop_map(Route::Compare),
        words.prop_map(Route::Words),
        keyness.prop_map(Route::Keyness),
        concordance.prop_map(Route::Concordance),
        ("[一-龥%&# ]{0,4}", 0_usize..5).prop_map(|(filter, sort)| {
            let sort = DictionaryRoute::sort_named(["word", "rule", "tag", "occurrences", "enabled"][sort]);
            Route::Dictionary(DictionaryRoute { filter, sort })
        }),
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

use crate::view::DifferenceType;

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
}

#[test]
fn an_address_says_how_texts_are_cut() {
    let units = |mode: Mode, terms: Terms| Units { mode, terms };
    assert_eq!(Route::parse("#/words?terms=coarse").units(), units(Mode::Accurate, Terms::Coarse));
    assert_eq!(Route::parse("#/keyness?terms=fine&mode=fast").units(), units(Mode::Fast, Terms::Fine));
    assert_eq!(Route::parse("#/read/003-1?mode=nobody's").units(), Units::default());
}
