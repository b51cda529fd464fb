// tensorcell/course: what the course's notebooks say and prove: claims, their coverage, and texts in two languages.
// Rule: re-exports only.
export { ClaimError, type ClaimId, claim } from './course/claim.ts'
export { type Coverage, claimCoverage, type Proof } from './course/coverage.ts'
export { say } from './course/say.ts'
export { type Language, setLanguage, type Text } from './words/language.ts'
