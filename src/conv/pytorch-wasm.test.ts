// The comparison with PyTorch once more, on WebAssembly.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

process.env.TENSORCELL_HOME = mkdtempSync(join(tmpdir(), 'tensorcell-wasm-'))
const { backend } = await import('../native/tensorflow.ts')

it('computes on WebAssembly', () => {
  expect(backend.name).toBe('wasm')
})

await import('./pytorch.test.ts')
