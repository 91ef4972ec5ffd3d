// Single keys for who prefers them. They never act while somebody types, and whoever does not want them switches them off.
"use strict";
(function () {
  const SWITCH = "mandat.keys";
  const list = document.getElementById("shortcuts");
  const on = document.getElementById("shortcuts-on");
  if (!list || !on || typeof list.showModal !== "function") {
    return;
  }
  // Nobody is timed: "g" waits for the next key, whenever it comes.
  let begun = false;

  function remembered() {
    try {
      return window.localStorage.getItem(SWITCH);
    } catch (blocked) {
      return null;
    }
  }
  function remember(choice) {
    try {
      window.localStorage.setItem(SWITCH, choice);
    } catch (blocked) {
      // Without a memory the choice holds for this page.
    }
  }

  on.checked = remembered() !== "off";
  on.addEventListener("change", () => remember(on.checked ? "on" : "off"));
  document.querySelectorAll("[data-keys]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", () => list.showModal());
  });

  const types = (element) =>
    element instanceof Element &&
    (element.isContentEditable || element.closest("input, textarea, select, [role=textbox], dialog") !== null);

  function go(address) {
    const link = document.querySelector('.menu a[href="' + address + '"]');
    if (link) {
      link.click();
    }
  }
  function search() {
    const field = document.getElementById("q");
    if (field) {
      field.focus();
      field.select();
    } else {
      window.location.assign("/cases#q");
    }
  }
  // From one line of a list to the next: the focus moves to the line's first link, and Enter opens it.
  function walk(by) {
    const links = Array.from(document.querySelectorAll("[data-walk] > li"))
      .map((line) => line.querySelector("a[href]"))
      .filter(Boolean);
    if (links.length > 0) {
      const at = links.findIndex((link) => link.closest("li").contains(document.activeElement));
      const to = at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + by, 0), links.length - 1);
      links[to].focus();
      links[to].scrollIntoView({ block: "nearest" });
    }
  }
  const keys = {
    "?": () => list.showModal(),
    "/": search,
    n: () => go("/raise"),
    j: () => walk(1),
    k: () => walk(-1),
  };
  const afterG = { t: () => go("/"), c: () => go("/cases") };

  document.addEventListener("keydown", function (event) {
    const second = begun;
    begun = false;
    if (
      !on.checked || list.open || event.defaultPrevented || event.isComposing || event.repeat && event.key === "g" ||
      event.ctrlKey || event.altKey || event.metaKey || types(event.target)
    ) {
      return;
    }
    const action = (second && afterG[event.key]) || keys[event.key];
    if (action) {
      event.preventDefault();
      action();
    } else if (event.key === "g") {
      begun = true;
    }
  });
  document.addEventListener("pointerdown", () => (begun = false));

  if (window.location.hash === "#q") {
    search();
  }
})();
