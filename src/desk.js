// The desk is a program of its own, loaded when it is first asked for; see src/desk. Nothing is
// returned while it is on its way, and an empty text where it cannot be had.
// In the single file it is part of the viewer, and this is left out.
{
  let desk;
  window.claimAtlasDesk = (corpus, ...request) => {
    if (desk?.render) return desk.render(...request);
    desk ??= import(new URL(document.documentElement.dataset.desk ?? "desk.js", document.baseURI))
      .then(async (it) => {
        await it.default();
        it.open(corpus);
        desk = it;
      })
      .catch(() => (desk = { render: () => ((desk = undefined), "") }))
      .then(() => document.getElementById("atlas").dispatchEvent(new Event("desk")));
  };
}
