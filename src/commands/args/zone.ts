/** What a clock on the wall shows. */
export type Local = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

const minute = 60_000
const day = 86_400_000

/** Minutes east of UTC in `zone` at an instant; null when there is no such zone. */
export const offsetAt = (zone: string, instant: number): number | null => {
  const shown = clockIn(zone, instant)
  return shown === null ? null : Math.round((asIfUtc(shown) - instant) / minute)
}

/** The instants at which the clocks in `zone` show this: none or two where they are put forward or back. */
export const instantsOf = (local: Local, zone: string): readonly number[] => {
  const shown = asIfUtc(local)
  const offsets = [shown - day, shown + day].map(near => offsetAt(zone, near)).filter(offset => offset !== null)
  const candidates = [...new Set(offsets)].map(offset => shown - offset * minute)
  return candidates.filter(instant => offsetAt(zone, instant) === Math.round((shown - instant) / minute)).toSorted()
}

export const asIfUtc = (local: Local): number =>
  Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute, local.second)

const clockIn = (zone: string, instant: number): Local | null => {
  const format = formatFor(zone)
  if (format === null) return null
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  }
}

// A zone that a person wrote may not exist, and Intl says so by throwing.
const formatFor = (zone: string): Intl.DateTimeFormat | null => {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      calendar: 'iso8601',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
  } catch {
    return null
  }
}
