import { type Incident, isUnopened, type StepState } from '../domain/incident/incident.ts'
import { type Actor, isSame, type Person } from '../domain/terms/person.ts'
import { isSeverity, type Severity, severityMeaning } from '../domain/terms/severity.ts'
import { quote } from '../domain/text/quote.ts'
import { blockedGate, names } from './refusal.ts'

// Each message has two lines: what was reverted and why, and what to type instead.

/** Who did it, from the page's point of view: the reply calls a person, and names a bot. */
const did = (by: Actor | null): string => {
  if (by === null) return 'Somebody (GitHub does not say who)'
  return by.kind === 'bot' ? `The bot **${by.login}**` : 'You'
}

const inCommand = ({ commander }: Incident): string =>
  commander === null
    ? 'There is no incident commander yet, `/ic` takes command'
    : `${commander.acting ? 'Acting incident commander' : 'Incident commander'}: ${names([commander.who])}`

/** Who is allowed to; in a review, which has no incident commander, that is always the same people. */
const only = (incident: Incident, who: string): string =>
  incident.kind === 'readiness' ? 'this needs write access to the repository.' : `${who}. ${inCommand(incident)}.`

export const notTheirsToAssign = (incident: Incident, step: StepState, who: Person, by: Actor | null): string =>
  `${did(by)} assigned ${names([who])} to \`${step.id}\`. Reverted: ${only(incident, 'only the incident commander or the deputy assigns work; anyone with write access can take unassigned steps')}
Ask them to comment \`/assign ${step.id} @${who.login}\`.`

export const notTheirsToUnassign = (incident: Incident, step: StepState, who: Person, by: Actor | null): string =>
  `${did(by)} unassigned ${names([who])} from \`${step.id}\`. Reverted: ${only(incident, 'only the incident commander or the deputy unassigns others')}
Ask them to comment \`/unassign ${step.id} @${who.login}\`. To give up a step that you took yourself: \`/unassign ${step.id}\``

export const assignedToGate = (incident: Incident, step: StepState, who: Person, by: Actor | null): string =>
  `${did(by)} assigned ${names([who])}. Reverted: ${blockedGate(incident, step)}`

export const heldByTheirRole = (step: StepState, role: string, who: Person, by: Actor | null): string =>
  `${did(by)} unassigned ${names([who])} from \`${step.id}\`. Reverted: they have this step through their role \`${role}\`.
To give the step to somebody else: \`/assign ${step.id} @login\`. To take the role from them: \`/unassign ${role} @${who.login}\``

export const notTheirsToAdd = (incident: Incident, who: Person, by: Actor | null): string =>
  isSame(by, who) ? needsAccessToJoin(incident, who) : addedByOther(incident, who, by)

const needsAccessToJoin = (incident: Incident, who: Person): string =>
  `You assigned yourself to the incident. Reverted: ${only(incident, 'joining needs write access')}
Ask the incident commander to comment \`/assign responder @${who.login}\`.`

const addedByOther = (incident: Incident, who: Person, by: Actor | null): string =>
  `${did(by)} assigned ${names([who])} to the incident. Reverted: ${only(incident, 'only the incident commander or the deputy adds others')}
Ask them to comment \`/assign responder @${who.login}\`. To join yourself, assign yourself.`

export const notTheirsToRemove = (incident: Incident, who: Person, by: Actor | null): string =>
  `${did(by)} unassigned ${names([who])} from the incident. Reverted: ${only(incident, 'only they themselves, the incident commander or the deputy can do this')}
Ask them to comment \`/unassign responder @${who.login}\`.`

export const commandIsHandedOver = (who: Person, by: Actor | null): string =>
  `${did(by)} unassigned ${names([who])} from the incident. Reverted: they are the incident commander.
To hand off command, they comment \`/handoff @login\`. Somebody on the roster can take it from an acting commander with \`/ic\`.`

export const severityNotTheirs = (incident: Incident, to: Severity, by: Actor | null): string =>
  `${did(by)} set ${to}. Reverted to ${incident.severity}: anyone with write access can raise the severity, only the incident commander (not an acting one) lowers it. ${inCommand(incident)}.
Ask them to comment \`/severity ${to} <reason>\`.`

