import { randomInt } from 'node:crypto'

/** Draws the sample of this run, and says how to draw it again. */
export default function announce(): void {
  if (process.env.LAWS === 'all') return
  process.env.LAWS_SEED ??= String(randomInt(1, 1_000_000))
  console.log(
    `Invariants and playbooks are tried on a sample. To draw the same sample again: LAWS_SEED=${process.env.LAWS_SEED}`,
  )
}
