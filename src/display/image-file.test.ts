import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { image } from './image-file.ts'
import { render } from './render.ts'

const folder = mkdtempSync(join(tmpdir(), 'image-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('image knows by its first bytes', () => {
  it.each([
    ['a PNG', '89504e470d0a1a0a00', 'image/png'],
    ['a JPEG', 'ffd8ffe000', 'image/jpeg'],
    ['a GIF', '47494638396100', 'image/gif'],
    ['a WebP', '524946460000000057454250', 'image/webp'],
  ])('%s', (_, hex, mime) => {
    const bytes = Buffer.from(hex, 'hex')
    expect(render(image(bytes))).toMatchObject({ [mime]: bytes.toString('base64') })
  })

  it.each(['<svg/>', '<?xml version="1.0"?>\n<!-- a > b -->\n<svg viewBox="0 0 1 1"></svg>'])('%s', (text) => {
    expect(render(image(Buffer.from(text)))).toMatchObject({ 'image/svg+xml': text })
  })

  it('a file whose name says something else', () => {
    const path = join(folder, 'picture.txt')
    writeFileSync(path, Buffer.from('ffd8ffe000', 'hex'))
    expect(render(image(path))).toEqual({ 'image/jpeg': '/9j/4AA=', 'text/plain': 'JPEG image, 5 bytes' })
  })
})

describe('image says what is wrong', () => {
  it('when there is no such file', () => {
    expect(() => image('none.png')).toThrow(`none.png is not there. It was looked for at ${process.cwd()}/none.png.`)
  })

  it('when it is no picture', () => {
    expect(() => image(Buffer.from('<html><svg></svg></html>'))).toThrow(/^This \(24 bytes\) is no picture/)
  })
})
