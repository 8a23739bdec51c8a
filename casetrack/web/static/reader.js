// Comforts of the page of a document, which is complete without them.

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const text = $("article.text");

// --- the original beside the text: its page follows the reading
const sheet = $(".sheet");
if (sheet) {
  const picture = $("img", sheet), now = $("[data-page-now]", sheet), last = Number(sheet.dataset.sheets);
  const turn = (page) => {
    if (page < 1 || page > last || page === Number(now.textContent)) return;
    now.textContent = page;
    picture.src = `${sheet.dataset.pages}${page}.png`;
    picture.alt = picture.alt.replace(/\d+/, page);
    $$("a[href*='#page=']", sheet).forEach((link) => { link.href = link.href.replace(/\d+$/, page); });
  };
  const marks = $$(".page-mark[id]", text);
  let jumped = 0;
  sheet.addEventListener("click", (event) => {
    const step = event.target.closest("[data-step]")?.dataset.step;
    if (!step) return;
    event.preventDefault();
    const page = Math.min(Math.max(Number(now.textContent) + Number(step), 1), last);
    turn(page);
    jumped = Date.now();
    document.getElementById(`page-${page}`)?.scrollIntoView();
  });
  text.addEventListener("click", (event) => {
    const page = event.target.closest("[data-page]")?.dataset.page;
    if (page) { event.preventDefault(); turn(Number(page)); }
  });
  addEventListener("scroll", () => {
    if (Date.now() - jumped < 1000) return;
    const line = innerHeight * (matchMedia("(min-width: 62rem)").matches ? 0.33 : 0.6);  // under the picture, on a phone
    const passed = marks.filter((mark) => mark.getBoundingClientRect().top < line).pop();
    if (passed) turn(Number(passed.id.slice(5)));
  }, { passive: true });
}

// --- where a citation leads, said on hover and on focus; Escape takes it away, the pointer may rest on it
const card = document.createElement("div");
card.className = "preview";
card.id = "apercu";
card.setAttribute("role", "tooltip");
card.hidden = true;
document.body.append(card);
let leaving = 0, choosing = 0, shown = null;
const hide = () => {
  card.hidden = true;
  shown?.removeAttribute("aria-describedby");
  shown = null;
};
const show = (link) => {
  clearTimeout(leaving);
  if (shown !== link) hide();
  shown = link;
  card.textContent = link.dataset.preview;
  link.setAttribute("aria-describedby", card.id);
  card.hidden = false;
  const box = link.getClientRects()[0];
  card.style.left = `${Math.max(Math.min(box.left, innerWidth - card.offsetWidth - 16), 8) + scrollX}px`;
  card.style.top = `${box.bottom + scrollY + 4}px`;
};
for (const link of $$("[data-preview]")) {
  link.addEventListener("mouseenter", () => show(link));
  link.addEventListener("focus", () => show(link));
  link.addEventListener("blur", hide);
  link.addEventListener("mouseleave", () => { leaving = setTimeout(hide, 250); });
}
card.addEventListener("mouseenter", () => clearTimeout(leaving));
card.addEventListener("mouseleave", hide);
document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });

// --- what is copied says where it comes from
const LEAST = 25;
const selected = () => {
  const selection = getSelection();
  if (!text || !selection.rangeCount || !text.contains(selection.anchorNode) || !text.contains(selection.focusNode)) return null;
  const said = selection.toString().replace(/\s+/g, " ").trim();
  return said.length < LEAST ? null : { said, range: selection.getRangeAt(0) };
};
const point = (range) => {
  const before = $$("p[id^='point-'], p[id^='article-']", text).filter((block) => range.comparePoint(block, 0) <= 0).pop();
  const from = range.startContainer.parentElement.closest("p");
  return before && (before === from || before.contains(from)) ? before.id : "";
};
text?.addEventListener("copy", (event) => {
  const found = selected();
  if (!found) return;
  const at = point(found.range);
  const where = at ? `, ${at.replace("-", "\u00a0")}` : "";
  event.clipboardData.setData("text/plain", `«\u00a0${found.said}\u00a0» (${text.dataset.reference}${where}, ${text.dataset.address}${at && `#${at}`})`);
  event.preventDefault();
});

// --- a passage chosen with the pointer or the keyboard can be noted
const form = $("#noter form");
if (form && text) {
  const bar = document.createElement("div");
  bar.className = "selection-bar";
  bar.hidden = true;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Noter ce passage";
  bar.append(button);
  document.body.append(bar);
  let chosen = null;
  const offer = () => {
    chosen = selected();
    bar.hidden = !chosen;
    if (!chosen) return;
    const boxes = chosen.range.getClientRects(), last = boxes[boxes.length - 1];
    bar.style.left = `${Math.min(last.left, innerWidth - bar.offsetWidth - 8) + scrollX}px`;
    bar.style.top = `${last.bottom + scrollY + 6}px`;
  };
  document.addEventListener("selectionchange", () => {
    clearTimeout(choosing);
    choosing = setTimeout(offer, 200);
  });
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    const before = document.createRange();
    before.setStart(text, 0);
    before.setEnd(chosen.range.startContainer, chosen.range.startOffset);
    form.elements.before.value = before.toString().slice(-60);
    form.elements.quote.value = chosen.said;
    bar.hidden = true;
    $("#noter").open = true;
    form.elements.body.focus();
  });
}
