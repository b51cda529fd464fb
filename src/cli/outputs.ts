// Collects what a kernel broadcasts into the outputs of cells, as a front end does.
// Rule: a broadcast belongs to the cell whose request it names, however late it comes; an update changes every output that
// has its display id, in any cell.
import type { Heard } from '../protocol/client.ts'
import type { Failure, MimeBundle } from '../protocol/messages.ts'

interface Rich {
  data: MimeBundle
  metadata: Record<string, unknown>
}

/** An output as nbformat 4.5 writes it. */
export type Output =
  | { output_type: 'stream'; name: 'stdout' | 'stderr'; text: string }
  | ({ output_type: 'display_data' } & Rich)
  | ({ output_type: 'execute_result'; execution_count: number } & Rich)
  | ({ output_type: 'error' } & Failure)

/** The outputs of a running notebook: `expect` names a cell's list before its request is heard of. */
export class Outputs {
  readonly #lists = new Map<string, Output[]>()
  readonly #shown = new Map<string, Rich[]>()
  readonly #clearing = new Set<string>()

  /** From now on, what is broadcast for this request goes to this list. */
  expect(request: string, list: Output[]): void {
    this.#lists.set(request, list)
  }

  hear(heard: Heard): void {
    if (heard.type === 'update_display_data') this.#update(heard.content.transient.display_id, heard.content)
    const list = this.#lists.get(heard.parent)
    if (!list) return
    if (heard.type === 'clear_output') this.#clear(heard.parent, list, heard.content.wait)
    const output = outputOf(heard)
    if (!output) return
    if (this.#clearing.delete(heard.parent)) list.length = 0
    append(list, output)
    if (heard.type === 'display_data' && output.output_type === 'display_data') {
      this.#remember(heard.content.transient?.display_id, output)
    }
  }

  #remember(id: string | undefined, output: Rich): void {
    if (id !== undefined) this.#shown.set(id, [...(this.#shown.get(id) ?? []), output])
  }

  #update(id: string | undefined, { data, metadata }: Rich): void {
    for (const output of this.#shown.get(id ?? '') ?? []) Object.assign(output, { data, metadata })
  }

  #clear(request: string, list: Output[], wait: boolean): void {
    if (wait) this.#clearing.add(request)
    else list.length = 0
  }
}

function outputOf(heard: Heard): Output | undefined {
  switch (heard.type) {
    case 'stream':
      return { output_type: 'stream', name: heard.content.name, text: heard.content.text }
    case 'display_data':
      return { output_type: 'display_data', data: heard.content.data, metadata: heard.content.metadata }
    case 'execute_result': {
      const { data, metadata, execution_count } = heard.content
      return { output_type: 'execute_result', execution_count, data, metadata }
    }
    case 'error':
      return { output_type: 'error', ...heard.content }
    default:
      return undefined
  }
}

/** Stream texts that follow each other are one output. */
function append(list: Output[], output: Output): void {
  const last = list.at(-1)
  if (output.output_type === 'stream' && last?.output_type === 'stream' && last.name === output.name) {
    last.text += output.text
  } else {
    list.push(output)
  }
}
