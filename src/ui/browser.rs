//! The browser's services beyond markup. The only file of `ui` that uses `window`.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::{Function, Promise, Reflect};
use serde::Serialize;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, Document, Element, HtmlAnchorElement, HtmlCanvasElement,
    HtmlDialogElement, HtmlElement, HtmlImageElement, Response, ScrollBehavior, ScrollIntoViewOptions,
    ScrollLogicalPosition, StorageEstimate, Url, Window,
};

use yew::NodeRef;

use super::i18n::Language;
use super::routes::{GivenLink, Route};
use super::shell::theme::Theme;

/// Returns the window. It is absent only outside a page, where every function here does nothing.
pub(super) fn window() -> Option<Window> {
    // Natively, where components are drawn to markup, even to ask would fail.
    if cfg!(target_arch = "wasm32") { web_sys::window() } else { None }
}

/// Returns the document.
pub(super) fn document() -> Option<Document> {
    window()?.document()
}

/// Returns the link in the address bar.
pub(super) fn link() -> GivenLink {
    let hash = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    GivenLink::parse(&hash)
}

/// Writes the present route anew in the address bar, where a reader copies it, without a new place in the history.
pub(super) fn rewrite(route: &Route) {
    let Some(window) = window() else { return };
    let Ok(history) = window.history() else { return };
    if history.replace_state_with_url(&JsValue::NULL, "", Some(&route.href())).is_ok()
        && let Ok(event) = web_sys::Event::new("hashchange")
    {
        // A script that changes the address so is not told of it, nor is any other part of the page.
        let _ = window.dispatch_event(&event);
    }
}

/// Goes to a route, as a link does.
pub(super) fn go(route: &Route) {
    if let Some(window) = window() {
        // Setting a hash fails only for addresses beyond the browser's limit; the page then stays as it is.
        let _ = window.location().set_hash(&route.href());
    }
}

/// Replaces the present route, for changes made while the reader types or drags.
pub(super) fn replace(route: &Route) {
    if let Some(window) = window() {
        let _ = window.location().replace(&route.href());
    }
}

/// Reloads the page.
pub(super) fn reload() {
    if let Some(window) = window() {
        let _ = window.location().reload();
    }
}

/// The function of the window with which `offline.js` reloads the page into a newer build.
const NEWER: &str = "duiduNewer";

/// Reloads the page into the newer build that was found.
pub(super) fn reload_newer() {
    match function(NEWER) {
        Some(newer) => drop(newer.call0(&JsValue::NULL)),
        None => reload(),
    }
}

/// The function of the window with which `boot.js` gives the address of one of the page's files.
const PLACE: &str = "duiduPlace";

/// Returns the address of one of the page's files.
pub(super) fn place(file: &str) -> Option<String> {
    function(PLACE)?.call1(&JsValue::NULL, &file.into()).ok()?.as_string()
}

/// The function of the window with which `boot.js` makes one file of the page.
const ONE_FILE: &str = "duiduOneFile";

/// Offers the page with this session as one HTML file that opens at an address; returns true if it was offered.
pub(super) async fn download_page(name: &str, session: &str, href: &str) -> bool {
    let made =
        function(ONE_FILE).and_then(|make| make.call2(&JsValue::NULL, &session.into(), &href.into()).ok());
    let Some(made) = made.and_then(|made| made.dyn_into::<Promise>().ok()) else { return false };
    let made = JsFuture::from(made).await.ok().and_then(|file| file.dyn_into::<Blob>().ok());
    made.is_some_and(|file| offer(name, &file).is_ok())
}

/// Returns a function of the window.
fn function(name: &str) -> Option<Function> {
    Reflect::get(&window()?.into(), &name.into()).ok()?.dyn_into().ok()
}

