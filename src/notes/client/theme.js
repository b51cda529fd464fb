// Runs before the page is drawn: the theme that the reader has chosen, and the mark that scripts run.
// Rule: what the reader's device prefers counts until the reader chooses; the choice is remembered where the browser allows.
{
  const page = document.documentElement
  page.dataset.scripts = ''
  try {
    const chosen = localStorage.getItem('tensorcell-notes-theme')
    if (chosen) page.dataset.theme = chosen
  } catch {
    // A browser that keeps nothing for pages on a disk throws; the device's preference stays.
  }
}
