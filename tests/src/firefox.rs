//! Firefox's own scripts, for what `WebDriver` does not know. They run in the browser, not in the page.

/// What each of them begins with.
pub const TOP: &str = "const top = Services.wm.getMostRecentWindow('navigator:browser');";

/// Lets a window be as narrow as a phone's, and notes what its pages ask for.
///
/// What the browser asks for itself, and the address that somebody opens, is asked in the system's name.
pub const ATTEND: &str = r"
    top.document.documentElement.style.minWidth = '0';
    top.atlas = { requests: [], refused: [] };
    const note = (channel, topic) => {
        channel.QueryInterface(Ci.nsIHttpChannel);
        if (channel.loadInfo.triggeringPrincipal.isSystemPrincipal) return;
        if (topic === 'http-on-modify-request') top.atlas.requests.push(channel.URI.spec);
        else if (channel.responseStatus >= 400) top.atlas.refused.push(`${channel.responseStatus} for ${channel.URI.spec}`);
    };
    Services.obs.addObserver(note, 'http-on-modify-request');
    Services.obs.addObserver(note, 'http-on-examine-response');";

/// What has been noted since, and the errors on the console, those of policies included.
pub const HEARD: &str = r"
    const own = /^(chrome|resource|moz-extension):|^\[System/;
    const errors = Services.console.getMessageArray()
        .filter((message) => message instanceof Ci.nsIScriptError)
        .filter(({ logLevel, category }) => logLevel === Ci.nsIConsoleMessage.error || category === 'Script Loader')
        .filter(({ sourceName }) => !own.test(sourceName))
        .map(({ errorMessage }) => errorMessage);
    Services.console.reset();
    const { requests, refused } = top.atlas;
    top.atlas.requests = [];
    top.atlas.refused = [];
    return { requests, errors: [...errors, ...refused] };";

/// Sets what the system prefers.
pub const PREFER: &str = r"
    const [dark, reduced] = arguments;
    Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', dark ? 0 : 1);
    Services.prefs.setIntPref('ui.prefersReducedMotion', reduced ? 1 : 0);";
