// How formulas are found in a text beyond the plugin's `$…$`: `$$…$$` as a block or within a line, a bare
// `\begin{align}…\end{align}`, and `\eqref{label}` in a sentence.
// Rule: as MathJax finds them in a notebook: a formula ends before the next blank line, or it is none; what only punctuates a
// formula that stands alone stays beside it.
import type MarkdownIt from 'markdown-it'
import type { ParserBlock, ParserInline, StateBlock } from 'markdown-it'

type BlockRule = Parameters<ParserBlock['ruler']['at']>[1]
type InlineRule = Parameters<ParserInline['ruler']['before']>[2]

/** Adds the rules to a markdown-it that has the plugin: its tokens, and `math_display` and `equation_reference`. */
export function addMathRules({ block, inline, renderer: { rules } }: MarkdownIt): void {
  block.ruler.at('math_block_dollar', blockFormula, { alt: ['paragraph', 'reference', 'blockquote', 'list'] })
  inline.ruler.before('math_inline_dollar', 'math_display', displayFormula)
  inline.ruler.before('escape', 'equation_reference', equationReference)
  if (rules.math_block) rules.math_display = rules.math_block
}

const blockFormula: BlockRule = (state, startLine, endLine, silent) => {
  const first = lineOf(state, startLine)
  const open = /^\$\$|^\\begin\{([a-zA-Z]+\*?)\}/.exec(first)
  if (!open || state.sCount[startLine]! - state.blkIndent >= 4) return false
  const close = open[1] === undefined ? '$$' : `\\end{${open[1]}}`
  let [line, text, end] = [startLine, first, first.indexOf(close, open[0].length)]
  while (end < 0) {
    line++
    if (line >= endLine || state.isEmpty(line) || state.sCount[line]! < state.blkIndent) return false
    const begin = text.length + 1
    text += `\n${lineOf(state, line)}`
    end = text.indexOf(close, begin)
  }
  const rest = text.slice(end + close.length).trim()
  if (rest.length > 1 || /[^.,;:。，；：]/.test(rest)) return false
  if (silent) return true
  const token = state.push('math_block', 'math', 0)
  token.block = true
  token.content = (open[1] === undefined ? text.slice(2, end) : text.slice(0, end + close.length)) + rest
  token.markup = '$$'
  token.map = [startLine, line + 1]
  state.line = line + 1
  return true
}

function lineOf(state: StateBlock, line: number): string {
  return state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line])
}

const displayFormula: InlineRule = (state, silent) => {
  const formula = matchAt(/\$\$([^$]+)\$\$/y, state.src, state.pos)
  if (!formula) return false
  if (!silent) state.push('math_display', 'math', 0).content = formula[1]!
  state.pos += formula[0].length
  return true
}

const equationReference: InlineRule = (state, silent) => {
  const reference = matchAt(/\\(eqref|ref)\{([^{}]*)\}/y, state.src, state.pos)
  if (!reference) return false
  if (!silent) {
    const token = state.push('equation_reference', '', 0)
    token.markup = reference[1]!
    token.content = reference[2]!
  }
  state.pos += reference[0].length
  return true
}

function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position
  return pattern.exec(text)
}
