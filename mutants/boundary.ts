import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Mutation, mutated, mutationsOf, testsFor } from './boundaries.ts'

const inWords = (file: string, { line, from, to }: Mutation): string =>
  `${file}:${line}: \`${from.trim()}\` to \`${to.trim()}\``

const isNoticed = (folder: string, tests: readonly string[]): boolean =>
  spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', ...tests, '--bail=1', '--maxWorkers=1', '--testTimeout=60000'],
    // one that never ends counts as noticed
    { cwd: folder, encoding: 'utf8', timeout: 600_000 },
  ).status !== 0

/** Moves every boundary of these files in a copy of the project, one at a time; prints what nobody notices, and the score. */
export const tryBoundaries = (folder: string, files: readonly string[]): number => {
  let tried = 0
  let survived = 0
  for (const file of files) {
    const path = join(folder, file)
    const text = readFileSync(path, 'utf8')
    const tests = testsFor(file, existsSync)
    if (isNoticed(folder, tests)) throw new Error(`${tests.join()} fails before anything is changed`)
    for (const mutation of mutationsOf(text)) {
      writeFileSync(path, mutated(text, mutation))
      tried += 1
      if (isNoticed(folder, tests)) continue
      survived += 1
      console.log(`nobody notices ${inWords(file, mutation)}`)
    }
    writeFileSync(path, text)
  }
  console.log(`\n${tried - survived} of ${tried} boundaries noticed`)
  return survived
}
