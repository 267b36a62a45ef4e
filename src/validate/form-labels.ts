import { incidentLabel, readinessLabel } from '../domain/incident/labels.ts'
import { playbookLabel } from '../domain/intake/form.ts'
import type { IssueForm } from './issue-form.ts'

/** What the labels of an issue form make of an issue. */
export type Declares = {
  readonly incident: boolean
  readonly readiness: boolean
  /** The playbook that they name; null: none. */
  readonly playbook: string | null
}

const start = playbookLabel('')

/** What an issue form declares; GitHub takes its labels as a list, or with commas between them. */
export const declares = ({ labels = [] }: IssueForm): Declares => {
  const list = typeof labels === 'string' ? labels.split(',').map(label => label.trim()) : labels
  // labels are the same whatever their letters
  const plain = list.map(label => label.toLowerCase())
  const named = plain.find(label => label.startsWith(start.trim()))
  return {
    incident: plain.includes(incidentLabel),
    readiness: plain.includes(readinessLabel),
    playbook: named === undefined ? null : named.slice(start.trim().length).trim(),
  }
}
