export type PlayedChannel = 'shell' | 'control' | 'stdin' | 'iopub'

export interface Played {
  channel: PlayedChannel
  type: string
  parent: string
  content: object
  buffers: Uint8Array[]
}

export class Player {
  constructor(
    post: (channel: 'shell' | 'control' | 'stdin', type: string, content: object, buffers: Buffer[]) => string,
  )
  hear(message: Played): void
  send(channel: 'shell' | 'control' | 'stdin', type: string, content: object): string
  ready(): Promise<void>
  /** The first line that is not so, and what came instead; null for a transcript that is so. */
  play(transcript: string): Promise<string | null>
}
