// Small wrong versions of a program, as a mistake of the fingers makes them: another operator, one off, two indices swapped.
// Rule: every mutant parses and differs from the program in one place; the same program gives the same mutants.
import { type Node, parseSync, Visitor } from 'oxc-parser'

export interface Mutant {
  /** `line 3: sum += X[i] → sum -= X[i]` */
  name: string
  code: string
}

interface Edit {
  start: number
  end: number
  text: string
}

const otherOperators: Record<string, string[]> = {
  '+': ['-'],
  '-': ['+'],
  '*': ['+', '/'],
  '/': ['*'],
  '%': ['*'],
  '**': ['*'],
  '<': ['<=', '>'],
  '<=': ['<'],
  '>': ['>=', '<'],
  '>=': ['>'],
  '===': ['!=='],
  '!==': ['==='],
  '&&': ['||'],
  '||': ['&&'],
  '+=': ['=', '-='],
  '-=': ['+='],
  '*=': ['+='],
}

const otherNames: Record<string, string> = {
  max: 'min',
  min: 'max',
  floor: 'ceil',
  ceil: 'floor',
  push: 'unshift',
  every: 'some',
  some: 'every',
}

/** Up to `most` mutants of a program in JavaScript, spread evenly over it. */
export function mutantsOf(code: string, most: number): Mutant[] {
  const edits = editsOf(code)
  const step = Math.max(1, edits.length / most)
  const chosen = Array.from({ length: Math.min(most, edits.length) }, (_, index) => edits[Math.floor(index * step)]!)
  return chosen.map((edit) => ({
    name: nameOf(code, edit),
    code: code.slice(0, edit.start) + edit.text + code.slice(edit.end),
  }))
}

function editsOf(code: string): Edit[] {
  const { program } = parseSync('mutant.js', code)
  const text = ({ start, end }: Node) => code.slice(start, end)
  const edits: Edit[] = []
  const replace = ({ start, end }: { start: number; end: number }, by: string) =>
    void edits.push({ start, end, text: by })
  const operators = (node: Node & { operator: string }, left: Node, right: Node) => {
    const place = { start: left.end, end: right.start }
    for (const other of otherOperators[node.operator] ?? []) {
      replace(place, code.slice(place.start, place.end).replace(node.operator, other))
    }
  }
  new Visitor({
    BinaryExpression: (node) => operators(node, node.left, node.right),
    LogicalExpression: (node) => operators(node, node.left, node.right),
    AssignmentExpression: (node) => operators(node, node.left, node.right),
    Literal(node) {
      if (typeof node.value !== 'number') return
      replace(node, String(node.value + 1))
      if (node.value !== 0) replace(node, String(node.value - 1))
    },
    MemberExpression(node) {
      const { object, property } = node
      if (!node.computed) {
        const other = property.type === 'Identifier' ? otherNames[property.name] : undefined
        if (other) replace(property, other)
        return
      }
      if (object.type === 'MemberExpression' && object.computed && text(object.property) !== text(property)) {
        replace(node, `${text(object.object)}[${text(property)}][${text(object.property)}]`)
      }
    },
    // The order of what Math.max and Math.min are given changes nothing.
    CallExpression(node) {
      const [first, second] = node.arguments
      if (/^Math\.(max|min)$/.test(text(node.callee))) return
      if (node.arguments.length === 2 && first && second) {
        replace({ start: first.start, end: second.end }, `${text(second)}, ${text(first)}`)
      }
    },
    ConditionalExpression: ({ consequent, alternate }) =>
      replace({ start: consequent.start, end: alternate.end }, `${text(alternate)} : ${text(consequent)}`),
    UnaryExpression: (node) => {
      if (node.operator === '-' || node.operator === '!') replace(node, text(node.argument))
    },
    ExpressionStatement: (node) => replace(node, ';'),
  }).visit(program)
  return edits.sort((left, right) => left.start - right.start || left.end - right.end)
}

function nameOf(code: string, { start, end, text }: Edit): string {
  const line = code.slice(0, start).split('\n').length
  const first = code.lastIndexOf('\n', start - 1) + 1
  const last = code.indexOf('\n', end)
  const before = code.slice(first, last)
  const after = code.slice(first, start) + text + code.slice(end, last)
  return `line ${line}: ${before.trim()} → ${after.trim()}`
}