/// Returns true if the page is in a sandboxed frame: it has no origin there, and nothing of its own is stored. Nor has a
/// page that is a file an origin, but there things are stored.
pub(super) fn is_sandboxed() -> bool {
    let is_file = |window: &Window| window.location().protocol().is_ok_and(|protocol| protocol == "file:");
    window().is_some_and(|window| window.origin() == "null" && !is_file(&window))
}

/// Returns the language for a reader who has not chosen one.
pub(super) fn preferred_language() -> Language {
    let tags = window().map(|window| window.navigator().languages());
    Language::preferred(tags.iter().flat_map(js_sys::Array::iter).filter_map(|tag| tag.as_string()))
}

/// Returns the language that the document is in now.
pub(super) fn spoken() -> Language {
    let root = document().and_then(|document| document.document_element());
    root.and_then(|root| Language::from_tag(&root.get_attribute("lang")?)).unwrap_or_default()
}

/// Reads one of the page's files as text.
///
/// # Errors
/// The reason, in the browser's words, if it could not be read.
pub(super) async fn read_file(file: &str) -> Result<String, String> {
    let said = |error: JsValue| {
        error.dyn_into::<js_sys::Error>().map_or_else(|_| String::new(), |it| it.message().into())
    };
    let asked = window().zip(place(file)).map(|(window, address)| window.fetch_with_str(&address));
    let response = JsFuture::from(asked.ok_or_else(String::new)?).await.map_err(said)?;
    let response: Response = response.unchecked_into();
    if !response.ok() {
        return Err(response.status().to_string());
    }
    let text = JsFuture::from(response.text().map_err(said)?).await.map_err(said)?;
    Ok(text.as_string().unwrap_or_default())
}

/// The property of the window under which `boot.js` leaves the messages that it fetched.
const MESSAGES: &str = "duiduMessages";

/// Returns the messages that `boot.js` fetched, with their language.
pub(super) fn early_messages() -> Option<(Language, String)> {
    let messages = Reflect::get(&window()?.into(), &MESSAGES.into()).ok()?;
    let part = |name: &str| Reflect::get(&messages, &name.into()).ok()?.as_string();
    Some((Language::from_tag(&part("language")?)?, part("text")?))
}

/// The property of the window under which `first.js` has what concerns the first screen.
const FIRST: &str = "duiduFirst";

/// Has `first.js` note what the reader did with the first screen that the build wrote. Returns the function that does it
/// again; `None` where that screen does not stand there.
pub(super) fn leave_first_screen() -> Option<Function> {
    let first = Reflect::get(&window()?.into(), &FIRST.into()).ok()?;
    let leave: Function = Reflect::get(&first, &"leave".into()).ok()?.dyn_into().ok()?;
    leave.call0(&JsValue::NULL).ok()?.dyn_into().ok()
}

/// Sets the language of the document.
pub(super) fn speak(language: Language) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("lang", language.tag());
    }
}

/// Sets the theme of the document.
pub(super) fn dress(theme: Theme) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("data-theme", theme.name());
    }
}

/// Sets the title of the tab.
pub(super) fn title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Finds the element with this id.
pub(super) fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Scrolls an element to the middle of the window and focuses it; returns true if it has the focus.
pub(super) fn visit(id: &str) -> bool {
    let Some(element) = element(id) else { return false };
    scroll_to(&element);
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).is_ok()
}

