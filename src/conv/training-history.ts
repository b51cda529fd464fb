// What happened while a model learned: every step, every epoch, and a picture of both.
// Rule: the numbers are kept as they are; only the picture is thinned out and rounded.
import { curve } from './curve.ts'
import { displayKey, inspectKey } from './summary.ts'

/** One step: loss and accuracy on its batch, before its update. Steps count from 1; `plot.lossCurve` takes them. */
export interface TrainingStep {
  step: number
  epoch: number
  loss: number
  accuracy: number
}

/** One epoch: the mean loss and accuracy of its steps, and what the test set gave after it. */
export interface TrainingEpoch {
  epoch: number
  loss: number
  accuracy: number
  testLoss?: number
  testAccuracy?: number
}

/** The course of `fit`, which shows itself: in a notebook with curves, elsewhere as a line of text. */
export class TrainingHistory {
  /** Every step so far. */
  readonly steps: TrainingStep[] = []
  /** Every epoch that has ended. */
  readonly epochs: TrainingEpoch[] = []
  readonly #plannedEpochs: number
  readonly #stepsPerEpoch: number
  /** Of the epoch that runs: examples, and sums over them. */
  #sums = { examples: 0, loss: 0, accuracy: 0 }

  constructor(plannedEpochs: number, stepsPerEpoch: number) {
    this.#plannedEpochs = plannedEpochs
    this.#stepsPerEpoch = stepsPerEpoch
  }

  /** Adds a step over so many examples. */
  addStep({ loss, accuracy }: { loss: number; accuracy: number }, examples: number): void {
    this.steps.push({ step: this.steps.length + 1, epoch: this.epochs.length + 1, loss, accuracy })
    const { examples: before, loss: lossBefore, accuracy: accuracyBefore } = this.#sums
    this.#sums = {
      examples: before + examples,
      loss: lossBefore + loss * examples,
      accuracy: accuracyBefore + accuracy * examples,
    }
  }

  /** Ends the epoch, with what the test set gave after it if there is one. */
  endEpoch(test?: { loss: number; accuracy: number }): void {
    this.epochs.push({
      epoch: this.epochs.length + 1,
      ...this.#soFar(),
      ...(test && { testLoss: test.loss, testAccuracy: test.accuracy }),
    })
    this.#sums = { examples: 0, loss: 0, accuracy: 0 }
  }

  toString(): string {
    const done = this.epochs.length === this.#plannedEpochs
    const { loss, accuracy } =
      this.#sums.examples > 0 ? this.#soFar() : (this.epochs.at(-1) ?? { loss: 0, accuracy: 0 })
    const test = this.epochs.at(-1)?.testAccuracy
    return [
      `epoch ${Math.min(this.epochs.length + 1, this.#plannedEpochs)}/${this.#plannedEpochs}`,
      ...(done ? [] : [`step ${this.steps.length}/${this.#plannedEpochs * this.#stepsPerEpoch}`]),
      `loss ${loss.toFixed(4)}`,
      `accuracy ${accuracy.toFixed(3)}`,
      ...(test === undefined ? [] : [`test accuracy ${test.toFixed(3)}`]),
    ].join(' · ')
  }

  [displayKey](): Record<string, string> {
    return { 'text/plain': this.toString(), 'text/html': this.#html() }
  }

  [inspectKey](): string {
    return this.toString()
  }

  /** The running epoch's mean loss and accuracy. */
  #soFar(): { loss: number; accuracy: number } {
    const { examples, loss, accuracy } = this.#sums
    return { loss: loss / examples, accuracy: accuracy / examples }
  }

  #html(): string {
    const width = this.#plannedEpochs * this.#stepsPerEpoch
    const lineOf = (name: 'loss' | 'accuracy') => this.steps.map((step) => ({ x: step.step, y: step[name] }))
    const dotsOf = (name: 'testLoss' | 'testAccuracy') =>
      this.epochs.flatMap(({ epoch, [name]: y }) => (y === undefined ? [] : [{ x: epoch * this.#stepsPerEpoch, y }]))
    const curves = [
      curve({ title: 'loss', width, line: lineOf('loss'), dots: dotsOf('testLoss') }),
      curve({ title: 'accuracy', width, top: 1, line: lineOf('accuracy'), dots: dotsOf('testAccuracy') }),
    ]
    return `<div>${this}</div><div style="display:flex;flex-wrap:wrap;gap:16px">${curves.join('')}</div>`
  }
}
