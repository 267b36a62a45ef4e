import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Line = { file: string; rest: number; graphql: number; webhooks: number; violations: string[] }

/** Prints, at the end of a test run, how many exchanges were held against GitHub's description; a violation is an error. */
export default function tally(): () => void {
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
    const sum = (of: (line: Line) => number): number => lines.reduce((total, line) => total + of(line), 0)
    const violations = lines.flatMap(line => line.violations.map(one => `${line.file}: ${one}`))
    console.log(
      `${sum(line => line.rest)} REST, ${sum(line => line.graphql)} GraphQL and ${sum(line => line.webhooks)} webhook exchanges were held against GitHub's description: ${violations.length} violations`,
    )
    for (const violation of violations.slice(0, 20)) console.error(violation)
    if (violations.length > 0) throw new Error(`${violations.length} violations of GitHub's description`)
  }
}
