// Takes pictures of every view for people to look at: three widths, light and dark, every language.
// Usage: node screenshots.mjs FOLDER [part of a name …], for example: node screenshots.mjs /tmp/pictures 390-dark
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { STATES, launch, open, settle, visit } from "./chrome.mjs";
import { DIST } from "./harness.mjs";
import { files, serve } from "./server.mjs";

const [folder, ...wanted] = process.argv.slice(2);
if (!folder) {
  console.error("Usage: node screenshots.mjs FOLDER [part of a name …]");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const server = await serve({ "/duidu/": files(DIST) });
const browser = await launch();

for (const language of ["zh-Hant-HK", "zh-Hant-TW", "zh-Hans", "en"]) {
  for (const width of [1440, 820, 390]) {
    for (const colorScheme of ["light", "dark"]) {
      const names = STATES.map((hash) => `${hash.slice(2).replaceAll("/", "_") || "start"}-${width}-${colorScheme}-${language}`);
      if (wanted.length && !names.some((name) => wanted.every((part) => name.includes(part)))) continue;
      const { page, close } = await open(browser, `${server.origin}/duidu/`, {
        colorScheme,
        viewport: { width, height: width === 390 ? 844 : 1000 },
        prepare: (context) =>
          context.addInitScript((language) => {
            localStorage.setItem("duidu.language", language);
          }, language),
      });
      for (const [index, hash] of STATES.entries()) {
        if (wanted.length && !wanted.every((part) => names[index].includes(part))) continue;
        await visit(page, hash);
        await page.evaluate(() => scrollTo(0, 0));
        await settle(page);
        await page.screenshot({ path: join(folder, `${names[index]}.png`) });
        console.log(names[index]);
      }
      await close();
    }
  }
}
await browser.close();
server.close();
