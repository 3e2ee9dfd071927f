// Runs before anything is drawn, and knows nothing of the corpus: which language, which theme, whether
// the page stands in a frame; and what becomes of it if the program does not start.
(() => {
  const root = document.documentElement;
  const framed = parent !== window;
  // A frame without an address of its own carries its settings in the page.
  const search = location.search || `?${root.dataset.link ?? ""}`;
  const languages = ["de", "en"];

  // The link's language comes first, then the one chosen on an earlier visit, then the reader's.
  const kept = () => {
    try {
      return localStorage.getItem("claim-atlas.language");
    } catch {
      // A sandboxed frame may not even look.
    }
  };
  const wanted = [kept(), ...navigator.languages].map((tag) => tag?.split("-")[0]);
  const language = wanted.find((tag) => languages.includes(tag)) ?? "en";
  const linked = /[?&#]lang=(\w+)/.exec(location.hash) ?? /[?&]lang=(\w+)/.exec(search);
  // A page in one language, such as de.html, is opened for that language.
  root.dataset.language = root.dataset.page ?? language;
  const shown = linked?.[1] ?? root.dataset.language;

  const theme = /[?&]theme=(light|dark)/.exec(search);
  if (theme) root.dataset.theme = theme[1];
  root.toggleAttribute("data-framed", framed);

  // Before the program starts the list stands there as no link has changed it. Where it will change,
  // it is not shown first.
  const same = shown === root.lang && search.length < 2 && location.hash.length < 2;
  root.dataset.state = same ? "waiting" : "pending";

  let plain;
  const atlas = () => document.getElementById("atlas");
  addEventListener("DOMContentLoaded", () => {
    plain = atlas().firstElementChild;
    if (framed) follow();
  });

  const fail = (event) => {
    const detail = String(event.message || event.reason);
    // Once the program runs, only its own end is its failure.
    if (!root.dataset.state || (root.dataset.state === "ready" && !detail.includes("panicked"))) return;
    delete root.dataset.state;
    if (plain) atlas().replaceChildren(plain);
    document.getElementById("failure-detail").textContent = detail;
    document.getElementById("failure").hidden = false;
  };
  addEventListener("error", fail);
  addEventListener("unhandledrejection", fail);

  // Tells the host how high the page is, in the shapes that hosts listen to.
  const follow = () => {
    let last;
    const tell = () => {
      if (root.dataset.state === "pending") return;
      // An open panel may reach below the page.
      const parts = [atlas(), ...document.querySelectorAll(".panel:not([hidden]), dialog[open]")];
      const ends = parts.map((part) => part.getBoundingClientRect().bottom);
      const height = Math.ceil(Math.max(...ends) + scrollY);
      if (height === last) return;
      last = height;
      parent.postMessage({ sentinel: "amp", type: "embed-size", height }, "*");
      parent.postMessage(JSON.stringify({ src: location.href, context: "iframe.resize", height }), "*");
      parent.postMessage({ "datawrapper-height": { "claim-atlas": height } }, "*");
    };
    new ResizeObserver(tell).observe(atlas());
    new MutationObserver(tell).observe(root, { attributes: true, childList: true, subtree: true });
  };
})();
