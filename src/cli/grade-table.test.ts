import { describe, expect, it } from 'vitest'
import { csvOf, type Grade, jsonOf, markdownOf } from './grade-table.ts'

const verdict = { passed: false, public: { ok: 1, total: 2 }, hidden: { ok: 0, total: 1 }, score: 1 / 3 }
const grades: Grade[] = [
  {
    file: '=ada|1.ipynb',
    sheet: 'ex-03',
    score: 1 / 3,
    points: 2,
    exercises: [
      {
        id: '05.1',
        score: 1 / 3,
        points: 1,
        verdict: { ...verdict, diagnosis: { id: 'mean', message: { en: 'You took the "mean".', zh: '平均' } } },
      },
      { id: '05.2', score: 0, points: 1, verdict },
    ],
    notes: ['It was slow.'],
  },
  { file: 'b.ipynb', score: 0, points: 0, exercises: [], notes: ['It is no notebook.'] },
]

describe('the table of grades', () => {
  it('is Markdown for people', () => {
    expect(markdownOf(grades)).toBe(`| submission | sheet | points | exercises passed |
| -- | -- | --: | --: |
| \`=ada\\|1.ipynb\` | ex-03 | 0.33 / 2 | 0 / 2 |
| \`b.ipynb\` |  | 0 / 0 | 0 / 0 |

- \`=ada|1.ipynb\`: It was slow.
- \`b.ipynb\`: It is no notebook.`)
  })

  it('is CSV for spreadsheets, and no formula', () => {
    expect(csvOf(grades, (text) => (typeof text === 'string' ? text : text.en)).split('\r\n')).toEqual([
      'submission,sheet,exercise,score,points,passed,diagnosis,notes',
      `'=ada|1.ipynb,ex-03,05.1,0.33,1,false,"You took the ""mean"".",It was slow.`,
      `'=ada|1.ipynb,ex-03,05.2,0,1,false,,It was slow.`,
      'b.ipynb,,,0,0,,,It is no notebook.',
    ])
  })

  it('is JSON for programs, with the seed', () => {
    expect(JSON.parse(jsonOf(grades, 7))).toEqual({ seed: 7, submissions: grades })
  })
})
