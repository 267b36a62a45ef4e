import { type Configuration, configurationFile } from '../domain/config/configuration.ts'
import { type Incident, isReady, ownersOf, unfinishedRequired, unopened } from '../domain/incident/incident.ts'
import { isStepContested } from '../domain/incident/revert-limit.ts'
import { assetsIn, isUnticked } from '../domain/intake/read-assets.ts'
import type { Problem } from '../domain/source/problem.ts'
import type { Person } from '../domain/terms/person.ts'
import { severityMeaning } from '../domain/terms/severity.ts'
import { minuteOf } from '../domain/terms/timestamp.ts'
import { cut, escapeCell } from '../domain/text/escape.ts'
import { quote } from '../domain/text/quote.ts'
import { severityNotRead } from './severity.ts'
import { table } from './table.ts'

/** What the board needs to know of the view. */
export type BoardLinks = {
  readonly stepNumber: (step: string) => number | null
  /** The post-mortem's pull request by number, or where its branch can be proposed by hand; null: neither is there. */
  readonly postMortem: { readonly number: number } | { readonly compare: string } | null
  /** No ruleset protects the record, where one should; left out: one does, or none may. */
  readonly isRecordOpen?: boolean
  /** Steps that have no page, for GitHub has room for no more sub-issues; left out: none. */
  readonly withoutPage?: readonly string[]
}

/**
 * The board: one comment, edited in place. The first line mentions who must act, once, for a comment's creation
 * mails those it mentions and its edits do not; everywhere else people stand without an @.
 */
export const board = (
  incident: Incident,
  configuration: Configuration,
  problems: readonly Problem[],
  where: BoardLinks,
): string => `### ${incident.codename} · ${incident.severity} · ${incident.status}${incident.drill ? ' · drill' : ''}

${command(incident, where)}

${talk(incident, configuration)}${incident.severity} is ${severityMeaning[incident.severity]}. ${progress(incident)}

${table(incident, where)}

${otherPlaybook(incident)}${notRead(incident)}${nameAssets(incident)}${latestNotes(incident)}${readyUnassigned(incident)}${deviations(incident)}${configurationProblems(problems, incident)}${noRoom(where)}${open(where)}\`/help\` lists the commands; each step's page says how to do it. Every decision is recorded on this incident’s branch.`

/** Where to talk, and under which topic. */
const talk = (incident: Incident, { channel, privilegePrefix }: Configuration): string => {
  const heading =
    privilegePrefix === null || !incident.playbook.confidential
      ? ''
      : `Chat topic and e-mail subject: **${escapeCell(privilegePrefix)}**, nothing else.`
  const where = channel === null ? '' : `Where to talk: ${escapeCell(channel)}`
  const lines = [where, heading].filter(line => line !== '')
  return lines.length === 0 ? '' : `${lines.join('\n')}\n\n`
}

const name = (person: Person): string => `**${person.login}**`

const command = (incident: Incident, where: BoardLinks): string => {
  const { commander } = incident
  if (incident.ended === 'cancelled') return 'Cancelled: a false alarm. Nothing more to do here.'
  if (incident.ended === 'closed') return `Closed. ${postMortem(where)}`
  if (commander === null) {
    const roster = incident.roster['incident-commander'] ?? []
    const call =
      roster.length === 0
        ? '**No incident commander yet.** The roster names nobody, so anyone with maintain access can be incident commander.'
        : `${roster.map(p => `@${p.login}`).join(' ')}: **no incident commander yet.**`
    return `${call} \`/ic\` takes command. Anyone with write access can do that, and can take any step.`
  }
  const acting = commander.acting
    ? ' (acting: cannot close, cancel, lower the severity, skip steps or approve gates)'
    : ''
  const deputies = incident.roles.deputy ?? []
  return `Incident commander: ${name(commander.who)}${acting}${deputies.length === 0 ? '' : ` · Deputy: ${deputies.map(name).join(', ')}`}`
}

const postMortem = ({ postMortem }: BoardLinks): string => {
  if (postMortem === null) return 'The post-mortem is being written.'
  if ('number' in postMortem) return `Post-mortem: #${postMortem.number}.`
  return `The post-mortem is written, but Tocsin could not open its pull request: [open it by hand](${postMortem.compare}). To allow it next time, set *Allow GitHub Actions to create and approve pull requests* under *Settings*, *Actions*, *General*.`
}

const progress = (incident: Incident): string => {
  const finished = incident.steps.filter(step => step.state !== 'open').length
  const unsure = incident.confirmedAt === null && incident.ended === null
  return `${finished} of ${incident.steps.length} steps finished (*${escapeCell(incident.playbook.title)}*).${unsure ? ' Not confirmed yet: `/confirm`, or `/cancel <reason>` for a false alarm.' : ''}${toEnd(incident)}`
}

/** The incident ends when its issue is closed, whatever its status. */
const toEnd = (incident: Incident): string => {
  if (incident.ended !== null || incident.commander === null) return ''
  const left = unfinishedRequired(incident).length
  if (left === 0) return ' The incident commander closes the incident with *Close issue*.'
  return ` Blocked from closing: ${left} required ${left === 1 ? 'step' : 'steps'} open.`
}

