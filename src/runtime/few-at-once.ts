/** Does this with each, of which so many are under way at once at most. What throws ends it all, once what was begun is done. */
export const fewAtOnce = async <T>(all: readonly T[], most: number, work: (one: T) => Promise<void>): Promise<void> => {
  const left = all.values()
  const turns = Array.from({ length: Math.min(most, all.length) }, async () => {
    // all take from the one iterator: each one once
    for (const one of left) await work(one)
  })
  const failed = (await Promise.allSettled(turns)).find(turn => turn.status === 'rejected')
  if (failed !== undefined) throw failed.reason
}
