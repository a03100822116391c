// What a designer would not ship, measured in the page. Each function runs there, and returns a line for each fault.

/// Controls of one bar with one name, and things of a row that are not in it.
export function bars() {
  const wrong = [];
  for (const bar of document.querySelectorAll("main :is(.toolbar, .tools)")) {
    const hidden = (element) => !element.checkVisibility({ visibilityProperty: true }) || element.closest(".unseen, .panel, .panel-flat, option, .mode-choice ul");
    const names = [...bar.querySelectorAll(".picker-label, .choices-label, .switch > span")].filter((name) => !hidden(name)).map((name) => name.innerText.trim());
    for (const [place, name] of names.entries()) if (names.indexOf(name) < place) wrong.push(`two controls are named ${name}`);
    const items = [];
    for (const field of bar.querySelectorAll("input:not([type=checkbox]), select")) {
      if (hidden(field)) continue;
      const { top, bottom } = field.getBoundingClientRect();
      items.push({ what: field.value, middle: (top + bottom) / 2, height: 18 });
    }
    const texts = document.createTreeWalker(bar, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (!text.data.trim() || hidden(text.parentElement) || text.parentElement.closest("p, kbd, .hint")) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const { top, bottom, height } = range.getBoundingClientRect();
      // Text of several lines has no one middle.
      if (height > 0 && height < 28) items.push({ what: text.data.trim(), middle: (top + bottom) / 2, height: parseFloat(getComputedStyle(text.parentElement).fontSize) });
    }
    for (const [place, one] of items.entries()) {
      for (const other of items.slice(0, place)) {
        const apart = Math.abs(one.middle - other.middle);
        if (apart > 1.6 && apart < (one.height + other.height) * 0.45) wrong.push(`${one.what} is ${apart.toFixed(1)} px off the row of ${other.what}`);
      }
    }
  }
  return [...new Set(wrong)].slice(0, 4);
}

/// What goes on beyond the right edge and does not say so.
export function edges() {
  const wrong = [];
  for (const box of document.querySelectorAll("main *")) {
    if (box.scrollWidth <= box.clientWidth + 1 || !box.clientWidth || !/auto|scroll/.test(getComputedStyle(box).overflowX)) continue;
    const style = getComputedStyle(box);
    if (/gradient/.test(style.maskImage + style.backgroundImage)) continue;
    wrong.push(`${box.className || box.tagName} goes on ${box.scrollWidth - box.clientWidth} px`);
  }
  if (document.documentElement.scrollWidth > innerWidth) wrong.push(`the page is ${document.documentElement.scrollWidth} px wide`);
  return wrong;
}

/// Heads of tables and names of controls that are cut.
export function heads() {
  const cut = [];
  for (const box of document.querySelectorAll("main :is(thead th, .toolbar *, .tools *, .chips *, .tabs *, button, summary), .views a, .settings *")) {
    if (!/hidden|clip/.test(getComputedStyle(box).overflowX) || !box.checkVisibility({ visibilityProperty: true }) || box.closest(".unseen, select, input, textarea")) continue;
    const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (text.parentElement.closest(".unseen")) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      if (range.getBoundingClientRect().right > box.getBoundingClientRect().right + 1) cut.push(`${text.data} is cut`);
    }
  }
  return [...new Set(cut)];
}

/// Lists that scroll and cut a row at their end, without a sign that they go on. Each is scrolled to its beginning.
export function lists() {
  const cut = [];
  for (const list of document.querySelectorAll("body *")) {
    const style = getComputedStyle(list);
    if (!/auto|scroll/.test(style.overflowY) || list.scrollHeight <= list.clientHeight + 1 || !list.clientHeight) continue;
    if (style.maskImage.includes("gradient") || style.backgroundAttachment.includes("local")) continue;
    list.scrollTop = 0;
    const { top } = list.getBoundingClientRect();
    const end = top + list.clientTop + list.clientHeight;
    const rows = [...list.querySelectorAll("li, tr, label, p, pre, option")].filter((row) => !row.querySelector("li, tr, label, p"));
    const through = rows.find((row) => {
      const box = row.getBoundingClientRect();
      return box.height && box.top < end - 2 && box.bottom > end + 2;
    });
    if (through) cut.push(`${list.className || list.tagName} cuts ${through.textContent.trim().slice(0, 20)}`);
  }
  return cut;
}
