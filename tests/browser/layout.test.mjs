// What is drawn has room: no text on another thing, no character or row cut, controls in rows. Geometry, measured in the browser.
import assert from "node:assert/strict";
import { settle, until, visit } from "./chrome.mjs";
import { edges } from "./geometry.mjs";
import { test } from "./harness.mjs";

const NODE = encodeURIComponent("合作");
const WIDE = { width: 1440, height: 1000 };
const MIDDLE = { width: 820, height: 1000 };
const SMALL = { width: 390, height: 844 };

/// What `measure` finds wrong in each state of the page, at some widths.
async function faults(open, states, sizes, measure, options = {}) {
  const found = [];
  for (const viewport of sizes) {
    const { page, close } = await open({ viewport, ...options });
    for (const hash of states) {
      await visit(page, hash);
      await page.evaluate(() => scrollTo(0, 0));
      const wrong = await page.evaluate(measure);
      found.push(...wrong.map((what) => `${hash} at ${viewport.width}: ${what}`));
    }
    await close();
  }
  return found;
}

test("in a chart no name is on a dot, on an axis or on another name", async ({ open }) => {
  const charts = [
    "#/keyness",
    "#/keyness?target=id:003-1&reference=id:004-1",
    "#/keyness?target=page:000&reference=rest&measure=logRatio",
    `#/collocates?node=${NODE}`,
    `#/collocates?node=${encodeURIComponent("中國")}`,
    `#/collocates?node=${NODE}&scope=page:003&beside=page:004`,
    "#/dots/003-1/004-1",
    "#/similarity",
  ];
  const found = await faults(open, charts, [WIDE], () => {
    const wrong = [];
    for (const svg of document.querySelectorAll(".chart > svg")) {
      // The letters themselves: a box of the browser's has the room above and below them too.
      const names = [...svg.querySelectorAll("text")].filter((text) => text.textContent).map((text) => {
        const { x, width } = text.getBBox();
        const [y, size] = [Number(text.getAttribute("y")), parseFloat(getComputedStyle(text).fontSize)];
        return { what: text.textContent, left: x, right: x + width, top: y - 0.85 * size, bottom: y + 0.1 * size, label: text.matches(".label, .centre") };
      });
      const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
      for (const [place, name] of names.entries()) {
        for (const other of names.slice(0, place)) if (meet(name, other)) wrong.push(`${name.what} is on ${other.what}`);
        if (!name.label) continue;
        for (const dot of svg.querySelectorAll("circle.seen")) {
          const [x, y, r] = ["cx", "cy", "r"].map((part) => Number(dot.getAttribute(part)));
          const across = x - Math.min(Math.max(x, name.left), name.right);
          const down = y - Math.min(Math.max(y, name.top), name.bottom);
          if (across ** 2 + down ** 2 < (r - 0.3) ** 2) wrong.push(`${name.what} is on a dot`);
        }
        for (const axis of svg.querySelectorAll(".axis")) {
          const [x1, y1, x2, y2] = ["x1", "y1", "x2", "y2"].map((part) => Number(axis.getAttribute(part)));
          if (meet(name, { left: x1 - 0.5, right: x2 + 0.5, top: y1 - 0.5, bottom: y2 + 0.5 })) wrong.push(`${name.what} is on an axis`);
        }
      }
      const { width, height } = svg.viewBox.baseVal;
      for (const { what, left, right, top, bottom } of names) {
        if (left < -1 || right > width + 1 || top < -1 || bottom > height + 1) wrong.push(`${what} leaves the chart`);
      }
    }
    if (!document.querySelector(".chart > svg text")) wrong.push("no chart");
    return wrong;
  });
  assert.deepEqual(found, []);
});

test("no line of a concordance is cut through a character", async ({ open }) => {
  const states = ["合作", "中國", "/[0-9A-Z]+/"].flatMap((node) => ["", "&unit=word&context=12", "&sort=L1,R1"].map((more) => `#/concordance?node=${encodeURIComponent(node)}${more}`));
  const found = await faults(open, states, [WIDE, MIDDLE, SMALL], () => {
    const wrong = [];
    let seen = 0;
    const cells = [...document.querySelectorAll(".kwic tbody :is(td.left, td.right)")];
    // Beside the words of a proof only Chinese characters are of one width.
    cells.push(...[...document.querySelectorAll(".lines :is(.left, .right)")].filter(({ textContent }) => !/[\x20-\x7e]/.test(textContent)));
    for (const cell of cells) {
      const box = cell.getBoundingClientRect();
      const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        if (text.parentElement.closest(".beyond")) continue;
        const range = document.createRange();
        for (let at = 0; at < text.length; at++) {
          range.setStart(text, at);
          range.setEnd(text, at + 1);
          const { left, right } = range.getBoundingClientRect();
          seen += 1;
          if (left < box.left - 0.6 || right > box.right + 0.6) wrong.push(`${text.data[at]} in ${cell.textContent}`);
        }
      }
    }
    return seen > 60 ? wrong.slice(0, 3) : [...wrong, `${seen} characters`];
  });
  assert.deepEqual(found, []);
});

