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
      const seen = canvas.viewbox().outer;
      const at = standsAt() || (place.dataset.passed ? last() : first(seen));
      canvas.viewbox({
        x: at.x + at.width / 2 - seen.width / 2,
        y: at.y + at.height / 2 - seen.height / 2,
        width: seen.width,
        height: seen.height,
      });
    };
    const standsAt = () => ids(place.dataset.here).map((id) => elements.get(id)).find(Boolean);
    const last = function () {
      const drawn = canvas.viewbox().inner;
      return { x: drawn.x + drawn.width, y: drawn.y, width: 0, height: drawn.height };
    };
    // Where no case stands one begins to read at the beginning.
    const first = function (seen) {
      const begin = elements.find((element) => element.type === "bpmn:StartEvent");
      return begin ? { x: begin.x - 60, y: begin.y, width: seen.width, height: begin.height } : last();
    };
    // Too small to read on a phone: then it opens where the case stands, or at the beginning of what is drawn for itself.
    const small = place.dataset.here ? 0.55 : 0.3;
    if (whole() < small && (standsAt() || !place.dataset.passed)) {
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
