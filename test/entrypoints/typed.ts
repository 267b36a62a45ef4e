import { run } from '../../src/entrypoints/cli/run.ts'

export type Said = { readonly code: number; readonly stdout: string; readonly stderr: string }

/** What somebody typed after `tocsin`, in this process. */
export const typed = async (words: readonly string[], env: Record<string, string> = {}): Promise<Said> => {
  let [stdout, stderr] = ['', '']
  const code = await run(
    words,
    {
      out: text => {
        stdout += text
      },
      err: text => {
        stderr += text
      },
    },
    env,
  )
  return { code, stdout, stderr }
}
