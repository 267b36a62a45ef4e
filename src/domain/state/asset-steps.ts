import type { Step } from '../playbook/playbook.ts'
import type { Asset } from '../terms/asset.ts'
import type { Timestamp } from '../terms/timestamp.ts'
import type { IncidentState, StepState } from './state.ts'

/** The part of an incident to which steps and assets are added. */
export type Checklist = Pick<IncidentState, 'steps' | 'perAsset' | 'assets'>

export const emptyChecklist: Checklist = { steps: [], perAsset: [], assets: [] }

/** The event that brings steps: when it was said, and its line, from the declaration's as 1. */
export type Asked = { readonly at: Timestamp; readonly line: number }

const fresh = (step: Step, { at, line }: Asked): StepState => ({
  ...step,
  of: step.id,
  asset: null,
  openedAt: at,
  cause: line,
  state: 'open',
  named: [],
  ended: null,
  waitedFor: [],
})

/** The id of a step that is opened for an asset. */
const idFor = (step: string, asset: string): string => `${step}:${asset}`

/** Steps opened for one asset: what one comes after is, of the others in `perAsset`, that of the same asset. */
const round = (
  steps: readonly Step[],
  { id, name }: Asset,
  perAsset: readonly Step[],
  asked: Asked,
): readonly StepState[] =>
  steps.map(step => ({
    ...fresh(step, asked),
    id: idFor(step.id, id),
    title: `${step.title}: ${name}`,
    of: step.id,
    asset: id,
    after: step.after.map(before => (perAsset.some(one => one.id === before) ? idFor(before, id) : before)),
  }))

/** The checklist with these steps behind those that were there; one that is there already stays as it is. */
export const withSteps = ({ steps, perAsset, assets }: Checklist, more: readonly Step[], asked: Asked): Checklist => {
  const known = new Set([...steps, ...perAsset].map(({ id }) => id))
  const added = more.filter(({ id }) => !known.has(id))
  const all = [...perAsset, ...added.filter(step => step.perAsset).map(step => fresh(step, asked))]
  const rounds = assets
    .filter(({ exposed }) => exposed === null)
    .flatMap(asset => round(all.slice(perAsset.length), asset, all, asked))
  const plain = added.filter(step => !step.perAsset).map(step => fresh(step, asked))
  return { steps: [...steps, ...plain, ...rounds], perAsset: all, assets }
}

/** The checklist with each step per asset opened for one more. */
export const withAsset = ({ steps, perAsset, assets }: Checklist, asset: Asset, asked: Asked): Checklist => ({
  steps: [...steps, ...round(perAsset, asset, perAsset, asked)],
  perAsset,
  assets: [...assets, asset],
})

/** The checklist with the steps that follow from something exposed, and no others. */
export const withExposed = (
  { steps, perAsset, assets }: Checklist,
  asset: Asset,
  more: readonly Step[],
  asked: Asked,
): Checklist => ({
  steps: [...steps, ...round(more, asset, more, asked)],
  perAsset,
  assets: [...assets, asset],
})
