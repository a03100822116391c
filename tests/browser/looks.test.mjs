// What pictures of every view showed and no other test sees: rows that a box cuts, marks that part a stop from its sentence,
// tables on a phone, headings, and the words of the page on paper. Geometry, measured in the browser.
import assert from "node:assert/strict";
import { settle, visit } from "./chrome.mjs";
import { test } from "./harness.mjs";

const SMALL = { width: 390, height: 844 };
const MIDDLE = { width: 820, height: 1000 };
const FIRST = "兩鎮昨日同時停水搶修\n\n甲鎮昨日清早停水，水務署派出三隊人員到場搶修，至傍晚才恢復供應，居民整天要到街尾輪候。\n乙鎮下午也告停水，署方說兩事無關，今日會向區議會交代。\n";
const SECOND = "水務署交代停水原因\n\n甲鎮昨日清早停水，水務署派出四隊人員到場搶修，至傍晚才恢復供應。\n署方說乙鎮的停水與此無關，今日會向區議會交代。\n";

/// Adds two texts without paper and day, and gives the ids of their stories.
const addTwo = (page) =>
  page.evaluate(async (texts) => {
    const ids = [];
    for (const text of texts) ids.push(...(await duidu.addText({ name: "a.txt", text })).stories);
    return ids;
  }, [FIRST, SECOND]);

test("a box of rows ends after a row", async ({ open }) => {
  for (const viewport of [SMALL, MIDDLE]) {
    const { page, close } = await open({ viewport });
    let boxes = 0;
    for (const hash of ["#/measures", "#/keywords/003-1", "#/keyness", "#/words", "#/names", "#/terms", "#/similarity"]) {
      await visit(page, hash);
      const cut = await page.evaluate(() => {
        const box = document.querySelector("main .table-scroll");
        if (box.scrollHeight <= box.clientHeight + 1) return null;
        const edge = box.getBoundingClientRect().top + box.clientHeight;
        return [...box.querySelectorAll("tbody tr[data-row]")]
          .map((row) => row.getBoundingClientRect())
          .filter(({ top, bottom }) => top < edge - 1 && bottom > edge + 1)
          .map(({ top, bottom }) => `a row from ${top - edge} to ${bottom - edge} px of the edge`);
      });
      if (cut) boxes += 1;
      assert.deepEqual(cut ?? [], [], `${hash} at ${viewport.width}`);
    }
    assert.ok(boxes > 0 || viewport !== SMALL, "no box has more rows than it shows");
    await close();
  }
});

test("a full stop stays with what is before it where a mark of missing words stands between them", async ({ open }) => {
  const { page, close } = await open();
  const [a, b] = await addTwo(page);
  let seen = 0;
  for (const hash of [`#/compare/${a}/${b}`, `#/compare/${a}/${b}?layout=rows`, `#/witnesses/${a}/${b}`]) {
    await visit(page, hash);
    // Every width, so that some line ends at the mark.
    for (let width = 1440; width > 1000; width -= 16) {
      await page.setViewportSize({ width, height: 900 });
      const parted = await page.evaluate(() => {
        const found = [];
        for (const gap of document.querySelectorAll("main .d-gap")) {
          const next = gap.nextSibling;
          if (next?.nodeType !== Node.TEXT_NODE || !/^[，。；：、！？」』）]/.test(next.data)) continue;
          const range = document.createRange();
          range.setStart(next, 0);
          range.setEnd(next, 1);
          const [own, stop] = [gap.getBoundingClientRect(), range.getBoundingClientRect()];
          found.push(stop.top > own.bottom ? next.data : "");
        }
        return found;
      });
      seen += parted.length;
      assert.deepEqual(parted.filter(Boolean), [], `${hash} at ${width}`);
    }
  }
  assert.ok(seen > 0);
  await close();
});

test("on a phone the sentences of several stories are below each other, each after its letter", async ({ open }) => {
  const { page, close } = await open({ viewport: SMALL });
  for (const [hash, table] of [["#/witnesses/003-1/004-1/000-1", ".witness-table"], ["#/report/003-1/004-1/000-1", ".frames"]]) {
    await visit(page, hash);
    const { wide, sides, letters, empty } = await page.evaluate((table) => {
      const box = document.querySelector(`main ${table}`);
      const cells = [...box.querySelectorAll("td[data-sigil]")].filter((cell) => cell.checkVisibility());
      const row = [...box.querySelectorAll("tbody tr")].find((row) => row.querySelectorAll("td.lacks").length === 2) ?? box.querySelector("tbody tr");
      return {
        wide: box.parentElement.scrollWidth - box.parentElement.clientWidth,
        sides: new Set(cells.map((cell) => Math.round(cell.getBoundingClientRect().left))).size,
        letters: cells.every((cell) => getComputedStyle(cell, "::before").content === `"${cell.dataset.sigil}"`),
        // What a row is higher than its visible cells.
        empty: row.getBoundingClientRect().height - [...row.children].filter((cell) => cell.checkVisibility() && getComputedStyle(cell).position !== "absolute").reduce((sum, cell) => sum + cell.getBoundingClientRect().height, 0),
      };
    }, table);
    assert.ok(wide <= 1, `${hash} is ${wide} px too wide`);
    assert.equal(sides, 1, hash);
    assert.ok(letters, hash);
    assert.ok(empty < 24, `${hash}: ${empty} px of a row are empty`);
  }
  await close();
});

