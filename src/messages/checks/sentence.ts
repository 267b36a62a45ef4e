import type { Problem } from '../../domain/source/problem.ts'

/** What came, and what was expected. */
export type Sentence = Pick<Problem, 'says' | 'expected'>