const noRoom = ({ withoutPage = [] }: BoardLinks): string => {
  if (withoutPage.length === 0) return ''
  const steps = withoutPage.map(step => `\`${step}\``).join(', ')
  const pages = withoutPage.length === 1 ? 'page' : 'pages'
  return `**GitHub has no room for the ${pages} of ${steps}**: an issue has at most 100 sub-issues. Remove others from this one, and Tocsin opens what is missing. Until then use commands here, with the step’s id.\n\n`
}

const open = ({ isRecordOpen }: BoardLinks): string =>
  isRecordOpen
    ? `**No ruleset protects the record of this incident**: everybody with write access can delete it or push it back. An administrator adds one, as docs/install.md says under *Let only the App write the record*.\n\n`
    : ''

/** The form requested a playbook that cannot be used. */
export const otherPlaybook = ({ asked, playbook }: Incident): string =>
  asked === null
    ? ''
    : `**The requested playbook ${quote(asked)} cannot be used** (it is missing, broken, or only a part of others). This is the checklist of *${escapeCell(playbook.title)}* instead. \`/playbook list\` shows all playbooks, \`/playbook add <id>\` adds the steps of one.\n\n`

/** The severity was reported in words that say none, and nobody has set it since. */
const notRead = ({ events, severity }: Incident): string => {
  const answer = events.find(event => event.is === 'declared')?.unreadSeverity
  if (answer === undefined || events.some(event => event.is === 'severity-set')) return ''
  return `${severityNotRead(answer, severity)}\n\n`
}

export const nameAssets = (incident: Incident): string => {
  if (incident.ended !== null) return ''
  const left = unopened(incident).filter(step => step.state === 'open')
  const open =
    left.length === 0
      ? ''
      : `**Which assets are affected?** \`/asset add <name>\` opens ${left.map(step => `\`${step.id}\``).join(', ')} for each.\n\n`
  return `${open}${unheard(incident)}`
}

/** What the report names and no steps were opened for: no room, too similar, or a line that could not be read. */
const unheard = ({ events, assets, perAsset }: Incident): string => {
  const told = events.find(event => event.is === 'declared')?.assets ?? ''
  if (told === '' || perAsset.length === 0) return ''
  const known = new Set(assets.map(asset => asset.name.toLowerCase()))
  const lost = told
    .split('\n')
    .filter(
      line => line.trim() !== '' && !isUnticked(line) && ![...known].some(name => line.toLowerCase().includes(name)),
    )
  const missing = assetsIn(told).filter(({ name }) => !known.has(name.toLowerCase()))
  const names = [...new Set([...missing.map(({ name }) => name), ...lost])]
    .slice(0, 5)
    .map(name => escapeCell(cut(name, 60)))
  return names.length === 0
    ? ''
    : `Named in the report, but not yet an asset: ${names.join('; ')}. To add it: \`/asset add <name>\`\n\n`
}

/** The latest notes, with the time as Tocsin read it; of one comment all. */
export const latestNotes = ({ events }: Incident): string => {
  const notes = events.filter(event => event.is === 'timeline-noted')
  const last = notes.filter((note, index) => index >= notes.length - 3 || note.source === notes.at(-1)?.source)
  if (last.length === 0) return ''
  const lines = last.map(event => `- ${minuteOf(event.happened)} UTC: ${escapeCell(cut(event.text, 200))}`)
  return `Latest events:\n${lines.join('\n')}\n\n`
}

export const readyUnassigned = (incident: Incident): string => {
  const unowned = incident.steps.filter(step => isReady(incident, step) && ownersOf(incident, step).length === 0)
  if (unowned.length === 0 || incident.ended !== null) return ''
  return `Unassigned and ready: ${unowned.map(step => `\`${step.id}\``).join(', ')}. Take one with \`/assign <step>\`.\n\n`
}

const deviations = (incident: Incident): string => {
  if (incident.commander === null) return ''
  const contested = incident.steps.filter(step => isStepContested(incident, step.id))
  if (contested.length === 0) return ''
  return `Changed by hand repeatedly, and no longer reverted: ${contested.map(step => `\`${step.id}\``).join(', ')}. The incident commander decides with \`/assign <step> @login\`.\n\n`
}

/** What is wrong in the files that this incident uses, and how much in others. */
export const configurationProblems = (
  problems: readonly Problem[],
  { playbook, asked }: Pick<Incident, 'playbook' | 'asked'>,
): string => {
  if (problems.length === 0) return ''
  const ids = [playbook.id, ...(asked === null ? [] : [asked])]
  const concerns = ({ file }: Problem): boolean =>
    file === configurationFile || ids.some(id => file.endsWith(`/${id}.md`))
  // with none of its own an incident need not carry those of others about
  const own = problems.filter(concerns)
  const lines = (own.length === 0 ? [] : [...own, ...problems.filter(one => !concerns(one))])
    .slice(0, 5)
    // what came from the files is quoted where it is found
    .map(p => `- ${quote(`${p.file}:${p.line}`)} ${p.says}. Expected: ${p.expected}.`)
  const left = problems.length - lines.length
  const more =
    left === 0
      ? ''
      : `- ${lines.length === 0 ? '' : 'and '}${left} ${lines.length === 0 ? 'in other playbooks' : 'more'}: run \`tocsin check\` to see them`
  return `**The configuration has problems.** Tocsin ignores the broken parts:\n${[...lines, more].filter(line => line !== '').join('\n')}\n\n`
}
