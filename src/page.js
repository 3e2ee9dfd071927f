// Runs before anything is drawn, and knows nothing of the corpus: which language, which theme, how an
// editor has set the viewer into a page; and what becomes of it if the program does not start.
(() => {
  const root = document.documentElement;
  const { dataset } = root;
  const framed = parent !== window;
  // A frame without an address of its own carries its settings in the page.
  // Chats and content systems escape addresses once more, or write their `&` as HTML; `link/pairs.rs` has the same.
  const plainly = (text) => {
    try {
      for (let layer = 0; layer < 3; layer += 1) {
        // What is searched for may look like anything.
        text = decodeURIComponent(text.replace(/(^|[?&;#])q=[^&]*/gi, "$1q="));
      }
    } catch {
      // What is left is no escape.
    }
    return text.toLowerCase().replace(/&(amp;|#0*38;|#x26;)+/g, "&");
  };
  const search = plainly(location.search || `?${dataset.link ?? ""}`);
  const hash = plainly(location.hash);
  const found = (key, text) => {
    const match = new RegExp(`(?:^\\W*|[?&#;])${key}(?:=(\\w*)|(?=[^\\w=-]|$))`).exec(text);
    return match && (match[1] ?? "");
  };
  const set = (key) => found(key, search);

  // The link's language comes first, then the one chosen on an earlier visit, then the reader's.
  const kept = () => {
    try {
      return localStorage.getItem("claim-atlas.language");
    } catch {
      // A sandboxed frame may not even look.
    }
  };
  const wanted = [kept(), ...navigator.languages].map((tag) => tag?.split("-")[0]);
  // The build names the languages, and what links change; a page that is being developed has neither, nor a list
  // to be hidden.
  const listed = (names) => names?.split(" ");
  const languages = listed(dataset.languages) ?? wanted;
  const language = wanted.find((tag) => languages.includes(tag)) ?? root.lang;
  const linked = (found("lang", hash) ?? set("lang"))?.split("_")[0];
  // A page in one language, such as de.html, is opened for that language.
  dataset.language = dataset.page ?? language;
  const shown = linked ?? dataset.language;

  const theme = set("theme");
  if (theme === "light" || theme === "dark") dataset.theme = theme;
  root.toggleAttribute("data-framed", framed);
  root.toggleAttribute("data-plain", ["", "1", "true"].includes(set("plain")));
  for (const part of ["map", "filters"]) root.toggleAttribute(`data-no-${part}`, set(part) === "off");

  // Before the program starts the list stands there as no link has changed it. Where it will change,
  // it is not shown first. What changes nothing are an editor's settings, and what is for others.
  const keys = listed(dataset.keys) ?? [];
  const pairs = `${search}&${hash}`.split(/[?&#/;]/);
  const changes = (pair) => keys.includes(pair.replace(/^\W+/, "").split("=")[0]);
  root.toggleAttribute("data-foreign", shown !== root.lang);
  // A corpus that somebody has put into the page is not that of the list.
  const isBrought = /\S/.test(document.getElementById("corpus")?.textContent ?? "");
  root.toggleAttribute("data-brought", isBrought);
  dataset.state = isBrought || shown !== root.lang || pairs.some(changes) ? "pending" : "waiting";

  // The program starts once the page that needs none is there to be read. What nobody looks at is not drawn,
  // a frame far down in its page for one, so it does not wait for ever.
  // A link to a text the browser follows only once everything has loaded: what it finds in this page stays found.
  const seeks = performance.getEntriesByType("navigation")[0]?.name.includes(":~:");
  window.claimAtlasDrawn = new Promise((drawn) => {
    if (document.hidden) drawn();
    if (seeks) addEventListener("load", () => setTimeout(drawn, 300));
    else requestAnimationFrame(() => setTimeout(drawn));
    setTimeout(drawn, seeks ? 3000 : 1000);
  });

  // What is folded is printed, too. Not every engine's style sheets can open it.
  addEventListener("beforeprint", () => {
    for (const folded of document.querySelectorAll("#list details:not([open])")) {
      folded.open = true;
      addEventListener("afterprint", () => (folded.open = false), { once: true });
    }
  });

  // A proxy may have this run late.
  const onceParsed = (run) => {
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", run);
    else run();
  };
  let plain;
  const { lang, dir } = root;
  const atlas = () => document.getElementById("atlas");
  const goTo = (hash) => {
    const place = document.getElementById(hash.slice(1));
    place?.scrollIntoView();
    return place;
  };
  onceParsed(() => {
    if (isBrought) atlas().replaceChildren();
    plain = atlas().firstElementChild;
  });

  // Until the program runs links only set the address, which it reads when it starts; where it has failed they
  // lead into the list. Followed by the browser they would take a frame to its host's page, or do nothing. A click that
  // asks for another tab or window is the browser's.
  addEventListener("click", (event) => {
    const link = dataset.state !== "ready" && event.target.closest?.("#atlas a[href^='#']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const hash = link.getAttribute("href");
    // Past what stands before the list: that is no query.
    const skips = link.matches(".skip");
    try {
      if (!skips) history.replaceState(null, "", location.href.split("#")[0] + hash);
    } catch {
      // Refused, the link only leads into the list.
    }
    if (skips || !dataset.state) goTo(hash)?.focus({ preventScroll: true });
  });

  // The failure line stands in the page, and is seen where there is no state. The program's start sets one.
  const fail = (reason) => {
    if (document.readyState === "loading") return onceParsed(() => fail(reason));
    // A sandbox without an origin loads no program from beside the page, unless the host lets anybody. The single file
    // has it inside.
    if (origin === "null" && dataset.single && dataset.state !== "ready") {
      return location.replace(dataset.single + location.search + location.hash);
    }
    if (plain || isBrought) atlas().replaceChildren(...(plain ? [plain] : []));
    Object.assign(root, { lang, dir });
    delete dataset.state;
    document.querySelector("#failure code").textContent = reason;
    goTo(location.hash);
  };
  const hear = (event) => {
    const reason = event.error ?? event.reason;
    const isScript = event.target === window || event.target.localName === "script";
    // Once the program runs, only its own end is its failure.
    const ended = dataset.state !== "ready" || reason instanceof WebAssembly.RuntimeError;
    if (isScript && ended) fail(reason ?? event.message ?? "a script did not load");
  };
  // A script that cannot be had tells its own element only.
  addEventListener("error", hear, true);
  addEventListener("unhandledrejection", hear);
  // Where a proxy has changed the kind of what starts the program, nothing fails: it never runs.
  addEventListener("load", () => {
    const isThere = document.querySelector("script[type=module]");
    if (!isThere && dataset.state && dataset.state !== "ready") fail("what starts the program is not in the page");
  });
  // That a policy forbids what starts the program, only this event tells. Other scripts are not ours.
  addEventListener("securitypolicyviolation", ({ target, disposition }) => {
    if (target.type === "module" && disposition === "enforce") fail("a policy forbids what starts the program");
  });
})();
