// Small comforts over pages that are complete without them. Each part looks for its own mark in the page.

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

// --- suggestions under a search field: a combobox that leaves typing alone
for (const input of $$("[data-suggest]")) {
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = `${input.id}-propositions`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Propositions");
  list.hidden = true;
  const said = document.createElement("span");
  said.className = "visually-hidden";
  said.setAttribute("role", "status");
  input.after(list);
  document.body.append(said);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);
  let current = -1, waiting = 0, asked = "";
  const close = () => {
    list.hidden = true;
    said.textContent = "";
    current = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (item) => {
    if (item.dataset.url) { location.href = item.dataset.url; return; }
    input.value = input.value.replace(/\S*$/, item.dataset.word);
    close();
    input.form.requestSubmit();
  };
  const show = (found) => {
    list.replaceChildren(...found.map((one, index) => {
      const item = document.createElement("li");
      item.id = `${list.id}-${index}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.textContent = one.text;
      if (one.url) {
        const kind = document.createElement("span");
        kind.className = "soft small";
        kind.textContent = ` — ${one.kind}`;
        item.append(kind);
      }
      item.dataset.url = one.url;
      item.dataset.word = one.text;
      item.addEventListener("mousedown", (event) => { event.preventDefault(); choose(item); });
      return item;
    }));
    list.hidden = !found.length;
    said.textContent = found.length ? `${found.length} proposition${found.length > 1 ? "s" : ""}, flèches pour choisir` : "Aucune proposition";
    current = -1;
    input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-expanded", String(!!found.length));
  };
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    const word = input.value.trim();
    if (word.length < 2) { close(); return; }
    waiting = setTimeout(async () => {
      asked = word;
      const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(word)}`).catch(() => null);
      if (answer?.ok && asked === word && document.activeElement === input) show(await answer.json());
    }, 150);
  });
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const items = $$("li", list);
    if (event.key === "Escape") { close(); event.preventDefault(); return; }
    if (event.key === "Tab") { close(); return; }
    if (event.key === "Enter" && current >= 0) { event.preventDefault(); choose(items[current]); return; }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    // one place more than there are items: back in the field, with nothing chosen
    current = ((current + 1 + step + items.length + 1) % (items.length + 1)) - 1;
    if (current < 0) {
      items.forEach((item) => item.setAttribute("aria-selected", "false"));
      input.removeAttribute("aria-activedescendant");
      return;
    }
    items.forEach((item, index) => item.setAttribute("aria-selected", String(index === current)));
    input.setAttribute("aria-activedescendant", items[current].id);
    items[current].scrollIntoView({ block: "nearest" });
  });
  input.addEventListener("blur", close);
}

// --- a readable card beside a sign of the timeline (its <title> stays for screen readers)
for (const picture of $$(".picture")) {
  const card = document.createElement("div");
  card.className = "tooltip";
  card.setAttribute("aria-hidden", "true");
  card.hidden = true;
  picture.append(card);
  const show = (sign) => {
    card.textContent = $("title", sign)?.textContent ?? "";
    card.hidden = false;
    const box = sign.getBoundingClientRect(), frame = picture.getBoundingClientRect();
    const left = Math.min(Math.max(box.left - frame.left, 8), frame.width - card.offsetWidth - 8);
    const below = box.bottom - frame.top + 6;
    const fits = below + card.offsetHeight < frame.height;
    card.style.left = `${left + picture.scrollLeft}px`;
    card.style.top = `${fits ? below : Math.max(box.top - frame.top - card.offsetHeight - 6, 0)}px`;
  };
  for (const kind of ["mouseover", "focusin"]) {
    picture.addEventListener(kind, (event) => {
      const sign = event.target.closest?.(".sign");
      if (sign) show(sign); else card.hidden = true;
    });
  }
  picture.addEventListener("mouseleave", () => { card.hidden = true; });
  picture.addEventListener("focusout", () => { card.hidden = true; });
  picture.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { card.hidden = true; return; }
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const sign = event.target.closest?.(".sign");
    if (!step || !sign) return;
    const lane = $$(".sign", picture).sort((a, b) => a.getBoundingClientRect().x - b.getBoundingClientRect().x);
    lane[lane.indexOf(sign) + step]?.focus();
    event.preventDefault();
  });
}

// --- files dropped on the frame, and how many were chosen
for (const form of $$("[data-drop]")) {
  const input = $("input[type=file]", form), chosen = $("[data-chosen]", form);
  const say = () => { chosen.textContent = input.files.length ? `${input.files.length} fichier${input.files.length > 1 ? "s" : ""}` : ""; };
  input.addEventListener("change", say);
  form.addEventListener("dragover", (event) => { event.preventDefault(); form.classList.add("is-over"); });
  form.addEventListener("dragleave", () => form.classList.remove("is-over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("is-over");
    if (event.dataTransfer.files.length) { input.files = event.dataTransfer.files; say(); }
  });
}

