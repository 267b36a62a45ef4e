import { Temporal } from 'temporal-polyfill'

/** Minutes east of UTC in `zone` at an instant; null when there is no such zone. */
export const offsetAt = (zone: string, instant: Temporal.Instant): number | null => {
  // A zone that a person wrote may not exist, and Temporal says so by throwing.
  try {
    return Math.round(instant.toZonedDateTimeISO(zone).offsetNanoseconds / 60e9)
  } catch {
    return null
  }
}

export const isZone = (zone: string): boolean => offsetAt(zone, Temporal.Instant.fromEpochMilliseconds(0)) !== null

/** The instants at which the clocks in `zone` show this: none or two where they are put forward or back. */
export const instantsOf = (local: Temporal.PlainDateTime, zone: string): readonly Temporal.Instant[] => {
  const [earlier, later] = (['earlier', 'later'] as const)
    .map(disambiguation => local.toZonedDateTime(zone, { disambiguation }))
    .filter(shown => shown.toPlainDateTime().equals(local))
  return [earlier, later?.epochMilliseconds === earlier?.epochMilliseconds ? undefined : later].flatMap(
    shown => shown?.toInstant() ?? [],
  )
}

/** The instant at which clocks that many minutes east of UTC show this. */
export const instantAt = (local: Temporal.PlainDateTime, offset: number): Temporal.Instant =>
  local.toZonedDateTime('UTC').toInstant().subtract({ minutes: offset })
