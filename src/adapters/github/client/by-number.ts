import type { z } from 'zod'
import type { Answer, GraphQLError } from './answer.ts'
import { type Unlisted, unlistedBy } from './find.ts'
import { askNarrower } from './narrower.ts'

/** What GitHub has of these issues. `gone`: the numbers of which it says that there is none. */
export type ByNumber<One> = {
  readonly found: readonly (readonly [number, One])[]
  readonly gone: readonly number[]
}

/**
 * These issues by an alias each, so many a request at most, fewer where GitHub gives up on so many. Whatever it did not
 * give, for another reason than that there is none, may be there: then they are not listed.
 */
export const byNumber = async <One>(
  numbers: readonly number[],
  most: number,
  ask: (some: readonly number[]) => Promise<Answer>,
  check: z.ZodType<{ readonly repository: Readonly<Record<string, One | null>> }>,
): Promise<ByNumber<One> | Unlisted> => {
  const found: (readonly [number, One])[] = []
  const gone: number[] = []
  let size = most
  for (let from = 0; from < numbers.length; from += size) {
    const left = Math.min(size, numbers.length - from)
    const asked = await askNarrower(left, first => ask(numbers.slice(from, from + first)))
    size = asked.size
    const { answer } = asked
    if (answer.is !== 'answered') return unlistedBy(answer)
    const broken = answer.errors.find(error => !isOfNone(error))
    if (broken !== undefined) return { unlisted: broken.message }
    const issues = check.safeParse(answer.data).data?.repository
    if (issues === undefined) return partly
    const missing = new Set(answer.errors.map(({ path }) => path.at(-1)))
    for (const number of numbers.slice(from, from + size)) {
      const one = issues[aliasOf(number)]
      if (one) found.push([number, one])
      else if (missing.has(aliasOf(number))) gone.push(number)
      else return partly
    }
  }
  return { found, gone }
}

const partly: Unlisted = { unlisted: 'only a part of an answer' }

/** As the queries name them. */
const aliasOf = (number: number): string => `issue${number}`

/** There is no issue of that number. */
const isOfNone = ({ type, path }: GraphQLError): boolean =>
  type === 'NOT_FOUND' && path.length === 2 && /^issue\d+$/.test(String(path[1]))
