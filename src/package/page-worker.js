// The thread of the engine in a page.
import { answer } from "./engine.js";

async function file(name) {
  const response = await fetch(new URL(name, import.meta.url));
  if (!response.ok) throw new Error(`${name} cannot be fetched: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

const receive = answer(file, (message) => postMessage(message));
onmessage = ({ data }) => receive(data);
