import { type Configuration, configurationFile } from '../domain/config/configuration.ts'
import { type Incident, isReady, ownersOf, unfinishedRequired, unopened } from '../domain/incident/incident.ts'
import { isStepContested } from '../domain/incident/revert-limit.ts'
import { assetsIn } from '../domain/intake/read-assets.ts'
import type { Problem } from '../domain/source/problem.ts'
import type { Person } from '../domain/terms/person.ts'
import { severityMeaning } from '../domain/terms/severity.ts'
import { minuteOf } from '../domain/terms/timestamp.ts'
import { cut, neutraliseCell } from '../domain/text/escape.ts'
import { quote } from '../domain/text/quote.ts'
import { table } from './table.ts'

/** What the board needs to know of the view. */
export type Where = {
  readonly stepNumber: (step: string) => number | null
  /** The post-mortem's pull request by number, or where its branch can be proposed by hand; null: neither is there. */
  readonly postMortem: { readonly number: number } | { readonly compare: string } | null
}

/**
 * The board: one comment, edited in place. The first line mentions who must act, once, for a comment's creation
 * mails those it mentions and its edits do not; everywhere else people stand without an @.
 */
export const board = (
  incident: Incident,
  configuration: Configuration,
  problems: readonly Problem[],
  where: Where,
): string => `### ${incident.codename} · ${incident.severity} · ${incident.status}${incident.drill ? ' · drill' : ''}

${command(incident, where)}

${talk(incident, configuration)}${severityMeaning[incident.severity]}. ${progress(incident)}

${table(incident, where)}

${instead(incident)}${nameAssets(incident)}${noted(incident)}${waiting(incident)}${deviations(incident)}${broken(problems, incident)}\`/help\` lists the commands; a step's own page says how to do it. What was decided is kept on the branch of this incident.`

/** Where to talk, and what stands above what is written there. */
const talk = (incident: Incident, { channel, privilegePrefix }: Configuration): string => {
  const heading =
    privilegePrefix === null || !incident.playbook.confidential
      ? ''
      : `Topics of chats, and subjects of mails if there must be any: **${neutraliseCell(privilegePrefix)}** and nothing else.`
  const where = channel === null ? '' : `Talk here: ${neutraliseCell(channel)}`
  const lines = [where, heading].filter(line => line !== '')
  return lines.length === 0 ? '' : `${lines.join('\n')}\n\n`
}

const name = (person: Person): string => `**${person.login}**`

const command = (incident: Incident, where: Where): string => {
  const { commander } = incident
  if (incident.ended === 'cancelled') return 'A false alarm. Nothing more is to be done here.'
  if (incident.ended === 'closed') return `Closed. ${postMortem(where)}`
  if (commander === null) {
    const roster = incident.roster['incident-commander'] ?? []
    const call =
      roster.length === 0
        ? 'Nobody is on the roster as incident commander; whoever maintains this repository may be.'
        : `${roster.map(p => `@${p.login}`).join(' ')}:`
    return `${call} **nobody commands yet.** \`/ic\` takes command; until then anyone with write access may, and may take any step.`
  }
  const acting = commander.acting ? ' (acting: may not close, cancel, lower severity, skip or open a gate)' : ''
  const deputies = incident.roles.deputy ?? []
  return `Incident commander: ${name(commander.who)}${acting}${deputies.length === 0 ? '' : ` · deputy: ${deputies.map(name).join(', ')}`}`
}

const postMortem = ({ postMortem }: Where): string => {
  if (postMortem === null) return 'The post-mortem is on its way.'
  if ('number' in postMortem) return `The post-mortem is #${postMortem.number}.`
  return `The post-mortem is written, but its pull request could not be opened: [open it by hand](${postMortem.compare}). Workflows may open pull requests once *Allow GitHub Actions to create and approve pull requests* is set, under Settings, Actions, General.`
}

