import { type Incident, isFinished, type StepState } from '../domain/incident/incident.ts'
import { mostSteps } from '../domain/incident/step-limit.ts'
import type { Playbook } from '../domain/playbook/playbook.ts'
import { type Asset, type Exposure, exposurePlaybook } from '../domain/terms/asset.ts'
import { cut, escapeCell } from '../domain/text/escape.ts'
import { quote } from '../domain/text/quote.ts'
import { steps as idsInWords } from './refusal.ts'

// What is said about adding to the checklist: playbooks, steps, assets, what is exposed.

export const noRoom = (wanted: number, left: number): string =>
  `This would open ${wanted} more ${wanted === 1 ? 'step' : 'steps'}, but there is room for ${left}: GitHub allows ${mostSteps} sub-issues for each issue, closed ones included.\n${left === 0 ? 'Keep' : 'Put the rest into one step as a list, `/step add <title>`, keep'} a list in a comment, or declare a second incident.`

export const whichAsset = (step: string, rounds: readonly StepState[]): string =>
  `\`${step}\` exists for each asset. Which one? ${idsInWords(rounds.map(one => one.id))}.`

export const noAssetYet = (step: string): string =>
  `\`${step}\` opens for each affected asset, and no asset is named yet.\nTo open it: \`/asset add <name>\`. If nothing is affected, the incident commander can \`/skip ${step} <reason>\`.`

// Assets

export const noName = (word: string): string => `${quote(word)} is not a name. Give the asset’s name, in one word.`

/** The second word of what may be one name. */
export const oneWord = (name: string, note: string): string => {
  const whole = `${name}-${note.replace(/^#/, '').split(/\s/)[0]}`
  return `A name is one word, so the note would be ${quote(note)}. Nothing was added.\nIf it belongs to the name: ${quote(`/asset add ${whole}`)}. If it is the note, begin it with another word.`
}

export const noAssetName = (came: string): string =>
  `${quote(came)} is not a valid asset name. Use one word of letters and digits, at most 60 characters, such as \`web-1\` or \`db.example.com\`.`

export const assetKnown = (name: string): string =>
  `${quote(name)} is already on the list of assets.\nTo see them all: \`/asset list\``

export const isAValue = (): string =>
  'This looks like a key or a password. **If it is one, revoke and rotate it now**, and delete the comment.\nName the credential, never its value: `/exposed credential deploy-key`'

export const noSuchAsset = (name: string, assets: readonly Asset[]): string =>
  assets.length === 0
    ? `Unknown asset ${quote(name)}: no asset is named yet.`
    : `Unknown asset ${quote(name)}. Assets: ${idsInWords(assets.map(one => one.id))}.`

export const nothingOpenFor = (name: string): string => `${quote(name)} has no open steps.`

export const assetTooAlike = (name: string, other: string): string =>
  `${quote(name)} is too similar to the asset ${quote(other)}: their steps would have the same ids. Choose another name.`

/** `/asset list` */
export const assetList = (incident: Incident): string => {
  if (incident.assets.length === 0)
    return 'No asset is named yet. `/asset add <name> [note]` adds an affected asset, `/exposed credential <name> [note]` an exposed credential.'
  const lines = incident.assets.map(asset => `- ${assetLine(incident, asset)}`)
  return cut(lines.join('\n'), 3_500)
}

const assetLine = (incident: Incident, { id, name, exposed, count, note }: Asset): string => {
  const round = incident.steps.filter(step => step.asset === id)
  const open = round.filter(step => !isFinished(step)).map(step => step.id)
  const what = exposed === null ? '' : `, exposed ${exposed}${count === null ? '' : ` (${count})`}`
  const still = open.length === 0 ? `all ${round.length} steps finished` : `open: ${idsInWords(open)}`
  return `**${escapeCell(name)}**${what}: ${round.length === 0 ? 'no steps' : still}${note === null ? '' : `; ${escapeCell(cut(note, 200))}`}`
}

export const noExposurePlaybook = (what: Exposure): string =>
  `The steps for this are in the playbook \`${exposurePlaybook(what)}\`, which is missing or broken.\nAdd steps one by one: \`/step add <title>\``

// Playbooks

export const whichPlaybook = (usable: readonly Playbook[]): string =>
  `Which playbook? Playbooks: ${idsInWords(usable.map(one => one.id))}.`

export const noSuchPlaybook = (came: string, near: string | null, usable: readonly Playbook[]): string =>
  `Unknown playbook ${quote(came)}.${near === null ? '' : ` Did you mean \`${near}\`?`} Playbooks: ${idsInWords(usable.map(one => one.id))}.`

export const onlyByExposed = (id: string): string =>
  `\`${id}\` is for one exposed item, not for the whole incident.\nTo open its steps for an item: \`/exposed ${id.replace('exposed-', '')} <name>\``

export const isReview = (id: string): string =>
  `\`${id}\` is a readiness review, not an incident playbook.\nOpen a review with its form, or set the label \`readiness\` on a new issue.`

export const allThere = (id: string): string => `All steps of \`${id}\` are already on the checklist.`

/** `/playbook list` */
export const playbookList = (usable: readonly Playbook[]): string =>
  `Playbooks:\n\n${cut(usable.map(one => `- \`${one.id}\` ${escapeCell(one.title)} (${one.kind === 'part' ? 'part, ' : ''}${one.steps.length} ${one.steps.length === 1 ? 'step' : 'steps'})`).join('\n'), 3_500)}\n\n\`/playbook preview <id>\` shows one, \`/playbook add <id>\` adds its steps.`

// Steps

export const stepFlaw = (says: string, expected: string, inParentheses: boolean): string =>
  `${says}. Expected: ${expected}.${inParentheses ? ' If the parentheses are part of the title, add `(responder)` after them.' : ''}`

export const invalidId = (came: string, inParentheses: boolean): string =>
  stepFlaw(
    `The id \`${came.slice(0, 60)}\` is not valid`,
    'lower-case letters, digits and hyphens, such as `tell-bank`',
    inParentheses,
  )

export const unknownRole = (came: string, roles: readonly string[]): string =>
  `Unknown role ${quote(came)} in the parentheses. Roles: ${idsInWords(roles)}. If the parentheses are part of the title, add \`(responder)\` after them.`

export const idTaken = (id: string): string =>
  `The id \`${id}\` is already taken by a step or a role. Choose another id.`

// Reviews

export const notInReview = (): string =>
  'This is a readiness review, not an incident: it has no incident commander and no severity.\n`/help` lists the commands that work here.'
