// A native build that no longer loads (a system upgrade, a damaged file) costs speed and one clear line, nothing else.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { addon, library, packageIn, prefixFolder } from './place.ts'

it('falls back, says why and what to type, and warns about nothing', async () => {
  vi.stubEnv('TENSORCELL_HOME', mkdtempSync(join(tmpdir(), 'tensorcell-broken-')))
  for (const file of ['package.json', addon, library]) {
    const path = join(packageIn(prefixFolder()), file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, '{}')
  }
  const warnings = vi.spyOn(console, 'warn')
  const { tf, backend } = await import('./tensorflow.ts')
  expect(backend.name).toBe('wasm')
  expect(backend.note).toMatch(
    /^TensorFlow's native library did not load \(.*tfjs_binding\.node: file too short\); .* npx tensorcell setup --remove && npx tensorcell setup$/,
  )
  expect(tf.add(1, 2).dataSync()[0]).toBe(3)
  expect(warnings).not.toHaveBeenCalled()
})
