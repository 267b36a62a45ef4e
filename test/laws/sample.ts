import { createHash } from 'node:crypto'
import { beats } from '../scenario.ts'

// Laws go through every request of a scenario, which takes long. Each run tries all of eight chosen moments, and of the rest a
// sample drawn by a seed that is printed. `npm run test:all` leaves nothing out.

/** Whether nothing is left out. */
export const isWhole = process.env.LAWS === 'all'

/** Draws the same sample again: `LAWS_SEED=7 npx vitest run test/laws`. */
export const seed = Number(process.env.LAWS_SEED ?? 1)

/** One of each kind of moment, by what it is told as: those that write the most, and those that take something back. */
export const chosen = [
  'saw a sign-in that nobody can explain, and fills in the form',
  'is on the roster, and takes command',
  'means well, and assigns herself by hand to a step that somebody has',
  'tries to lower the severity, without permission',
  'thinks that it is over, and closes the incident by hand',
  'sees that another machine is affected',
  'finds what the attacker can use elsewhere',
  'closes the incident',
]

/** Of the rest, one in so many is tried in each run, and at least one of each moment. */
const oneIn = 8

const lot = (about: string): number => createHash('sha256').update(`${seed} ${about}`).digest().readUInt32BE()

/** Draws `count` of the list, in their order. */
export const draw = <T>(about: string, list: readonly T[], count: number): readonly T[] => {
  if (isWhole || count >= list.length) return list
  const drawn = list
    .map((_, index) => ({ index, lot: lot(`${about} ${index}`) }))
    .toSorted((a, b) => a.lot - b.lot)
    .slice(0, count)
  const kept = new Set(drawn.map(({ index }) => index))
  return list.filter((_, index) => kept.has(index))
}

/** What a law tries at this moment of the scenario. */
export const tryAt = <T>(law: string, moment: number, points: readonly T[]): readonly T[] => {
  const why = beats[moment]?.why
  if (why !== undefined && chosen.includes(why)) return points
  return sampleAt(law, moment, points)
}

/** The sample alone, whatever moment it is: for a law's variants, when one of them tries the chosen moments whole. */
export const sampleAt = <T>(law: string, moment: number, points: readonly T[], one = oneIn): readonly T[] =>
  draw(`${law} ${moment}`, points, Math.ceil(points.length / one))
