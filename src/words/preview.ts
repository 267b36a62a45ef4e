import type { Playbook } from '../incident/playbook.ts'

export const preview = (playbook: Playbook, known: ReadonlySet<string>, max: number): string =>
  `${playbook.id}${known.size}${max}`
