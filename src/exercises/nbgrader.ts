// The two cells of an exercise as nbgrader's instructor version has them: one to be filled, one that grades.
// Rule: nbgrader takes away what stands between its marks and puts its `code_stub` there, so what remains must still be the
// learner's starter (nbgrader 0.9.6, preprocessors/clearsolutions.py and hidetests.py; metadata of schema version 3).
import { solutionOf, starterOf } from './cells.ts'
import type { Exercise } from './definition.ts'

/** Source and metadata of a cell. */
export type MarkedCell = [source: string, metadata: Record<string, unknown>]

/** The learner's cell with the solution between marks. The starter's lines stay below it, out of reach while the solution is there. */
export function solutionCell(key: string, exercise: Exercise): MarkedCell {
  const source = exercise.kind === 'code' ? markedFunction(exercise) : markedValue(exercise)
  return [source, { nbgrader: { ...schema, grade: false, grade_id: `answer-${key}`, locked: false, solution: true } }]
}

/** The check that learners see and, hidden from them, the one that gives the points: all, a part, or none by throwing. */
export function testCell(id: string, { name, points = 1 }: Exercise, check: string): MarkedCell {
  const hidden = `// BEGIN HIDDEN TESTS\nexercise('${id}').grade(${name})\n// END HIDDEN TESTS`
  return [
    `${check}\n${hidden}`,
    {
      nbgrader: {
        ...schema,
        grade: true,
        grade_id: `test-${id.replace('.', '-')}`,
        locked: true,
        points,
        solution: false,
      },
    },
  ]
}

const schema = { cell_type: 'code', schema_version: 3, task: false }

/** A block of its own, since both bodies may declare the same names. */
function markedFunction(exercise: Exercise & { kind: 'code' }): string {
  const [solution, starter] = [solutionOf(exercise).split('\n'), starterOf(exercise).split('\n')]
  const changed = solution.findIndex((line, index) => line !== starter[index])
  const same = solution.findLastIndex((line, index) => index <= changed && beginsStatement.test(line))
  const body = solution.slice(same, -1).map((line) => (line === '' ? '' : `  ${line}`))
  const marked = ['  // BEGIN SOLUTION', '  {', ...body, '  }', '  // END SOLUTION']
  return [...starter.slice(0, same), ...marked, ...starter.slice(same)].join('\n')
}

/** A line on which a statement of the function itself begins, so that a block may. */
const beginsStatement = /^ {2}[^\s)}\]]/

/** The type stands where the learner's sheet has a comment: a variable is declared before the marks and given inside them. */
function markedValue(exercise: Exercise): string {
  const [declaration, value] = [starterOf(exercise), solutionOf(exercise)]
  const example = declaration.slice(declaration.indexOf('//') + 3)
  const type = example.startsWith('[') ? `(${example.slice(1, -1).replaceAll(', ', ' | ')})[]` : example
  const given = value.slice('const '.length)
  return `let ${exercise.name} = undefined as ${type} | undefined\n// BEGIN SOLUTION\n${given}\n// END SOLUTION`
}
