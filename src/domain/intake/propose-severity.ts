import type { Severity } from '../terms/severity.ts'

/** The questions about harm that a form asks, and what was answered; null: not known, or not answered. */
export type Harm = {
  readonly working: boolean | null
  readonly data: boolean | null
  readonly access: boolean | null
  readonly down: boolean | null
}

/** How bad it is by these answers, for somebody who would rather not judge. null: they do not say. */
export const proposeSeverity = ({ working, data, access, down }: Harm): Severity | null => {
  if (working || data) return 'SEV-1'
  if (access) return 'SEV-2'
  if (down) return 'SEV-3'
  // a No that stands beside "not known" tells nothing: only all of them together do
  return [working, data, access, down].every(answer => answer === false) ? 'SEV-4' : null
}
