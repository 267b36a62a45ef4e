import type { Person } from '../../domain/terms/person.ts'
import { type Severity, severityMeaning } from '../../domain/terms/severity.ts'
import { list } from './words.ts'

export const isStillHere = (number: number | null): string =>
  `The incident’s issue${number === null ? '' : `, #${number},`} is in this repository. This is for one that was transferred away or deleted.`

export const isBeingContinued = (): string => 'A new issue is being opened already. It is named here once it is there.'

export const alreadyConfirmed = (): string =>
  'This incident is already confirmed.\nIf it turned out to be a false alarm: `/cancel <reason>`'
export const alreadyAt = (to: string): string => `It is already ${to}.`

export const loweringNeedsReason = (from: Severity, to: Severity): string =>
  `Lowering the severity from ${from} to ${to} (${severityMeaning[to]}) needs a reason.\nAdd it: \`/severity ${to} <reason>\``

export const alreadyRuledOut = (): string =>
  'Insider involvement is already ruled out.\nIf there are new findings, add them: `/timeline <what you found>`'
export const alreadyApproved = (as: string): string =>
  `Your approval as ${as} is already on record.\n\`/status\` shows what is still blocked.`

/** External disclosure needs two people. */
export const approvalFirst = (others: readonly Person[]): string =>
  `Counsel or leadership must approve first, and must be somebody other than the incident commander.\n${
    others.length === 0
      ? 'Nobody holds such a role yet: `/assign counsel @login`'
      : `Ask ${list(
          others.map(one => `**${one.login}**`),
          'or',
        )} to comment \`/approve external <reason>\`.`
  }`
