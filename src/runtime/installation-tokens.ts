/** A token of this installation; `fresh`: a new one, whatever is kept. */
export type InstallationTokens = {
  (installation: number, fresh?: boolean): Promise<string>
  /** What is kept of this installation is asked for anew next time. */
  readonly forget: (installation: number) => void
}

/** GitHub's tokens live for an hour. */
const keepFor = 50 * 60_000

/** Installation tokens, kept by installation for most of an hour. `ask` gets a new one. `clock`: monotonic milliseconds. */
export const keepTokens = (
  ask: (installation: number) => Promise<string>,
  clock: () => number = () => performance.now(),
): InstallationTokens => {
  const kept = new Map<number, { token: string; until: number }>()
  const token = async (installation: number, fresh = false): Promise<string> => {
    const known = kept.get(installation)
    if (known !== undefined && !fresh && clock() < known.until) return known.token
    const asked = await ask(installation)
    kept.set(installation, { token: asked, until: clock() + keepFor })
    return asked
  }
  return Object.assign(token, { forget: (installation: number): void => void kept.delete(installation) })
}
