// `npm run notes`: prepares the clone, then makes the course into lecture notes, in the folder site.
// Rule: the outputs are those that stand in the notebooks; `npm run notes -- --run` computes them anew.
import { prepare } from './prepare.mjs'

prepare()
process.argv.splice(2, 0, 'notes', '--slides')
await import('../dist/cli/main.js')
