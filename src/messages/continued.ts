import type { Incident } from '../domain/incident/incident.ts'

/** The title of the issue on which an incident continues: whatever the first one was called, its codename is in the record. */
export const continuedTitle = ({ codename }: Pick<Incident, 'codename'>, before: number): string =>
  `${codename}, continued from #${before}`

/** What stands in that issue. */
export const continuedBody = ({ codename }: Pick<Incident, 'codename'>, before: number): string =>
  `**${codename} continues here.** Its issue until now, #${before}, was transferred to another repository, or deleted. The record is the same: everything that was decided still holds, and the steps are the same pages. What was said on #${before} but is not in the record stays there.`

/** Said once where a commander asked for it. */
export const continuedOn = ({ codename }: Pick<Incident, 'codename'>, number: number): string =>
  `**${codename} continues on #${number}.** Board, steps and commands are there.`
