
interface OpenOptions {
  bundled?: boolean;                // true; false leaves out the stories that are included
}

type Notebook = Omit<Duidu, "version" | "ready" | "session" | "clear" | "exportComparison" | "dictionary"> & {
  dictionary: Pick<Dictionary, "import" | "export">;
  close(): Promise<void>;           // ends the engine's thread
};

export function open(options?: OpenOptions): Promise<Notebook>;
