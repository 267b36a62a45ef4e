/** UTC as GitHub writes it, e.g. `2026-03-01T10:42:00Z`. */
export type Timestamp = string

export const later = (moment: Timestamp, seconds: number): Timestamp =>
  new Date(Date.parse(moment) + seconds * 1000).toISOString()

export const isBefore = (a: Timestamp, b: Timestamp): boolean => Date.parse(a) < Date.parse(b)

/** `2026-03-01`; moments are in UTC and are cut, never converted. */
export const dayOf = (moment: Timestamp): string => moment.slice(0, 10)
export const clockOf = (moment: Timestamp): string => moment.slice(11, 16)
export const minuteOf = (moment: Timestamp): string => `${dayOf(moment)} ${clockOf(moment)}`
