// <claim-atlas src="..." query="country=EGY" lang="de" theme="auto">: makes the frame that shows the viewer, and follows
// its height. Messages count only from that frame; nothing in them is evaluated. What stands inside the element is shown
// where this does not run, and on paper where the frame is still empty.
(() => {
  const home = document.currentScript?.src;
  // What the page around says of the element comes first, and no policy of that page is about such a sheet. Safari makes
  // one since 16.4.
  let looks;
  try {
    looks = new CSSStyleSheet();
    looks.replaceSync(":host(:not([hidden])) { display: block }");
  } catch {
    looks = null;
  }

  class ClaimAtlas extends HTMLElement {
    static observedAttributes = ["src", "query", "lang", "theme", "title"];

    #frame = document.createElement("iframe");
    #inside = document.createElement("slot");
    #isHeard = false;
    #hear = ({ source, data }) => {
      const height = data?.type === "embed-size" && Number(data.height);
      if (source === this.#frame.contentWindow && height > 0 && height < 1e5) {
        this.#isHeard = true;
        this.#frame.style.height = `${height}px`;
      }
    };
    // A frame that nobody has scrolled to has not been loaded, and would be a blank on paper.
    #print = () => this.#swap(!this.#isHeard);
    #printed = () => this.#swap(false);

    constructor() {
      super();
      const { style } = this.#frame;
      Object.assign(style, { display: "block", width: "100%", height: "640px", border: "0" });
      this.#inside.style.display = "none";
      this.#frame.allow = "clipboard-write";
      this.#frame.loading = "lazy";
      const shadow = this.attachShadow({ mode: "open" });
      if (looks) shadow.adoptedStyleSheets = [looks];
      shadow.append(this.#frame, this.#inside);
    }

    connectedCallback() {
      addEventListener("message", this.#hear);
      addEventListener("beforeprint", this.#print);
      addEventListener("afterprint", this.#printed);
      if (!looks) this.style.display ||= "block";
      this.#show();
    }

    disconnectedCallback() {
      removeEventListener("message", this.#hear);
      removeEventListener("beforeprint", this.#print);
      removeEventListener("afterprint", this.#printed);
    }

    attributeChangedCallback() {
      if (this.isConnected) this.#show();
    }

    #swap(isFrameBlank) {
      this.#frame.style.display = isFrameBlank ? "none" : "block";
      this.#inside.style.display = isFrameBlank ? "block" : "none";
    }

    #show() {
      const [src, query, lang, theme] = ["src", "query", "lang", "theme"].map((name) => this.getAttribute(name));
      const address = new URL(src || "./", src ? document.baseURI : home || document.baseURI);
      // Anything else might be a script.
      if (!/^(https?|file):$/.test(address.protocol)) return;
      // Not every engine tells a frame how the page around it is coloured.
      const around = ["light", "dark"].find((it) => it === getComputedStyle(this).colorScheme);
      const colours = theme && theme !== "auto" ? theme : around;
      const own = [lang && `lang=${lang}`, colours && `theme=${colours}`].filter(Boolean);
      const keys = own.map((pair) => pair.split("=")[0]);
      // Editors' programs escape a second time what is escaped.
      const link = `${address.search.slice(1)}&${(query ?? "").replace(/^[?#]/, "")}`;
      const pairs = link.replace(/&(?:(?:amp|#38|#x26);)+/gi, "&").split("&");
      const given = pairs.filter((pair) => pair && !keys.includes(pair.split("=")[0]));
      address.search = [...given, ...own].join("&");
      // Several in a page are told apart by their names.
      this.#frame.title = this.title || ["Claim Atlas", ...given].join(", ");
      if (this.#frame.src !== address.href) this.#frame.src = address.href;
    }
  }

  customElements.get("claim-atlas") ?? customElements.define("claim-atlas", ClaimAtlas);
})();