export const loweredWithoutReason = (from: Severity, to: Severity): string =>
  `You set ${to} (${severityMeaning[to]}). Reverted to ${from}: lowering the severity needs a reason.
Comment \`/severity ${to} <reason>\`.`

export const labelNeeded = (incident: Incident, label: string, by: Actor | null): string =>
  incident.kind === 'readiness'
    ? `${did(by)} removed the label ${quote(label)}. Reverted: Tocsin finds the review by this label when it is due again.
To end the review for now, close the issue.`
    : `${did(by)} removed the label ${quote(label)}. Reverted: an incident keeps this label.
${isSeverity(label) ? `To change the severity: \`/severity ${incident.severity === 'SEV-1' ? 'SEV-2' : 'SEV-1'} <reason>\`. ` : 'To end the incident, the incident commander uses *Close issue*. '}For a false alarm: \`/cancel <reason>\``

export const labelKept = (incident: Incident, label: string): string =>
  `${callCommander(incident)}the label ${quote(label)} was removed again after three reverts. Tocsin keeps restoring it without further replies.
${incident.kind === 'readiness' ? 'To end the review for now, close the issue.' : 'To end the incident, the incident commander uses *Close issue*. For a false alarm: `/cancel <reason>`'}`

export const commentRemoved = (by: Actor | null): string =>
  `${did(by)} deleted a comment of Tocsin’s. It is posted again, and everybody who watches is mailed.
A reply that is in the way can be hidden: *Hide* in the menu of the comment.`

export const pageRemoved = (
  how: 'unlinked' | 'edited' | 'moved',
  step: string | null,
  page: number | null,
  by: Actor | null,
): string =>
  `${did(by)} ${removing(how, page)}. ${step === null ? 'The step' : `\`${step}\``} is opened again on a new page, and everybody who watches is mailed.
A step that is not needed: \`/skip ${step ?? '<step>'} <reason>\`. One that is done: \`/done ${step ?? '<step>'}\``

const removing = (how: 'unlinked' | 'edited' | 'moved', page: number | null): string => {
  const which = page === null ? 'the page of a step' : `#${page}`
  switch (how) {
    case 'unlinked':
      return `removed ${which} from this incident`
    case 'edited':
      return `removed Tocsin’s marker, the last line, from the text of ${which}`
    case 'moved':
      return `transferred ${which} to another repository`
  }
}

/** Asked once, when the same thing was made again three times. */
export const leftRemoved = (
  incident: Incident,
  how: 'unlinked' | 'edited' | 'moved' | 'deleted',
  step: string | null,
): string =>
  how === 'deleted'
    ? `${callCommander(incident)}a comment of Tocsin’s was deleted again after it was posted again three times. Tocsin now leaves it out.
To have the board and the replies posted again: \`/assign responder @login\``
    : `${callCommander(incident)}the page of ${step === null ? 'a step' : `\`${step}\``} was taken away again after it was opened again three times. Tocsin now leaves the step without a page.
Commands still work: \`/done ${step ?? '<step>'}\`, \`/skip ${step ?? '<step>'} <reason>\`. To have the page opened again: \`/assign ${step ?? 'responder'} @login\``

export const gateClosed = (incident: Incident, step: StepState, by: Actor | null): string =>
  `${did(by)} closed this step. Reverted: ${blockedGate(incident, step)} To skip it, the incident commander comments \`/skip ${step.id} <reason>\`.`

/** The reason in the timeline of a step that somebody skipped with GitHub's own button. */
export const skippedByClosing = (reason: 'not-planned' | 'duplicate'): string => `closed as ${reason} by hand`

export const stepNotTheirsToSkip = (incident: Incident, step: StepState, by: Actor | null): string =>
  `${did(by)} closed this step as not planned. Reverted: ${only(incident, 'only the incident commander (not an acting one) skips steps')}
Ask them to comment \`/skip ${step.id} <reason>\`. If the step is done: \`/done ${step.id}\`, or close it as completed.`