// --- a reading in progress: the page fetches itself until it is over
const progress = $("[data-progress][data-running]");
if (progress) {
  const again = async () => {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
    if (answer?.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = $("[data-progress]", page);
      if (fresh) {
        progress.replaceChildren(...fresh.childNodes);
        if (!fresh.hasAttribute("data-running")) {
          $("h1").textContent = $("h1", page).textContent;
          return;
        }
      }
    }
    setTimeout(again, 1500);
  };
  setTimeout(again, 1000);
}

// --- shortcuts of one key: only on pages that say so, off for whoever wants them off (WCAG 2.1.4)
const OFF = "casetrack-sans-raccourcis";
const shortcuts = (keys) => document.addEventListener("keydown", (event) => {
  if (localStorage.getItem(OFF) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input:not([type=checkbox]), textarea, select")) return;
  keys[event.key]?.(event);
});
for (const button of $$("[data-shortcuts]")) {
  const say = () => { button.textContent = localStorage.getItem(OFF) ? "Activer les raccourcis" : "Couper les raccourcis"; };
  button.hidden = false;
  say();
  button.addEventListener("click", () => {
    if (localStorage.getItem(OFF)) localStorage.removeItem(OFF); else localStorage.setItem(OFF, "1");
    say();
  });
}

// --- « À vérifier »: an answer is sent without leaving the place, and the next question comes under the keys
const queue = $("[data-keys]");
if (queue) {
  const said = document.createElement("p");
  said.className = "visually-hidden";
  said.setAttribute("role", "status");
  document.body.append(said);
  let at = 0;
  const cards = () => $$(".question", queue);
  const go = (to) => {
    const all = cards();
    if (!all.length) return;
    at = Math.min(Math.max(to, 0), all.length - 1);
    all.forEach((card, index) => card.classList.toggle("is-current", index === at));
    all[at].scrollIntoView({ block: "nearest" });
    $("button", all[at])?.focus({ preventScroll: true });
  };
  const load = async (address, options) => {
    const answer = await fetch(address, options).catch(() => null);
    return answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  };
  $("main").addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.matches(".act")) return;
    event.preventDefault();
    const card = cards().indexOf(form.closest(".question"));
    if (card >= 0) at = card;
    const done = await load(form.action, { method: "POST", body: new FormData(form) });
    const page = done && $("[data-keys]", done) ? done : await load(location.href);
    if (!done || !page) { location.reload(); return; }
    const news = $(".flashes", done);
    for (const part of ["[data-keys]", "nav.tabs"]) $(part).replaceChildren(...$(part, page).childNodes);
    $(".flashes")?.remove();
    if (news) { $("main").prepend(news); said.textContent = $("p", news).textContent; }
    go(at);
  });
  const press = (rank) => cards()[at] && $$(".act-row button", cards()[at])[rank]?.click();
  shortcuts({
    j: () => go(at + 1), k: () => go(at - 1), o: () => press(0), n: () => press(1),
    c: () => $("a[data-correct]", cards()[at])?.click(), a: () => $(".flashes form button")?.click(),
  });
  go(0);
}

// --- results of a search at the keyboard
const results = $("ol[data-results]");
if (results) {
  const rows = $$(":scope > li", results);
  const current = () => rows.indexOf(document.activeElement?.closest("ol[data-results] > li"));
  const go = (to) => $(".row-title a", rows[Math.min(Math.max(to, 0), rows.length - 1)])?.focus();
  shortcuts({
    j: () => go(current() + 1), k: () => go(current() - 1),
    x: () => rows[current()] && $("input[type=checkbox]", rows[current()]).click(),
    "/": (event) => { event.preventDefault(); $("#recherche-globale").select(); },
  });
}

// --- what is ticked in the results follows from page to page: every link that stays in the search carries it
const selection = $("#selection");
if (selection) {
  const said = $("[data-chosen-count]", selection);
  document.addEventListener("change", (event) => {
    if (event.target.form !== selection || event.target.name !== "id") return;
    const ids = new FormData(selection).getAll("id");
    for (const link of $$("main a[href^='/recherche?']")) {
      const address = new URL(link.href);
      address.searchParams.delete("id");
      ids.forEach((id) => address.searchParams.append("id", id));
      link.href = address.pathname + address.search;
    }
    said.textContent = ids.length ? `${ids.length} document${ids.length > 1 ? "s cochés" : " coché"}` : "";
  });
}

// --- copy buttons
for (const button of $$("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const source = document.getElementById(button.dataset.copy);
    await navigator.clipboard?.writeText(source.value ?? source.textContent);
    button.textContent = "Copié";
  });
}

// --- facets start closed on a small screen, long lists of documents on a phone
if (matchMedia("(max-width: 62rem)").matches) $("details.facets")?.removeAttribute("open");
if (matchMedia("(max-width: 44rem)").matches) $$("details[data-fold]").forEach((list) => list.removeAttribute("open"));

// --- a password may be looked at while it is typed
for (const input of $$('.field > input[type="password"]')) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "plain show-password";
  const show = (isShown) => {
    input.type = isShown ? "text" : "password";
    button.textContent = isShown ? "Masquer" : "Montrer";
  };
  show(false);
  button.addEventListener("click", () => show(input.type === "password"));
  input.form.addEventListener("submit", () => show(false));
  input.after(button);
}
