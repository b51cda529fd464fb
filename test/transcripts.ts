// What the kernel says, word for word: one conversation for each kind of message (the notation is that of play.mjs).
// Rule: a transcript stands on its own; it is played over zeromq and over memory, and must be the same on both.

const busy = '{"execution_state":"busy"}'
const idle = '{"execution_state":"idle"}'
const ok = '{"status":"ok","execution_count":1,"payload":[],"user_expressions":{}}'

/** A cell's code as it is sent and repeated, with what is shown of it and how it ends. */
function cell(code: string, shown: string[], reply = ok, more: object = {}): string {
  const input = JSON.stringify({ code, execution_count: 1 })
  return [
    `> shell a execute_request ${JSON.stringify({ code, ...more })}`,
    `< iopub a status ${busy}`,
    `< iopub a execute_input ${input}`,
    ...shown,
    `< iopub a status ${idle}`,
    `< shell a execute_reply ${reply}`,
  ].join('\n')
}

/** A request that is answered aside. */
function aside(channel: string, type: string, content: object, reply: string): string {
  return [
    `> ${channel} a ${type}_request ${JSON.stringify(content)}`,
    `< iopub a status ${busy}`,
    `< iopub a status ${idle}`,
    `< ${channel} a ${type}_reply ${reply}`,
  ].join('\n')
}

function result(text: string): string {
  return `< iopub a execute_result ${JSON.stringify({ data: { 'text/plain': text }, metadata: {}, execution_count: 1 })}`
}

function stream(text: string, name = 'stdout'): string {
  return `< iopub a stream ${JSON.stringify({ name, text })}`
}

function shown(type: string, text: string, id?: string): string {
  const transient = id === undefined ? {} : { display_id: id }
  return `< iopub a ${type} ${JSON.stringify({ data: { 'text/plain': text }, metadata: {}, transient })}`
}

function failure(ename: string, evalue: string): [broadcast: string, reply: string] {
  const content = { ename, evalue, traceback: '…' }
  return [
    `< iopub a error ${JSON.stringify(content)}`,
    JSON.stringify({ status: 'error', execution_count: 1, ...content }),
  ]
}

function fails(code: string, ename: string, evalue: string, before: string[] = [], more: object = {}): string {
  const [broadcast, reply] = failure(ename, evalue)
  return cell(code, [...before, broadcast], reply, more)
}

const [stopped, stoppedReply] = failure('Interrupted', 'The cell was stopped.')
const noPerson =
  'This notebook runs without a person to ask (as in nbconvert or a test), so there is no answer. Write the value into the cell.'
const noExit =
  'process.exit() would end the kernel, and with it everything that the notebook has computed. ' +
  'To end a cell early, throw an error; to begin afresh, restart the kernel.'

