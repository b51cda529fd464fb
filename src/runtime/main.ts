// The kernel as a program: what a kernelspec starts, with the path of a connection file.
// Rule: whoever starts it by hand is told how one tries a kernel.
import { start } from './start.ts'

const connectionFile = process.argv[2]
if (connectionFile === undefined) {
  process.stderr.write(
    'A kernel is started by a notebook, with the path of a connection file. To try one: npx tensorcell lab\n',
  )
  process.exit(2)
}
start(new URL('../kernel/thread.js', import.meta.url), connectionFile)
