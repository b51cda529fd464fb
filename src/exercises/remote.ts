// The half of a check that runs in the process of a submission: it calls the learner's function and tells what came of it.
// Rule: nothing here knows what is right. Inputs come in, observations go out, both as text; so a submission that changes
// this code changes its own answers and nothing else.
import { takes } from './answer.ts'
import { type Observation, observe, thrown } from './observation.ts'
import { type AnyFunction, tryInputs } from './trial.ts'
import { decode, encode } from './wire.ts'

/** The form under which the observations are shown to the grader. */
export const answersType = 'application/vnd.tensorcell.answers+json'

/** What came of a submission's answer: one observation for each input, or that of the answer itself. */
export interface Answers {
  observations: Observation[]
  /** How many arguments the function declares. */
  takes?: number | undefined
}

/** Calls the function that `answer` gives on each of the encoded inputs, and shows what came of it to the grader alone. */
export function callsOf(answer: () => unknown, inputs: string): object {
  const given = givenBy(answer)
  if (typeof given !== 'function') return shown({ observations: [given] })
  const { observations } = tryInputs(given, decode(inputs) as unknown[][], 0)
  return shown({ observations, takes: takes(given) })
}

/** Shows the value that `answer` gives to the grader alone. */
export function valueShown(answer: () => unknown): object {
  const given = givenBy(answer)
  return shown({ observations: [typeof given === 'function' ? observe(given) : given] })
}

/** The function, or what else there is: a name that is not declared throws. */
function givenBy(answer: () => unknown): AnyFunction | Observation {
  try {
    const value = answer()
    return typeof value === 'function' ? (value as AnyFunction) : observe(value)
  } catch (error) {
    return thrown(error)
  }
}

function shown(answers: Answers): object {
  const bundle = { [answersType]: { encoded: encode(answers) }, 'text/plain': 'answers' }
  return { [Symbol.for('Jupyter.display')]: () => bundle }
}
