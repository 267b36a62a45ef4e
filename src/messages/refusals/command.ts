import type { Person } from '../../domain/terms/person.ts'
import { list, names } from './words.ts'

export const alreadyCommands = (who: Person): string => `${names([who])} is already incident commander.`

export const isCommanded = (who: Person): string =>
  `${names([who])} is incident commander. Only they can hand off command, with \`/handoff @login\`.`

export const onlyFromRoster = (who: Person, roster: readonly Person[]): string =>
  roster.length === 0
    ? `${names([who])} is not on the roster, and the roster is empty. Take command yourself with \`/ic\`.`
    : `${names([who])} is not on the roster. If you are not on it either, you can name ${list(
        roster.map(one => `**${one.login}**`),
        'or',
      )}, or take command yourself with \`/ic\`.`

export const needsWriteAccess = (who: Person): string =>
  `${names([who])} has no write access to this repository, and an incident commander needs it. Name somebody who has.`

export const nobodyCommands = (): string =>
  'There is no incident commander, so there is nothing to hand off.\nTo take command: `/ic`'
