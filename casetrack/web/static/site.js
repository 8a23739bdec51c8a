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
  input.after(list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);
  let current = -1, waiting = 0, asked = "";
  const close = () => {
    list.hidden = true;
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
      item.textContent = one.kind === "mot" ? one.text : `${one.text} — ${one.kind}`;
      item.dataset.url = one.url;
      item.dataset.word = one.text;
      item.addEventListener("mousedown", (event) => { event.preventDefault(); choose(item); });
      return item;
    }));
    list.hidden = !found.length;
    current = -1;
    input.setAttribute("aria-expanded", String(!!found.length));
  };
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    const word = input.value.trim().split(/\s+/).pop();
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
    if (event.key === "Enter" && current >= 0) { event.preventDefault(); choose(items[current]); return; }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    current = (current + step + items.length + (current < 0 && step < 0 ? 1 : 0)) % items.length;
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

// --- « À vérifier » at the keyboard
const queue = $("[data-keys]");
if (queue) {
  const cards = $$(".question", queue);
  let at = -1;
  const go = (to) => {
    if (!cards.length) return;
    cards[at]?.classList.remove("is-current");
    at = Math.min(Math.max(to, 0), cards.length - 1);
    cards[at].classList.add("is-current");
    cards[at].scrollIntoView({ block: "nearest" });
    $("button, a", cards[at])?.focus({ preventScroll: true });
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    const buttons = at >= 0 ? $$(".act-row button", cards[at]) : [];
    if (event.key === "j") go(at + 1);
    else if (event.key === "k") go(at - 1);
    else if (event.key === "o") buttons[0]?.click();
    else if (event.key === "n") buttons[1]?.click();
  });
  go(0);
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

// --- facets start closed on a phone
if (matchMedia("(max-width: 62rem)").matches) $("details.facets")?.removeAttribute("open");
