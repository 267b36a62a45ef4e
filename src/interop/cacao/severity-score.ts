import type { Severity } from '../../domain/terms/severity.ts'
import { unspecified } from '../severity-words.ts'

// The lowest score of each, as CVSS has them: critical from 9.0, high from 7.0, medium from 4.0.
const from: readonly (readonly [number, Severity])[] = [
  [90, 'SEV-1'],
  [70, 'SEV-2'],
  [40, 'SEV-3'],
  [1, 'SEV-4'],
]

const scores: Record<Severity, number> = { 'SEV-1': 100, 'SEV-2': 80, 'SEV-3': 50, 'SEV-4': 20 }

/** Ours from CACAO's 0 to 100, where 0 and nothing both mean that it is not specified. */
export const severityOf = (score: number | undefined): Severity =>
  from.find(([least]) => (score ?? 0) >= least)?.[1] ?? unspecified

export const scoreOf = (severity: Severity): number => scores[severity]
