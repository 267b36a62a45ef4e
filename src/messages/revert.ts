import { type Incident, isUnopened, type StepState } from '../domain/incident/incident.ts'
import type { Actor, Person } from '../domain/terms/person.ts'
import { type Severity, severityMeaning } from '../domain/terms/severity.ts'
import { quote } from '../domain/text/quote.ts'
import { isShutWords, names } from './refusal.ts'

/** Who did it, from the page's point of view: the reply calls a person, and blames a bot or nobody by name. */
const did = (by: Actor | null): string => {
  if (by === null) return 'Something (GitHub does not say who)'
  return by.kind === 'bot' ? `A bot (**${by.login}**)` : 'You'
}

const inCommand = (incident: Incident): string => {
  if (incident.kind === 'readiness') return 'nobody commands a review'
  return incident.commander === null
    ? 'nobody commands yet, `/ic` takes command'
    : `in command is ${names([incident.commander.who])}`
}

export const notTheirsToAssign = (incident: Incident, step: StepState, who: Person, by: Actor | null): string =>
  `${did(by)} assigned ${names([who])} to \`${step.id}\`, and that was put back: giving work is for the incident commander and the deputy (${inCommand(incident)}), taking what is nobody’s is for everyone with write access. Ask for \`/assign ${step.id} @${who.login}\`.`

export const notTheirsToUnassign = (incident: Incident, step: StepState, who: Person, by: Actor | null): string =>
  `${did(by)} took ${names([who])} off \`${step.id}\`, and that was put back: who was given work keeps it until the incident commander or the deputy says otherwise (${inCommand(incident)}). To let go of your own: \`/unassign ${step.id}\`.`

export const assignedToGate = (incident: Incident, step: StepState, who: Person, by: Actor | null): string =>
  `${did(by)} assigned ${names([who])}, and that was put back. ${isShutWords(incident, step)}`

export const heldByTheirRole = (step: StepState, role: string, who: Person, by: Actor | null): string =>
  `${did(by)} took ${names([who])} off \`${step.id}\`, and that was put back, for they have it as \`${role}\`. \`/assign ${step.id} @login\` gives this step to somebody else, \`/unassign ${role} @${who.login}\` takes them off the role.`

export const notTheirsToAdd = (incident: Incident, who: Person, by: Actor | null): string =>
  `${did(by)} assigned ${names([who])} to the incident, and that was put back: bringing others in is for the incident commander and the deputy (${inCommand(incident)}). Ask for \`/assign responder @${who.login}\`; to join yourself, assign yourself.`

export const notTheirsToRemove = (incident: Incident, who: Person, by: Actor | null): string =>
  `${did(by)} took ${names([who])} off the incident, and that was put back: it is for themselves, the incident commander and the deputy (${inCommand(incident)}). For example: \`/unassign responder @${who.login}\`.`

export const commandIsHandedOver = (who: Person, by: Actor | null): string =>
  `${did(by)} took ${names([who])} off the incident, and that was put back: they command. Command is handed over with \`/handoff @login\`, by whoever has it; somebody on the roster takes it from an acting commander with \`/ic\`.`

export const severityNotTheirs = (incident: Incident, to: Severity, by: Actor | null): string =>
  `${did(by)} set ${to}, and ${incident.severity} was put back: raising is for everyone with write access, lowering for the incident commander, not an acting one (${inCommand(incident)}). For example: \`/severity ${to} <reason>\`.`

export const loweredWithoutReason = (from: Severity, to: Severity): string =>
  `You set ${to} (${severityMeaning[to]}), and ${from} was put back: going down needs a reason, for those who were woken. Say \`/severity ${to} <reason>\`.`

export const labelNeeded = (incident: Incident, label: string, by: Actor | null): string =>
  incident.kind === 'readiness'
    ? `${did(by)} removed the label ${quote(label)}, and it was put back: a review is found by it when it is due again.`
    : `${did(by)} removed the label ${quote(label)}, and it was put back: an incident keeps it. To change how bad it is: \`/severity SEV-2 <reason>\`; to call it a false alarm: \`/cancel <reason>\`.`

