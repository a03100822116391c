// The language of the interface: the browser's, the reader's or that of a link, with its messages in a file of their own.
import assert from "node:assert/strict";
import { settle, until } from "./chrome.mjs";
import { test } from "./harness.mjs";

/// What a reader sees of the language of the page.
const seen = (page) => page.evaluate(() => [document.documentElement.lang, document.querySelector(".views a").textContent.replace(/\d/, "")]);

test("the page opens in the language of the browser, and stays in the one that is chosen", async ({ open }) => {
  const expected = { "en-GB": ["en", "Pages"], "zh-CN": ["zh-Hans", "版面"], "zh-TW": ["zh-Hant-TW", "版面"], "zh-MO": ["zh-Hant-HK", "報頁"] };
  for (const [locale, language] of Object.entries(expected)) {
    const { page, log, close } = await open({ locale, hash: "#/words" });
    assert.deepEqual((await seen(page)).map((part) => part.trim()), language, locale);
    // The footnote of a proof is offered in English, too, whose messages it fetches.
    const own = log.requests.filter((url) => url.includes(`locales/${language[0]}.`));
    assert.equal(own.length, language[0].endsWith("HK") ? 0 : 1, locale);
    if (locale === "en-GB") {
      await page.locator(".settings select").selectOption("zh-Hans");
      await until(page, () => document.documentElement.lang === "zh-Hans");
      await settle(page);
      assert.match(await page.locator("main").innerText(), /类符/);
      await page.reload();
      await until(page, () => document.documentElement.lang === "zh-Hans" && document.querySelector(".views"));
      await page.evaluate(() => (location.hash = "#/words?lang=en"));
      await until(page, () => document.documentElement.lang === "en");
      assert.equal(await page.evaluate(() => localStorage.getItem("duidu.language")), "zh-Hans", "a link does not choose for the reader");
    }
    assert.deepEqual(log.complaints, []);
    await close();
  }
});
