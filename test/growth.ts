// How work grows with its size, as a ratio within one run: no test asserts seconds, which are another machine's.

/** CPU time of this thread so far, in milliseconds: what other threads and processes do meanwhile is not in it. */
const used = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

// Linux may count CPU time in ticks of 4 ms: one short run would seem to take none.
const longEnough = 50

/** CPU milliseconds of one run: the mean of as many as it takes to measure it. */
const costOf = async (work: () => unknown): Promise<number> => {
  const start = used()
  for (let runs = 1; ; runs += 1) {
    await work()
    const cost = used() - start
    if (cost >= longEnough) return cost / runs
  }
}

/**
 * How many times as much CPU time `work` takes as `other`. Both are measured side by side, for what the engine has compiled
 * so far counts for both; a ratio above `most` is measured again, six times in all, and the least counts.
 */
export const timesAsMuch = async (work: () => unknown, other: () => unknown, most: number): Promise<number> => {
  // compiled and cached before anything is measured
  await other()
  let ratio = Number.POSITIVE_INFINITY
  for (let attempt = 0; attempt < 6 && ratio > most; attempt += 1) {
    const least = await costOf(other)
    ratio = Math.min(ratio, (await costOf(work)) / least)
  }
  return ratio
}

/** At eight times the size linear work costs about 8 times as much and quadratic work 64 times. */
export const linear = 32

/** How many times as much the work costs at this size as at an eighth of it; below `linear` it is not quadratic. */
export const eightfold = (work: (size: number) => unknown, size: number): Promise<number> =>
  timesAsMuch(
    () => work(size),
    () => work(size / 8),
    linear,
  )
