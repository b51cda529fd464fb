// The outputs of a cell, as nbformat 4 writes them, with every list of lines joined into one text.
// Rule: a form that has another shape than nbformat says is a broken notebook, and is told as a sentence.

/** The forms of one thing by MIME type: texts joined, images in base64, JSON as it is. */
export type Bundle = Record<string, unknown>

/** An output. A display and a result differ in nothing that a page shows. */
export type Output =
  | { kind: 'stream'; name: 'stdout' | 'stderr'; text: string }
  | { kind: 'bundle'; data: Bundle; metadata: Record<string, unknown> }
  | { kind: 'error'; name: string; message: string; traceback: string }

/** The outputs, or a sentence that says which of them is broken. */
export function outputsOf(outputs: unknown): Output[] | string {
  if (!Array.isArray(outputs)) return 'its outputs are not a list.'
  const read = outputs.map(outputOf)
  const fault = read.indexOf(undefined)
  if (fault >= 0) return `its output ${fault + 1} does not have the form of any output.`
  return read.filter((output) => output !== undefined)
}

/** An object's fields, or none if it is not an object. */
export function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

/** A text that may be given by its lines; undefined for everything else. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (Array.isArray(value) && value.every((line) => typeof line === 'string')) return value.join('')
  return undefined
}

function outputOf(output: unknown): Output | undefined {
  const { output_type: type, name, text, data, metadata, ename, evalue, traceback } = fieldsOf(output)
  if (type === 'stream') {
    const printed = textOf(text)
    return printed === undefined
      ? undefined
      : { kind: 'stream', name: name === 'stderr' ? name : 'stdout', text: printed }
  }
  if (type === 'error') {
    const lines = textOf(Array.isArray(traceback) ? traceback.map((line) => `${line}`).join('\n') : traceback)
    return { kind: 'error', name: `${ename ?? ''}`, message: `${evalue ?? ''}`, traceback: lines ?? '' }
  }
  if (type !== 'display_data' && type !== 'execute_result') return undefined
  if (typeof data !== 'object' || data === null) return undefined
  return { kind: 'bundle', data: bundleOf(data), metadata: fieldsOf(metadata) }
}

/** JSON may well be a list of texts: only what is not JSON is joined. */
function bundleOf(data: object): Bundle {
  const forms = Object.entries(data).map(([mime, form]) => [
    mime,
    /[/+]json$/.test(mime) ? form : (textOf(form) ?? form),
  ])
  return Object.fromEntries(forms)
}
