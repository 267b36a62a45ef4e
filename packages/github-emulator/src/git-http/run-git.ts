import { spawn } from 'node:child_process'

export type GitRun = { readonly code: number; readonly stdout: Uint8Array; readonly stderr: string }

type Options = {
  /** The bare repository to work in. */
  readonly folder: string
  readonly input?: Uint8Array
  /** The value of `Git-Protocol`, such as `version=2`. */
  readonly protocol?: string
}

/** Only this much of the surroundings reaches git: no configuration of the person who runs the emulator. */
const environment = (protocol: string | undefined): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  LC_ALL: 'C',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
  ...(protocol === undefined ? {} : { GIT_PROTOCOL: protocol }),
})

/** Runs the git program to its end. Rejects with `ENOENT` where there is none. */
export const runGit = (args: readonly string[], { folder, input, protocol }: Options): Promise<GitRun> =>
  new Promise((resolve, reject) => {
    const child = spawn('git', args, { cwd: folder, env: environment(protocol) })
    const out: Buffer[] = []
    const problems: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => problems.push(chunk))
    // git may end before it has read everything: its exit code says why
    child.stdin.on('error', () => {})
    child.on('error', reject)
    child.on('close', code => {
      const stderr = Buffer.concat(problems).toString('utf8')
      resolve({ code: code ?? 1, stdout: Buffer.concat(out), stderr })
    })
    child.stdin.end(input ?? Buffer.alloc(0))
  })
