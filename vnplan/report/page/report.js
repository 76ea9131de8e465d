// Filters, links from an item to its place and back, and the language. What is chosen stands
// behind the # of the address: the place first, then status=, kind=, answer= and lang=.
"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, from = document) => Array.from(from.querySelectorAll(selector));
  const items = all(".item");
  const groups = all(".group");
  const toggles = all("button[data-field]");
  const fields = ["status", "kind", "answer"];
  const first = root.lang;
  const chosen = {};
  let place = "";

  const address = () => {
    const parts = place ? [place] : [];
    for (const field of fields) {
      if (chosen[field].size) parts.push(field + "=" + Array.from(chosen[field]).join(","));
    }
    if (root.lang !== first) parts.push("lang=" + root.lang);
    return "#" + parts.join("&");
  };

  const speak = (lang) => {
    root.lang = lang;
    document.title = root.getAttribute("data-title-" + lang);
    for (const button of all("button[data-lang]")) {
      button.setAttribute("aria-pressed", String(button.dataset.lang === lang));
    }
  };

  const filter = () => {
    let visible = 0;
    for (const item of items) {
      const out = fields.some(
        (field) => chosen[field].size && !chosen[field].has(item.dataset[field])
      );
      item.classList.toggle("out", out);
      if (!out) visible += 1;
    }
    for (const group of groups) {
      group.classList.toggle("out", !group.querySelector(".item:not(.out)"));
    }
    for (const button of toggles) {
      const { field, value } = button.dataset;
      const on = value ? chosen[field].has(value) : !chosen[field].size;
      button.setAttribute("aria-pressed", String(on));
    }
    document.getElementById("visible").textContent = String(visible);
    const texts = document.querySelector(".texts");
    if (texts && chosen.status.size) texts.dataset.status = Array.from(chosen.status).join(" ");
    else if (texts) delete texts.dataset.status;
  };

  const clear = () => {
    for (const field of fields) chosen[field] = new Set();
  };

  // A pane that scrolls by itself is scrolled so that the words stand in its upper third.
  const bring = (words) => {
    const pane = words.closest(".pane");
    if (pane.scrollHeight > pane.clientHeight + 1) {
      const below = words.getBoundingClientRect().top - pane.getBoundingClientRect().top;
      pane.scrollTop += below - pane.clientHeight / 3;
      return true;
    }
    return false;
  };

  // Shows the item, or the words in both texts that it is about, and puts the focus there.
  const go = (id) => {
    const target = document.getElementById(id);
    for (const mark of all(".here")) mark.classList.remove("here");
    if (!target) return;
    if (target.closest(".out")) {
      clear();
      filter();
    }
    const found = /^[pc](\d+)(-\d+)?$/.exec(id);
    if (!found || !target.closest(".pane")) {
      target.classList.add("here");
      target.scrollIntoView();
    } else {
      for (const words of all('[data-items~="' + found[1] + '"]')) words.classList.add("here");
      target.classList.add("here");
      const others = id.startsWith("p") ? ["c" + found[1] + "-1"] : ["p" + found[1]];
      const other = document.getElementById(others[0]);
      if (bring(target)) {
        if (other) bring(other);
        target.closest(".texts").scrollIntoView();
      } else {
        target.scrollIntoView({ block: "center" });
      }
    }
    target.focus({ preventScroll: true });
  };

  const read = () => {
    clear();
    place = "";
    let lang = first;
    for (const part of location.hash.slice(1).split("&")) {
      const [name, value] = part.split("=");
      if (value === undefined) place = name;
      else if (fields.includes(name)) chosen[name] = new Set(value.split(",").filter(Boolean));
      else if (name === "lang" && root.hasAttribute("data-title-" + value)) lang = value;
    }
    speak(lang);
    filter();
    if (place) go(place);
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link) {
      event.preventDefault();
      place = link.getAttribute("href").slice(1);
      go(place);
      history.pushState(null, "", address());
      return;
    }
    const button = event.target.closest("button");
    if (!button) return;
    const { field, value, lang } = button.dataset;
    if (lang) speak(lang);
    if (field && !value) chosen[field].clear();
    else if (field && !chosen[field].delete(value)) chosen[field].add(value);
    if (field) {
      place = "";
      filter();
    }
    history.replaceState(null, "", address());
  });
  window.addEventListener("popstate", read);
  history.scrollRestoration = "manual";
  root.classList.add("live");
  read();
})();
