// The engine in its thread: one answer to one message, in the order of the messages.
import init, { Notebook } from "./duidu.js";

/// Returns the function that takes messages; `file` reads a file of the package, and `reply` sends an answer.
export function answer(file, reply) {
  let notebook;
  let has_dictionary = false;
  let last = Promise.resolve();

  async function open({ bundled }) {
    const [wasm, model] = await Promise.all([file("./duidu_bg.wasm"), file("./segmenter.bin")]);
    await init({ module_or_path: wasm });
    notebook = new Notebook(model, bundled);
    return Notebook.names();
  }

  async function ask({ name, given, bytes }) {
    try {
      return notebook.call(name, given, bytes);
    } catch (error) {
      // Only a few questions need jieba's dictionary, so it is read when one does.
      if (has_dictionary || typeof error !== "string" || JSON.parse(error).name !== "NoDictionary") throw error;
      notebook.loadDictionary(await file("./jieba.txt"));
      has_dictionary = true;
      return notebook.call(name, given, bytes);
    }
  }

  async function handle(message) {
    const { ticket } = message;
    try {
      reply({ ticket, answer: await (message.name === undefined ? open(message) : ask(message)) });
    } catch (error) {
      const fields = typeof error === "string" ? JSON.parse(error) : { name: "Crashed", message: String(error) };
      reply({ ticket, error: fields });
    }
  }

  return (message) => {
    last = last.then(() => handle(message));
  };
}
