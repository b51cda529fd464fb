// `prompt` and `confirm`, as browsers have them: they return what was typed, while the kernel thread asks the front end.
// Rule: the main thread sleeps for the answer, where Stop terminates it, and does nothing else; nobody is asked when the front end has nobody to ask.
import { Readable } from 'node:stream'
import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads'
import type { InputRequest } from '../protocol/messages.ts'
import type { Answer } from './link.ts'

/** Thrown by `prompt` and `confirm` where they can have no answer. */
class InputUnavailable extends Error {
  override name = 'InputUnavailable'
}

const refusals = {
  nobody:
    'This notebook runs without a person to ask (as in nbconvert or a test), so there is no answer. Write the value into the cell.',
  late: 'A question can only be asked by the cell that runs, and this one has ended. Ask before its end.',
}

type Ask = (question: InputRequest) => Answer

/** Sends a question and sleeps until the kernel thread has put the answer into the port and rung the bell. */
export function asking(
  send: (question: InputRequest) => void,
  port: MessagePort,
  bell: Int32Array<SharedArrayBuffer>,
): Ask {
  return (question) => {
    // An answer that came when Stop had ended its question.
    while (receiveMessageOnPort(port)) {}
    Atomics.store(bell, 0, 0)
    send(question)
    Atomics.wait(bell, 0, 0)
    return receiveMessageOnPort(port)!.message as Answer
  }
}

/** The two functions that cells may call without importing them (their types are in src/globals.ts). */
export function promptsFor(ask: Ask): { prompt: typeof prompt; confirm: typeof confirm } {
  const typed = (prompt: string, password = false) => {
    const answer = ask({ prompt, password })
    if ('value' in answer) return answer.value
    throw new InputUnavailable(refusals[answer.refused])
  }
  return {
    prompt(message = '', byDefault = '', { password = false } = {}) {
      const hint = byDefault === '' || password ? '' : `[${byDefault}] `
      return typed(`${spaced(message)}${hint}`, password) || byDefault
    },
    confirm: (message = '') => /^\s*y(?:es)?\s*$/i.test(typed(`${spaced(message)}[y/N] `)),
  }
}

function spaced(message: string): string {
  return message === '' || /\s$/.test(message) ? message : `${message} `
}

/** What cells get as `process.stdin`: there is no keyboard behind it, and waiting for one would never end. */
export function noKeyboard(): Readable {
  return new Readable({
    read() {
      this.destroy(
        new InputUnavailable('A cell has no process.stdin to read from. Ask with prompt("Your name?") instead.'),
      )
    },
  })
}
