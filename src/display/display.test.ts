import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { clearOutput, display, newDisplay } from './display.ts'
import { type Outlet, outletKey } from './outlet.ts'
import { render } from './render.ts'

type Message = Parameters<Outlet['display']>[0]
let shown: (Message | string)[]

beforeEach(() => {
  shown = []
  const outlet: Pick<Outlet, 'cell' | 'display' | 'clear'> = {
    cell: () => 1,
    display: (message) => shown.push(message),
    clear: (wait) => shown.push(`clear ${wait}`),
  }
  Reflect.set(globalThis, outletKey, outlet)
})

afterEach(() => {
  Reflect.deleteProperty(globalThis, outletKey)
})

function bundles(): unknown[] {
  return shown.map((message) => (typeof message === 'string' ? message : message.data))
}

it('a value is sent before the call returns', () => {
  display(1)
  expect(shown).toEqual([{ data: { 'text/plain': '1' }, metadata: {}, update: false }])
})

it('a promised rendering is sent later, and the call can be awaited', async () => {
  const sent = display({ [Symbol.for('Jupyter.display')]: async () => ({ 'text/plain': 'late' }) })
  display(1)
  await sent
  expect(bundles()).toEqual([{ 'text/plain': '1' }, { 'text/plain': 'late' }])
})

it('the promise that it returns shows nothing as the last expression of a cell', () => {
  expect(render(display(1))).toBeUndefined()
})

it('undefined is shown when it is asked for', () => {
  display(undefined)
  expect(bundles()).toEqual([{ 'text/plain': 'undefined' }])
})

it('an id makes an output that can be replaced', () => {
  display(1, { id: 'a' })
  display(2, { id: 'a', update: true })
  expect(shown).toEqual([
    { data: { 'text/plain': '1' }, metadata: {}, id: 'a', update: false },
    { data: { 'text/plain': '2' }, metadata: {}, id: 'a', update: true },
  ])
})

it('newDisplay shows once and then replaces', () => {
  const place = newDisplay()
  place.text('a')
  place(2)
  place.html('<i>c</i>')
  const [first, ...later] = shown.map((message) => (typeof message === 'string' ? undefined : message))
  expect(first).toMatchObject({ id: expect.any(String), update: false })
  expect(later).toMatchObject([
    { id: first?.id, update: true },
    { id: first?.id, update: true },
  ])
})

it('two displays have two places', () => {
  newDisplay().text('a')
  newDisplay().text('b')
  const ids = shown.map((message) => (typeof message === 'string' ? undefined : message.id))
  expect(new Set(ids).size).toBe(2)
})

const bytes = new Uint8Array([1, 2])
const methods: [name: string, call: () => void, bundle: object][] = [
  ['html', () => display.html('<b>'), { 'text/html': '<b>', 'text/plain': 'HTML' }],
  ['markdown', () => display.markdown('*a*'), { 'text/markdown': '*a*', 'text/plain': '*a*' }],
  ['latex', () => display.latex('$a$'), { 'text/latex': '$a$', 'text/plain': '$a$' }],
  ['svg', () => display.svg('<svg/>'), { 'image/svg+xml': '<svg/>', 'text/plain': 'SVG image' }],
  ['javascript', () => display.javascript('1'), { 'application/javascript': '1', 'text/plain': 'JavaScript' }],
  ['text', () => display.text('a'), { 'text/plain': 'a' }],
  ['json', () => display.json({ a: [1] }), { 'application/json': { a: [1] }, 'text/plain': '{ a: [ 1 ] }' }],
  ['png', () => display.png(bytes), { 'image/png': 'AQI=', 'text/plain': 'PNG image' }],
  ['jpeg', () => display.jpeg(bytes), { 'image/jpeg': 'AQI=', 'text/plain': 'JPEG image' }],
  ['gif', () => display.gif(bytes), { 'image/gif': 'AQI=', 'text/plain': 'GIF image' }],
  ['pdf', () => display.pdf(bytes), { 'application/pdf': 'AQI=', 'text/plain': 'PDF document' }],
  [
    'raw',
    () => display.raw('text/vnd.mermaid', 'graph'),
    { 'text/vnd.mermaid': 'graph', 'text/plain': 'text/vnd.mermaid' },
  ],
  ['raw bytes', () => display.raw('a/b', bytes), { 'a/b': 'AQI=', 'text/plain': 'a/b' }],
  [
    'raw text in bytes',
    () => display.raw('image/svg+xml', Buffer.from('<svg/>')),
    { 'image/svg+xml': '<svg/>', 'text/plain': 'image/svg+xml' },
  ],
  [
    'mime',
    () => display.mime({ 'image/png': bytes, 'a/json': [1n], 'a/b': undefined }),
    { 'image/png': 'AQI=', 'a/json': [1] },
  ],
  ['text of lines', () => display.mime({ 'text/html': ['a\n', 'b'] }), { 'text/html': 'a\nb' }],
  ['raw text', () => display.raw('text/plain', 'a'), { 'text/plain': 'a' }],
]

it.each(methods)('display.%s', (_, call, bundle) => {
  call()
  expect(bundles()).toEqual([bundle])
})

it('clearOutput clears at once unless it shall wait', () => {
  clearOutput()
  clearOutput(true)
  expect(shown).toEqual(['clear false', 'clear true'])
})

it('without a kernel the text goes to the terminal', () => {
  Reflect.deleteProperty(globalThis, outletKey)
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  display([1])
  expect(write.mock.calls).toEqual([['[ 1 ]\n']])
  write.mockRestore()
})
