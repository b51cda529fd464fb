// The search: the index is loaded when the reader first asks for it, and answers as they type.
// Rule: what is found is shown as text, never as HTML; every word of the query must occur.
{
  const { root, index } = document.documentElement.dataset
  const dialog = document.querySelector('dialog.search')
  const input = dialog.querySelector('input')
  const results = dialog.querySelector('.results')
  const found = dialog.querySelector('.found')
  const mostShown = 30
  let ready

  document.querySelector('.search-open').addEventListener('click', open)
  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input, textarea, select, [contenteditable]')
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    open()
  })
  input.addEventListener('input', answer)
  results.addEventListener('click', () => dialog.close())
  dialog.addEventListener('keydown', move)
  dialog.querySelector('form').addEventListener('submit', (event) => {
    if (event.submitter?.matches('button') && document.activeElement !== input) return
    event.preventDefault()
    results.querySelector('a')?.click()
  })
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close()
  })

  function open() {
    ready ??= Promise.all([load('minisearch.js'), load(index)]).then(readIndex)
    dialog.showModal()
    input.select()
    answer()
  }

  function load(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script')
      script.src = `${root}assets/${name}`
      script.onload = resolve
      script.onerror = () => reject(new Error(`${name} is missing from this site.`))
      document.head.append(script)
    })
  }

  function readIndex() {
    return MiniSearch.loadJSON(notesIndex, {
      ...notesIndexOptions,
      tokenize: notesWordsOf,
      processTerm: (term) => term,
    })
  }

  async function answer() {
    const miniSearch = await ready
    const query = input.value.trim()
    const hits = miniSearch.search(query, {
      combineWith: 'AND',
      prefix: true,
      fuzzy: (term) => (/^[a-z]{5,}$/.test(term) ? 0.2 : false),
      boost: { heading: 4, chapter: 2 },
    })
    results.replaceChildren(...hits.slice(0, mostShown).map(entry))
    found.textContent =
      query === '' ? '' : hits.length === 0 ? found.dataset.nothing : `${hits.length} ${found.dataset.found}`
  }

  function entry({ address, chapter, heading, text, terms }) {
    const item = document.createElement('li')
    const link = document.createElement('a')
    link.href =
      root +
      address
        .split('#')
        .map((part) => part.split('/').map(encodeURIComponent).join('/'))
        .join('#')
    const title = document.createElement('strong')
    title.textContent = heading || chapter
    const place = document.createElement('small')
    place.textContent = chapter
    const excerpt = document.createElement('span')
    excerpt.append(...marked(text, terms))
    link.append(title, ...(heading && heading !== chapter ? [place] : []), excerpt)
    item.append(link)
    return item
  }

  /** The text around the first word that was found, with all such words marked. */
  function marked(text, terms) {
    const words = terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).sort((a, b) => b.length - a.length)
    const pattern = new RegExp(`(${words.join('|')})`, 'giu')
    const first = Math.max(0, text.search(pattern) - 60)
    const piece = (first > 0 ? '… ' : '') + text.slice(first, first + 180) + (first + 180 < text.length ? ' …' : '')
    return piece.split(pattern).map((part, place) => {
      if (place % 2 === 0) return part
      const mark = document.createElement('mark')
      mark.textContent = part
      return mark
    })
  }

  /** The arrow keys go through the results; Escape closes at once, where a browser would only empty the field. */
  function move(event) {
    if (event.key === 'Escape') {
      event.preventDefault()
      dialog.close()
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const stops = [input, ...results.querySelectorAll('a')]
    const next = stops[stops.indexOf(document.activeElement) + step]
    next?.focus()
  }
}
