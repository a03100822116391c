//! 說明: the app, its methods and its sources.

use yew::prelude::*;

use super::keys_dialog::key_table;
use super::offline;
use crate::ui::i18n::{Catalog, MessageKey, key, use_catalog};
use crate::ui::state::EngineState;
use crate::ui::store::use_store;

/// The methods: each with its name, formula and explanation.
const METHODS: [(MessageKey, &str, MessageKey); 13] = [
    (key!("column-per-10k"), "f ÷ N × 10,000", key!("about-per-10k")),
    (key!("column-range"), "", key!("about-range")),
    (key!("column-dp"), "DP = ½ Σ |vᵢ − sᵢ|", key!("about-dp")),
    (key!("column-juilland"), "D = 1 − V ÷ √(n − 1)", key!("about-juilland")),
    (key!("about-g2-term"), "G² = 2 Σ O ln (O ÷ E)", key!("about-g2")),
    (key!("about-log-ratio-term"), "log₂ ((a ÷ N₁) ÷ (b ÷ N₂))", key!("about-log-ratio")),
    (key!("column-p-adjusted"), "min (p₍ⱼ₎ m ÷ j), j ≥ i", key!("about-p-adjusted")),
    (key!("about-log-dice-term"), "14 + log₂ (2 O ÷ (f(n) + f(c)))", key!("about-log-dice")),
    (key!("about-mi-term"), "log₂ (O ÷ E)", key!("about-mi")),
    (key!("about-phrases-term"), "", key!("about-phrases")),
    (key!("about-tfidf-term"), "f × log₁₀ (n ÷ d)", key!("formula-tfidf-note")),
    (key!("about-measures-term"), "", key!("formula-measures-note")),
    (key!("about-alignment-term"), "", key!("about-alignment")),
];

/// Works cited, as in a library catalogue; titles remain in their language.
const REFERENCES: [&str; 12] = [
    "Benjamini, Y. & Hochberg, Y. (1995). Controlling the False Discovery Rate. Journal of the Royal Statistical Society B 57(1), 289–300.",
    "Church, K. W. & Hanks, P. (1990). Word Association Norms, Mutual Information, and Lexicography. Computational Linguistics 16(1), 22–29.",
    "Covington, M. A. & McFall, J. D. (2010). Cutting the Gordian Knot: The Moving-Average Type–Token Ratio (MATTR). Journal of Quantitative Linguistics 17(2), 94–100.",
    "Dunning, T. (1993). Accurate Methods for the Statistics of Surprise and Coincidence. Computational Linguistics 19(1), 61–74.",
    "Evert, S. (2008). Corpora and collocations. In A. Lüdeling & M. Kytö (eds.), Corpus Linguistics: An International Handbook. Mouton de Gruyter, Berlin.",
    "Gries, S. Th. (2008). Dispersions and adjusted frequencies in corpora. International Journal of Corpus Linguistics 13(4), 403–437.",
    "Hardie, A. (2014). Log Ratio – an informal introduction. ESRC Centre for Corpus Approaches to Social Science (CASS), Lancaster University.",
    "Juilland, A. & Chang-Rodríguez, E. (1964). Frequency Dictionary of Spanish Words. Mouton, The Hague.",
    "Manning, C. D., Raghavan, P. & Schütze, H. (2008). Introduction to Information Retrieval. Cambridge University Press.",
    "McCarthy, P. M. & Jarvis, S. (2010). MTLD, vocd-D, and HD-D: A validation study of sophisticated approaches to lexical diversity assessment. Behavior Research Methods 42(2), 381–392.",
    "Mihalcea, R. & Tarau, P. (2004). TextRank: Bringing Order into Texts. Proceedings of EMNLP.",
    "Rychlý, P. (2008). A Lexicographer-Friendly Association Score. Proceedings of Recent Advances in Slavonic Natural Language Processing (RASLAN).",
];

#[component]
pub(super) fn About() -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let section = |key: MessageKey, body: Html| {
        html! { <section><h2>{ catalog.text(key) }</h2>{ body }</section> }
    };
    let paragraph = |key: MessageKey| html! { <p>{ catalog.text(key) }</p> };
    html! {
        <article class="page prose about">
            <h1>{ catalog.text(key!("about-title")) }</h1>
            <p class="lead">{ catalog.text(key!("about-lead")) }</p>
            { paragraph(key!("about-private")) }
            if let Some(sentence) = offline::sentence(&store.state.offline, &catalog) {
                <p>{ sentence }</p>
            }
            { section(key!("about-methods"), methods(&catalog)) }
            { section(key!("about-references"), html! {
                <ul lang="en">{ for REFERENCES.iter().map(|work| html! { <li key={*work}>{ *work }</li> }) }</ul>
            }) }
            { section(key!("about-words"), html! {
                <>
                    { paragraph(key!("about-segmentation")) }
                    { paragraph(key!("about-terms")) }
                    { dictionary(&store.state.engine, &catalog) }
                </>
            }) }
            { section(key!("about-licences"), html! {
                <ul>
                    <li>{ catalog.text(key!("about-licence-app")) }</li>
                    <li>{ catalog.text(key!("about-licence-model")) }</li>
                    <li>{ catalog.text(key!("about-licence-jieba")) }</li>
                    <li>{ catalog.text(key!("about-licence-opencc")) }</li>
                    <li>{ catalog.text(key!("about-licence-pdf")) }</li>
                    <li>{ catalog.text(key!("about-licence-pages")) }</li>
                </ul>
            }) }
            { section(key!("keys-title"), key_table(&catalog)) }
            { section(key!("about-api-title"), paragraph(key!("about-api"))) }
            <p class="soft figures">
                { catalog.with(key!("about-version"), [("version", crate::VERSION.into()), ("build", crate::BUILD.into())]) }
            </p>
        </article>
    }
}

fn methods(catalog: &Catalog) -> Html {
    html! {
        <dl class="methods">{ for METHODS.iter().map(|(term, formula, meaning)| html! {
            <div key={meaning.name()}>
                <dt>{ catalog.text(*term) }</dt>
                if !formula.is_empty() {
                    <dd class="formula-line">{ *formula }</dd>
                }
                <dd>{ catalog.text(*meaning) }</dd>
            </div>
        }) }</dl>
    }
}

/// Draws the dictionary's size and checksum, so that counts can be cited.
fn dictionary(engine: &EngineState, catalog: &Catalog) -> Html {
    let EngineState::Ready(ready) = engine else { return html! {} };
    let sha256 = ready.lexicon.sha256.as_str();
    html! {
        <p class="checksum">
            { catalog.with(key!("about-dictionary"), [("entries", ready.lexicon.entries.into()), ("sha256", sha256.into())]) }
        </p>
    }
}
