// `tensorcell run` on real kernels: exit codes, what it says, what it writes, and that it leaves no process behind.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { fixtures, root, tensorcell } from './environment.ts'

const scratch = mkdtempSync(join(tmpdir(), 'run-test-'))
afterAll(() => rmSync(scratch, { recursive: true }))

describe('tensorcell run', () => {
  it('executes every cell, one line each, and writes the outputs where it is told', async () => {
    const { code, stdout, stderr } = await tensorcell(['run', `${fixtures}/good.ipynb`, '--output', scratch])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^good\.ipynb {2}1\/3 {2}\d+\.\d\d s\ngood\.ipynb {2}2\/3 .*\ngood\.ipynb {2}3\/3 .*\n$/)
    const { cells, metadata } = JSON.parse(readFileSync(join(scratch, 'good.ipynb'), 'utf8'))
    expect(metadata.language_info.name).toBe('typescript')
    expect(cells[0].outputs).toEqual([{ output_type: 'stream', name: 'stdout', text: ['one\n', 'two\n'] }])
    expect(cells[1].outputs[0]).toMatchObject({ output_type: 'error', ename: 'RangeError', evalue: 'on purpose' })
    expect(cells[2]).toMatchObject({ execution_count: 3, outputs: [{ data: { 'text/plain': ['21'] } }] })
  })

  it('stops at the first failing cell, naming file, cell, line and error', async () => {
    const { code, stdout, stderr } = await tensorcell(['run', `${fixtures}/failing.ipynb`])
    expect(code).toBe(1)
    expect(stdout).not.toContain('3/3')
    expect(stderr).toContain('failing.ipynb: code cell 2 ("fails") failed.')
    expect(stderr).toContain('RangeError: no half of 21')
    expect(stderr).toContain('line 3')
    expect(stderr).not.toContain('node:internal')
  })

  it('never changes the notebook itself', async () => {
    const before = readFileSync(`${fixtures}/good.ipynb`, 'utf8')
    await tensorcell(['run', `${fixtures}/good.ipynb`])
    expect(readFileSync(`${fixtures}/good.ipynb`, 'utf8')).toBe(before)
  })

  it('executes in place, and verifies against what is in the file', async () => {
    const file = join(scratch, 'lesson.ipynb')
    copyFileSync(`${fixtures}/good.ipynb`, file)
    expect(await tensorcell(['run', '--verify', file])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('lesson.ipynb has no outputs to compare with.'),
    })
    expect(await tensorcell(['run', '--in-place', file])).toMatchObject({ code: 0 })
    expect(await tensorcell(['run', '--verify', file])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/lesson\.ipynb {2}as committed\n$/),
    })
    writeFileSync(file, readFileSync(file, 'utf8').replace('"two\\n"', '"three\\n"'))
    const { code, stdout, stderr } = await tensorcell(['run', '--verify', file])
    expect(code).toBe(1)
    expect(stdout).toContain(', output 1, line 2:\n      committed  three\n      now        two\n')
    expect(stderr).toContain(`Not as committed: ${file}.`)
  })

  it('keeps the outputs of a notebook that fails in place', async () => {
    const file = join(scratch, 'failing.ipynb')
    copyFileSync(`${fixtures}/failing.ipynb`, file)
    expect(await tensorcell(['run', '--in-place', file])).toMatchObject({ code: 1 })
    expect(readFileSync(file, 'utf8')).toBe(readFileSync(`${fixtures}/failing.ipynb`, 'utf8'))
  })

  it('ends the kernel on Ctrl-C', async () => {
    const args = [join(root, 'dist/cli/main.js'), 'run', `${fixtures}/endless.ipynb`]
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    const kernel = kernelOf(child.pid!)
    child.kill('SIGINT')
    expect(await once(child, 'exit')).toEqual([130, null])
    expect(() => process.kill(kernel, 0)).toThrow('ESRCH')
  })
})

describe('tensorcell translate', () => {
  it('keeps a Chinese notebook beside the English one, run in its own language', async () => {
    const lesson = join(scratch, 'speaks.ipynb')
    const chinese = join(scratch, 'zh', 'speaks.ipynb')
    mkdirSync(join(scratch, 'zh'))
    writeFileSync(join(scratch, 'zh', 'tensorcell.json'), '{ "language": "zh" }')
    copyFileSync(`${fixtures}/speaks.ipynb`, lesson)
    await tensorcell(['run', '--in-place', lesson])

    const first = await tensorcell(['translate', lesson])
    expect(first).toMatchObject({ code: 0, stdout: expect.stringContaining(`${chinese}  "title" is not translated\n`) })
    expect(await tensorcell(['translate', '--check', lesson])).toMatchObject({ code: 1 })

    writeFileSync(chinese, readFileSync(chinese, 'utf8').replace('# Weights', '# 权重'))
    expect(await tensorcell(['translate', lesson])).toMatchObject({ code: 0, stderr: '' })
    expect(await tensorcell(['translate', '--check', lesson])).toEqual({ code: 0, stdout: '', stderr: '' })
    const [title, code] = JSON.parse(readFileSync(chinese, 'utf8')).cells
    expect(title.source).toEqual(['# 权重'])
    expect(code.outputs[0].data['text/plain']).toEqual(["'偏置'"])
  })
})

describe('the command line', () => {
  it.each([
    [['--version'], 0],
    [['--help'], 0],
    [['run', '--help'], 0],
    [['run'], 2],
    [['run', '--wrong', 'x.ipynb'], 2],
    [['run', '--verify', '--in-place', 'x.ipynb'], 2],
    [['translate'], 2],
    [['nothing'], 2],
    [['run', 'nothing.ipynb'], 1],
  ])('%s ends with %i', async (args, code) => {
    const ended = await tensorcell(args)
    expect(ended.code, ended.stderr).toBe(code)
    expect(ended.stderr).not.toContain('    at ')
  })

  it('shows where an error came from with --debug', async () => {
    expect((await tensorcell(['run', 'nothing.ipynb', '--debug'])).stderr).toContain('    at ')
  })

  it('installs the kernelspec without Python', async () => {
    const { code, stdout } = await tensorcell(['install', '--prefix', scratch], { PATH: '' })
    const folder = join(scratch, 'share', 'jupyter', 'kernels', 'tensorcell')
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining(folder) })
    expect(JSON.parse(readFileSync(join(folder, 'kernel.json'), 'utf8')).language).toBe('typescript')
  })

  it('finds everything that the kernel needs on this machine', async () => {
    const { code, stdout } = await tensorcell(['doctor'])
    expect(stdout).not.toContain('✗')
    expect(code).toBe(0)
  })
})

/** The process that a process started (Linux). */
function kernelOf(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0])
}
