// The thread of the engine in Node.
import { readFile } from "node:fs/promises";
import { parentPort } from "node:worker_threads";
import { answer } from "./engine.js";

const file = (name) => readFile(new URL(name, import.meta.url));
const receive = answer(file, (message) => parentPort.postMessage(message));
parentPort.on("message", receive);
