// Starts the page, and says so in words when it cannot: nothing here may end in a blank page.
//
// Trunk fills in the two hashed file names (see `pattern_script` in Trunk.toml), so the page needs no
// inline script and its Content-Security-Policy can forbid all of them.
(function () {
  "use strict";

  var script = document.currentScript;

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

  function detail(error) {
    return error && error.message ? error.message : String(error);
  }

  // `trunk serve` writes its own path over this placeholder; in a built site the braces still stand and
  // nothing is opened. Trunk's own reload script is inline, which the policy forbids.
  function reloadWhenRebuilt() {
    var mark = document.querySelector('meta[name="trunk-serve"]');
    if (!mark || mark.content.charAt(0) === "{") return;
    var address = location.origin.replace(/^http/, "ws") + mark.content + ".well-known/trunk/ws";
    var socket = new WebSocket(address);
    socket.onmessage = function (event) {
      var message = JSON.parse(event.data);
      if (message.type === "reload") location.reload();
      else if (message.data) console.error("Build failed:", message.data.reason);
    };
  }

  if (location.protocol === "file:") {
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
  // hears itself what is wrong. The query, which changes with every build, keeps a thread of another build out of
  // the browser's cache.
  var thread = new Worker(new URL("worker-start.js?v=" + encodeURIComponent(script.dataset.app), document.baseURI), {
    type: "module",
  });
  thread.onerror = thread.onmessage = function () {
    thread.terminate();
    delete window.duiduWorker;
  };
  window.duiduWorker = thread;

  var wasm = new URL(script.dataset.wasm, document.baseURI);
  import(new URL(script.dataset.app, document.baseURI).href)
    .then(function (app) {
      return app.default({ module_or_path: wasm });
    })
    .then(reloadWhenRebuilt)
    .catch(function (error) {
      console.error(error);
      fail(
        "對讀的程式檔案未能載入。請檢查網絡連線後重新整理本頁；若仍然失敗，可能是伺服器上的檔案不完整，請通知網站管理員重新上載整個資料夾。",
        "The files of this page could not be loaded. Check the connection and reload; if it keeps failing, the files on the server are incomplete, and whoever runs the site should upload the whole folder again.",
        detail(error)
      );
    });
})();
