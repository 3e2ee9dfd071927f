// Tells the page around a frame how high this page is, in the shapes that hosts listen to. Nothing that a host sends is
// evaluated.
(() => {
  if (parent === window) return;
  const root = document.documentElement;
  // As the host has written it: what a reader sets later is not the host's business.
  const src = location.href;
  const given = new URLSearchParams(
    `${location.search.slice(1)}&${location.hash.replace(/^#\W*/, "")}`.replaceAll("&amp;", "&"),
  );
  // Shapes that only some hosts know are sent only to those that have asked: pym.js and WordPress in the address,
  // iframe-resizer by a message that names the frame.
  const pym = given.get("childId");
  const secret = given.get("secret");
  let resizer;
  let last;

  const send = (message) => parent.postMessage(message, "*");
  const sendToWordPress = () => send({ secret, message: "height", value: last });
  const sendAll = () => {
    const height = last;
    send({ sentinel: "amp", type: "embed-size", height });
    send(JSON.stringify({ src, context: "iframe.resize", height }));
    send({ "datawrapper-height": { "claim-atlas": height } });
    if (pym) send(`pymxPYMx${pym}xPYMxheightxPYMx${height}`);
    if (secret) sendToWordPress();
    if (resizer) sendResizer("size");
  };
  const sendResizer = (type) => send(`[iFrameSizer]${resizer}:${last}:${innerWidth}:${type}`);

  // A scrollbar takes room, and what is narrower is higher: a height that is measured beside one would keep it for ever.
  // So all is measured as it stands without.
  const withoutBar = (look) => {
    const [was, at] = [root.hasAttribute("data-followed"), scrollY];
    root.toggleAttribute("data-followed", true);
    const seen = look();
    root.toggleAttribute("data-followed", was);
    if (scrollY !== at) scrollTo(scrollX, at);
    // None of this has changed the page.
    changes.takeRecords();
    return seen;
  };
  const measured = () => {
    // An open panel may reach below the page.
    const parts = [document.getElementById("atlas"), ...document.querySelectorAll(".panel:not([hidden])")];
    const ends = parts.map((part) => part.getBoundingClientRect().bottom);
    return Math.ceil(Math.max(...ends) + scrollY);
  };

  // A host may count a frame's border in, or cut a part of a pixel off. No scrollbar is worth what is lost then, which
  // is margin; a host that does not follow leaves more to be scrolled to.
  const MARGIN = 32;
  let settling;
  const settle = () => {
    root.toggleAttribute("data-followed", withoutBar(() => root.scrollHeight - innerHeight <= MARGIN));
    changes.takeRecords();
  };

  const tell = () => {
    // What is not laid out, as in a tab that is not shown, has no height yet.
    const isLaidOut = innerWidth > 0 && document.getElementById("atlas").offsetHeight > 0;
    if (!isLaidOut || root.dataset.state === "pending") return;
    clearTimeout(settling);
    settling = setTimeout(settle, 300);
    const height = withoutBar(measured);
    if (height === last) return;
    last = height;
    sendAll();
  };
  const changes = new MutationObserver(tell);

  const follow = () => {
    new ResizeObserver(tell).observe(document.getElementById("atlas"));
    changes.observe(root, { attributes: true, childList: true, subtree: true });
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", follow);
  else follow();
  addEventListener("resize", settle);
  addEventListener("message", ({ source, data }) => {
    if (source !== parent) return;
    // It may have begun to listen only now, and hides the frame until it hears of it.
    if (secret && last && data?.message === "ready" && data.secret === secret) sendToWordPress();
    if (typeof data !== "string" || !data.startsWith("[iFrameSizer]")) return;
    const begun = /^\[iFrameSizer\]([^:]{1,200}):[^:]*:(?:true|false):/.exec(data);
    resizer = begun?.[1] ?? resizer;
    if (resizer && last) sendResizer(begun ? "init" : "size");
  });
})();
