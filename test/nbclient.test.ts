// The lessons under nbclient, which is what `jupyter execute`, nbconvert and Jupyter Book run notebooks with.
import { describe, expect, it } from 'vitest'
import { execute, fixtures, lessons, notebooks, python } from './environment.ts'

describe('jupyter execute', () => {
  it.each(lessons)('runs %s', { timeout: 120_000 }, async (lesson) => {
    const { code, stderr } = await execute(python('jupyter-execute'), [`${notebooks}/${lesson}.ipynb`])
    expect(code, stderr).toBe(0)
  })

  it('accepts a failure that a cell is tagged for', async () => {
    const { code, stderr } = await execute(python('jupyter-execute'), [`${fixtures}/good.ipynb`])
    expect(code, stderr).toBe(0)
  })

  it('fails on a notebook with a failing cell, and names the error', async () => {
    const { code, stderr } = await execute(python('jupyter-execute'), [`${fixtures}/failing.ipynb`])
    expect(code).not.toBe(0)
    expect(stderr).toContain('no half of 21')
  })
})
