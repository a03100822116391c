// The first screen before the page's code: in which language the page begins, whether what the build wrote into index.html
// is what the reader came for, and what the reader did with it until the code took its place.
//
// It stands in the head and runs before anything is drawn, so that nobody sees another view or another language first.
(function () {
  "use strict";

  var root = document.documentElement;
  var HOME = "zh-Hant-HK";
  var LANGUAGES = [HOME, "zh-Hant-TW", "zh-Hans", "en"];
  var LOADING = { "zh-Hant-HK": "正在載入…", "zh-Hant-TW": "正在載入…", "zh-Hans": "正在加载…", en: "Loading…" };

  // A private window may forbid its storage.
  function stored(name) {
    try {
      return localStorage.getItem("duidu." + name);
    } catch (error) {
      return null;
    }
  }

  // The language nearest to a tag, as the page's code has it (src/ui/i18n/language.rs).
  function nearest(tag) {
    var parts = tag.toLowerCase().split(/[-_]/);
    function has(part) {
      return parts.indexOf(part) > 0;
    }
    if (parts[0] === "en") return "en";
    if (["zh", "cmn", "yue"].indexOf(parts[0]) < 0) return "";
    if (has("hans")) return "zh-Hans";
    var traditional = parts[0] === "yue" || has("hant") || has("tw") || has("hk") || has("mo");
    return traditional ? (has("tw") ? "zh-Hant-TW" : HOME) : "zh-Hans";
  }

  function first(tags) {
    return tags.map(nearest).filter(Boolean)[0] || "";
  }

  // That of the link, the reader's own choice, or the browser's.
  function language() {
    var asked = /[?&]lang=([^&]*)/.exec(location.hash);
    var chosen = stored("language");
    return (
      (asked && nearest(asked[1])) ||
      (LANGUAGES.indexOf(chosen) >= 0 ? chosen : first([].slice.call(navigator.languages || []))) ||
      "en"
    );
  }

  function isHome() {
    return /^#?\/?(\?lang=[^&]*)?$/.test(location.hash);
  }

  root.lang = language();
  var theme = stored("theme");
  if (theme) root.setAttribute("data-theme", theme);
  // A reader with own texts finds these on the first screen, which nobody could write before.
  root.setAttribute("data-first", isHome() && !stored("here") ? "shown" : "none");

  function standing() {
    return document.querySelector("#app > .first");
  }

  // Puts the first screen in the reader's language into the page, once this is read. Called by boot.js.
  function show() {
    var place = standing();
    if (!place || root.getAttribute("data-first") !== "shown") return null;
    var own = document.getElementById("first-" + root.lang);
    if (own) place.replaceChildren(own.content.cloneNode(true));
    place.lang = root.lang;
    place.setAttribute("aria-busy", "true");
    place.querySelectorAll(".settings button").forEach(function (button, at) {
      if (theme) button.setAttribute("aria-pressed", String(["auto", "light", "dark"][at] === theme));
    });
    var line = document.createElement("span");
    line.textContent = LOADING[root.lang];
    place.querySelector(".progress").append(line);
    // What is typed stays; the button is obeyed when the code is here.
    place.addEventListener("submit", function (event) {
      event.preventDefault();
      event.target.setAttribute("data-submitted", "");
    });
    place.addEventListener("input", function (event) {
      event.target.setAttribute("data-input", event.inputType || "");
    });
    return place;
  }

  // The way from an element above to one below, as the places of children.
  function way(from, to) {
    var steps = [];
    for (; to !== from; to = to.parentElement) steps.unshift([].indexOf.call(to.parentElement.children, to));
    return steps;
  }

  function at(from, steps) {
    return steps.reduce(function (element, step) {
      return element && element.children[step];
    }, from);
  }

  // Notes what the reader did with the first screen; returns a function that does it again once the page's code has drawn
  // the same. Called by that code.
  function leave() {
    var place = standing();
    if (!place || root.getAttribute("data-first") !== "shown") return null;
    var noted = function (selector) {
      return [].map.call(place.querySelectorAll(selector), function (element) {
        return { element: element, way: way(place, element) };
      });
    };
    var inputs = noted("[data-input]");
    var open = noted("details[open]");
    var focused = noted(":focus");
    var pressed = place.querySelector("form[data-submitted]");
    var rail = place.querySelector(".corpus");
    var scrolled = rail && rail.scrollTop;
    return function () {
      var app = document.getElementById("app");
      if (!isHome()) return;
      var again = function (list, act) {
        list.forEach(function (one) {
          var element = at(app, one.way);
          if (element && element.localName === one.element.localName) act(element, one.element);
        });
      };
      again(open, function (element) {
        element.open = true;
      });
      again(inputs, function (element, before) {
        element.value = before.value;
        // The button says that the texts are whole, as pasting them does: both open their comparison then.
        var type = pressed && element.localName === "textarea" ? "insertFromPaste" : before.getAttribute("data-input");
        element.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: type }));
      });
      again(focused, function (element, before) {
        element.focus({ preventScroll: true });
        if (before.selectionStart != null) element.setSelectionRange(before.selectionStart, before.selectionEnd);
      });
      if (scrolled) app.querySelector(".corpus").scrollTop = scrolled;
    };
  }

  window.duiduFirst = { show: show, leave: leave };
})();