export const transcripts: [name: string, transcript: string][] = [
  ['a result', cell('1 + 1', [result('2')])],
  ['a result that is undefined is not shown', cell('void 0', [])],
  ['an empty cell', cell('', [])],
  ['a declaration shows nothing', cell('const quiet = 1', [])],
  ['text that is printed in one go is one message', cell("console.log('a'); console.log('b')", [stream('a\nb\n')])],
  [
    'streams keep their order',
    cell("console.log('a'); console.error('b'); console.log('c')", [
      stream('a\n'),
      stream('b\n', 'stderr'),
      stream('c\n'),
    ]),
  ],
  [
    'displays and text keep their order',
    cell("console.log('a'); display(1); console.log('b'); 2", [
      stream('a\n'),
      shown('display_data', '1'),
      stream('b\n'),
      result('2'),
    ]),
  ],
  [
    'a display that is updated',
    cell("display(1, { id: 'd' }); display(2, { id: 'd', update: true })", [
      shown('display_data', '1', 'd'),
      shown('update_display_data', '2', 'd'),
    ]),
  ],
  [
    'clear_output, now and with the next output',
    cell("import { clearOutput } from 'tensorcell'\ndisplay(1); clearOutput(); clearOutput(true); display(2)", [
      shown('display_data', '1'),
      '< iopub a clear_output {"wait":false}',
      '< iopub a clear_output {"wait":true}',
      shown('display_data', '2'),
    ]),
  ],
  ['an error', fails("throw new RangeError('on purpose')", 'RangeError', 'on purpose')],
  ['an error after output', fails("console.log('a'); throw 1", 'Thrown', '1', [stream('a\n')])],
  ['a type error: nothing runs', fails("console.log('a'); nothing", 'TS2304', "Cannot find name 'nothing'.")],
  [
    'silent: nothing is broadcast but the status, nothing is counted',
    `> shell a execute_request {"code":"console.log('a'); 1","silent":true}
     < iopub a status ${busy}
     < iopub a status ${idle}
     < shell a execute_reply ${ok.replace('1', '0')}`,
  ],
  [
    'without store_history nothing is counted, but everything is shown',
    `> shell a execute_request {"code":"1","store_history":false}
     < iopub a status ${busy}
     < iopub a execute_input {"code":"1","execution_count":0}
     ${result('1').replace('"execution_count":1', '"execution_count":0')}
     < iopub a status ${idle}
     < shell a execute_reply ${ok.replace('1', '0')}`,
  ],
  [
    'what is queued behind an error is aborted; what comes later runs',
    `> shell a execute_request {"code":"throw 1"}
     > shell b execute_request {"code":"2"}
     > shell c execute_request {"code":"3"}
     < shell a execute_reply {"status":"error","execution_count":1,"ename":"Thrown","evalue":"1","traceback":"…"}
     < shell b execute_reply {"status":"aborted","execution_count":0}
     < shell c execute_reply {"status":"aborted","execution_count":0}
     < iopub a status ${busy}
     < iopub a execute_input {"code":"throw 1","execution_count":1}
     < iopub a error {"ename":"Thrown","evalue":"1","traceback":"…"}
     < iopub a status ${idle}
     < iopub b status ${busy}
     < iopub b status ${idle}
     < iopub c status ${busy}
     < iopub c status ${idle}
     > shell d execute_request {"code":"void 0"}
     < iopub d status ${busy}
     < iopub d execute_input {"code":"void 0","execution_count":2}
     < iopub d status ${idle}
     < shell d execute_reply ${ok.replace('1', '2')}`,
  ],
  [
    'with stop_on_error false, what is queued runs',
    `> shell a execute_request {"code":"throw 1","stop_on_error":false}
     > shell b execute_request {"code":"void 0"}
     < iopub a status ${busy}
     < iopub a execute_input {"code":"throw 1","execution_count":1}
     < iopub a error {"ename":"Thrown","evalue":"1","traceback":"…"}
     < iopub a status ${idle}
     < iopub b status ${busy}
     < iopub b execute_input {"code":"void 0","execution_count":2}
     < iopub b status ${idle}
     < shell a execute_reply {"status":"error","execution_count":1,"ename":"Thrown","evalue":"1","traceback":"…"}
     < shell b execute_reply ${ok.replace('1', '2')}`,
  ],
  [
    'user_expressions: a value, nothing, a type error, an error',
    cell(
      'const three = 3',
      [],
      JSON.stringify({
        status: 'ok',
        execution_count: 1,
        payload: [],
        user_expressions: {
          value: { status: 'ok', data: { 'text/plain': '4' }, metadata: {} },
          nothing: { status: 'ok', data: { 'text/plain': 'undefined' }, metadata: {} },
          unknown: { status: 'error', ename: 'TS2304', evalue: "Cannot find name 'four'.", traceback: '…' },
          thrown: { status: 'error', ename: 'Error', evalue: 'no', traceback: '…' },
        },
      }),
      {
        user_expressions: {
          value: 'three + 1',
          nothing: 'void 0',
          unknown: 'four',
          thrown: "(() => { throw new Error('no') })()",
        },
      },
    ),
  ],
  [
    'prompt asks, and gets what is typed',
    cell("prompt('Name?', 'Ada')", [
      '< stdin a input_request {"prompt":"Name? [Ada] ","password":false}',
      '> stdin b input_reply {"value":"Emmy"}',
      result("'Emmy'"),
    ]),
  ],
  [
    'prompt gets its default when nothing is typed',
    cell("prompt('Name?', 'Ada')", [
      '< stdin a input_request {"prompt":"Name? [Ada] ","password":false}',
      '> stdin b input_reply {"value":""}',
      result("'Ada'"),
    ]),
  ],
  [
    'a password is hidden',
    cell("prompt('Token:', '', { password: true })", [
      '< stdin a input_request {"prompt":"Token: ","password":true}',
      '> stdin b input_reply {"value":"secret"}',
      result("'secret'"),
    ]),
  ],
  [
    'confirm',
    cell("[confirm('Go?'), confirm()]", [
      '< stdin a input_request {"prompt":"Go? [y/N] ","password":false}',
      '> stdin b input_reply {"value":"Yes"}',
      '< stdin a input_request {"prompt":"[y/N] ","password":false}',
      '> stdin b input_reply {"value":""}',
      result('[ true, false ]'),
    ]),
  ],
  ['prompt where nobody can be asked', fails('prompt()', 'InputUnavailable', noPerson, [], { allow_stdin: false })],
  ['process.exit() ends nothing', fails('process.exit(1)', 'Error', noExit)],
  [
    'late output, rejections and errors come under their own cell',
    `${cell("setTimeout(() => { console.log('late'); Promise.reject(new Error('rejected')); throw new Error('thrown') }, 50); void 0", [])}
     > shell b execute_request {"code":"await new Promise((r) => setTimeout(r, 300))"}
     < iopub b status ${busy}
     < iopub b execute_input {"code":"await new Promise((r) => setTimeout(r, 300))","execution_count":2}
     < iopub a stream {"name":"stdout","text":"late\\n"}
     < iopub a error {"ename":"Error","evalue":"thrown","traceback":"…"}
     < iopub a error {"ename":"Error","evalue":"rejected","traceback":"…"}
     < iopub b status ${idle}
     < shell b execute_reply ${ok.replace('1', '2')}`,
  ],
  [
    'a comm that a cell opens',
    `${cell(
      "import { openComm } from 'tensorcell'\nconst comm = openComm('dial', { min: 1 }, { buffers: [new Uint8Array([1, 255])] })\n" +
        'comm.onMessage(({ data, buffers }) => { console.log(data); comm.send({ got: 1 }, { buffers }) })\n' +
        "comm.onClose(() => console.log('closed')); globalThis.process.env.COMM = comm.id; void 0",
      ['< iopub a comm_open {"comm_id":"…","target_name":"dial","data":{"min":1}} [01ff]'],
    )}`,
  ],
  [
    'a comm that the front end opens',
    `${cell(
      "import { onComm } from 'tensorcell'\nonComm('oracle', (comm, { data }) => {\n  console.log(data)\n" +
        '  comm.onMessage(({ data, buffers }) => comm.send({ back: data }, { buffers }))\n' +
        "  comm.onClose(() => console.log('closed'))\n})",
      [],
    )}
     > shell b comm_open {"comm_id":"c1","target_name":"oracle","data":{"n":1}}
     < iopub b status ${busy}
     < iopub b stream {"name":"stdout","text":"{ n: 1 }\\n"}
     < iopub b status ${idle}
     > shell c comm_info_request {"target_name":"oracle"}
     < shell c comm_info_reply {"status":"ok","comms":{"c1":{"target_name":"oracle"}}}
     < iopub c status ${busy}
     < iopub c status ${idle}
     > shell d comm_msg {"comm_id":"c1","data":{"n":2}} [00ff] [01]
     < iopub d status ${busy}
     < iopub d comm_msg {"comm_id":"c1","data":{"back":{"n":2}}} [00ff] [01]
     < iopub d status ${idle}
     > shell e comm_close {"comm_id":"c1","data":{}}
     < iopub e status ${busy}
     < iopub e stream {"name":"stdout","text":"closed\\n"}
     < iopub e status ${idle}
     > shell f comm_info_request {"target_name":"oracle"}
     < shell f comm_info_reply {"status":"ok","comms":{}}
     < iopub f status ${busy}
     < iopub f status ${idle}`,
  ],
  [
    'a comm to a target that no one knows is closed',
    `> shell a comm_open {"comm_id":"c2","target_name":"nobody"}
     < iopub a status ${busy}
     < iopub a comm_close {"comm_id":"c2","data":{}}
     < iopub a status ${idle}`,
  ],
  [
    'a listener that throws',
    `${cell("import { onComm } from 'tensorcell'\nonComm('bad', () => { throw new Error('in the listener') })", [])}
     > shell b comm_open {"comm_id":"c3","target_name":"bad"}
     < iopub b status ${busy}
     < iopub b error {"ename":"Error","evalue":"in the listener","traceback":"…"}
     < iopub b status ${idle}`,
  ],
  ['kernel_info on shell', aside('shell', 'kernel_info', {}, '"…"')],
  ['kernel_info on control', aside('control', 'kernel_info', {}, '"…"')],
  ['usage', aside('control', 'usage', {}, '"…"')],
  ['an interrupt of nothing', aside('control', 'interrupt', {}, '{"status":"ok"}')],
  ['a complete cell', aside('shell', 'is_complete', { code: '1' }, '{"status":"complete"}')],
  [
    'an incomplete cell',
    aside('shell', 'is_complete', { code: 'if (true) {' }, '{"status":"incomplete","indent":"  "}'),
  ],
  ['an invalid cell', aside('shell', 'is_complete', { code: 'const = 1' }, '{"status":"invalid"}')],
  [
    'inspection of nothing',
    aside('shell', 'inspect', { code: ' ', cursor_pos: 0 }, '{"status":"ok","found":false,"data":{},"metadata":{}}'),
  ],
  ['history: the newest', `${cell("'kept'", [result("'kept'")])}\n${tail({ n: 1 }, `[["…","…","'kept'"]]`)}`],
  [
    'history: with output',
    `${cell("'kept'", [result("'kept'")])}\n${tail({ n: 1, output: true }, `[["…","…",["'kept'","'kept'"]]]`)}`,
  ],
  [
    'history: search, each once',
    `${cell('/* needle */ 1', [result('1')])}
     ${tail({ hist_access_type: 'search', pattern: '*needle?*', unique: true }, '[["…","…","/* needle */ 1"]]')}`,
  ],
  ['history: another session', tail({ hist_access_type: 'range', session: 7 }, '[]')],
  [
    'completion while a cell runs',
    `> shell a execute_request {"code":"await new Promise((r) => setTimeout(r, 400))"}
     < iopub a status ${busy}
     < iopub a execute_input {"code":"await new Promise((r) => setTimeout(r, 400))","execution_count":1}
     > shell b complete_request {"code":"Math.hyp","cursor_pos":8}
     < iopub b status ${busy}
     < iopub b status ${idle}
     < iopub a status ${busy}
     < shell b complete_reply {"status":"ok","matches":["hypot"],"cursor_start":5,"cursor_end":8,"metadata":"…"}
     < iopub a status ${idle}
     < shell a execute_reply ${ok}`,
  ],
  [
    'Stop',
    `> shell a execute_request {"code":"console.log('on'); while (true) {}","stop_on_error":false}
     < iopub a status ${busy}
     < iopub a execute_input {"code":"console.log('on'); while (true) {}","execution_count":1}
     < iopub a stream {"name":"stdout","text":"on\\n"}
     > control b interrupt_request {}
     < iopub b status ${busy}
     ${stopped}
     < iopub a status ${idle}
     < iopub b status ${idle}
     < shell a execute_reply ${stoppedReply}
     < control b interrupt_reply {"status":"ok"}`,
  ],
  [
    'content that lacks a field',
    aside(
      'shell',
      'complete',
      { code: 'x' },
      '{"status":"error","ename":"BadRequest","evalue":"A complete_request needs \\"cursor_pos\\", a whole number.","traceback":"…"}',
    ),
  ],
  [
    'content that says something wrong is not run and not counted',
    aside(
      'shell',
      'execute',
      { code: 3 },
      '{"status":"error","ename":"BadRequest","evalue":"An execute_request needs \\"code\\", a text.","traceback":"…"}',
    ),
  ],
]

function tail(content: object, history: string): string {
  return `> shell h history_request ${JSON.stringify(content)}
     < iopub h status ${busy}
     < iopub h status ${idle}
     < shell h history_reply {"status":"ok","history":${history}}`
}
