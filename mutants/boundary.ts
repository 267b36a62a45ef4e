import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createVitest, type Vitest } from 'vitest/node'
import { type Mutation, mutated, mutationsOf, testsFor } from './boundaries.ts'

const inWords = (file: string, { line, from, to }: Mutation): string =>
  `${file}:${line}: \`${from.trim()}\` to \`${to.trim()}\``

/** Vitest in the copy. It keeps what it has loaded: of a mutant only the file that was changed is loaded anew. */
const vitestIn = (folder: string): Promise<Vitest> =>
  createVitest('test', {
    root: folder,
    watch: false,
    bail: 1,
    maxWorkers: 1,
    reporters: [{}],
    testTimeout: 60_000,
  })

/** A run that takes longer, in milliseconds, never ends. */
const longest = 300_000

const isNoticed = async (vitest: Vitest, path: string, tests: readonly string[]): Promise<boolean | 'never ends'> => {
  vitest.invalidateFile(path)
  const specifications = await vitest.globTestSpecifications([...tests])
  const run = vitest.runTestSpecifications(specifications)
  const ended = await Promise.race([run, wait(longest, null, { ref: false })])
  if (ended === null) return 'never ends'
  const { testModules, unhandledErrors } = ended
  return unhandledErrors.length > 0 || testModules.length === 0 || testModules.some(one => !one.ok())
}

/** The mutants of one file that nobody notices. */
const survivorsOf = async (
  folder: string,
  file: string,
  mutations: readonly Mutation[],
): Promise<readonly Mutation[]> => {
  const path = join(folder, file)
  const text = readFileSync(path, 'utf8')
  const tests = testsFor(file, existsSync)
  let vitest = await vitestIn(folder)
  const passes = async () => (await isNoticed(vitest, path, tests)) === false
  if (!(await passes())) throw new Error(`${tests.join()} fails before anything is changed`)
  const survivors: Mutation[] = []
  for (const mutation of mutations) {
    writeFileSync(path, mutated(text, mutation))
    const noticed = await isNoticed(vitest, path, tests)
    if (noticed === false) survivors.push(mutation)
    if (noticed !== 'never ends') continue
    void vitest.close()
    vitest = await vitestIn(folder)
  }
  writeFileSync(path, text)
  if (!(await passes())) throw new Error(`${tests.join()} fails after everything was changed back`)
  await vitest.close()
  return survivors
}

/** Moves every boundary of these files in a copy of the project, one at a time; prints what nobody notices, and the score. */
export const tryBoundaries = async (folder: string, files: readonly string[]): Promise<number> => {
  process.chdir(folder)
  let tried = 0
  let survived = 0
  for (const file of files) {
    const mutations = mutationsOf(readFileSync(file, 'utf8'))
    if (mutations.length === 0) continue
    const survivors = await survivorsOf(folder, file, mutations)
    for (const one of survivors) console.log(`nobody notices ${inWords(file, one)}`)
    tried += mutations.length
    survived += survivors.length
  }
  console.log(`\n${tried - survived} of ${tried} boundaries noticed`)
  return survived
}
