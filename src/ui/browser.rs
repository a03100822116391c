//! What the page asks of the browser beyond markup. The only file of `ui` that touches `window`.

use std::rc::Rc;

use serde::Serialize;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, Document, Element, HtmlAnchorElement, HtmlCanvasElement,
    HtmlDialogElement, HtmlElement, HtmlImageElement, ScrollBehavior, ScrollIntoViewOptions,
    ScrollLogicalPosition, Storage, StorageEstimate, Url, Window,
};

use yew::NodeRef;

use super::i18n::Language;
use super::routes::Route;
use super::theme::Theme;

const LANGUAGE_KEY: &str = "duidu.language";
const THEME_KEY: &str = "duidu.theme";

/// The window. Absent only outside a page, where every function here does nothing.
pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

/// The document.
pub(super) fn document() -> Option<Document> {
    window()?.document()
}

/// The route of the address bar.
pub(super) fn route() -> Route {
    let hash = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    Route::parse(&hash)
}

/// Goes to a route, as a link does.
pub(super) fn go(route: &Route) {
    if let Some(window) = window() {
        // Setting a hash fails only for addresses beyond the browser's limit; the page then stays where it is.
        let _ = window.location().set_hash(&route.href());
    }
}

/// Goes to a route in place of the present one: for what changes while the reader types or drags.
pub(super) fn replace(route: &Route) {
    if let Some(window) = window() {
        let _ = window.location().replace(&route.href());
    }
}

/// Loads the page again.
pub(super) fn reload() {
    if let Some(window) = window() {
        let _ = window.location().reload();
    }
}

/// Whether the page is in a sandboxed frame: it has no origin then, and nothing of its own is kept.
pub(super) fn is_sandboxed() -> bool {
    window().is_some_and(|window| window.origin() == "null")
}

/// A private window may forbid storage; a choice then lasts as long as the page.
fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}

/// The language chosen before.
pub(super) fn stored_language() -> Option<Language> {
    Language::from_tag(&storage()?.get_item(LANGUAGE_KEY).ok()??)
}

/// The theme chosen before.
pub(super) fn stored_theme() -> Option<Theme> {
    Theme::from_name(&storage()?.get_item(THEME_KEY).ok()??)
}

/// Keeps the language, and tells the document.
pub(super) fn speak(language: Language) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(LANGUAGE_KEY, language.tag());
    }
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("lang", language.tag());
    }
}

/// Keeps the theme, and tells the document.
pub(super) fn dress(theme: Theme) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(THEME_KEY, theme.name());
    }
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("data-theme", theme.name());
    }
}

/// Names the tab.
pub(super) fn title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// The element with this id.
pub(super) fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the focus to an element and the element to the middle of the window.
pub(super) fn visit(id: &str) -> bool {
    let Some(element) = element(id) else { return false };
    scroll_to(&element);
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).is_ok()
}

/// Moves an element to the middle of the window, at once where the reader asked for less motion.
pub(super) fn scroll_to(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    let still = matches("(prefers-reduced-motion: reduce)");
    options.set_behavior(if still { ScrollBehavior::Auto } else { ScrollBehavior::Smooth });
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Moves an element just far enough to be seen.
pub(super) fn scroll_least(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// The elements inside `place` that match a selector.
pub(super) fn find_all(place: &NodeRef, selector: &str) -> Vec<Element> {
    let found = place.cast::<Element>().and_then(|place| place.query_selector_all(selector).ok());
    found.map_or_else(Vec::new, |found| {
        (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).collect()
    })
}

/// Moves the focus to an element without moving the page.
pub(super) fn focus(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.focus();
    }
}

/// Scrolls to the top, as a new page begins there.
pub(super) fn to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Whether a media query holds now.
pub(super) fn matches(query: &str) -> bool {
    window().and_then(|window| window.match_media(query).ok()?).is_some_and(|list| list.matches())
}

/// Focuses the first search field that can be seen; the page's own before the navigation's.
pub(super) fn focus_search() -> bool {
    let Some(document) = document() else { return false };
    for selector in ["main [data-search]", "[data-search]"] {
        let Ok(found) = document.query_selector_all(selector) else { continue };
        for place in 0..found.length() {
            let Some(field) = found.get(place).and_then(|node| node.dyn_into::<HtmlElement>().ok()) else {
                continue;
            };
            if field.offset_parent().is_some() {
                return field.focus().is_ok();
            }
        }
    }
    false
}

/// Offers a file to the reader.
pub(super) fn download(name: &str, kind: &str, content: &str) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&JsValue::from_str(content));
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    offer(name, &Blob::new_with_str_sequence_and_options(&parts, &options)?)
}

fn offer(name: &str, file: &Blob) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(file)?;
    if let Some(document) = document() {
        let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    Url::revoke_object_url(&address)
}

