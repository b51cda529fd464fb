// What a page can do: switch the theme, open the contents, copy code, hide all code, change the language, print.
// Rule: each thing hangs on its own element, and a page without that element does without it.
{
  const page = document.documentElement
  const dark = matchMedia('(prefers-color-scheme: dark)')

  for (const button of document.querySelectorAll('button.theme')) {
    button.addEventListener('click', () => {
      const now = page.dataset.theme ?? (dark.matches ? 'dark' : 'light')
      page.dataset.theme = now === 'dark' ? 'light' : 'dark'
      try {
        localStorage.setItem('tensorcell-notes-theme', page.dataset.theme)
      } catch {
        // Nothing is remembered, see theme.js.
      }
    })
  }

  const menu = document.querySelector('button.menu')
  menu?.addEventListener('click', () => openContents(menu.getAttribute('aria-expanded') !== 'true'))
  document.querySelector('.contents')?.addEventListener('click', (event) => {
    if (event.target.closest('a')) openContents(false)
  })
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') openContents(false)
  })

  function openContents(open) {
    menu?.setAttribute('aria-expanded', String(open))
  }

  const contents = document.querySelector('.contents')
  const here = contents?.querySelector('[aria-current]')
  if (here) contents.scrollTop = here.offsetTop - contents.clientHeight / 3

  document.addEventListener('click', async (event) => {
    const button = event.target.closest('button.copy')
    if (!button) return
    const code = button.closest('.cell').querySelector('pre')
    await copy(code.textContent)
    const words = button.textContent
    button.textContent = '✓'
    setTimeout(() => {
      button.textContent = words
    }, 1500)
  })

  /** Pages that are opened from a disk may have no clipboard; there the old way still works. */
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text)
    } catch {
      const area = Object.assign(document.createElement('textarea'), { value: text })
      document.body.append(area)
      area.select()
      document.execCommand('copy')
      area.remove()
    }
  }

  const codeSwitch = document.querySelector('button.code-switch')
  codeSwitch?.addEventListener('click', () => {
    const inputs = [...document.querySelectorAll('details.input')]
    const open = !inputs.some((input) => input.open)
    for (const input of inputs) input.open = open
    nameCodeSwitch()
  })
  document.addEventListener('toggle', nameCodeSwitch, true)

  /** Says what a press would do: with any code open, hide it. */
  function nameCodeSwitch() {
    if (!codeSwitch) return
    codeSwitch.dataset.first ??= codeSwitch.textContent
    const anyOpen = document.querySelector('details.input[open]') !== null
    codeSwitch.textContent = anyOpen ? codeSwitch.dataset.first : codeSwitch.dataset.other
  }

  const language = document.querySelector('a.language')
  language?.addEventListener('click', () => {
    language.hash = cellInView()?.id ?? ''
  })

  /** The first cell below the bar of which more than its last line is seen; cells have the same ids in both languages. */
  function cellInView() {
    const top = document.querySelector('.bar').offsetHeight + 30
    const cells = [...document.querySelectorAll('.cell[id]')]
    return scrollY < top ? undefined : cells.find((cell) => cell.getBoundingClientRect().bottom > top)
  }

  document.querySelector('button.print')?.addEventListener('click', async () => {
    await globalThis.notesDrawAll?.()
    print()
  })

  // What is folded away on the screen is printed too, and folded again afterwards.
  addEventListener('beforeprint', () => {
    for (const fold of document.querySelectorAll('main details:not([open])')) {
      fold.dataset.folded = ''
      fold.open = true
    }
  })
  addEventListener('afterprint', () => {
    for (const fold of document.querySelectorAll('details[data-folded]')) {
      delete fold.dataset.folded
      fold.open = false
    }
  })

  nameCodeSwitch()
}