test("what saves a table is in one place in all views of tables", async ({ open }) => {
  const states = ["#/words", "#/phrases", "#/terms", "#/measures", "#/keyness", "#/keywords/003-1", `#/concordance?node=${NODE}`, `#/collocates?node=${NODE}`, "#/similarity", "#/sources/004-2"];
  for (const viewport of [WIDE, MIDDLE, SMALL]) {
    const { page, close } = await open({ viewport });
    const places = new Map();
    for (const hash of states) {
      await visit(page, hash);
      await page.evaluate(() => scrollTo(0, 0));
      const links = await page.locator("main .summary .saves button").evaluateAll((found) => found.map((button) => {
        const { right, top } = button.getBoundingClientRect();
        return `${button.textContent} ${Math.round(right)} ${Math.round(top)}`;
      }));
      const place = links.slice(0, 3).join(", ");
      places.set(place, [...(places.get(place) ?? []), hash]);
    }
    assert.equal(places.size, 1, JSON.stringify([...places]));
    await close();
  }
});

test("a notice covers no control of the page, and goes; a progress that has ended is not shown", async ({ open }) => {
  for (const viewport of [WIDE, MIDDLE, SMALL]) {
    const { page, close } = await open({ viewport, hash: "#/words" });
    await page.locator(".summary .saves button").first().click();
    const notice = page.locator(".notices .notice");
    await notice.waitFor();
    const covered = () => page.evaluate(async () => {
      const frame = () => new Promise(requestAnimationFrame);
      // On a narrow screen the page goes on below a notice, so that its last control comes out as well. Lists are drawn while
      // they are scrolled to.
      for (let times = 0; times < 12 && innerWidth < 900; times++) {
        scrollTo(0, document.body.scrollHeight);
        await frame();
      }
      if (!document.querySelector(".notices .notice")) return ["the notice is gone"];
      const { top, bottom, left, right } = document.querySelector(".notices").getBoundingClientRect();
      return [...document.querySelectorAll("main :is(a, button, input, select, summary)")].filter((control) => {
        const box = control.getBoundingClientRect();
        // What a list has scrolled away is not there.
        const list = control.closest(".table-scroll")?.getBoundingClientRect();
        if (list && (box.top >= list.bottom || box.bottom <= list.top)) return false;
        // What a closed menu holds has a box and is not seen.
        return control.checkVisibility() && box.width && box.top < bottom && top < box.bottom && box.left < right && left < box.right;
      }).map((control) => control.textContent || control.value);
    });
    assert.deepEqual(await covered(), []);
    await notice.waitFor({ state: "detached", timeout: 15_000 });
    await visit(page, "#/texts");
    await page.locator("input[type=file]").first().setInputFiles(["甲", "乙"].map((name) => ({ name: `${name}.txt`, mimeType: "text/plain", buffer: Buffer.from(`${name}報今日報道，圖書館下月起延長開放時間，讀者須在網上預約座位。`) })));
    await until(page, async () => (await duidu.texts()).length === 2);
    await settle(page);
    assert.equal(await page.locator(".progress").innerText(), "");
    await close();
  }
});