/// Offers an SVG as a PNG, twice as fine as its own pixels, and says whether that came about.
pub(super) fn download_png(name: String, svg: &str, size: (f64, f64), done: impl Fn(bool) + 'static) {
    const FINER: f64 = 2.0;
    let done = Rc::new(done);
    let drawn = || -> Option<()> {
        let image = HtmlImageElement::new().ok()?;
        let canvas: HtmlCanvasElement = document()?.create_element("canvas").ok()?.dyn_into().ok()?;
        // A picture has whole pixels.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a chart is small")]
        let pixels = [size.0, size.1].map(|length| (length * FINER).ceil() as u32);
        canvas.set_width(pixels[0]);
        canvas.set_height(pixels[1]);
        let onload = {
            let (image, done) = (image.clone(), Rc::clone(&done));
            Closure::once_into_js(move || {
                let context = canvas.get_context("2d").ok().flatten();
                let context = context.and_then(|context| context.dyn_into::<CanvasRenderingContext2d>().ok());
                let painted = context.is_some_and(|context| {
                    let (width, height) = (f64::from(pixels[0]), f64::from(pixels[1]));
                    context
                        .draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)
                        .is_ok()
                });
                if !painted {
                    return done(false);
                }
                let refused = Rc::clone(&done);
                let save = Closure::once_into_js(move |file: Option<Blob>| {
                    done(file.is_some_and(|file| offer(&name, &file).is_ok()));
                });
                if canvas.to_blob(save.unchecked_ref()).is_err() {
                    refused(false);
                }
            })
        };
        let onerror = {
            let done = Rc::clone(&done);
            Closure::once_into_js(move || done(false))
        };
        image.set_onload(Some(onload.unchecked_ref()));
        image.set_onerror(Some(onerror.unchecked_ref()));
        let encoded = js_sys::encode_uri_component(svg);
        image.set_src(&format!("data:image/svg+xml;charset=utf-8,{}", String::from(encoded)));
        Some(())
    };
    if drawn().is_none() {
        done(false);
    }
}

/// A value as JSON, with the names `window.duidu` gives its parts.
pub(super) fn json(value: &impl Serialize) -> Option<String> {
    let value = value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).ok()?;
    let text =
        js_sys::JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &JsValue::from_f64(1.0));
    text.ok().map(String::from)
}

/// The address of what is shown.
pub(super) fn address() -> String {
    window().and_then(|window| window.location().href().ok()).unwrap_or_default()
}

/// The day it is, as `YYYY-MM-DD`, where the reader is.
pub(super) fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

const REFERENCE_KEY: &str = "duidu.reference";

/// The list of words and frequencies the reader gave last time.
pub(super) fn stored_reference() -> Option<String> {
    storage()?.get_item(REFERENCE_KEY).ok()?
}

/// Keeps the reader's list of words and frequencies, and says whether that came about.
pub(super) fn keep_reference(list: Option<&str>) -> bool {
    storage().is_some_and(|storage| match list {
        Some(list) => storage.set_item(REFERENCE_KEY, list).is_ok(),
        None => storage.remove_item(REFERENCE_KEY).is_ok(),
    })
}

/// Puts a text on the clipboard, which a page that did not come over a safe connection has not.
pub(super) fn copy(text: &str) -> bool {
    let Some(window) = window().filter(|window| window.is_secure_context()) else { return false };
    // Whether the browser then allows it is not known in time; it asks the reader where it has to.
    let _ = window.navigator().clipboard().write_text(text);
    true
}

/// Prints the page.
pub(super) fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// Opens a dialog over the page.
pub(super) fn open_dialog(id: &str) -> bool {
    dialog(id).is_some_and(|dialog| dialog.open() || dialog.show_modal().is_ok())
}

/// Closes a dialog.
pub(super) fn close_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        dialog.close();
    }
}

fn dialog(id: &str) -> Option<HtmlDialogElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// What this site keeps in the browser.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Kept {
    /// Bytes in use, as the browser reckons.
    pub(super) bytes: f64,
    /// Whether the browser promised not to throw them away when the disk is full.
    pub(super) persisted: bool,
}

/// What this site keeps; `None` where the browser does not say.
pub(super) async fn kept() -> Option<Kept> {
    let storage = window()?.navigator().storage();
    let estimate: StorageEstimate = JsFuture::from(storage.estimate().ok()?).await.ok()?.unchecked_into();
    let persisted = JsFuture::from(storage.persisted().ok()?).await.ok()?;
    Some(Kept { bytes: estimate.get_usage()?, persisted: persisted.is_truthy() })
}

/// Forgets the language and the theme that were chosen.
pub(super) fn forget_settings() {
    if let Some(storage) = storage() {
        for key in [LANGUAGE_KEY, THEME_KEY] {
            let _ = storage.remove_item(key);
        }
    }
}

/// Clicks an element, as one that is hidden behind a button.
pub(super) fn click(id: &str) {
    if let Some(element) = element(id) {
        element.click();
    }
}

/// Whether the focus is on an element that matches a selector.
pub(super) fn matches_focus(selector: &str) -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_some_and(|focused| focused.matches(selector).unwrap_or(false))
}
