// An id that does not exist, and those that were probably meant.
// Rule: at most three are named: the id with its parts written in full, then its neighbours.

/** Ids like `wanted`: '5.1' is near '05.1', '05.9' near the others of lesson 05. */
export function nearIds(wanted: string, ids: readonly string[]): string[] {
  const [lesson = '', number = ''] = wanted.trim().split(/[.,\-_ ]/)
  const full = `${/^\d$/.test(lesson) ? `0${lesson}` : lesson.toUpperCase()}.${number}`
  const exact = ids.filter((id) => id === full)
  const sameLesson = ids.filter((id) => id.startsWith(full.slice(0, full.indexOf('.') + 1)))
  const found = [...exact, ...sameLesson]
  return [...new Set(found.length > 0 ? found : ids)].slice(0, 3)
}
