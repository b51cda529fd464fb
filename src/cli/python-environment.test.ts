import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { preparePython, systemPython } from './python-environment.ts'

const path = process.env.PATH
afterEach(() => {
  process.env.PATH = path
})

/** A PATH whose only program is a `python3` that does this. */
function onlyPython(script: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'python-test-'))
  if (script !== '') writeFileSync(join(folder, 'python3'), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  process.env.PATH = folder
  return folder
}

describe('systemPython', () => {
  it('tells a new enough Python from an old one and from none', () => {
    onlyPython('echo 3.12.1')
    expect(systemPython()).toEqual({ program: 'python3', version: '3.12.1' })
    onlyPython('echo 3.8.18')
    expect(systemPython).toThrow('JupyterLab needs Python 3.9 or later')
    onlyPython('')
    expect(systemPython).toThrow('JupyterLab needs Python 3.9 or later')
  })
})

describe('preparePython', () => {
  it('says what to type when Debian has left the venv module out', async () => {
    const folder = onlyPython('[ "$1" = -c ] && echo 3.11.2 && exit; echo "ensurepip is not available." && exit 1')
    const requirements = join(folder, 'requirements.txt')
    writeFileSync(requirements, '')
    await expect(preparePython(join(folder, '.venv'), [requirements])).rejects.toMatchObject({
      message: `Python could not make an environment in ${join(folder, '.venv')}: ensurepip is not available.`,
      remedy: expect.stringContaining('apt-get install python3-venv'),
    })
  })
})
