import { heldIn, type Incident } from '../../domain/incident/incident.ts'
import type { Person } from '../../domain/terms/person.ts'
import { quote } from '../../domain/text/quote.ts'
import { names } from '../refusal.ts'

// What is said of comments that are to be deleted.

export const noCommentLink = (written: string): string =>
  `${written === '' ? 'The link to a comment is missing' : `${quote(written)} is not a link to a comment`}. Open the comment’s menu (*...*), choose *Copy link*, and paste it.`

export const noSuchComment = (): string =>
  'Tocsin has not read this comment: it is not on a page of this incident, is Tocsin’s own, or is older than what Tocsin looks at.\nDelete it with GitHub’s *Delete* in the comment’s menu. Anyone with write access can.'

/** That it be deleted is decided, and this is what has become of it. */
export const decidedAlready = (deletion: 'owed' | 'done' | 'refused' | null, at: string): string => {
  switch (deletion) {
    case 'done':
      return 'This comment is deleted already.\nReload the page if you still see it.'
    case 'refused':
      return `This was approved already, but the comment could not be deleted.\nDelete it with GitHub’s *Delete* in the comment’s menu, or have Tocsin try again: \`/redact ${at}\`.`
    default:
      return 'This comment is already being deleted.\nIf it is still there in a few minutes, delete it with GitHub’s *Delete* in the comment’s menu.'
  }
}

const byHand =
  'Delete it with GitHub’s *Delete* in the comment’s menu: anyone with write access can. If it has a secret in it, rotate that now: `/exposed credential <name>` opens the steps.'

/** For whoever decided it, once GitHub’s refusal lasts. */
export const deletionRefused = (at: string): string =>
  `GitHub did not let Tocsin delete [this comment](${at}), so it is still there. ${byHand} \`/redact ${at}\` has Tocsin try again.`

/** Its page is not under the incident any more. */
export const pageOutOfReach = (at: string): string =>
  `Tocsin could not delete [this comment](${at}): its page is no longer part of this incident. It may still be there. ${byHand}`

/** Calls whoever asked, where somebody else approved. */
export const askedBy = ({ login }: Person): string => `Asked for by @${login}.`

export const alreadyAsked = (waits: 'second-person' | 'counsel', at: string): string =>
  `This was asked already. It waits for ${waits === 'counsel' ? 'counsel' : 'a second person'}.\n${capital(whoApproves(waits))} approves with \`/approve redaction ${at} <reason>\`.`

export const waitsForSecond = (at: string): string =>
  `Tocsin found no secret in this comment, so a second person has to agree before it is deleted. ${capital(whoApproves('second-person'))} can approve: \`/approve redaction ${at} <reason>\`. If it has a secret in it, rotate that now: \`/exposed credential <name>\` opens the steps.`

export const waitsForCounsel = (at: string): string =>
  `This team is under a legal hold, so nothing is deleted yet. Counsel preserves the original first, then writes \`/approve redaction ${at} <where it is preserved>\`. If it has a secret in it, rotate that now: \`/exposed credential <name>\` opens the steps.`

const whoApproves = (waits: 'second-person' | 'counsel'): string =>
  waits === 'counsel'
    ? 'counsel'
    : 'somebody other than who asked (the incident commander, the deputy, anyone on the roster as incident commander, counsel, an executive or the engineering lead)'

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

export const nothingAsked = (): string =>
  'Nobody has asked to delete this comment.\n`/redact <link>` asks for it. Example: `/redact https://github.com/acme/incidents/issues/7#issuecomment-123456`'

export const notOnesOwn = (): string =>
  'Whoever asked for it cannot approve it.\nAsk somebody else: the incident commander, the deputy, counsel or leadership.'

export const onlyCounsel = ({ roster, roles }: Incident): string => {
  const counsel = heldIn(roster, 'counsel').length > 0 ? heldIn(roster, 'counsel') : heldIn(roles, 'counsel')
  return `Under a legal hold only counsel can approve this.\n${
    counsel.length === 0
      ? 'The roster names no counsel: add one in `.github/incidents.yml`, or the incident commander assigns one with `/assign counsel @somebody`.'
      : `Counsel: ${names(counsel)}.`
  }`
}

export const preservedWhere = (): string =>
  'Where the original is preserved is missing. Copy the comment with its author and time to where counsel keeps evidence, then say where.'
