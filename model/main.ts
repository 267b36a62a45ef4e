import { script } from '../src/entrypoints/command-line.ts'
import type { Exploration } from './explore.ts'
import { invariants } from './invariants.ts'
import { variantGroups } from './variants.ts'
import { differences, inWords, lengthsOf, run, type Variant } from './verdict.ts'

/**
 * Explores the reconcile protocol of docs/protocol.md: how many states, what holds, or the shortest trace that breaks it.
 *
 *     npm run model                 every variant, about a minute; exits 1 if anything is not as expected
 *     npm run model -- 3            flaw 3, with every trace in full
 *     npm run model -- paused       the variants whose name contains this, with every trace in full
 */
function main(wanted: string | undefined): number {
  const started = performance.now()
  const total = { states: 0, unexpected: 0, run: 0 }
  for (const { title, variants } of variantGroups) {
    const chosen = variants.filter(variant => isWanted(variant, wanted))
    if (chosen.length) console.log(`\n${title}`)
    for (const variant of chosen) {
      const result = run(variant)
      const wrong = differences(variant, result)
      total.run++
      total.states += result.states
      if (wrong.length) total.unexpected++
      console.log(inLines(variant, result, wrong, wanted !== undefined).join('\n'))
    }
  }
  const verdict = total.unexpected ? `${total.unexpected} NOT AS EXPECTED` : 'all as expected'
  const seconds = Math.round((performance.now() - started) / 1000)
  console.log(
    total.run ? `\n${count(total.states)} states in ${seconds} s; ${verdict}` : `No variant is called ${wanted}.`,
  )
  return total.unexpected || !total.run ? 1 : 0
}

const isWanted = ({ name }: Variant, wanted: string | undefined): boolean =>
  wanted === undefined || (/^\d+$/.test(wanted) ? name.startsWith(`${wanted} `) : name.includes(wanted))

const count = (number: number): string => number.toLocaleString('en-US')

function inLines(variant: Variant, result: Exploration, wrong: readonly string[], inFull: boolean): string[] {
  const figures = `${count(result.states)} states, ${count(result.transitions)} transitions`
  const ending =
    variant.mostReads === undefined
      ? ''
      : `; from each state both writers end after at most ${result.mostReads} more reads each`
  return [
    `${wrong.length ? 'BAD' : 'ok '} ${variant.name}: ${figures}, ${result.rests} kinds of rest, ${result.milliseconds} ms`,
    `      ${inWords(lengthsOf(result))}${ending}`,
    ...wrong.map(difference => `      NOT AS EXPECTED  ${difference}`),
    ...tracesToShow(variant, result, inFull).flatMap(([violation, trace]) => [
      `      ${violation}: ${lawOf(violation)}`,
      ...trace.map(step => `        ${step}`),
    ]),
  ]
}

/** A flaw always shows what it is about; the rest is shown to whoever asks for one variant. */
function tracesToShow(variant: Variant, result: Exploration, inFull: boolean): [string, readonly string[]][] {
  const all = [...result.found]
  if (inFull) return all
  return all.filter(([violation]) => variant.shows?.test(violation)).slice(0, 1)
}

function lawOf(violation: string): string {
  const invariant = Object.entries(invariants).find(([name]) => violation.startsWith(`${name} `))
  return invariant ? invariant[1] : 'no such invariant'
}

const { args } = script(
  'npm run model --',
  'Explore the states of the reconcile protocol: how many there are and what holds, or the shortest trace that breaks it.',
)
  .argument('[variant]', 'A number for a flaw, or a part of a name, to explore these variants alone.')
  .addHelpText(
    'after',
    '\nExamples:\n  $ npm run model\n  $ npm run model -- 3\n  $ npm run model -- paused\n\nDocumentation: docs/protocol.md',
  )
  .parse()

process.exitCode = main(args[0])
