// What makes the pages livelier. Everything works without it.
"use strict";
(function () {
  const raise = document.getElementById("raise");
  const send = document.getElementById("send");

  // The button says what it does, which depends on who may decide.
  function sayWhatSendDoes() {
    const shown = document.querySelector("#answer [data-route]");
    if (send && shown) {
      send.textContent = shown.dataset.send || send.dataset.unasked;
    }
  }

  document.addEventListener("htmx:configRequest", function (event) {
    event.detail.headers["X-Requested-With"] = "XMLHttpRequest";
  });
  document.addEventListener("htmx:afterSwap", sayWhatSendDoes);
  function sayInsteadOfAnswer(words) {
    const answer = document.getElementById("answer");
    if (answer) {
      const said = document.createElement("p");
      said.className = "notice";
      said.textContent = answer.dataset[words];
      answer.replaceChildren(said);
    }
  }

  // Logged out meanwhile, or nobody answers: what was typed stays where it is, and sending it leads by the log-in.
  document.addEventListener("htmx:responseError", function (event) {
    if (event.detail.xhr.status === 401) {
      sayInsteadOfAnswer("signedOut");
    } else if (event.detail.xhr.status === 503) {
      sayInsteadOfAnswer("unreachable");
    }
  });
  document.addEventListener("htmx:sendError", function () {
    sayInsteadOfAnswer("unreachable");
  });

  // A form is sent once, however often its button is pressed.
  document.addEventListener("submit", function (event) {
    const form = event.target;
    if (form.method !== "post" || (event.submitter && event.submitter.formTarget === "_blank")) {
      return;
    }
    if (form.dataset.sent === "true") {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "true";
    if (event.submitter) {
      event.submitter.setAttribute("aria-busy", "true");
    }
  });
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) {
      document.querySelectorAll("form[data-sent]").forEach(function (form) {
        delete form.dataset.sent;
        form.querySelectorAll("[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
      });
    }
  });

  // What was just done, or is new, is said once, not again when the page is read anew.
  const address = new URL(window.location.href);
  const told = ["done", "since"].filter((name) => address.searchParams.has(name));
  if (told.length > 0) {
    told.forEach((name) => address.searchParams.delete(name));
    window.history.replaceState(null, "", address);
  }

  // Whoever made a mistake is taken to the list of what to correct.
  const mistakes = document.querySelector(".mistakes");
  if (mistakes) {
    mistakes.focus();
  }

  // A link to a form that is folded away unfolds it.
  function unfold() {
    const target = window.location.hash && document.getElementById(window.location.hash.slice(1));
    for (let at = target; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") {
        at.open = true;
      }
    }
  }
  window.addEventListener("hashchange", unfold);
  unfold();

  // What opens over the page closes when one turns to something else.
  document.querySelectorAll("details[data-closes]").forEach(function (menu) {
    const summary = menu.querySelector("summary");
    document.addEventListener("click", function (event) {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    });
    menu.addEventListener("focusout", function (event) {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) {
        menu.open = false;
      }
    });
    menu.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && menu.open) {
        menu.open = false;
        summary.focus();
      }
    });
  });

  if (raise) {
    sayWhatSendDoes();
  }
})();
