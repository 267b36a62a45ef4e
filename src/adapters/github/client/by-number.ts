import type { z } from 'zod'
import type { Answer } from './answer.ts'
import { type Unlisted, unlistedBy } from './find.ts'

/** What GitHub has of these issues, by an alias each, so many a request; what it does not have is left out. */
export const byNumber = async <One>(
  numbers: readonly number[],
  size: number,
  ask: (some: readonly number[]) => Promise<Answer>,
  check: z.ZodType<{ readonly repository: Readonly<Record<string, One | null>> }>,
): Promise<readonly (readonly [number, One])[] | Unlisted> => {
  const all: (readonly [number, One])[] = []
  for (let from = 0; from < numbers.length; from += size) {
    const some = numbers.slice(from, from + size)
    const answer = await ask(some)
    if (answer.is !== 'answered') return unlistedBy(answer)
    const issues = check.safeParse(answer.data).data?.repository
    if (issues === undefined) return { unlisted: 'only a part of an answer' }
    all.push(
      ...some.flatMap(number => {
        const one = issues[`issue${number}`]
        return one ? [[number, one] as const] : []
      }),
    )
  }
  return all
}