test("where a line ends in an ellipsis, no Latin word and no number is cut, and the whole is at hand", async ({ open }) => {
  const { page, close } = await open({ viewport: WIDE });
  const titles = ["港府公布2025年度Hong Kong Monetary Authority季度報告與17,500人次的統計", "Leaders of twenty-seven countries meet in Brussels to discuss 2025 budget rules", "世衞WHO今日宣布COVID-19大流行第1,234日的數字並與UNICEF及UNESCO等組織合作"];
  await page.evaluate(async (titles) => {
    for (const [at, title] of titles.entries()) await duidu.addText({ name: `${at}.txt`, text: `${title}\n\n圖書館下月起延長開放時間，讀者須在網上預約座位。\n`, paper: "晨報", date: "2025-03-01" });
  }, titles);
  for (const hash of ["#/pages", "#/measures", "#/similarity", "#/texts", "#/witnesses/u1-1/u2-1/u3-1", "#/facts/u1-1/u2-1/u3-1", `#/concordance?node=${encodeURIComponent("圖書館")}&plot=1`]) {
    await visit(page, hash);
    const wrong = await page.evaluate(() => {
      const wrong = [];
      for (const line of document.querySelectorAll("body *")) {
        if (getComputedStyle(line).textOverflow !== "ellipsis" || line.matches("select, input") || line.scrollWidth <= line.clientWidth) continue;
        if (!line.closest("[title]") && !line.querySelector("[title]")) wrong.push(`${line.textContent} is nowhere whole`);
        const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
          if (/[A-Za-z0-9]{2}/.test(text.data) && getComputedStyle(text.parentElement).display !== "inline-block") wrong.push(`${text.data} may be cut`);
        }
      }
      return [...new Set(wrong)].slice(0, 4);
    });
    assert.deepEqual(wrong, [], hash);
  }
  // What a dot plot and a link say of a title is cut by the page itself.
  await visit(page, "#/dots/u2-1/u3-1");
  const names = await page.locator(".chart .label").allTextContents();
  for (const name of names) {
    const said = name.replace(/^[→↓]\s*/, "").replace(/^\S+ \S+ (（標題佚）)?/, "");
    const [begun, title] = [said.replace(/…$/, ""), titles.find((title) => title.startsWith(said.slice(0, 6)))];
    assert.ok(title, name);
    assert.ok(title.startsWith(begun) && !/[A-Za-z0-9]$/.test(begun) || !/^[A-Za-z0-9]/.test(title.slice(begun.length)), name);
  }
  await close();
});

test("a panel that opens in a bar moves nothing and stays in the page, and names no two things alike", async ({ open }) => {
  const states = ["#/words?stop=1", "#/keyness", "#/phrases", `#/concordance?node=${NODE}`, `#/collocates?node=${NODE}`, `#/collocates?node=${NODE}&scope=page:003&beside=page:004`, "#/measures", "#/similarity"];
  for (const viewport of [WIDE, { width: 1100, height: 900 }, MIDDLE, SMALL]) {
    const { page, close } = await open({ viewport });
    for (const hash of states) {
      await visit(page, hash);
      const panels = page.locator("main :is(.toolbar, .saves) details:is(.popover, .mode-choice)");
      const count = await panels.count();
      assert.ok(count > 0, hash);
      for (let place = 0; place < count; place += 1) {
        const wrong = await panels.nth(place).evaluate(async (panel) => {
          const summary = panel.querySelector("summary");
          const bars = document.querySelector("main .summary, main .empty, main .table-and-proof");
          const places = () => [summary, bars].filter(Boolean).map((element) => Math.round(element.getBoundingClientRect().top + scrollY));
          const before = `${places()}`;
          summary.click();
          await new Promise((drawn) => setTimeout(drawn, 60));
          const wrong = [];
          if (`${places()}` !== before) wrong.push(`moves ${before} to ${places()}`);
          const box = panel.querySelector(".panel, .panel-flat, ul")?.getBoundingClientRect();
          if (box && (box.left < -1 || box.right > document.documentElement.clientWidth + 1)) wrong.push(`from ${box.left} to ${box.right}`);
          const names = [...panel.querySelectorAll("label > span")].map((name) => name.textContent);
          for (const [at, name] of names.entries()) if (names.indexOf(name) < at) wrong.push(`two are named ${name}`);
          summary.click();
          return wrong.map((what) => `${summary.textContent.trim()}: ${what}`);
        });
        assert.deepEqual(wrong, [], `${hash} at ${viewport.width}`);
      }
    }
    await close();
  }
});

