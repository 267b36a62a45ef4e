/** UTC as GitHub writes it, e.g. `2026-03-01T10:42:00Z`. */
export type Moment = string

export const later = (moment: Moment, seconds: number): Moment =>
  new Date(Date.parse(moment) + seconds * 1000).toISOString()

export const isBefore = (a: Moment, b: Moment): boolean => Date.parse(a) < Date.parse(b)