/// Scrolls an element to the middle of the window, at once if the reader asked for less motion.
pub(super) fn scroll_to(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    let still = matches("(prefers-reduced-motion: reduce)");
    options.set_behavior(if still { ScrollBehavior::Auto } else { ScrollBehavior::Smooth });
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Scrolls just far enough to show an element.
pub(super) fn scroll_least(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Scrolls the control that has the focus out from under a notice, which is over the page on a narrow screen.
pub(super) fn uncover_focus() {
    let control = "main :is(a, button, input, select, summary, textarea):focus";
    let focused = document().and_then(|document| document.query_selector(control).ok()?);
    if let Some(focused) = focused.filter(|_| matches("(max-width: 899px)")) {
        scroll_least(&focused);
    }
}

/// Returns the elements inside `place` that match a selector.
pub(super) fn find_all(place: &NodeRef, selector: &str) -> Vec<Element> {
    let found = place.cast::<Element>().and_then(|place| place.query_selector_all(selector).ok());
    found.map_or_else(Vec::new, |found| {
        (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).collect()
    })
}

/// Focuses an element.
pub(super) fn focus(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.focus();
    }
}

/// Scrolls to the top, for a new page.
pub(super) fn to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Returns true if a media query matches now.
pub(super) fn matches(query: &str) -> bool {
    window().and_then(|window| window.match_media(query).ok()?).is_some_and(|list| list.matches())
}

/// Focuses the first visible search field; the page's own comes before the navigation's.
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

/// Offers a text file for download.
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

/// Offers an SVG as a PNG at twice its resolution; calls `done` with true if it was offered.
pub(super) fn download_png(name: String, svg: &str, size: (f64, f64), done: impl Fn(bool) + 'static) {
    const FINER: f64 = 2.0;
    let done = Rc::new(done);
    let drawn = || -> Option<()> {
        let image = HtmlImageElement::new().ok()?;
        let canvas: HtmlCanvasElement = document()?.create_element("canvas").ok()?.dyn_into().ok()?;
        // An image has a whole number of pixels.
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

/// Serialises a value as JSON, with the names `window.duidu` uses.
pub(super) fn json(value: &impl Serialize) -> Option<String> {
    let value = value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).ok()?;
    let text =
        js_sys::JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &JsValue::from_f64(1.0));
    text.ok().map(String::from)
}

/// Returns the address of the current view.
pub(super) fn address() -> String {
    window().and_then(|window| window.location().href().ok()).unwrap_or_default()
}

/// Returns the reader's local date, as `YYYY-MM-DD`.
pub(super) fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// Puts a text on the clipboard, which a page that did not come over a safe connection has not.
pub(super) fn copy(text: &str) -> bool {
    let Some(window) = window().filter(|window| window.is_secure_context()) else { return false };
    // The browser may still refuse, but answers too late to report; it asks the reader if it has to.
    let _ = window.navigator().clipboard().write_text(text);
    true
}

/// Returns the address of the page without that of a view; `None` for a file, which others have not got.
pub(super) fn page_address() -> Option<String> {
    let address = address();
    let page = address.split('#').next().filter(|page| page.starts_with("http"))?;
    Some(page.to_owned())
}

/// Prints the page. What is drawn for paper only must be there before, because the browser lays the page out at once.
pub(super) fn print() {
    let Some(window) = window() else { return };
    if let Ok(event) = web_sys::Event::new("beforeprint") {
        let _ = window.dispatch_event(&event);
    }
    Timeout::new(0, move || drop(window.print())).forget();
}

/// Opens a dialog over the page; returns true if it is open.
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

/// The browser's storage for this site.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct StorageUse {
    /// Bytes in use, as the browser estimates.
    pub(super) bytes: f64,
    /// True if the browser promised not to delete the data when the disk is full.
    pub(super) persisted: bool,
}

/// Asks the browser about this site's storage; `None` if it does not answer.
pub(super) async fn storage_use() -> Option<StorageUse> {
    let storage = window()?.navigator().storage();
    let estimate: StorageEstimate = JsFuture::from(storage.estimate().ok()?).await.ok()?.unchecked_into();
    let persisted = JsFuture::from(storage.persisted().ok()?).await.ok()?;
    Some(StorageUse { bytes: estimate.get_usage()?, persisted: persisted.is_truthy() })
}

/// Clicks an element, as one that is hidden behind a button.
pub(super) fn click(id: &str) {
    if let Some(element) = element(id) {
        element.click();
    }
}

/// Returns true if the focused element matches a selector.
pub(super) fn matches_focus(selector: &str) -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_some_and(|focused| focused.matches(selector).unwrap_or(false))
}