const progress = (incident: Incident): string => {
  const finished = incident.steps.filter(step => step.state !== 'open').length
  const unsure = incident.confirmedAt === null && incident.ended === null
  return `${finished} of ${incident.steps.length} steps finished (*${neutraliseCell(incident.playbook.title)}*).${unsure ? ' Not confirmed yet: `/confirm`, or `/cancel <reason>` for a false alarm.' : ''}${toEnd(incident)}`
}

/** A status is a word; the incident ends when its issue is closed. */
const toEnd = (incident: Incident): string => {
  if (incident.ended !== null || incident.commander === null) return ''
  const left = unfinishedRequired(incident).length
  if (left === 0) return ' To end it, the commander closes this issue with *Close issue*.'
  return ` Not to be closed yet: ${left} required ${left === 1 ? 'step is' : 'steps are'} left.`
}

/** The form asked for a playbook that could not be used. */
export const instead = ({ asked, playbook }: Incident): string =>
  asked === null
    ? ''
    : `**The playbook ${quote(asked)} was asked for, and there is none to be used under that name** (it is missing, broken, or a part): this is the checklist of *${neutraliseCell(playbook.title)}*. \`/playbook list\` says which there are, \`/playbook add <id>\` adds the steps of one.\n\n`

export const nameAssets = (incident: Incident): string => {
  if (incident.ended !== null) return ''
  const left = unopened(incident).filter(step => step.state === 'open')
  const open =
    left.length === 0
      ? ''
      : `**Which assets are affected?** \`/asset add <name>\` opens ${left.map(step => `\`${step.id}\``).join(', ')} for one.\n\n`
  return `${open}${unheard(incident)}`
}

/** What the report names, and for what nothing was opened: no room, too alike, or a line that says it otherwise. */
const unheard = ({ events, assets, perAsset }: Incident): string => {
  const told = events.find(event => event.is === 'declared')?.assets ?? ''
  if (told === '' || perAsset.length === 0) return ''
  const known = new Set(assets.map(asset => asset.name.toLowerCase()))
  const lost = told
    .split('\n')
    .filter(line => line.trim() !== '' && ![...known].some(name => line.toLowerCase().includes(name)))
  const missing = assetsIn(told).filter(({ name }) => !known.has(name.toLowerCase()))
  const names = [...new Set([...missing.map(({ name }) => name), ...lost])]
    .slice(0, 5)
    .map(name => neutraliseCell(cut(name, 60)))
  return names.length === 0
    ? ''
    : `In the report, and without steps of its own: ${names.join('; ')}. Is it an asset? \`/asset add <name>\`\n\n`
}

/** What was noted last, with the time as it was understood. */
export const noted = ({ events }: Incident): string => {
  const last = events.filter(event => event.is === 'timeline-noted').slice(-3)
  if (last.length === 0) return ''
  const lines = last.map(event => `- ${minuteOf(event.happened)} UTC: ${neutraliseCell(cut(event.text, 200))}`)
  return `Noted last:\n${lines.join('\n')}\n\n`
}

export const waiting = (incident: Incident): string => {
  const unowned = incident.steps.filter(step => isReady(incident, step) && ownersOf(incident, step).length === 0)
  if (unowned.length === 0 || incident.ended !== null) return ''
  return `Ready and nobody's: ${unowned.map(step => `\`${step.id}\``).join(', ')}. \`/assign <step>\` takes one.\n\n`
}

const deviations = (incident: Incident): string => {
  if (incident.commander === null) return ''
  const contested = incident.steps.filter(step => isStepContested(incident, step.id))
  if (contested.length === 0) return ''
  return `Changed by hand again and again, and left as it is: ${contested.map(step => `\`${step.id}\``).join(', ')}. The incident commander's \`/assign <step> @somebody\` settles it.\n\n`
}

/** What is wrong in the files that this incident goes by, and how much in others. */
export const broken = (
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
      : `- ${lines.length === 0 ? '' : 'and '}${left} ${lines.length === 0 ? 'in files of other playbooks' : 'more'}: \`tocsin check\` says which`
  return `**The configuration has problems**, and what is broken does not count:\n${[...lines, more].filter(line => line !== '').join('\n')}\n\n`
}
