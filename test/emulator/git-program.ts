import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether a program is on this machine; says so once where it is not, for the tests that are left out then. */
export const installed = (program: string): boolean => {
  const there = spawnSync(program, ['--version']).status === 0
  if (!there) console.warn(`Left out: the tests that need the program ${program}, which is not on this machine.`)
  return there
}

export type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string }

/** A folder of one test, with git and gpg as somebody would use them who has no settings at all. */
export type Desk = {
  readonly folder: string
  readonly run: (
    program: string,
    args: readonly string[],
    options?: { within?: string; input?: string },
  ) => Promise<Ran>
  /** Git inside `within`; throws what git said when it fails. */
  readonly git: (within: string, ...args: string[]) => Promise<string>
  readonly close: () => void
}

export const openDesk = (): Desk => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'))
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    GNUPGHOME: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
    ...Object.fromEntries(
      ['AUTHOR', 'COMMITTER'].flatMap(who => [
        [`GIT_${who}_NAME`, 'Bob'],
        [`GIT_${who}_EMAIL`, 'bob@example.com'],
      ]),
    ),
  }
  const run: Desk['run'] = (program, args, { within = '.', input = '' } = {}) =>
    new Promise(resolve => {
      const child = execFile(program, args, { cwd: join(folder, within), env }, (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code) : 0, stdout, stderr })
      })
      // a program may end without reading what it is given
      child.stdin?.on('error', () => {})
      child.stdin?.end(input)
    })
  return {
    folder,
    run,
    git: async (within, ...args) => {
      const { code, stdout, stderr } = await run('git', args, { within })
      if (code !== 0) throw new Error(stderr)
      return stdout.trim()
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}
