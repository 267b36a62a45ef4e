import type { Problem } from './problem.ts'

/** What a check says of a file: a problem has to be mended, a warning should be read. */
export type Finding = Problem & { readonly is: 'problem' | 'warning' }

export const asFinding =
  (is: Finding['is']) =>
  (problem: Problem): Finding => ({ is, ...problem })