export const gateClosed = (incident: Incident, step: StepState, by: Actor | null): string =>
  `${did(by)} closed this, and it was opened again. ${isShutWords(incident, step)} If it is to be left out, the incident commander says \`/skip ${step.id} <reason>\`.`

export const stepNotTheirsToSkip = (incident: Incident, step: StepState, by: Actor | null): string =>
  `${did(by)} closed this as not planned, and it was opened again: leaving a step out is for the incident commander, not an acting one (${inCommand(incident)}): \`/skip ${step.id} <reason>\`. If it is done: \`/done ${step.id}\`, or close it as completed.`

export const stepNotTheirsToClose = (step: StepState, by: Actor | null): string =>
  `${did(by)} closed this, and it was opened again: a step is finished by somebody with write access, with \`/done ${step.id}\` or by closing it.`

export const stepNotTheirsToReopen = (step: StepState, by: Actor | null): string =>
  `${did(by)} reopened this, and it was closed again, for \`${step.id}\` is ${step.state}: opening it again is for anyone with write access.`

export const requiredMissing = (missing: readonly StepState[]): string =>
  `The incident was opened again: ${missing.length === 1 ? 'a required step is' : `${missing.length} required steps are`} neither done nor skipped.

${missing.map(step => `- \`${step.id}\`: ${wayToFinish(step)}, or \`/skip ${step.id} <reason>\``).join('\n')}

Then close it again. A false alarm needs none of them: \`/cancel <reason>\`.`

const wayToFinish = (step: StepState): string =>
  isUnopened(step) ? '`/asset add <name>` opens it for an asset' : `\`/done ${step.id}\``

export const notTheirsToClose = (incident: Incident, by: Actor | null): string =>
  incident.kind === 'readiness'
    ? `${did(by)} closed the review, and it was opened again: closing it is for anyone with write access, when all has been looked at.`
    : `${did(by)} closed the incident, and it was opened again: closing is for the incident commander, not an acting one (${inCommand(incident)}).${incident.commander?.acting ? ' Somebody on the roster takes over with `/ic`.' : ''} A false alarm: \`/cancel <reason>\`, by the same.`

export const closedWithoutCommand = (incident: Incident): string =>
  `It counts as open, although nothing was put back, for nobody commands: somebody on the roster (${rosterOf(incident)}) takes command with \`/ic\` and closes it, or says \`/cancel <reason>\` for a false alarm.`

export const notTheirsToReopen = (incident: Incident, by: Actor | null): string =>
  `${did(by)} reopened the incident, and it was closed again, for it is ${incident.ended ?? 'open'}: opening it again is for anyone with write access.`

/** Asked once, when the same thing was put back three times. */
export const settleStep = (incident: Incident, step: StepState): string =>
  `${callCommander(incident)}\`${step.id}\` was changed by hand again and again, and put back three times. It is left as it is now. Whose is it? \`/assign ${step.id} @login\` settles it; for its state, \`/done ${step.id}\` or \`/skip ${step.id} <reason>\`. Who may: the incident commander and the deputy.`

export const settleIncident = (incident: Incident): string =>
  incident.kind === 'readiness'
    ? 'The same thing was changed by hand on this review again and again, and put back three times. It is not explained again, and left as it is. Whoever has write access settles it: close or reopen the issue.'
    : `${callCommander(incident)}the same thing was changed by hand on the incident again and again, and put back three times. It is not explained again. What holds: ${incident.severity}, ${incident.status}, ${inCommand(incident)}. \`/severity\`, \`/assign responder @login\`, \`/handoff @login\` or closing it, by the incident commander, settles it.`

const callCommander = ({ commander }: Incident): string => (commander === null ? '' : `@${commander.who.login}, `)

const rosterOf = ({ roster }: Incident): string => {
  const people = roster['incident-commander'] ?? []
  return people.length === 0 ? 'which is empty: an administrator names somebody' : names(people)
}
