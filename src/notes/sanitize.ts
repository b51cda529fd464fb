// The door to sanitize-html: what HTML of an author, or of an output that nobody ran here, may stand in a page.
// Rule: what only looks is kept, as JupyterLab keeps it; what runs, loads, covers the page or asks for input is dropped. The
// list of what is allowed is all that matters: no tag whose content browsers read in another way is on it.
import sanitize from 'sanitize-html'

/** Gives the address that a link or a picture gets in the page. */
export type Relink = (address: string) => string

/** The HTML without whatever could run, with the addresses of its links and pictures put through `relink`. */
export function sanitized(html: string, relink: Relink = (address) => address): string {
  return sanitize(html, {
    allowedTags: tags,
    allowedAttributes: attributes,
    allowedStyles: { '*': Object.fromEntries(properties.map((property) => [property, [harmless]])) },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowedSchemesByTag: { img: ['http', 'https', 'data'] },
    allowProtocolRelative: false,
    enforceHtmlBoundary: false,
    transformTags: {
      a: (tagName, attribs) => ({ tagName, attribs: relinked(attribs, 'href', relink) }),
      img: (tagName, attribs) => ({ tagName, attribs: relinked({ alt: '', ...attribs }, 'src', relink) }),
      '*': (tagName, attribs) => ({ tagName, attribs: withoutPageIds(attribs) }),
    },
  })
}

function relinked(attribs: sanitize.Attributes, name: string, relink: Relink): sanitize.Attributes {
  const address = attribs[name]
  return withoutPageIds(address === undefined ? attribs : { ...attribs, [name]: relink(address) })
}

/** Ids that begin with `notes-` belong to the page around the lesson. */
function withoutPageIds(attribs: sanitize.Attributes): sanitize.Attributes {
  const { id, ...others } = attribs
  return id === undefined || /^\s*notes-/.test(id) ? others : attribs
}

const tags = [
  ...[
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'p',
    'div',
    'section',
    'article',
    'aside',
    'header',
    'footer',
    'hr',
    'br',
    'wbr',
  ],
  ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'blockquote', 'pre', 'figure', 'figcaption', 'details', 'summary', 'center'],
  ...['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ...[
    'a',
    'abbr',
    'b',
    'bdi',
    'bdo',
    'cite',
    'code',
    'data',
    'del',
    'dfn',
    'em',
    'i',
    'ins',
    'kbd',
    'mark',
    'q',
    's',
    'samp',
  ],
  ...['small', 'span', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'ruby', 'rt', 'rp', 'font', 'strike', 'big'],
  ...['img', 'progress', 'meter'],
]

const attributes: Record<string, string[]> = {
  '*': [
    'id',
    'class',
    'style',
    'title',
    'lang',
    'dir',
    'role',
    'aria-label',
    'aria-hidden',
    'tabindex',
    'align',
    'valign',
  ],
  a: ['href', 'download'],
  img: ['src', 'alt', 'width', 'height'],
  col: ['span', 'width'],
  td: ['colspan', 'rowspan', 'headers', 'width'],
  th: ['colspan', 'rowspan', 'headers', 'scope', 'width'],
  ol: ['start', 'type', 'reversed'],
  li: ['value'],
  details: ['open'],
  font: ['color', 'size'],
  progress: ['value', 'max'],
  meter: ['value', 'min', 'max', 'low', 'high', 'optimum'],
  time: ['datetime'],
  data: ['value'],
  span: ['data-mark'],
}

/** Nothing is loaded and nothing covers the page: no `url(`, no escapes that could hide one, no `position`, no `z-index`. */
const harmless = /^(?!.*(?:url|image|image-set|element|expression)\s*\()[^\\{}]*$/is

const properties = [
  ...[
    'color',
    'background',
    'background-color',
    'opacity',
    'font',
    'font-family',
    'font-size',
    'font-style',
    'font-weight',
  ],
  ...[
    'font-variant',
    'font-variant-numeric',
    'line-height',
    'letter-spacing',
    'text-align',
    'text-decoration',
    'text-indent',
  ],
  ...[
    'text-transform',
    'vertical-align',
    'white-space',
    'overflow-wrap',
    'word-break',
    'list-style',
    'list-style-type',
  ],
  ...['display', 'flex', 'flex-direction', 'flex-wrap', 'align-items', 'justify-content', 'gap', 'float', 'clear'],
  ...['grid-template-columns', 'grid-column', 'grid-row', 'overflow', 'overflow-x', 'overflow-y', 'table-layout'],
  ...[
    'width',
    'height',
    'min-width',
    'min-height',
    'max-width',
    'max-height',
    'aspect-ratio',
    'box-sizing',
    'box-shadow',
  ],
  ...['margin', 'margin-top', 'margin-right', 'margin-bottom', 'margin-left', 'image-rendering', 'cursor'],
  ...['padding', 'padding-top', 'padding-right', 'padding-bottom', 'padding-left'],
  ...['border', 'border-top', 'border-right', 'border-bottom', 'border-left', 'border-collapse', 'border-spacing'],
  ...['border-color', 'border-style', 'border-width', 'border-radius'],
]
