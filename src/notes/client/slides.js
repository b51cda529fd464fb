// Turns the slides: arrow keys, space, page keys, Home and End, the buttons, and addresses such as `#3`.
// Rule: the address says which slide is shown, so that the browser's own Back works and a slide can be linked to.
{
  const slides = [...document.querySelectorAll('.slide')]
  const place = document.querySelector('.turn .place')
  const keys = {
    ArrowRight: 1,
    ArrowDown: 1,
    PageDown: 1,
    ' ': 1,
    ArrowLeft: -1,
    ArrowUp: -1,
    PageUp: -1,
    Home: -slides.length,
    End: slides.length,
  }

  // A figure gets the slide; the code that drew it opens with a click.
  for (const figure of document.querySelectorAll('.slide .figure')) {
    const code = figure.closest('.cell').querySelector('details.input')
    if (code) code.open = false
  }

  document.querySelector('.turn .on').addEventListener('click', () => turn(1))
  document.querySelector('.turn .back').addEventListener('click', () => turn(-1))
  addEventListener('hashchange', show)
  document.addEventListener('keydown', (event) => {
    const busy = event.target.closest('a, button, summary, input, select, textarea, [tabindex="0"]')
    if (event.ctrlKey || event.metaKey || event.altKey || (busy && event.key === ' ')) return
    const step = keys[event.key]
    if (step === undefined) return
    event.preventDefault()
    turn(step)
  })
  show()

  function current() {
    const asked = Number(location.hash.slice(1))
    return Number.isInteger(asked) && asked >= 1 ? Math.min(asked, slides.length) - 1 : 0
  }

  function turn(step) {
    const next = Math.min(Math.max(current() + step, 0), slides.length - 1)
    location.replace(`#${next + 1}`)
  }

  function show() {
    const now = current()
    for (const [number, slide] of slides.entries()) slide.toggleAttribute('data-shown', number === now)
    place.textContent = `${now + 1} / ${slides.length}`
    scrollTo(0, 0)
  }
}
