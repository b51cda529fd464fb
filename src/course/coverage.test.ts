import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { displayKey } from '../display/render.ts'
import { claimCoverage } from './coverage.ts'

describe('claimCoverage', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tensorcell-coverage-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  function notebook(name: string, cells: { id: string; claims: unknown[] }[]): void {
    const code = cells.map(({ id, claims }) => ({
      cell_type: 'code',
      id,
      source: "claim('seed-1', true)",
      outputs: claims.map((claim) => ({
        output_type: 'display_data',
        data: { 'application/vnd.tensorcell.claim+json': claim },
      })),
    }))
    writeFileSync(join(folder, name), JSON.stringify({ cells: [{ cell_type: 'markdown', id: 'title' }, ...code] }))
  }

  it('counts what ran, not what is written', () => {
    notebook('01-a.ipynb', [{ id: 'not-run', claims: [] }])
    expect(claimCoverage(folder).proven.size).toBe(0)
    notebook('01-a.ipynb', [{ id: 'run', claims: [{ claim: 'seed-1' }, { claim: 'unknown' }, 7] }])
    expect([...claimCoverage(folder).proven]).toEqual([['seed-1', [{ notebook: '01-a.ipynb', cell: 'run' }]]])
  })

  it('shows the numbers, and a link to each cell', () => {
    notebook('01-a.ipynb', [{ id: 'run', claims: [{ claim: 'seed-1' }, { claim: 'erratum-1' }] }])
    notebook('02-b.ipynb', [{ id: 'again', claims: [{ claim: 'seed-1' }] }])
    const { 'text/plain': text, 'text/html': html } = claimCoverage(folder)[displayKey]()
    expect(text).toMatch(/^1 \/ 56 claims, 1 \/ 20 corrections\nseed-2: not yet shown\n/)
    expect(html).toContain(
      '<a href="01-a.ipynb#cell-id=run">01 · run</a>, <a href="02-b.ipynb#cell-id=again">02 · again</a>',
    )
  })
})
