// What the check says of an answer: data, made where answers are judged and shown where they are read.
// Rule: a verdict is plain data in both languages, and holds no input of a hidden case.
import type { Text } from '../words/language.ts'

/** How many of some cases are right. */
export interface Count {
  ok: number
  total: number
}

/** What is the matter with an answer. */
export interface Diagnosis {
  /** A misconception of the exercise, or one of ours: 'not-done', 'threw', 'endless', 'shape-transposed', 'difference' … */
  id: string
  message: Text
  /** The visible case that shows it. */
  example?: Example
}

/** A visible case that came out wrong, as texts. */
export interface Example {
  /** `corr2d([[0, 1], [3, 4]], [[1, -1]])` */
  call: string
  /** Where it differs first, unless the diagnosis says so itself. */
  difference?: Text
  /** How one number of an image comes about: the window, the kernel, and (of a cross-correlation) the sum of their products. */
  window?: { input: number[][]; kernel: number[][]; sum?: string }
}

export interface Verdict {
  passed: boolean
  public: Count
  hidden: Count
  /** The share of all calls that are right, from 0 to 1; the first case is called once more at the end. */
  score: number
  diagnosis?: Diagnosis
  /** What the function printed while the visible cases were computed. */
  printed?: string
}
