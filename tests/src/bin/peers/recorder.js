// Times one key or click: from the event's own time until a frame is painted after which nothing on the page changes.
// So whoever draws later than the next frame is waited for, and all pages are measured alike.
(() => {
  const QUIET = 200;
  const painted = (then) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = then;
      channel.port2.postMessage(0);
    });
  window.timed = (act) => {
    let [began, changed, done] = [undefined, false, undefined];
    const begin = ({ timeStamp }) => (began ??= timeStamp);
    const kinds = ["keydown", "click"];
    kinds.forEach((kind) => addEventListener(kind, begin, { capture: true }));
    const observer = new MutationObserver(() => (changed = true));
    const how = { attributes: true, characterData: true, childList: true, subtree: true };
    observer.observe(document.body, how);
    window.timing = new Promise((told) => {
      const frame = () => {
        const isAfter = began !== undefined;
        painted(() => {
          const now = performance.now();
          if (isAfter && (done === undefined || changed)) done = now;
          if (isAfter) changed = false;
          if (done === undefined || now - done < QUIET) return frame();
          observer.disconnect();
          kinds.forEach((kind) => removeEventListener(kind, begin, { capture: true }));
          told(done - began);
        });
      };
      frame();
    });
    if (act) act().click();
  };
})()