test("a heading does not meet what saves its table, in any language, and is in one letter everywhere", async ({ open }) => {
  for (const language of ["zh-Hant-HK", "zh-Hant-TW", "zh-Hans", "en"]) {
    const { page, close } = await open({
      viewport: SMALL,
      prepare: (context) => context.addInitScript((language) => localStorage.setItem("duidu.language", language), language),
    });
    const letters = new Set();
    for (const hash of ["#/words", "#/measures", "#/names", "#/keywords/003-1", "#/concordance?node=%E5%90%88%E4%BD%9C", "#/collocates?node=%E5%90%88%E4%BD%9C", "#/sources/003-1", "#/similarity", "#/read/999-9", "#/compare/003-1/999-9", "#/texts/u7", "#/nowhere", "#/texts"]) {
      await visit(page, hash);
      const { met, family } = await page.evaluate(() => {
        const heading = [...document.querySelectorAll("main h1")].find((found) => found.checkVisibility() && !found.matches(".unseen"));
        const range = document.createRange();
        range.selectNodeContents(heading);
        const saves = document.querySelector("main .summary > .saves")?.getBoundingClientRect();
        const meets = (box) => saves && box.left < saves.right && saves.left < box.right && box.top < saves.bottom && saves.top < box.bottom;
        return { met: [...range.getClientRects()].some(meets), family: getComputedStyle(heading).fontFamily };
      });
      assert.ok(!met, `${hash} in ${language}`);
      letters.add(family);
    }
    assert.equal(letters.size, 1, `${language}: ${[...letters].join(" | ")}`);
    await close();
  }
});

test("a text without paper and day is called by its title, not by its number", async ({ open }) => {
  for (const viewport of [SMALL, MIDDLE]) {
    const { page, close } = await open({ viewport });
    const [a, b] = await addTwo(page);
    for (const hash of [`#/witnesses/${a}/${b}`, `#/witnesses/${a}/${b}?layout=wire`, `#/facts/${a}/${b}`, `#/report/${a}/${b}`, `#/dots/${a}/${b}`, `#/sources/${a}`]) {
      await visit(page, hash);
      // In a list of choices pages have their numbers, before their titles.
      const numbers = await page.evaluate(() => {
        const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
        const found = [];
        for (let text; (text = texts.nextNode()); ) if (!text.parentElement.closest("select") && text.parentElement.checkVisibility()) found.push(...(text.data.match(/\bu\d+\b/g) ?? []));
        return found;
      });
      assert.deepEqual(numbers, [], `${hash} at ${viewport.width}`);
    }
    await close();
  }
});

test("on paper there are no controls, no words about the page, and the example has two columns", async ({ open }) => {
  const { page, close } = await open({ viewport: { width: 680, height: 900 } });
  const [a] = await addTwo(page);
  for (const hash of ["#/", "#/pages", "#/read/003-1", "#/read/003-1?names=1", "#/segmenters/003-1", "#/segmenters", "#/dictionary", "#/keyness?target=id:003-1&reference=list", "#/facts/003-3/004-2?kind=person", "#/texts", `#/texts/${a.split("-")[0]}`]) {
    await visit(page, hash);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    await settle(page);
    const printed = await page.evaluate(() =>
      [...document.querySelectorAll("main :is(input, select, textarea, button:not(.figure, .link, .chip, .sort, .sentence-number, .moved), summary, .actions, .links, .kind-filter)")]
        .filter((control) => control.checkVisibility({ visibilityProperty: true }) && control.getClientRects().length && (control.matches("input, select, textarea") || control.innerText.trim()))
        .map((control) => control.outerHTML.slice(0, 80)),
    );
    assert.deepEqual(printed, [], hash);
    if (hash === "#/") {
      const lefts = await page.locator(".start-example .column.b").evaluateAll((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().left)));
      assert.equal(lefts.length, 2);
      assert.equal(new Set(lefts).size, 1, `${lefts}`);
      assert.ok(lefts[0] > 300, `${lefts}`);
    }
    await page.emulateMedia({ media: "screen" });
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  }
  await close();
});
