import type { Answer } from './answer.ts'

/** What one page of a list holds at most at GitHub. */
export const fullPage = 100

const givenUpOn = ['RESOURCE_LIMITS_EXCEEDED', 'MAX_NODE_LIMIT_EXCEEDED']

/** GitHub gave up a part of the answer, or all of it, because too much was asked: HTTP 200, and nothing where something is. */
export const isGivenUp = (answer: Answer): boolean =>
  answer.is === 'answered' && answer.errors.some(({ type }) => type !== null && givenUpOn.includes(type))

/**
 * Asks for half as much, and half of that, for as long as GitHub gives up on more. What it settled on is where the next
 * request begins, and what is given up even for a single item is the answer. `isTooMuch`: how else it shows that GitHub gave up.
 */
export const askNarrower = async (
  size: number,
  ask: (size: number) => Promise<Answer>,
  isTooMuch = isGivenUp,
): Promise<{ readonly answer: Answer; readonly size: number }> => {
  const answer = await ask(size)
  return isTooMuch(answer) && size > 1 ? askNarrower(Math.floor(size / 2), ask, isTooMuch) : { answer, size }
}