test("the scope is at one place in all views of counts, and so are the ways of counting", async ({ open }) => {
  const states = ["#/words", "#/phrases", "#/phrases?kind=ngrams", "#/measures", "#/keyness", "#/concordance", `#/concordance?node=${NODE}`, `#/collocates?node=${NODE}`, `#/collocates?node=${NODE}&scope=page:003&beside=page:004`];
  for (const locale of ["zh-HK", "en-GB"]) {
    const { page, close } = await open({ viewport: WIDE, locale });
    for (const control of [".toolbar .scope-picker select", ".toolbar .units-choice .choices", ".toolbar .mode-choice"]) {
      const places = new Set();
      for (const hash of states) {
        await visit(page, hash);
        // Some headings have a line of explanation below them, so the tabs are what a place is measured from.
        places.add(await page.evaluate((control) => {
          const [bar, box] = ["main .toolbar", `main ${control}`].map((found) => document.querySelector(found).getBoundingClientRect());
          return `${Math.round(box.left)} ${Math.round(box.top - bar.top)}`;
        }, control));
      }
      assert.equal(places.size, 1, `${control} in ${locale}: ${[...places].join(", ")}`);
    }
    // What is at the right leaves room for what is at the left.
    for (const hash of states) {
      await visit(page, hash);
      const upon = await page.evaluate(() => {
        const common = document.querySelector("main .common-tools").getBoundingClientRect();
        return [...document.querySelectorAll("main .toolbar > :not(.common-tools)")].filter((own) => {
          const box = own.getBoundingClientRect();
          return box.right > common.left && box.top < common.bottom;
        }).map((own) => own.textContent);
      });
      assert.deepEqual(upon, [], hash);
    }
    await close();
  }
});

test("on paper the head of a table is on every page of it", async ({ open }) => {
  const { page, close } = await open({ viewport: WIDE });
  for (const [hash, heads] of [["#/measures", ["編號", "出處", "TTR"]], ["#/keyness", ["標的", "參照", "Log Ratio"]], [`#/concordance?node=${NODE}`, ["出處", "前文", "後文"]]]) {
    await visit(page, hash);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await settle(page);
    const bytes = await page.pdf({ preferCSSPageSize: true });
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    const pages = await page.evaluate(async (base64) => {
      const { read } = await import(new URL("pdf-reader.js", document.baseURI).href);
      const { pages } = await read(Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)).buffer, () => {}, () => false);
      return pages.map(({ runs }) => runs.map(({ text }) => text).join("").normalize("NFKC"));
    }, bytes.toString("base64"));
    assert.ok(pages.length > 1, hash);
    for (const [at, text] of pages.slice(0, 3).entries()) for (const head of heads) assert.ok(text.includes(head), `${head} is not on page ${at + 1} of ${hash}`);
  }
  await close();
});

test("a word that is marked has the letters of its sentence", async ({ open }) => {
  const { page, close } = await open({ viewport: WIDE });
  for (const hash of ["#/read/003-1?boundaries=1&doubts=1", "#/read/003-1?boundaries=1&tags=1", "#/compare/003-1/004-1", "#/compare/003-1/004-1?layout=flow", "#/witnesses/003-1/004-1"]) {
    await visit(page, hash);
    const wrong = await page.evaluate(() => {
      const wrong = [];
      let seen = 0;
      for (const mark of document.querySelectorAll("main :is(.w, .d:not(.sign), .change)")) {
        if (mark.closest(".apparatus, aside")) continue;
        seen += 1;
        const [own, around] = [mark, mark.parentElement].map((element) => getComputedStyle(element));
        for (const property of ["fontSize", "fontFamily"]) if (own[property] !== around[property]) wrong.push(`${mark.className} ${mark.textContent}: ${own[property]}`);
      }
      return seen ? wrong.slice(0, 3) : ["nothing marked"];
    });
    assert.deepEqual(wrong, [], hash);
  }
  await close();
});

test("titles and papers of own texts reach over no edge", async ({ open }) => {
  for (const viewport of [WIDE, MIDDLE, SMALL]) {
    const { page, close } = await open({ viewport });
    await page.evaluate(async () => {
      for (let at = 0; at < 3; at += 1) await duidu.addText({ name: `2025-03-0${at + 1}_晨報_市民文章.txt`, text: `公園的花開了\n\n市民在公園看花，第${at}次。\n`, paper: "晨報", date: `2025-03-0${at + 1}` });
    });
    for (const hash of ["#/pages", "#/texts", "#/sources/u1-1", "#/witnesses/u1-1/u2-1/u3-1", "#/similarity", "#/measures"]) {
      await visit(page, hash);
      assert.deepEqual(await page.evaluate(edges), [], `${hash} at ${viewport.width}`);
    }
    await close();
  }
});

