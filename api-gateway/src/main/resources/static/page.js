"use strict";

const ASK_EVERY_MS = 5000;

for (const place of document.querySelectorAll(".origin")) {
  place.textContent = location.origin;
}
for (const place of document.querySelectorAll(".socket-origin")) {
  place.textContent = location.origin.replace(/^http/, "ws");
}

function show(text, good, parts) {
  const state = document.getElementById("state");
  state.textContent = text;
  state.className = good ? "state good" : "state bad";
  document.getElementById("parts").replaceChildren(...Object.entries(parts).map(part));
}

function part([name, { status, stores = {}, reason }]) {
  const item = document.createElement("li");
  const failing = Object.keys(stores).filter((store) => stores[store] !== "UP");
  item.textContent = failing.length ? `${name} (${failing.join(", ")})` : name;
  item.className = status === "UP" ? "good" : "bad";
  item.title = reason ?? status;
  return item;
}

async function ask() {
  try {
    const health = await (await fetch("health", { cache: "no-store" })).json();
    const down = Object.keys(health.parts).filter((name) => health.parts[name].status !== "UP");
    const good = health.status === "UP";
    show(good ? "Every part is ready." : `Not ready: ${down.join(", ")}.`, good, health.parts);
  } catch {
    show("The gateway does not answer.", false, {});
  }
}

async function watch() {
  if (!document.hidden) {
    await ask();
  }
  setTimeout(watch, ASK_EVERY_MS);
}

watch();
