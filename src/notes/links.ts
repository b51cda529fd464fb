// Where links and pictures of a lesson lead on the site.
// Rule: a lesson's page stands where its notebook stood, so of a link to a notebook only the ending changes, and JupyterLab's
// name for a cell (`#cell-id=ID`); a picture is taken
// along only from the lesson's own folder or below, so that no notebook can publish another file of the author's disk.
import { posix } from 'node:path'
import type { Bundle } from './output.ts'
import type { Relink } from './sanitize.ts'

/** A link of the page: `05-x.ipynb#cell-id=a` → `05-x.html#cell-a`, `attachment:a.png` → its bytes. Pictures of files are added to `pictures`. */
export function relinkWith(attachments: Record<string, Bundle>, pictures: Set<string>): Relink {
  return (address) => {
    if (address.startsWith('attachment:')) return attached(decoded(address.slice('attachment:'.length)), attachments)
    if (/^[a-z][a-z0-9+.-]*:|^\//i.test(address)) return address
    const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? []
    const file = posix.normalize(decoded(path))
    if (/\.(png|jpe?g|gif|webp|svg|avif)$/i.test(file) && !file.startsWith('..')) pictures.add(file)
    return path.replace(/\.ipynb$/, '.html') + rest.replace(/#cell-id=/, '#cell-')
  }
}

function attached(name: string, attachments: Record<string, Bundle>): string {
  const [mime, base64] = Object.entries(attachments[name] ?? {}).find(([type]) => type.startsWith('image/')) ?? []
  return typeof base64 === 'string' ? `data:${mime};base64,${base64.replace(/\s/g, '')}` : ''
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
