// Draws the figures: Plotly is loaded when the first one comes near the window, and each figure's numbers with it.
// Rule: a figure keeps its size; where the page is narrower it is made smaller as a whole, then scrolls. Until it is drawn,
// the picture in its place stays.
var notesFigures = {}
{
  const { root, figures } = document.documentElement.dataset
  const waiting = new Map()
  const smallest = 0.6
  const onSlides = document.body.matches('.slides')
  const paperWidth = 690

  const places = [...document.querySelectorAll('[data-figure]')]
  const watch = new IntersectionObserver(
    (seen) => {
      for (const { isIntersecting, target } of seen) if (isIntersecting) drawOnce(target)
    },
    { rootMargin: '600px' },
  )
  for (const place of places) watch.observe(place)

  /** Draws every figure, for paper and for whoever asks; resolves when all stand. */
  globalThis.notesDrawAll = () => Promise.all(places.map(drawOnce))
  // `tensorcell notes --pdf` opens pages so: what is loaded before the load event is printed.
  if (location.search === '?print') notesDrawAll()

  const widths = new ResizeObserver((changed) => {
    for (const { target } of changed) fit(target)
  })

  function drawOnce(place) {
    watch.unobserve(place)
    place.drawing ??= draw(place)
    return place.drawing
  }

  async function draw(place) {
    const id = place.dataset.figure
    await Promise.all([load('assets/plotly.js'), load(`${figures}${id}.js`)])
    const { data, layout = {}, frames = [], config = {} } = notesFigures[id]
    const drawing = document.createElement('div')
    drawing.className = 'plot'
    place.append(drawing)
    await Plotly.newPlot(
      drawing,
      data,
      { autosize: false, width: 700, ...layout },
      { ...config, displaylogo: false, displayModeBar: false },
    )
    if (frames.length > 0) await Plotly.addFrames(drawing, frames)
    place.querySelector('.still')?.remove()
    place.dataset.width = drawing._fullLayout.width
    place.dataset.height = drawing._fullLayout.height
    place.style.minHeight = ''
    widths.observe(place)
    fit(place)
    place.dataset.drawn = ''
  }

  function fit(place) {
    const width = Number(place.dataset.width)
    const style = place.querySelector('.plot').style
    const largest = onSlides ? Math.min(1.6, (0.65 * innerHeight) / Number(place.dataset.height)) : 1
    style.setProperty('--fit', Math.min(largest, Math.max(smallest, place.clientWidth / width)))
    // What scrolls must be reached by the keyboard.
    if (place.scrollWidth > place.clientWidth) place.tabIndex = 0
    else place.removeAttribute('tabindex')
    style.setProperty('--fit-paper', Math.min(1, paperWidth / width))
  }

  /** Loads a script once. A script and not a fetch: pages on a disk may not fetch. */
  function load(path) {
    if (!waiting.has(path)) {
      waiting.set(
        path,
        new Promise((resolve, reject) => {
          const script = document.createElement('script')
          script.src = root + path
          script.onload = resolve
          script.onerror = () => reject(new Error(`${path} is missing from this site.`))
          document.head.append(script)
        }),
      )
    }
    return waiting.get(path)
  }
}
