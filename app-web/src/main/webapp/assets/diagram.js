// Draws a model, with the place where the case stands if there is one. The steps in words stay on the page.
"use strict";
(function () {
  const place = document.querySelector(".diagram[data-model]");
  if (!place || !window.BpmnJS) {
    return;
  }
  const ids = (text) => text.split(" ").filter(Boolean);

  async function draw() {
    const answer = await fetch(place.dataset.model, { credentials: "same-origin" });
    if (!answer.ok) {
      throw new Error("The model answered " + answer.status);
    }
    place.hidden = false;
    const viewer = new window.BpmnJS({ container: place, zoomScroll: { enabled: false } });
    await viewer.importXML(await answer.text());
    const canvas = viewer.get("canvas");
    const elements = viewer.get("elementRegistry");
    const mark = (list, name) => ids(list).filter((id) => elements.get(id)).forEach((id) => canvas.addMarker(id, name));
    mark(place.dataset.passed, "passed");
    mark(place.dataset.here, "here");
    const whole = () => canvas.zoom("fit-viewport", "auto");
    const closer = function () {
      const here = ids(place.dataset.here).map((id) => elements.get(id)).find(Boolean);
      const seen = canvas.viewbox().outer;
      const drawn = canvas.viewbox().inner;
      // A closed case stands at the end; where there is no case one begins to read at the beginning.
      const edge = place.dataset.passed ? drawn.x + drawn.width : drawn.x + seen.width / 2 - 20;
      const at = here || { x: edge, y: drawn.y, width: 0, height: drawn.height };
      canvas.viewbox({
        x: at.x + at.width / 2 - seen.width / 2,
        y: at.y + at.height / 2 - seen.height / 2,
        width: seen.width,
        height: seen.height,
      });
    };
    // Too small to read on a phone: then it opens at the place where the case stands.
    if (whole() < 0.55 && (!place.dataset.passed || ids(place.dataset.here).some((id) => elements.get(id)))) {
      closer();
    }
    const look = document.createElement("p");
    look.className = "look";
    [[place.dataset.closer, closer], [place.dataset.whole, whole]].forEach(function ([word, action]) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button second small";
      button.textContent = word;
      button.addEventListener("click", action);
      look.append(button);
    });
    place.before(look);
    const picture = place.querySelector("svg[data-element-id]") || place.querySelector(".djs-container svg");
    picture.setAttribute("role", "img");
    picture.setAttribute("aria-label", place.dataset.label);
    const words = place.parentElement.querySelector("details");
    if (words) {
      words.open = false;
    }
  }

  draw().catch(function () {
    place.replaceChildren();
    place.hidden = true;
    const said = document.createElement("p");
    said.className = "meta";
    said.textContent = place.dataset.failed;
    place.before(said);
  });
})();
