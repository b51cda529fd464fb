import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { activeDataFolder, prefixDataFolder, userDataFolder } from './data-folders.ts'
import { writeKernelspec } from './kernelspec.ts'

describe('writeKernelspec', () => {
  const folder = writeKernelspec(mkdtempSync(join(tmpdir(), 'kernelspec-')))

  it('writes kernel.json and three logos into kernels/tensorcell', () => {
    expect(folder).toMatch(/kernels.tensorcell$/)
    expect(readdirSync(folder).sort()).toEqual(['kernel.json', 'logo-32x32.png', 'logo-64x64.png', 'logo-svg.svg'])
  })

  it('names the kernel by absolute paths and asks for interrupts by message', () => {
    const { argv, interrupt_mode, language } = JSON.parse(readFileSync(join(folder, 'kernel.json'), 'utf8'))
    expect([isAbsolute(argv[0]), isAbsolute(argv.at(-2)), argv.at(-1)]).toEqual([true, true, '{connection_file}'])
    expect(argv).toContain('--no-force-async-hooks-checks')
    expect({ interrupt_mode, language }).toEqual({ interrupt_mode: 'message', language: 'typescript' })
  })

  it.each([32, 64])('draws the logo at %i pixels', (size) => {
    const png = readFileSync(join(folder, `logo-${size}x${size}.png`))
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size])
  })
})

describe('the data folders of Jupyter', () => {
  it.each([
    [{ HOME: '/h', JUPYTER_DATA_DIR: '/j', XDG_DATA_HOME: '/x' }, 'linux', '/j'],
    [{ HOME: '/h', XDG_DATA_HOME: '/x' }, 'linux', '/x/jupyter'],
    [{ HOME: '/h' }, 'linux', '/h/.local/share/jupyter'],
    [{ HOME: '/h' }, 'darwin', '/h/Library/Jupyter'],
  ] as const)('%o on %s is %s', (environment, platform, folder) => {
    expect(userDataFolder(environment, platform)).toBe(folder)
  })

  it('takes the active environment, then the Python on the PATH, then gives up with a remedy', () => {
    expect(activeDataFolder({ VIRTUAL_ENV: '/v', CONDA_PREFIX: '/c' })).toBe('/v/share/jupyter')
    expect(activeDataFolder({ CONDA_PREFIX: '/c' })).toBe('/c/share/jupyter')
    expect(() => activeDataFolder({ PATH: '/nowhere' })).toThrow('There is no Python environment here')
  })

  it('puts share/jupyter below a prefix', () => {
    expect(prefixDataFolder('/usr/local')).toBe('/usr/local/share/jupyter')
  })
})
