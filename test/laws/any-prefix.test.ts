import { expect, test } from 'vitest'
import { tryCuts } from './prefix.ts'
import { isWhole } from './sample.ts'

// Law 2. Stopped after any request, and after any alias within a request, before or after it takes effect; started again
// with empty memory, or left alive without an answer: people find the same, and nothing twice.

test.each(['killed', 'lost'] as const)(
  'a run that is %s at any point of the scenario ends as if nothing had happened',
  async way => {
    const { possible, tried, found } = await tryCuts(way)
    expect(found).toEqual([])
    expect(possible).toBeGreaterThan(400)
    expect(tried).toBeGreaterThan(possible / (isWhole ? 1.001 : 8))
  },
)
