// Plays transcripts against the kernel of this process and prints the mistakes, as JSON.
// Rule: the same player as over zeromq (../play.mjs), on a channel between two threads.
import { randomUUID } from 'node:crypto'
import { readFileSync, writeSync } from 'node:fs'
import { BroadcastChannel } from 'node:worker_threads'
import { Player } from '../play.mjs'

const channel = new BroadcastChannel('front end')
const player = new Player((name, type, content, buffers) => {
  const header = { msg_id: randomUUID(), msg_type: type }
  channel.postMessage({ channel: name, type, header, metadata: {}, identities: [], content, buffers })
  return header.msg_id
})
channel.onmessage = ({ data }) => player.hear(data)

const transcripts = JSON.parse(readFileSync(process.argv[2], 'utf8'))
await player.ready()
const mistakes = {}
for (const [name, transcript] of transcripts) mistakes[name] = await player.play(transcript)
writeSync(1, JSON.stringify(mistakes))
player.send('control', 'shutdown_request', { restart: false })
