// Starts the page, and says so in words when it cannot: nothing here may end in a blank page.
//
// Trunk fills in the two hashed file names (see `pattern_script` in Trunk.toml), so the page needs no
// inline script and its Content-Security-Policy can forbid all of them.
(function () {
  "use strict";

  // The edition that is one file begins from a module (static/one-file.js), and has its files at addresses of their own.
  var script = document.currentScript || document.querySelector("script[data-app]");
  var files = window.duiduFiles || {};

  // Replaces the loading sentence. Text only: what went wrong may quote a server's answer.
  function fail(chinese, english, detail) {
    var app = document.getElementById("app") || document.body;
    var box = document.createElement("main");
    box.className = "boot boot-failure";
    box.setAttribute("role", "alert");
    [["h1", "zh-Hant-HK", "對讀未能開啟"], ["p", "zh-Hant-HK", chinese], ["p", "en", english], ["p", "", detail]].forEach(
      function (line) {
        if (!line[2]) return;
        var element = document.createElement(line[0]);
        if (line[1]) element.lang = line[1];
        else element.className = "boot-detail";
        element.textContent = line[2];
        box.appendChild(element);
      }
    );
    app.replaceChildren(box);
  }

  // The name of this build is in the address of every file whose own name does not say it: a cached file of another
  // build is never used with this one.
  var build = script.dataset.build || script.dataset.app;
  var query = "?v=" + encodeURIComponent(build);

  // A page in a sandboxed frame has no origin of its own.
  var sandboxed = self.origin === "null";

  // Under Trusted Types a worker's address must come out of a policy: this one lets only files beside the page through,
  // and the addresses made below.
  var folder = new URL(".", document.baseURI).href;
  var made = Object.keys(files).map(function (path) {
    return files[path];
  });
  function checked(address) {
    if (address.indexOf(folder) === 0 || made.indexOf(address) >= 0) return address;
    throw new TypeError("no file of this page: " + address);
  }
  var policy = { createScriptURL: checked };

  // What a thread begins with that has no origin: it keeps what it is told until the file at `address` is loaded.
  function loader(address) {
    return (
      "const early = [];" +
      "const keep = (event) => { event.stopImmediatePropagation(); early.push(event); };" +
      "addEventListener('message', keep);" +
      "import(" + JSON.stringify(address) + ").then(" +
      "  () => {" +
      "    removeEventListener('message', keep);" +
      "    for (const { data, ports } of early) dispatchEvent(new MessageEvent('message', { data, ports: [...ports] }));" +
      "  }," +
      "  (error) => setTimeout(() => { throw error; })" +
      ");"
    );
  }

  // The address of a file of the page, with the name of the build.
  window.duiduPlace = function (file) {
    if (files[file] || made.indexOf(file) >= 0) return files[file] || file;
    var place = new URL(file, document.baseURI);
    if (!place.searchParams.has("v")) place.search = query + place.search.replace("?", "&");
    return place.href;
  };

  // One HTML file of the page, with a session in it, that opens at an address without a server.
  window.duiduOneFile = function (session, hash) {
    function read(path) {
      return fetch((path || "./") + query).then(function (response) {
        if (!response.ok) throw new Error(path + ": " + response.status);
        return response.arrayBuffer();
      });
    }
    return import(window.duiduPlace("one-file.js"))
      .then(function (module) {
        return module.oneFile(read, { session: session, hash: hash });
      })
      .then(function (parts) {
        return new Blob(parts, { type: "text/html" });
      });
  };

  // Starts a thread from a file beside the page. Without an origin no file is of one's own, and a thread begins with a
  // few lines that load it, which the server must allow; Chromium takes no module for those lines.
  window.duiduThread = function (file) {
    var address = checked(window.duiduPlace(file));
    // The threads of the edition that is one file are scripts that bring all they need.
    var whole = made.indexOf(address) >= 0;
    if (sandboxed && !whole) {
      address = URL.createObjectURL(new Blob([loader(address)], { type: "text/javascript" }));
      made.push(address);
    }
    var thread = new Worker(policy.createScriptURL(address), { type: sandboxed || whole ? "classic" : "module" });
    thread.addEventListener("message", function (event) {
      if (!event.data || !event.data.lock) return;
      event.stopImmediatePropagation();
      navigator.locks.request(event.data.lock, function () {
        thread.dispatchEvent(new ErrorEvent("error", { message: "the browser ended the thread" }));
      });
    });
    return thread;
  };

  // The messages of the page's language, which come beside its code: what is drawn first is in that language. The page
  // asks again for what did not come, and says what is wrong.
  function messages() {
    var language = document.documentElement.lang;
    if (!/^(en|zh-Hans|zh-Hant-TW)$/.test(language)) return null;
    return fetch(window.duiduPlace("locales/" + language + ".ftl"))
      .then(function (response) {
        return response.ok ? response.text() : null;
      })
      .then(function (text) {
        if (text) window.duiduMessages = { language: language, text: text };
      })
      .catch(function () {});
  }

  function detail(error) {
    return error && error.message ? error.message : String(error);
  }

  // `trunk serve` writes its own path over this placeholder; in a built site the braces still stand.
  var mark = document.querySelector('meta[name="trunk-serve"]');
  var trunk = mark && mark.content.charAt(0) !== "{" ? mark.content : "";

  // Trunk's own reload script is inline, which the policy forbids.
  function reloadWhenRebuilt() {
    if (!trunk) return;
    var address = location.origin.replace(/^http/, "ws") + trunk + ".well-known/trunk/ws";
    var socket = new WebSocket(address);
    socket.onmessage = function (event) {
      var message = JSON.parse(event.data);
      if (message.type === "reload") location.reload();
      else if (message.data) console.error("Build failed:", message.data.reason);
    };
  }

  // Keeps the page's files for use without a network, once nothing else is to be done. Not on a machine's own server:
  // what is kept there would come up in the place of whatever is worked on at that address the next day.
  function keepOffline() {
    if (trunk || sandboxed || window.duiduFiles || /^(localhost|127(\.\d+){3}|\[::1\])$/.test(location.hostname)) return;
    var register = function () {
      return navigator.serviceWorker.register(policy.createScriptURL(checked(folder + "service-worker.js")));
    };
    var keep = function () {
      import(window.duiduPlace("offline.js"))
        .then(function (offline) {
          return offline.keep(register, build);
        })
        .catch(function (error) {
          console.error(error);
        });
    };
    // An answer that needs the model comes when the last of the files is here; without one there is nothing to keep.
    window.duidu.segment("讀").then(function () {
      if (window.requestIdleCallback) window.requestIdleCallback(keep);
      else setTimeout(keep, 1000);
    }, function () {});
  }

  if (location.protocol === "file:" && !window.duiduFiles) {
    fail(
      "請不要直接開啟檔案：把整個資料夾放在網頁伺服器上（例如在資料夾內執行 python3 -m http.server），再由網址開啟。",
      "This page cannot run from a file. Put its folder on any web server (for example run python3 -m http.server inside it) and open it by its address."
    );
    return;
  }
  if (typeof WebAssembly !== "object" || typeof WebAssembly.instantiate !== "function" || typeof Worker !== "function") {
    fail(
      "這個瀏覽器停用或不支援 WebAssembly 或 Web Worker，對讀要靠它分析文字。請在瀏覽器設定中啟用，或改用最新版的 Chrome、Edge、Firefox 或 Safari。",
      "WebAssembly or Web Workers are switched off or missing in this browser, and Duìdú needs them to analyse text. Switch them on in the browser's settings, or use a current Chrome, Edge, Firefox or Safari."
    );
    return;
  }

  // The analysis thread loads beside the page's own code, not after it: the page finds it here, takes it over and
  // greets it. One that fails, or speaks before it is greeted, is taken away; the page then starts another and
  // hears itself what is wrong.
  try {
    if (window.trustedTypes) policy = window.trustedTypes.createPolicy("duidu", policy);
    var thread = window.duiduThread("worker-start.js");
    thread.onerror = thread.onmessage = function () {
      thread.terminate();
      delete window.duiduWorker;
    };
    window.duiduWorker = thread;
  } catch (error) {
    console.error(error);
    fail(
      "瀏覽器不准本頁啟動分析程式：本頁所在的網站或框架設有限制（Content-Security-Policy 或 sandbox）。請直接開啟本頁的網址；若仍然如此，請網站管理員放寬 worker-src 與 trusted-types 兩項。",
      "The browser does not let this page start its analysis program: the site or the frame it is in forbids it (Content-Security-Policy or sandbox). Open the page by its own address; if that does not help, whoever runs the site should relax worker-src and trusted-types.",
      detail(error)
    );
    return;
  }

  // The first screen stands there already, but for readers of another view.
  var standing = window.duiduFirst && window.duiduFirst.show();

  // A line so slow that nothing seems to happen is said to be slow; what was asked for may still come.
  var slow = setTimeout(function () {
    var box = document.querySelector("#app > .boot");
    if (!box || box.classList.contains("boot-failure")) return;
    if (standing) {
      box = standing.querySelector(".notices").appendChild(document.createElement("div"));
      box.className = "notice";
    }
    [["zh-Hant-HK", "載入得很慢，請稍候；若一直沒有動靜，請檢查網絡連線，再重新整理本頁。"],
     ["en", "This takes long. If nothing happens, check the connection and reload the page."]].forEach(function (line) {
      var element = document.createElement("p");
      element.lang = line[0];
      element.textContent = line[1];
      box.appendChild(element);
    });
  }, 30000);

  var wasm = new URL(script.dataset.wasm, document.baseURI);
  var app = import(files[script.dataset.app.slice(2)] || new URL(script.dataset.app, document.baseURI).href);
  Promise.all([app, messages()])
    .then(function (both) {
      return both[0].default({ module_or_path: wasm });
    })
    .finally(function () {
      clearTimeout(slow);
    })
    .then(function () {
      reloadWhenRebuilt();
      keepOffline();
    })
    .catch(function (error) {
      console.error(error);
      if (sandboxed && !window.duiduFiles) {
        fail(
          "本頁放在受限制的框架（sandbox）內，而伺服器不准這種框架讀取檔案。請直接開啟本頁的網址；若要放在框架內，請網站管理員加上回應標頭 Access-Control-Allow-Origin: *，或在框架的 sandbox 屬性加上 allow-same-origin。",
          "This page is in a sandboxed frame, and the server does not let such a frame read its files. Open the page by its own address; to keep it in the frame, whoever runs the site should send the header Access-Control-Allow-Origin: *, or add allow-same-origin to the frame's sandbox attribute.",
          detail(error)
        );
        return;
      }
      fail(
        "對讀的程式檔案未能載入。請檢查網絡連線後重新整理本頁；若仍然失敗，可能是伺服器上的檔案不完整，請通知網站管理員重新上載整個資料夾。",
        "The files of this page could not be loaded. Check the connection and reload; if it keeps failing, the files on the server are incomplete, and whoever runs the site should upload the whole folder again.",
        detail(error)
      );
    });
})();
