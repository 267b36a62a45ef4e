/** How bad it is, worst first. */
export const severities = ['SEV-1', 'SEV-2', 'SEV-3', 'SEV-4'] as const
export type Severity = (typeof severities)[number]

export const severityMeaning: Record<Severity, string> = {
  'SEV-1': 'critical: an attacker is active, or customer data is out',
  'SEV-2': 'major: access was gained, its extent is not yet known',
  'SEV-3': 'minor: exposed, with no sign that anybody used it',
  'SEV-4': 'low: a weakness or a near miss',
}

export const isWorse = (a: Severity, b: Severity): boolean => severities.indexOf(a) < severities.indexOf(b)

/** Whether a label says how bad it is: without regard to case, as GitHub compares labels. */
export const isSeverity = (label: string): boolean =>
  severities.some(severity => severity.toLowerCase() === label.toLowerCase())
/** The worse of two; null says nothing. */
export const worse = (a: Severity | null, b: Severity | null): Severity | null =>
  a === null || b === null ? (a ?? b) : isWorse(a, b) ? a : b

const words: Readonly<Record<string, Severity>> = {
  critical: 'SEV-1',
  blocker: 'SEV-1',
  major: 'SEV-2',
  high: 'SEV-2',
  minor: 'SEV-3',
  moderate: 'SEV-3',
  medium: 'SEV-3',
  low: 'SEV-4',
}

const word = Object.keys(words).join('|')
const prefix = String.raw`(?:sev(?:erity)?|prio(?:rity)?)[\s:/_.-]{0,3}`
// `SEV-1`, `sev 1`, `severity: 1`, `P1`, `S1`, `priority 1`, and what is said of it behind a mark or a space
const numbered = new RegExp(
  String.raw`^(?:${prefix}|[ps]-?)([0-4])(?![\p{L}\d]|[.,:/]\d|\s?/\s?(?:sev|[ps]-?\d))`,
  'iu',
)
// "1 machine" says nothing; `1`, `1 - critical` and `1 critical` do
const digit = new RegExp(String.raw`^([1-4])(?=\s*(?:$|[-–—:,.()|]+(?:\s|$)|\s(?:${word})(?!\p{L})))`, 'iu')
const named = new RegExp(String.raw`^(?:${prefix})?(${word})(?![\p{L}\d-])`, 'iu')
const decoration = /^(?:[\s"'*_`([]|\p{Extended_Pictographic}|\ufe0f)+/u

/** How bad the beginning of a text says it is, as people and forms write it; null: it says nothing of it. Zero is the worst. */
export const severityOf = (text: string): Severity | null => {
  const plain = text.replace(decoration, '').replace(/[\p{Pd}\u2212]/gu, '-')
  const number = (numbered.exec(plain) ?? digit.exec(plain))?.[1]
  if (number !== undefined) return severities[Math.max(0, Number(number) - 1)] ?? null
  return words[named.exec(plain)?.[1]?.toLowerCase() ?? ''] ?? null
}

const label = new RegExp(String.raw`^sev(?:erity)?[\s:/_.-]{0,3}(?:[0-4]|${word})$`, 'iu')

/** The severity that a label of an issue says, whatever its spelling: `sev-1`, `SEV1`, `severity: critical`. */
export const severityOfLabel = (name: string): Severity | null =>
  label.test(name.trim().replace(/[\p{Pd}\u2212]/gu, '-')) ? severityOf(name.trim()) : null