export const stepNotTheirsToClose = (step: StepState, by: Actor | null): string =>
  `${did(by)} closed this step. Reverted: finishing a step needs write access.
Somebody with write access can comment \`/done ${step.id}\` or close it.`

export const stepNotTheirsToReopen = (step: StepState, by: Actor | null): string =>
  `${did(by)} reopened this step. Reverted: \`${step.id}\` is ${step.state}, and reopening a step needs write access.
Somebody with write access can reopen it with *Reopen issue*.`

export const requiredMissing = (missing: readonly StepState[]): string =>
  `Blocked from closing: ${missing.length} required ${missing.length === 1 ? 'step' : 'steps'} open. The incident is open again.

${missing.map(step => `- \`${step.id}\`: ${wayToFinish(step)} or \`/skip ${step.id} <reason>\``).join('\n')}

Then close it again. A false alarm needs none of them: \`/cancel <reason>\``

const wayToFinish = (step: StepState): string =>
  isUnopened(step) ? '`/asset add <name>` to open it for an asset,' : `\`/done ${step.id}\``

export const notTheirsToClose = (incident: Incident, by: Actor | null): string =>
  incident.kind === 'readiness'
    ? `${did(by)} closed the review. Reverted: closing it needs write access.
Somebody with write access can close it with *Close issue*.`
    : `${did(by)} closed the incident. Reverted: only the incident commander (not an acting one) closes it. ${inCommand(incident)}.
${incident.commander?.acting ? 'Somebody on the roster takes over with `/ic`, then uses' : 'Ask them to use'} *Close issue*. For a false alarm, they comment \`/cancel <reason>\`.`

export const closedWithoutCommand = (incident: Incident): string =>
  `There is no incident commander, so the incident still counts as open. The issue was left closed.
${rosterOf(incident)} takes command with \`/ic\`, then closes the issue again. For a false alarm, they comment \`/cancel <reason>\`.`

export const notTheirsToReopen = (incident: Incident, by: Actor | null): string =>
  `${did(by)} reopened the incident. Reverted: it is ${incident.ended ?? 'open'}, and reopening it needs write access.
Somebody with write access can reopen it with *Reopen issue*.`

/** Asked once, when the same thing was reverted three times. */
export const settleStep = (incident: Incident, step: StepState): string =>
  `${callCommander(incident)}\`${step.id}\` was changed by hand again after three reverts. Tocsin now leaves it as it is.
The incident commander or the deputy decides: \`/assign ${step.id} @login\`, \`/done ${step.id}\` or \`/skip ${step.id} <reason>\`.`

/** Asked once, when the same thing was reverted three times after the end. */
export const settleEnded = (incident: Incident, ended: 'closed' | 'cancelled'): string =>
  `${callCommander(incident)}the same change was made by hand again after three reverts. Tocsin now leaves it as it is. On record, the ${ended} ${incident.kind === 'readiness' ? 'review' : 'incident'} has not changed.
If it should, reopen it with *Reopen issue*.`

export const changedAfterEnd = (incident: Incident, ended: 'closed' | 'cancelled', by: Actor | null): string =>
  `${did(by)} changed ${incident.kind === 'readiness' ? 'a review' : 'an incident'} that is ${ended}. Reverted: nothing is changed after the end.
Anyone with write access can reopen it with *Reopen issue*, then make the change. \`/timeline\` works without reopening it.`

export const settleIncident = (incident: Incident): string =>
  incident.kind === 'readiness'
    ? `The same change was made by hand again after three reverts. Tocsin now leaves this review as it is.
Anyone with write access can decide: close or reopen the issue.`
    : `${callCommander(incident)}the same change was made by hand again after three reverts. Tocsin now leaves it as it is. On record: ${incident.severity}, ${incident.status}. ${inCommand(incident)}.
The incident commander decides: \`/severity\`, \`/assign responder @login\`, \`/handoff @login\`, or *Close issue*.`

const callCommander = ({ commander }: Incident): string => (commander === null ? '' : `@${commander.who.login}: `)

const rosterOf = ({ roster }: Incident): string => {
  const people = roster['incident-commander'] ?? []
  return people.length === 0 ? 'Anyone with maintain access' : `Somebody on the roster (${names(people)})`
}
