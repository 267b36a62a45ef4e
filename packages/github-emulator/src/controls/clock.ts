/** Where time comes from: real time, moved by `offset`; or `frozen`, moved by hand and by `step` at each request. */
export type ClockOptions = { readonly frozen?: Date | string; readonly step?: number }

export type Clock = {
  now(): Date
  advance(milliseconds: number): void
  set(date: Date | string): void
  /** Called once for each request. */
  tick(): void
  save(): number
  load(saved: number): void
}

const units: { readonly [unit: string]: number } = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** `90s`, `2h`, `1h30m`, `3d` in milliseconds; null for anything else. */
export const readDuration = (words: string): number | null => {
  const parts = [...words.matchAll(/(\d+)(ms|s|m|h|d)/g)]
  if (parts.length === 0 || parts.map(([whole]) => whole).join('') !== words) return null
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (units[unit ?? ''] ?? 0), 0)
}

/** The one clock of an emulator: world, tokens, limits and the `Date` header all read it. */
export const createClock = ({ frozen, step = 0 }: ClockOptions = {}): Clock => {
  // frozen: a moment in ms; running: what is added to real time
  let at = frozen === undefined ? 0 : new Date(frozen).getTime()
  const real = () => (frozen === undefined ? Date.now() : 0)
  return {
    now: () => new Date(real() + at),
    advance: milliseconds => {
      at += milliseconds
    },
    set: date => {
      at = new Date(date).getTime() - real()
    },
    tick: () => {
      at += step
    },
    save: () => at,
    load: saved => {
      at = saved
    },
  }
}
