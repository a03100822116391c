// Keeps the files of one build of the page, so that the page works without a network and never of two builds at once.
//
// The build writes its own list in place of the empty one. `now` has what the page begins with, `later` what it seldom
// needs, each file with its SHA-256: a file that is another than the list says is of another build and is not kept.
// A new build waits until the reader reloads; its files are then given beside those of the build before it, as long as
// another page of the site is open.
const BUILD = { name: "", now: {}, later: {} };

const SCOPE = self.registration.scope;
const PREFIX = `duidu ${SCOPE} `;
const OWN = PREFIX + BUILD.name;
/// What other programs have shared with the page and it has not taken yet.
const SHARED = `duidu-shared ${SCOPE}`;
/// The files that the page asks for with the name of its build, so that the browser's cache never mixes two.
const WITH_NAME = /^(worker-start\.js|(worker|intake)(\.js|_bg\.wasm)|pdf-reader\.js|pdf\/pdf(\.worker)?\.js|offline\.js|one-file\.js|locales\/[\w-]+\.ftl)$/;
/// The page itself, whose bytes a host may change a little.
const START = "";

const at = (path) => new URL(path, SCOPE).href;
const isNow = (path) => Object.hasOwn(BUILD.now, path);
const isListed = (path) => isNow(path) || Object.hasOwn(BUILD.later, path);

addEventListener("install", (event) => {
  event.waitUntil(
    fill().catch(async (error) => {
      for (const page of await pages()) page.postMessage({ refused: String(error?.message ?? error) });
      await caches.delete(OWN).catch(() => undefined);
      throw error;
    }),
  );
});

addEventListener("message", (event) => {
  const answer = (promise) => event.waitUntil(promise.then((value) => event.ports[0]?.postMessage(value)));
  switch (event.data) {
    case "build":
      return answer(Promise.resolve({ name: BUILD.name }));
    case "keep":
      return answer(keep(event.source).then(() => ({}), (error) => ({ refused: String(error?.message ?? error) })));
    case "take over":
      return event.waitUntil(self.skipWaiting());
    case "shared":
      return answer(shared().catch(() => []));
  }
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { href, pathname, searchParams } = new URL(request.url);
  if (!href.startsWith(SCOPE)) return;
  const path = pathname.slice(new URL(SCOPE).pathname.length);
  if (request.method === "POST" && path === "share") return event.respondWith(receive(request));
  if (request.method !== "GET") return;
  if (request.mode === "navigate") {
    if (path === START || path === "index.html") event.respondWith(start(request));
    return;
  }
  const build = searchParams.get("v");
  if (isListed(path) && (build === null || build === BUILD.name)) event.respondWith(own(request, path, build));
  else event.respondWith(other(request, path, build));
});

/// Every open page of this site, those that began without a service worker among them.
async function pages() {
  const all = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  return all.filter(({ url }) => url.startsWith(SCOPE));
}

/// Keeps all files that the page begins with, for a page of this build; once it is the only page, nothing else is kept.
async function keep(page) {
  await fill();
  await self.clients.claim();
  const open = await pages();
  if (open.length > 1 || (open.length === 1 && open[0].id !== page.id)) return;
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== OWN).map((name) => caches.delete(name)));
}

/// Puts every file of `now` that is not there yet into the cache of this build.
async function fill() {
  const cache = await caches.open(OWN);
  const there = await paths(cache);
  for (const path of Object.keys(BUILD.now)) {
    if (!there.has(path)) await cache.put(at(path), (await reused(path)) ?? (await fetched(path)));
  }
}

/// The paths of all files in a cache.
async function paths(cache) {
  return new Set((await cache.keys()).map(({ url }) => url.slice(SCOPE.length)));
}

/// The file out of the cache of another build, where it was the same.
async function reused(path) {
  if (path === START) return undefined;
  for (const cacheName of await others()) {
    const held = await caches.match(at(path), { cacheName, ignoreVary: true });
    const whole = held && (await checked(path, held));
    if (whole) return whole;
  }
  return undefined;
}

/// The names of the other builds' caches.
async function others() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== OWN);
}

/// Fetches a file of this build. The browser's cache, which mostly has it, may have that of another.
async function fetched(path) {
  const address = at(path) + (WITH_NAME.test(path) ? `?v=${encodeURIComponent(BUILD.name)}` : "");
  for (const cache of ["default", "reload"]) {
    const response = await fetch(address, { cache, credentials: "same-origin" });
    if (!response.ok) throw new Error(`${path || "index.html"}: ${response.status} ${response.statusText}`);
    const whole = await checked(path, response);
    if (whole) return whole;
  }
  throw new Error(`${path || "index.html"} on the server is of another build`);
}

