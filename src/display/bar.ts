// The bar of one loop: how far it is, how long it took, and about how long it will still take.
// Rule: at most ten updates a second, however fast the loop is (in a terminal, where each is a new line, one in ten seconds);
// the first and the last state are always shown.
import { type Display, newDisplay } from './display.ts'
import { escapeHtml } from './html.ts'
import { currentOutlet, kernelOutlet } from './outlet.ts'

/** What to call the loop, and how many steps it has where that cannot be read from what it runs over. */
export interface ProgressOptions {
  label?: string
  total?: number
}

type State = 'running' | 'complete' | 'left early'

const intervalMs = () => (kernelOutlet() === undefined ? 10_000 : 100)

/** The bars of running loops by cell, the innermost last: a loop inside another one takes a place below it. */
const running = new Map<number, Bar[]>()

export class Bar {
  readonly #options: ProgressOptions
  readonly #cell = currentOutlet().cell()
  readonly #outer: Bar | undefined
  readonly place: Place
  readonly #start = performance.now()
  #done = 0
  #state: State = 'running'

  constructor(options: ProgressOptions) {
    this.#options = options
    const bars = running.get(this.#cell) ?? []
    this.#outer = bars.at(-1)
    this.place = this.#outer?.place.takeFree() ?? new Place()
    running.set(this.#cell, [...bars, this])
    this.#offer()
  }

  /** One more step is done. */
  advance(): void {
    this.#done++
    if (this.place.isDue()) this.#offer()
  }

  /** There are no more steps. */
  complete(): void {
    this.#state = 'complete'
  }

  /** The loop is over. The bar stays, and its place is the next one's that runs inside the same outer loop. */
  end(): void {
    if (this.#state === 'running') this.#state = 'left early'
    this.#offer()
    const others = running.get(this.#cell)!.filter((bar) => bar !== this)
    if (others.length > 0) running.set(this.#cell, others)
    else running.delete(this.#cell)
    // A loop that runs on shows what of the inner ones is left to show when it ends.
    if (!this.#outer?.isRunning()) this.place.flush()
    this.#outer?.place.giveBack(this.place)
  }

  isRunning(): boolean {
    return this.#state === 'running'
  }

  #offer(): void {
    const { label, total } = this.#options
    const seconds = (performance.now() - this.#start) / 1000
    const words = wordsFor(this.#state, this.#done, total, seconds)
    const fraction = total === undefined || total === 0 ? undefined : Math.min(1, this.#done / total)
    this.place.offer({
      'text/html': barHtml(label ?? '', fraction, words, this.#state),
      'text/plain': [label, fraction === undefined ? undefined : barText(fraction), words].filter(Boolean).join(' '),
    })
  }
}

/** An output that bars use one after the other, and the free places of loops inside theirs. */
class Place {
  readonly #display: Display = newDisplay()
  readonly #free: Place[] = []
  #shownAt = Number.NEGATIVE_INFINITY
  #waiting: Record<string, string> | undefined
  readonly #intervalMs = intervalMs()

  isDue(): boolean {
    return performance.now() - this.#shownAt >= this.#intervalMs
  }

  /** Shows `bundle` now, or when `flush` comes if the last one was shown only just now. */
  offer(bundle: Record<string, string>): void {
    this.#waiting = bundle
    if (this.isDue()) this.#show()
  }

  flush(): void {
    this.#show()
    for (const place of this.#free) place.flush()
  }

  takeFree(): Place | undefined {
    return this.#free.shift()
  }

  giveBack(place: Place): void {
    this.#free.push(place)
  }

  #show(): void {
    if (this.#waiting !== undefined) this.#display.mime(this.#waiting)
    this.#waiting = undefined
    this.#shownAt = performance.now()
  }
}

function wordsFor(state: State, done: number, total: number | undefined, seconds: number): string {
  const count = total === undefined ? `${done} ${done === 1 ? 'step' : 'steps'}` : `${done}/${total}`
  if (state === 'complete') return `${count} in ${duration(seconds)}`
  if (state === 'left early') return `${count}, left after ${duration(seconds)}`
  if (total === undefined || done === 0 || done >= total) return `${count}, ${duration(seconds)}`
  return `${count}, ${duration(seconds)}, about ${duration((seconds / done) * (total - done))} left`
}

/** `0.8 s`, `42 s`, `3 min 20 s`, `1 h 5 min`. */
export function duration(seconds: number): string {
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  const minutes = Math.floor(whole / 60)
  if (minutes < 60) return `${minutes} min ${whole % 60} s`
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

const textWidth = 20

function barText(fraction: number): string {
  const full = Math.floor(fraction * textWidth)
  return `|${'█'.repeat(full)}${'░'.repeat(textWidth - full)}|`
}

const colours: Record<State, string> = {
  running: 'var(--jp-brand-color1,#1976d2)',
  complete: 'var(--jp-success-color1,#388e3c)',
  'left early': 'var(--jp-warn-color1,#f57c00)',
}

/** Without styles, as on GitHub, its label and words are left. A loop of unknown length has a bar only when it is over. */
function barHtml(label: string, fraction: number | undefined, words: string, state: State): string {
  const full = fraction ?? (state === 'complete' ? 1 : 0)
  const fill = `<div style="width:${(full * 100).toFixed(1)}%;height:100%;background:${colours[state]}"></div>`
  const track = `<div style="width:240px;height:8px;border-radius:4px;overflow:hidden;background:rgba(128,128,128,0.25)">${fill}</div>`
  const name = label === '' ? '' : `<span>${escapeHtml(label)}</span>`
  return `<div style="display:flex;align-items:center;gap:8px;font-variant-numeric:tabular-nums">${name}${track}<span style="opacity:0.7">${words}</span></div>`
}
