import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import type { TestProject } from 'vitest/node'

/** What one test file has held against GitHub's description. */
export type Line = {
  readonly file: string
  /** Emulators that were started with validation. */
  readonly validating: number
  readonly rest: number
  readonly graphql: number
  readonly webhooks: number
  readonly violations: readonly string[]
}

/** Drills that ran whole: each plays against an emulator that validates, so one that held up nothing has lost its check. */
const drillsOf = ({ vitest }: TestProject): readonly string[] =>
  vitest.config.testNamePattern === undefined
    ? vitest.state
        .getTestModules()
        .filter(({ project, children }) => project.name === 'drills' && [...children.allTests('passed')].length > 0)
        .map(({ moduleId }) => relative('.', moduleId))
    : []

const isChecked = ({ rest, graphql, webhooks }: Line): boolean => rest > 0 && graphql > 0 && webhooks > 0

/** Why "no violations" would mean nothing, for each file where it would. */
export const unchecked = (lines: readonly Line[], drills: readonly string[]): readonly string[] =>
  drills
    .filter(drill => !lines.some(line => line.file === drill && line.validating > 0 && isChecked(line)))
    .map(drill => `${drill}: nothing was held against GitHub's description`)

/** What is printed at the end of a run. */
export const inWords = (lines: readonly Line[], violations: number): string => {
  if (lines.length === 0) return 'No emulator was started, so nothing was held against GitHub’s description'
  const sum = (of: (line: Line) => number): number => lines.reduce((total, line) => total + of(line), 0)
  return `${sum(line => line.rest)} REST, ${sum(line => line.graphql)} GraphQL and ${sum(line => line.webhooks)} webhook exchanges were held against GitHub’s description: ${violations} violations`
}

/** Prints, at the end of a test run, how many exchanges were held against GitHub's description; a violation is an error. */
export default function tally(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-tally-'))
  const path = join(folder, 'tally.ndjson')
  writeFileSync(path, '')
  process.env.TOCSIN_TALLY = path
  return () => {
    const lines = readFileSync(path, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line) as Line)
    rmSync(folder, { recursive: true, force: true })
    const violations = lines.flatMap(line => line.violations.map(one => `${line.file}: ${one}`))
    console.log(inWords(lines, violations.length))
    const wrong = [...violations, ...unchecked(lines, drillsOf(project))]
    for (const one of wrong.slice(0, 20)) console.error(one)
    if (wrong.length > 0)
      throw new Error(`${wrong.length} violations of GitHub's description, or files without a check`)
  }
}
