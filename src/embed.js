// <claim-atlas src="…" query="country=EGY" lang="de" theme="auto">: makes the frame that shows the
// viewer, and follows its height. Messages count only from that frame; nothing in them is evaluated.
(() => {
  const home = document.currentScript?.src;

  class ClaimAtlas extends HTMLElement {
    static observedAttributes = ["src", "query", "lang", "theme", "title"];

    #frame = document.createElement("iframe");
    #hear = ({ source, data }) => {
      const height = data?.type === "embed-size" && Number(data.height);
      if (source === this.#frame.contentWindow && height > 0 && height < 1e5) {
        this.#frame.style.height = `${height}px`;
      }
    };

    constructor() {
      super();
      const { style } = this.#frame;
      Object.assign(style, { display: "block", width: "100%", height: "640px", border: "0" });
      this.#frame.allow = "clipboard-write";
      this.#frame.loading = "lazy";
      this.attachShadow({ mode: "open" }).append(this.#frame);
    }

    connectedCallback() {
      addEventListener("message", this.#hear);
      this.style.display ||= "block";
      this.#show();
    }

    disconnectedCallback() {
      removeEventListener("message", this.#hear);
    }

    attributeChangedCallback() {
      if (this.isConnected) this.#show();
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
      const given = `${address.search.slice(1)}&${(query ?? "").replace(/^[?#]/, "")}`.split("&");
      address.search = [...given.filter((pair) => pair && !keys.includes(pair.split("=")[0])), ...own].join("&");
      this.#frame.title = this.title || "Claim Atlas";
      if (this.#frame.src !== address.href) this.#frame.src = address.href;
    }
  }

  customElements.get("claim-atlas") ?? customElements.define("claim-atlas", ClaimAtlas);
})();
