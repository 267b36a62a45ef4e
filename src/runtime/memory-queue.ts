/** Work by key: at most one at a time and one waiting, for a second one waiting would only do the same again. */
export type Queue = {
  readonly add: (key: string, work: () => Promise<void>) => void
  /** Adds it after so many milliseconds; an earlier call for the same key counts, a later one is dropped. */
  readonly addLater: (key: string, work: () => Promise<void>, milliseconds: number) => void
  /** Nothing runs and nothing waits; what was put off for later does not count. */
  readonly idle: () => Promise<void>
  /** Takes nothing more, forgets what was put off, and resolves when what runs is done. */
  readonly close: () => Promise<void>
}

export const startQueue = (failed: (key: string, error: unknown) => void): Queue => {
  const running = new Map<string, Promise<void>>()
  const waiting = new Map<string, () => Promise<void>>()
  const later = new Map<string, { timer: NodeJS.Timeout; at: number }>()
  let closed = false

  const start = (key: string, work: () => Promise<void>): void => {
    const turn = work()
      .catch(error => failed(key, error))
      .then(() => {
        running.delete(key)
        const next = waiting.get(key)
        waiting.delete(key)
        if (next !== undefined && !closed) start(key, next)
      })
    running.set(key, turn)
  }
  const add: Queue['add'] = (key, work) => {
    if (closed) return
    if (running.has(key)) waiting.set(key, work)
    else start(key, work)
  }
  const idle = async (): Promise<void> => {
    while (running.size > 0) await Promise.all(running.values())
  }
  return {
    add,
    addLater: (key, work, milliseconds) => {
      const at = performance.now() + milliseconds
      const planned = later.get(key)
      if (closed || (planned !== undefined && planned.at <= at)) return
      clearTimeout(planned?.timer)
      const timer = setTimeout(() => {
        later.delete(key)
        add(key, work)
      }, milliseconds)
      timer.unref()
      later.set(key, { timer, at })
    },
    idle,
    close: async () => {
      closed = true
      for (const { timer } of later.values()) clearTimeout(timer)
      waiting.clear()
      await idle()
    },
  }
}
