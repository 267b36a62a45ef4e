/** A token of this installation; `fresh`: a new one, whatever is kept. */
export type InstallationTokens = (installation: number, fresh?: boolean) => Promise<string>

/** GitHub's tokens live for an hour. */
const keepFor = 50 * 60_000

/** Installation tokens, kept by installation for most of an hour. `ask` gets a new one. `clock`: monotonic milliseconds. */
export const keepTokens = (
  ask: (installation: number) => Promise<string>,
  clock: () => number = () => performance.now(),
): InstallationTokens => {
  const kept = new Map<number, { token: string; until: number }>()
  return async (installation, fresh = false) => {
    const known = kept.get(installation)
    if (known !== undefined && !fresh && clock() < known.until) return known.token
    const token = await ask(installation)
    kept.set(installation, { token, until: clock() + keepFor })
    return token
  }
}
