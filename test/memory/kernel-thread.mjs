// The kernel thread on a wire that is a channel between two threads.
// Rule: messages are the objects that `Wire` speaks of; nothing is signed, encoded or addressed.
import { randomUUID } from 'node:crypto'
import { BroadcastChannel, workerData } from 'node:worker_threads'
import { serveOn } from '../../dist/kernel/kernel.js'

const channel = new BroadcastChannel('front end')
const arrived = { shell: stream(), control: stream(), stdin: stream() }
channel.onmessage = ({ data: { channel: name, ...message } }) => arrived[name].push(message)

await serveOn(
  {
    incoming: (name) => arrived[name].messages(),
    reply: (name, { type, header }, content) => send(name, type.replace('request', 'reply'), header, content),
    publish: (parent, type, content, { buffers = [] } = {}) => send('iopub', type, parent, content, buffers),
    ask: ({ header }, content) => send('stdin', 'input_request', header, content),
    async *answers() {
      for await (const { content } of arrived.stdin.messages()) yield content.value
    },
    async close() {
      channel.close()
    },
  },
  workerData,
)

function send(name, type, parent, content, buffers = []) {
  channel.postMessage({ channel: name, type, id: randomUUID(), parent: parent?.msg_id ?? '', content, buffers })
}

/** What was pushed, in order, for one reader that may come later. */
function stream() {
  const waiting = []
  let wake = () => {}
  return {
    push(message) {
      waiting.push(message)
      wake()
    },
    async *messages() {
      for (;;) {
        while (waiting.length > 0) yield waiting.shift()
        await new Promise((resolve) => {
          wake = resolve
        })
      }
    },
  }
}