/// The response with its bytes in hand, if they are those of this build.
async function checked(path, response) {
  const bytes = await response.arrayBuffer();
  if (path === START) {
    if (!new TextDecoder().decode(bytes).includes(`data-build="${BUILD.name}"`)) return undefined;
  } else {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    if (sha256 !== (BUILD.now[path] ?? BUILD.later[path])) return undefined;
  }
  // A redirected response may not answer a navigation; a new one is not redirected, and is not compressed any more.
  const headers = new Headers(response.headers);
  headers.delete("content-encoding");
  headers.set("content-length", String(bytes.byteLength));
  return new Response(bytes, { headers });
}

/// Answers with the page, if everything it needs is here: otherwise it would begin with one build and go on with another.
async function start(request) {
  try {
    const cache = await caches.open(OWN);
    const there = await paths(cache);
    if (Object.keys(BUILD.now).every((path) => there.has(path))) return await cache.match(at(START), { ignoreVary: true });
  } catch {
    // Storage is refused: the network is left.
  }
  return fetch(request);
}

/// Answers with a file of this build, and keeps what is seldom needed when it is needed first.
async function own(request, path, build) {
  const held = await caches.match(at(path), { cacheName: OWN, ignoreVary: true }).catch(() => undefined);
  if (held) return held;
  const response = await fetch(request);
  if (!response.ok || isNow(path)) return response;
  const whole = await checked(path, response.clone());
  if (whole) {
    // No room for it, or no storage: it is here now all the same.
    await caches.open(OWN).then((cache) => cache.put(at(path), whole)).catch(() => undefined);
    return response;
  }
  // What names its build would not notice. The rest is compared by the page itself, which says more.
  return build === null ? response : new Response("", { status: 409, statusText: "of another build" });
}

/// Answers with a file of an earlier build, for a page that began with it, or with the server's.
async function other(request, path, build) {
  const names = await others().catch(() => []);
  for (const cacheName of names.filter((name) => build === null || name === PREFIX + build)) {
    const held = await caches.match(at(path), { cacheName, ignoreVary: true }).catch(() => undefined);
    if (held) return held;
  }
  return fetch(request);
}

/// Takes what another program shares: files as they are, title, text and address as one text. The page fetches it.
async function receive(request) {
  try {
    const form = await request.formData();
    const words = ["title", "text", "url"].map((name) => form.get(name)).filter((part) => typeof part === "string" && part.trim());
    const files = form.getAll("files").filter((file) => file instanceof File);
    if (words.length) {
      const name = words[0].trim().split("\n")[0].replace(/[\\/:*?"<>|]+/g, " ").slice(0, 60);
      files.push(new File([[...new Set(words)].join("\n\n")], `${name.trim() || "text"}.txt`, { type: "text/plain" }));
    }
    const cache = await caches.open(SHARED);
    for (const file of files) {
      const headers = { "content-type": file.type || "application/octet-stream", "x-name": encodeURIComponent(file.name) };
      await cache.put(at(`shared/${crypto.randomUUID()}`), new Response(file, { headers }));
    }
    return Response.redirect(at("#/texts"), 303);
  } catch {
    const home = at("#/texts");
    const said = `<!doctype html><meta charset="utf-8"><title>對讀</title>
<p lang="zh-Hant-HK">分享過來的內容未能收下，可能是瀏覽器的空間不足。請在<a href="${home}">對讀</a>貼上或開啟檔案。</p>
<p lang="en">What was shared could not be taken in, perhaps for lack of room. Paste it or open the file in <a href="${home}">Duìdú</a>.</p>`;
    return new Response(said, { status: 507, headers: { "content-type": "text/html; charset=utf-8" } });
  }
}

/// Gives what was shared to the page that asks first.
async function shared() {
  if (!(await caches.has(SHARED))) return [];
  const cache = await caches.open(SHARED);
  const given = [];
  for (const request of await cache.keys()) {
    const held = await cache.match(request);
    if (held && (await cache.delete(request))) {
      given.push({ name: decodeURIComponent(held.headers.get("x-name") ?? "text.txt"), blob: await held.blob() });
    }
  }
  return given;
}
