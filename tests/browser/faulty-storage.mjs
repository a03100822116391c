// An IndexedDB that fails on demand, in the analysis thread alone: put before its first line by the route of worker-start.js.
//
// `globalThis.faults` of the worker says what is to happen: `arm(kind, at, times)` lets the operation number `at` from now
// on fail, and as many after it as `times` says. Operations are the requests on object stores and the opening of
// transactions and databases, in the order in which they are made.

import { ANALYSES, isIntake } from "./faults.mjs";

function install() {
  const plan = { kind: "", at: 0, times: 0, kinds: null, stalls: false };
  const names = ["add", "put", "get", "getAll", "getAllKeys", "delete", "clear", "count"];
  const real = Object.fromEntries(names.map((name) => [name, IDBObjectStore.prototype[name]]));
  const error = (name, message) => new DOMException(`${message} (for a test)`, name);
  globalThis.faults = {
    operations: 0,
    struck: 0,
    open: [],
    arm(kind, at, times = 1, kinds = null) {
      Object.assign(plan, { kind, at: at + globalThis.faults.operations, times, kinds });
      globalThis.faults.struck = 0;
    },
    disarm() {
      Object.assign(plan, { times: 0, stalls: false });
    },
  };
  // What is to become of the next operation; "" when it is let through.
  const next = (what) => {
    if (plan.kinds && !plan.kinds.includes(what)) return "";
    globalThis.faults.operations += 1;
    if (plan.times <= 0 || globalThis.faults.operations < plan.at) return "";
    plan.times -= 1;
    globalThis.faults.struck += 1;
    return plan.kind;
  };
  // Keeps a transaction from ever ending, until this is disarmed; nothing that comes after it begins meanwhile.
  const stall = (store) => {
    if (plan.stalls) real.get.call(store, 0).onsuccess = () => stall(store);
  };
  // A request that nobody ever answers.
  const silent = () => ({ result: undefined, error: null, readyState: "pending" });
  // As the browser does: the connection is closed from outside, and hears of it.
  const close = (database) => {
    database.close();
    setTimeout(() => database.dispatchEvent(new Event("close")));
  };
  const strike = (kind, name, store, call) => {
    const { transaction } = store;
    const database = transaction.db;
    switch (kind) {
      case "throw":
        throw error("UnknownError", "internal error");
      case "hang": {
        plan.stalls = true;
        const request = name.startsWith("get") || name === "count" ? silent() : call();
        stall(store);
        return request;
      }
      case "abort": {
        const request = call();
        transaction.abort();
        return request;
      }
      case "quota": {
        // A disk that is full is often noticed only when the transaction is to be committed.
        const request = call();
        Object.defineProperty(transaction, "error", { value: error("QuotaExceededError", "full") });
        transaction.abort();
        return request;
      }
      case "quota-thrown":
        throw error("QuotaExceededError", "full");
      case "close": {
        const request = call();
        transaction.abort();
        close(database);
        return request;
      }
      default:
        return call();
    }
  };
  for (const name of Object.keys(real)) {
    IDBObjectStore.prototype[name] = function (...parts) {
      return strike(next(name), name, this, () => real[name].apply(this, parts));
    };
  }
  const transaction = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (...parts) {
    const kind = next("transaction");
    if (kind === "close") {
      close(this);
      throw error("InvalidStateError", "the connection is closing");
    }
    if (kind) throw error(kind.startsWith("quota") ? "QuotaExceededError" : "InvalidStateError", "no transaction");
    return transaction.apply(this, parts);
  };
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (...parts) {
    const kind = next("open");
    if (kind === "hang") return silent();
    if (kind) throw error("UnknownError", "no database");
    const request = open.apply(this, parts);
    request.addEventListener("success", () => globalThis.faults.open.push(request.result));
    return request;
  };
  const remove = IDBFactory.prototype.deleteDatabase;
  IDBFactory.prototype.deleteDatabase = function (...parts) {
    if (next("deleteDatabase")) throw error("UnknownError", "not deleted");
    return remove.apply(this, parts);
  };
  // The browser's last resort: the files are gone, and every connection is told that it is closed.
  globalThis.faults.lose = async () => {
    const there = globalThis.faults.open.splice(0);
    there.forEach((database) => database.close());
    await new Promise((done) => {
      const request = remove.call(indexedDB, "duidu");
      request.onsuccess = done;
    });
    there.forEach((database) => database.dispatchEvent(new Event("close")));
  };
}

/// Prepares a context whose worker has such a storage; `first` is run in the worker before anything else.
export function faulty(site, first = "") {
  const body = `(${install})();\n${first}\n${site.get("worker-start.js")}`;
  return (context) => context.route(ANALYSES, (route) => route.fulfill({ contentType: "text/javascript", body }));
}

/// Does something with the faults of a page's worker.
export async function faults(page, body, argument) {
  const workers = page.workers().filter((worker) => !isIntake(worker));
  return workers[workers.length - 1].evaluate(body, argument);
}

/// All that the browser keeps of this site, read without the app: every store with its keys and values, and the small
/// storage.
export function kept(page) {
  return page.evaluate(async () => {
    const ask = (request) =>
      new Promise((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
    const stores = {};
    if ((await indexedDB.databases()).some(({ name }) => name === "duidu")) {
      const database = await ask(indexedDB.open("duidu"));
      for (const name of database.objectStoreNames) {
        const store = database.transaction(name).objectStore(name);
        const [keys, values] = await Promise.all([ask(store.getAllKeys()), ask(store.getAll())]);
        stores[name] = keys.map((key, at) => [key, values[at]]);
      }
      database.close();
    }
    return { stores, small: { ...localStorage } };
  });
}

/// The names of the pages that the browser keeps, and the words that its dictionary ever held.
export async function keptNames(page) {
  const { stores } = await kept(page);
  const texts = (stores.texts ?? []).map(([, json]) => JSON.parse(json).page.source.name);
  const words = (stores.dictionary ?? []).filter(([key]) => key >= 0).map(([, text]) => text).join("");
  return { texts, words };
}
