import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect, it } from 'vitest'
import { choosePort } from './lab-server.ts'

it('refuses a port that is taken, and accepts it when it is free again', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await expect(choosePort(port)).rejects.toThrow(`Port ${port} is taken by another program.`)
  await once(server.close(), 'close')
  expect(await choosePort(port)).toBe(port)
})

it('finds a free port when none is asked for', async () => {
  expect(await choosePort(undefined)).toBeGreaterThanOrEqual(8888)
})