test("a chart is above, beside or below its table as chosen, in every view that has one, and on a narrow page above", async ({ open }) => {
  const { page, close } = await open({ viewport: WIDE, hash: "#/keyness" });
  const states = ["#/keyness", `#/collocates?node=${NODE}`, `#/collocates?node=${NODE}&scope=page:003&beside=page:004`, "#/similarity"];
  const place = () => page.evaluate(() => {
    const [chart, table] = ["main .chart > svg", "main .table-and-proof .table-scroll"].map((found) => document.querySelector(found).getBoundingClientRect());
    if (chart.bottom <= table.top) return "above";
    if (chart.top >= table.bottom) return "below";
    return chart.left >= table.right - 1 ? "beside" : "upon";
  });
  assert.equal(await place(), "above");
  for (const chosen of ["beside", "below", "above", "beside"]) {
    await page.locator(".chart-place > summary").click();
    await page.locator(`.chart-place input[value=${chosen}]`).check();
    for (const hash of states) {
      await visit(page, hash);
      assert.equal(await place(), chosen, hash);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), hash);
    }
    await visit(page, "#/keyness");
  }
  await page.reload();
  await until(page, () => globalThis.duidu);
  await settle(page);
  assert.equal(await place(), "beside", "it is kept");
  const labels = await page.locator("main .chart text").evaluateAll((found) => found.map((text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a));
  assert.ok(Math.min(...labels) >= 8, `letters of ${Math.min(...labels)} px`);
  await page.setViewportSize(MIDDLE);
  await settle(page);
  assert.equal(await place(), "above");
  assert.equal(await page.locator(".chart-place").count(), 0);
  await close();
});

test("an address that leads nowhere has a heading, a sentence and a way on", async ({ open }) => {
  const nowhere = [
    "#/nothing-there", "#/read/x-1", "#/read/u9-1", "#/read", "#/compare/x-1/003-1", "#/compare/003-1/x-1", "#/compare/003-1", "#/compare", "#/text/u9", "#/texts/u9", "#/texts/x",
    "#/witnesses/x-1/y-1", "#/witnesses/003-1/x-1", "#/witnesses", "#/facts/x-1/y-1", "#/facts", "#/report/x-1/y-1", "#/report", "#/dots/x-1/y-1", "#/dots/003-1/x-1", "#/sources/x-1",
    "#/segmenters/x-1", "#/keywords/x-1", "#/words?scope=id:x-1", "#/words?scope=paper:%E7%84%A1", "#/words?filter=/(/", "#/phrases?scope=id:x-1", "#/terms?scope=id:x-1", "#/measures?scope=id:x-1",
    "#/keyness?target=id:x-1", "#/keyness?target=id:003-1&reference=id:x-1", "#/concordance?node=/(/", "#/concordance?node=%E5%90%88%E4%BD%9C&scope=id:x-1", "#/collocates?node=/(/",
    "#/similarity?scope=id:x-1", "#/compare/003-1/003-1", "#/%E0%A4%A", "#/compare/003-1/004-1?layout=nope&b=xx",
  ];
  const { page, close } = await open();
  const empty = [];
  for (const hash of nowhere) {
    await visit(page, hash);
    const { heading, words, ways } = await page.evaluate(() => ({
      heading: document.querySelector("main h1")?.innerText.trim() ?? "",
      words: document.querySelector("main").innerText.replace(document.querySelector("main h1")?.innerText ?? "", "").trim().length,
      ways: document.querySelectorAll("main :is(a[href], button, select)").length,
    }));
    if (!heading || words < 12 || !ways) empty.push(`${hash}: “${heading}”, ${words} characters, ${ways} ways on`);
  }
  assert.deepEqual(empty, []);
  await close();
});

test("no line of a finding or a summary begins with a mark that ends what is before it", async ({ open }) => {
  const states = ["#/compare/003-1/004-1", "#/compare/003-3/004-2", "#/compare/000-1/003-1", "#/report/003-1/004-1", "#/report/003-1/004-1/000-1", "#/facts/003-1/004-1/000-1", "#/", "#/words", `#/concordance?node=${NODE}`, "#/similarity"];
  const sizes = [1440, 1100, 820, 600, 390, 360].map((width) => ({ width, height: 900 }));
  const found = await faults(open, states, sizes, () => {
    const wrong = [];
    for (const block of document.querySelectorAll("main :is(.finding, .summary, .hint, .lead, .remark, .source, .side-name, .none)")) {
      const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      let last;
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        if (text.parentElement.closest(".unseen")) continue;
        const range = document.createRange();
        for (let at = 0; at < text.length; at++) {
          range.setStart(text, at);
          range.setEnd(text, at + 1);
          const { top, height, width } = range.getBoundingClientRect();
          if (!width) continue;
          if (last !== undefined && top > last + height / 2 && "。，、；：！？」』）》〉…".includes(text.data[at])) wrong.push(`${text.data.slice(at, at + 8)} begins a line`);
          last = top;
        }
      }
      if (/[·・]\s*[·・]|^\s*[·・]|[·・]\s*$/.test(block.innerText.trim())) wrong.push(`a stray point in ${block.innerText}`);
    }
    return wrong;
  });
  assert.deepEqual(found, []);
});

