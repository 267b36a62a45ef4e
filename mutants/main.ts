import { spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { tryBoundaries } from './boundary.ts'
import { type Guard, guards } from './guards.ts'

// Takes one guard at a time out of a copy of the source, and tells which test notices; with `boundary` and files, moves
// one boundary at a time instead. Ends with 1 if no test notices one.

const copied = [
  'src',
  'packages',
  'test',
  'templates',
  'docs',
  'model',
  'scripts',
  'bench',
  'mutants',
  '.github',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
  'action.yml',
]

const copy = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-mutant-'))
  for (const name of copied) cpSync(name, join(folder, name), { recursive: true })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  return folder
}

const patch = (folder: string, { name, patches }: Guard): void => {
  for (const { file, from, to } of patches) {
    const path = join(folder, file)
    const text = readFileSync(path, 'utf8')
    if (text.split(from).length !== 2) throw new Error(`${name}: ${file} does not hold exactly one "${from.trim()}"`)
    writeFileSync(
      path,
      text.replace(from, () => to),
    )
  }
}

type Report = {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

/** The names of the tests that turn red. */
const redWithout = (guard: Guard): readonly string[] => {
  const folder = copy()
  try {
    patch(folder, guard)
    const report = join(folder, 'report.json')
    const named = guard.named === undefined ? [] : ['-t', guard.named]
    const found = spawnSync(
      process.execPath,
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        ...guard.tests,
        ...named,
        '--bail=1',
        // one that hangs counts as noticed: not for as long as the slowest machine might need
        '--testTimeout=120000',
        '--reporter=json',
        `--outputFile=${report}`,
      ],
      { cwd: folder, encoding: 'utf8', timeout: 1_800_000, env: { ...process.env, LAWS: 'all' } },
    )
    if (found.status === 0) return []
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
    return testResults
      .flatMap(file => file.assertionResults)
      .filter(one => one.status === 'failed')
      .map(one => one.fullName)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Takes guards away, all or those that are named, and says how many nobody misses. */
const tryGuards = (only: readonly string[]): number => {
  const chosen = guards.filter(guard => only.length === 0 || only.includes(guard.name))
  if (chosen.length === 0) throw new Error(`no guard is called ${only.join(' or ')}`)
  let unnoticed = 0
  for (const guard of chosen) {
    const red = redWithout(guard)
    if (red.length === 0) unnoticed += 1
    const noticed = red[0] === undefined ? 'NOBODY NOTICES' : `noticed by: ${red[0]}`
    console.log(`${guard.name}: ${guard.without}\n  ${noticed}`)
  }
  console.log(`\n${chosen.length} guards taken away, ${unnoticed} unnoticed`)
  return unnoticed
}

const [what, ...named] = process.argv.slice(2)
if (what === 'boundary') {
  const folder = copy()
  try {
    const files = named.length > 0 ? named : globSync(['src/rules/**/*.ts', 'src/commands/**/*.ts']).toSorted()
    process.exitCode = (await tryBoundaries(folder, files)) === 0 ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
} else process.exitCode = tryGuards(process.argv.slice(2)) === 0 ? 0 : 1
