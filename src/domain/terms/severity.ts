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
