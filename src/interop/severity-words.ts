import { type Severity, severities } from '../domain/terms/severity.ts'

/** What a file that says nothing of its severity opens with. */
export const unspecified: Severity = 'SEV-3'

/** The note of it. */
export const unspecifiedNote = `no severity given, so it opens as ${unspecified}`

/** Ours from a word that others use, such as `high`, `P1` or `sev 2`; null: none that is known. */
export const severityNamed = (word: string): Severity | null => {
  const plain = word.trim().toLowerCase()
  const level = /^(?:sev(?:erity)?|p(?:riority)?)[ -]?([1-4])$/.exec(plain)?.[1]
  if (level !== undefined) return severities[Number(level) - 1] ?? null
  const at = ['critical', 'high', 'medium', 'low'].indexOf(plain === 'moderate' ? 'medium' : plain)
  return severities[at] ?? null
}
