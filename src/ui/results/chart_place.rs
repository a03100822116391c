//! The place of a chart: above its table, beside it or below it, as the reader chose for all views.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::ui::i18n::{MessageKey, key, use_catalog};
use crate::ui::store::use_store;
use crate::view::Setting;

/// The place of a chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChartPlace {
    /// Above its table.
    #[default]
    Above,
    /// Beside its table, above the proof.
    Beside,
    /// Below its table.
    Below,
}

impl ChartPlace {
    /// All places, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Above, Self::Beside, Self::Below];

    /// Returns its name in the browser's storage.
    pub fn name(self) -> &'static str {
        match self {
            Self::Above => "above",
            Self::Beside => "beside",
            Self::Below => "below",
        }
    }

    /// Finds the place of a name written by [`ChartPlace::name`].
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|place| place.name() == name)
    }

    fn key(self) -> MessageKey {
        match self {
            Self::Above => key!("chart-above"),
            Self::Beside => key!("chart-beside"),
            Self::Below => key!("chart-below"),
        }
    }
}

/// Draws the choice of the place as a panel, in which one is in force.
#[component]
pub(super) fn ChartPlaceField() -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let onchange = {
        let asker = store.asker.clone();
        Callback::from(move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            asker.set(Setting::Charts, Some(field.value()));
        })
    };
    html! {
        <details class="popover chart-place">
            <summary>{ catalog.text(key!("chart-place")) }</summary>
            <div class="panel" role="radiogroup" aria-label={catalog.text(key!("chart-place"))}>
                { for ChartPlace::ALL.into_iter().map(|place| html! {
                    <label key={place.name()} class="switch">
                        <input type="radio" name="chart-place" value={place.name()} checked={store.state.charts == place} onchange={onchange.clone()} />
                        <span>{ catalog.text(place.key()) }</span>
                    </label>
                }) }
            </div>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_a_setting_that_a_session_may_carry() {
        for place in ChartPlace::ALL {
            assert_eq!(Setting::Charts.check(place.name()), Ok(()));
            assert_eq!(ChartPlace::from_name(place.name()), Some(place));
        }
    }
}
