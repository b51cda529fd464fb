// `npm start`: prepares the clone, then becomes `tensorcell lab notebooks` with the arguments that the user gave.
import { prepare } from './prepare.mjs'

prepare()
process.argv.splice(2, 0, 'lab', 'notebooks')
await import('../dist/cli/main.js')
