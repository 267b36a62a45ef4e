import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The bundle may take this much longer to start, and to see that there is nothing to do, than Node alone. */
export const startBudget = 1.15

/** So much more CPU time the heavy half may take to be loaded, playbooks included, than Node alone: half of 0.1.0's 11.8. */
export const heavyBudget = 5.9

const pairs = 41

/** An event of a comment that says nothing to us, as the runner writes it. */
const event = {
  action: 'created',
  issue: { number: 7, title: 'Report', body: '', labels: [{ name: 'incident' }] },
  comment: { body: 'The log has nothing before ten.' },
  sender: { login: 'bob' },
  repository: { name: 'incidents', owner: { login: 'acme' } },
}

/** `node dist/action.js` against `node -e 0`, turn by turn so that both meet the same machine: the median of the ratios. */
export const measureStart = (): number => {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-bench-'))
  const path = join(folder, 'event.json')
  writeFileSync(path, JSON.stringify(event))
  const env = { PATH: process.env.PATH ?? '', GITHUB_EVENT_NAME: 'issue_comment', GITHUB_EVENT_PATH: path }
  const ratios = Array.from({ length: pairs }, (_, index) => {
    // who goes first changes, for the second of two may find the machine warmer
    const both = index % 2 === 0 ? [['dist/action.js'], ['-e', '0']] : [['-e', '0'], ['dist/action.js']]
    const [first = 0, second = 0] = both.map(args => timeOf(args, env))
    return index % 2 === 0 ? first / second : second / first
  })
  rmSync(folder, { recursive: true, force: true })
  return ratios.toSorted((a, b) => a - b)[Math.floor(pairs / 2)] ?? 0
}

/** Loading `dist/action-incidents.js` with all that it imports against `node -e 0`, in CPU time: the median of the ratios. */
export const measureHeavyStart = (): number => {
  const load = `await import(${JSON.stringify(pathToFileURL('dist/action-incidents.js').href)})`
  const ratios = Array.from({ length: heavyPairs }, () => cpuOf(load) / cpuOf(''))
  return ratios.toSorted((a, b) => a - b)[Math.floor(heavyPairs / 2)] ?? 0
}

const heavyPairs = 11

/** In microseconds, as the process itself accounts for it once that code has run. */
const cpuOf = (code: string): number => {
  const told = `${code}\nconst { user, system } = process.cpuUsage()\nprocess.stdout.write(String(user + system))`
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', told], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`node ended with ${status}: ${stderr}`)
  return Number(stdout)
}

const timeOf = (args: readonly string[], env: Record<string, string>): number => {
  const began = process.hrtime.bigint()
  const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`)
  return Number(process.hrtime.bigint() - began)
}
