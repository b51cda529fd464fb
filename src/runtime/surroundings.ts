// Where the types are of what the kernel brings along: its globals, Node's, TensorFlow.js's and the course's.
// Rule: what the notebook's folder has itself wins; everything else comes from one copy, so that types agree.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Surroundings } from '../language/project.ts'
import { nativeModule } from '../native/place.ts'
import { readTsconfig } from '../project/tsconfig.ts'

const require = createRequire(import.meta.url)
const own = join(import.meta.dirname, '..')

export function surroundingsOf(folder: string): Surroundings {
  const tfjs = packageFolder('@tensorflow/tfjs')
  const scope = dirname(tfjs)
  return {
    globals: join(own, 'globals.d.ts'),
    typeRoot: dirname(packageFolder('@types/node')),
    tsconfig: readTsconfig(folder),
    paths: {
      tensorcell: [join(own, 'index.d.ts')],
      'tensorcell/*': [join(own, '*.d.ts')],
      tslab: [join(own, 'tslab.d.ts')],
      '@tensorflow/tfjs-node': [nativeModule(folder) ?? tfjs],
      '@tensorflow/*': [join(scope, '*')],
      'plotly.js': [packageFolder('@types/plotly.js')],
    },
  }
}

function packageFolder(name: string): string {
  return dirname(require.resolve(`${name}/package.json`))
}