test("a text without paper and day leaves no mark between things that are not there", async ({ open }) => {
  const { page, close } = await open();
  await page.evaluate(async () => {
    await duidu.addText({ name: "a", text: "圖書館明天起延長開放時間，市民可以在網上預約座位。館方說會加派人手。" });
    await duidu.addText({ name: "b", text: "圖書館下月起延長開放時間，讀者須在網上預約座位。館方說會加派人手。", date: "2025-03-01" });
  });
  for (const hash of ["#/compare/u1-1/u2-1", "#/compare/u1-1/u2-1?layout=rows", "#/compare/u1-1/u2-1?layout=flow", "#/read/u1-1", "#/witnesses/u1-1/u2-1", "#/report/u1-1/u2-1", "#/facts/u1-1/u2-1", "#/pages", "#/dots/u1-1/u2-1", "#/sources/u1-1"]) {
    await visit(page, hash);
    const stray = await page.evaluate(() => document.body.innerText.split("\n").filter((line) => /[·・]\s*[·・]|^\s*[·・]\s*$|^\s*[·・]\s|\s[·・]\s*$/.test(line)));
    assert.deepEqual(stray, [], hash);
  }
  await close();
});

test("layouts differ on every width, columns have one width, and only what has an effect is offered", async ({ open }) => {
  for (const viewport of [WIDE, MIDDLE, SMALL]) {
    const { page, close } = await open({ viewport, hash: "#/compare/003-1/004-1" });
    const drawn = [];
    for (const layout of ["", "?layout=rows", "?layout=flow"]) {
      await visit(page, `#/compare/003-1/004-1${layout}`);
      drawn.push(await page.locator("main .laid-out").evaluate((laid) => `${laid.firstElementChild.className}`));
      const widths = await page.locator("main .laid-out .columns > .column, main .laid-out .locked-row > .column:not(:empty)").evaluateAll((found) => found.map((cell) => Math.round(cell.getBoundingClientRect().width)));
      assert.ok(Math.max(0, ...widths) - Math.min(1e9, ...widths) <= 1, `${layout} at ${viewport.width}: ${[...new Set(widths)].join(" ")}`);
      // 連文 has nothing to shade.
      assert.equal(await page.locator("main .tools .choices a", { hasText: "熱圖" }).count(), layout === "?layout=flow" ? 0 : 1, layout);
    }
    assert.equal(new Set(drawn).size, 3, `${viewport.width}: ${drawn.join(" | ")}`);
    await close();
  }
});

test("on paper a table is as wide as the page and whole, in whatever window it was printed", async ({ open }) => {
  for (const width of [680, 1440]) {
    const { page, close } = await open({ viewport: { width: 820, height: 700 } });
    for (const hash of ["#/words?min=3", "#/keyness", "#/measures", `#/concordance?node=${NODE}`, "#/witnesses/003-1/004-1/000-1", "#/similarity"]) {
      await visit(page, hash);
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      await page.emulateMedia({ media: "print" });
      // A4 without its margins is 680 px wide.
      await page.setViewportSize({ width, height: 900 });
      await settle(page);
      const faults = await page.evaluate(() => {
        const faults = [];
        if (document.documentElement.scrollWidth > innerWidth + 1) faults.push(`${document.documentElement.scrollWidth} px wide`);
        for (const box of document.querySelectorAll("main :is(.table-scroll, .wide)")) {
          if (getComputedStyle(box).overflowY !== "visible" || getComputedStyle(box).maskImage !== "none") faults.push(`${box.className} scrolls`);
        }
        for (const control of document.querySelectorAll("main :is(input, select, button:not(.figure, .link, .chip, .sort), summary)")) {
          if (control.checkVisibility({ visibilityProperty: true })) faults.push(`${control.outerHTML.slice(0, 60)} is printed`);
        }
        return faults;
      });
      assert.deepEqual([...new Set(faults)], [], hash);
      await page.emulateMedia({ media: "screen" });
      await page.evaluate(() => dispatchEvent(new Event("afterprint")));
      await page.setViewportSize({ width: 820, height: 700 });
    }
    await close();
  }
});
