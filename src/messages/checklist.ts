import { type Incident, isFinished, type StepState } from '../domain/incident/incident.ts'
import { mostSteps } from '../domain/incident/step-limit.ts'
import type { Playbook } from '../domain/playbook/playbook.ts'
import { type Asset, type Exposure, exposurePlaybook } from '../domain/terms/asset.ts'
import { cut, neutraliseCell } from '../domain/text/escape.ts'
import { quote } from '../domain/text/quote.ts'
import { steps as idsInWords } from './refusal.ts'

// What is said about adding to the checklist: playbooks, steps, assets, what is exposed.

export const noRoom = (wanted: number, left: number): string =>
  `That would open ${wanted} more ${wanted === 1 ? 'step' : 'steps'}, and there is room for ${left}: GitHub allows ${mostSteps} sub-issues under one issue, closed ones among them. ${left === 0 ? 'Keep' : 'Put what matters into one step as a list, `/step add <title>`, or keep'} a list in a comment, or declare a second incident for the rest. Nothing was done.`

export const whichAsset = (step: string, rounds: readonly StepState[]): string =>
  `\`${step}\` is done for each asset. Say for which: ${idsInWords(rounds.map(one => one.id))}.`

export const noAssetYet = (step: string): string =>
  `\`${step}\` is opened for each affected asset, and none is named yet: \`/asset add <name>\` opens it. If nothing is affected, the incident commander says \`/skip ${step} <reason>\`.`

// Assets

export const noAssetName = (came: string): string =>
  `${quote(came)} cannot be the name of an asset: one word with letters or digits, at most 60 characters, for example \`web-1\` or \`db.example.com\`.`

export const assetKnown = (name: string): string => `${quote(name)} is named already. \`/asset list\` shows what is.`

export const isAValue = (): string =>
  'That looks like a key or a password itself, or what was cut out of one. Say what it is for, never what it is: `/exposed credential deploy-key`. **If it is one, change it now**, and delete the comment. Nothing was opened.'

export const noSuchAsset = (name: string, assets: readonly Asset[]): string =>
  assets.length === 0
    ? `${quote(name)} is not named, and nothing else is.`
    : `Which one is ${quote(name)}? Named are ${idsInWords(assets.map(one => one.id))}.`

export const nothingOpenFor = (name: string): string => `Of ${quote(name)} no step is open.`

export const assetTooAlike = (name: string, other: string): string =>
  `${quote(name)} cannot be told from ${quote(other)}, which is named already: their steps would have the same ids. Call it something else.`

/** `/asset list` */
export const assetList = (incident: Incident): string => {
  if (incident.assets.length === 0)
    return 'No asset is named yet. `/asset add <name> [note]` names one that is affected, `/exposed credential <name> [note]` something that others may know.'
  const lines = incident.assets.map(asset => `- ${assetLine(incident, asset)}`)
  return cut(lines.join('\n'), 3_500)
}

const assetLine = (incident: Incident, { id, name, exposed, count, note }: Asset): string => {
  const round = incident.steps.filter(step => step.asset === id)
  const open = round.filter(step => !isFinished(step)).map(step => step.id)
  const what = exposed === null ? '' : `, exposed ${exposed}${count === null ? '' : ` (${count})`}`
  const still = open.length === 0 ? `${round.length} steps, all finished` : `open: ${idsInWords(open)}`
  return `**${neutraliseCell(name)}**${what}: ${round.length === 0 ? 'no steps' : still}${note === null ? '' : `; ${neutraliseCell(cut(note, 200))}`}`
}

export const noExposurePlaybook = (what: Exposure): string =>
  `There is no playbook \`${exposurePlaybook(what)}\`, which has the steps for this. \`/step add <title>\` adds them one by one.`

// Playbooks

export const whichPlaybook = (usable: readonly Playbook[]): string =>
  `Which playbook? ${idsInWords(usable.map(one => one.id))}.`

export const noSuchPlaybook = (came: string, near: string | null, usable: readonly Playbook[]): string =>
  `${quote(came)} is no playbook here${near === null ? '' : ` (did you mean \`${near}\`?)`}. There are ${idsInWords(usable.map(one => one.id))}.`

export const onlyByExposed = (id: string): string =>
  `\`${id}\` is opened for each thing that is exposed: \`/exposed ${id.replace('exposed-', '')} <name>\`. Added as a whole its steps would be opened for each machine.`

export const isReview = (id: string): string =>
  `\`${id}\` is a review of readiness: open one by its form, or by the label \`readiness\` on an issue of its own.`

export const allThere = (id: string): string => `All steps of \`${id}\` are on the checklist already.`

/** `/playbook list` */
export const playbookList = (usable: readonly Playbook[]): string =>
  `There are:\n\n${cut(usable.map(one => `- \`${one.id}\` ${neutraliseCell(one.title)} (${one.kind === 'part' ? 'part, ' : ''}${one.steps.length} steps)`).join('\n'), 3_500)}\n\n\`/playbook preview <id>\` shows one, \`/playbook add <id>\` adds its steps.`

// Steps

export const stepFlaw = (says: string, expected: string, inParentheses: boolean): string =>
  `${says}. Expected: ${expected}.${inParentheses ? ' If the parentheses belong to the title, put `(responder)` behind them.' : ''} Nothing was done.`

export const unknownRole = (came: string, roles: readonly string[]): string =>
  `${quote(came)} in the parentheses is no role. Roles: ${idsInWords(roles)}. If the parentheses belong to the title, put \`(responder)\` behind them. Nothing was done.`

export const idTaken = (id: string): string =>
  `There is a step \`${id}\` already, or a role of that name. Nothing was done.`

// Reviews

export const notInReview = (): string =>
  'This is a review of readiness, and no incident: nobody commands it, and it has no severity. `/help` lists the commands that serve here.'
