// Draws the model that the case follows, with the place where it stands. The steps in words stay on the page.
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
    const viewer = new window.BpmnJS({ container: place });
    await viewer.importXML(await answer.text());
    const canvas = viewer.get("canvas");
    const elements = viewer.get("elementRegistry");
    const mark = (list, name) => ids(list).filter((id) => elements.get(id)).forEach((id) => canvas.addMarker(id, name));
    mark(place.dataset.passed, "passed");
    mark(place.dataset.here, "here");
    canvas.zoom("fit-viewport", "auto");
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
