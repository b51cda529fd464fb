// The errata hunt: what is wrong in the notes that the course grew from (E.1 to E.20), and in the book and other sources (D.1 to D.17).
// Rule: a list of files, nothing else.
import { errataBookChoices } from './errata-book-choices.ts'
import { errataBookCode } from './errata-book-code.ts'
import { errataBookValues } from './errata-book-values.ts'
import { errataChoices } from './errata-choices.ts'
import { errataCode } from './errata-code.ts'
import { errataCounts } from './errata-counts.ts'
import { errataFormulas } from './errata-formulas.ts'
import { errataSizesCode } from './errata-sizes-code.ts'
import { errataTraining } from './errata-training.ts'
import { errataValues } from './errata-values.ts'

export const errata = {
  ...errataFormulas,
  ...errataCode,
  ...errataValues,
  ...errataTraining,
  ...errataChoices,
  ...errataBookCode,
  ...errataSizesCode,
  ...errataBookValues,
  ...errataCounts,
  ...errataBookChoices,
}
