/** Minutes of each unit, the longest first. */
const units = { d: 24 * 60, h: 60, m: 1 } as const

const isUnit = (letter: string): letter is keyof typeof units => Object.hasOwn(units, letter)

/** A time as playbooks write it, `15m`, `1h` or `2d`, in minutes; null: it is none. */
export const readDuration = (text: string): number | null => {
  const [, count, unit = ''] = /^([1-9]\d{0,3})([a-z])$/.exec(text) ?? []
  return isUnit(unit) ? Number(count) * units[unit] : null
}

/** Minutes as playbooks write them, in the longest unit that leaves no rest. */
export const writeDuration = (minutes: number): string => {
  const unit =
    Object.keys(units)
      .filter(isUnit)
      .find(one => minutes % units[one] === 0) ?? 'm'
  return `${minutes / units[unit]}${unit}`
}
