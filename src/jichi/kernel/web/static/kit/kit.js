// Comforts only: every page works without this file.
// Keys: "/" search, "?" list of keys, "g" and a letter to go somewhere. Also: copy a reference, close open menus.
(() => {
  "use strict";
  const GO_WITHIN = 1500;
  let goPressed = 0;

  const isTyping = (target) =>
    target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

  // A page with a search of its own is searched before the city.
  const focusSearch = () =>
    (document.querySelector("main [data-search]") ?? document.querySelector("[data-search]"))?.focus();
  const listKeys = () => document.getElementById("keys")?.showModal();
  const go = (letter) => document.querySelector(`a[data-key="${CSS.escape(letter)}"]`)?.click();

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeMenus();
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.timeStamp - goPressed < GO_WITHIN && /^[a-z]$/.test(event.key)) {
      goPressed = 0;
      go(event.key);
    } else if (event.key === "g") {
      goPressed = event.timeStamp;
    } else if (event.key === "/") {
      event.preventDefault();
      focusSearch();
    } else if (event.key === "?") {
      listKeys();
    }
  });

  const closeMenus = (except) => {
    for (const menu of document.querySelectorAll("[data-menu][open]")) {
      if (menu === except) continue;
      const hadFocus = menu.contains(document.activeElement);
      menu.open = false;
      if (hadFocus) menu.querySelector("summary").focus();
    }
  };
  document.addEventListener("click", (event) => closeMenus(event.target.closest("[data-menu]")));

  const addCopyButton = (reference) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "no-print";
    button.textContent = reference.dataset.copy;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(reference.textContent.trim());
      button.textContent = reference.dataset.copied;
    });
    reference.after(button);
  };

  if (navigator.clipboard) document.querySelectorAll("[data-copy]").forEach(addCopyButton);
  // On a phone the rail is one line: show where the page is in it, without moving the page.
  const here = document.querySelector(".rail [aria-current]");
  if (here) here.closest(".rail").scrollLeft = here.offsetLeft - 16;
  document.querySelector("[data-focus]")?.focus();
})();
