import type { CommandContext } from '../domain/incident/command-context.ts'
import type { Incident } from '../domain/incident/incident.ts'
import { roomIn } from '../domain/incident/step-limit.ts'
import type { Playbook } from '../domain/playbook/playbook.ts'
import { byHand } from '../domain/playbook/playbook-id.ts'
import { snapshotStep } from '../domain/playbook/step-snapshot.ts'
import { exposurePlaybook, exposures } from '../domain/terms/asset.ts'
import * as checklist from '../messages/checklist.ts'
import { preview } from '../messages/preview.ts'
import * as says from '../messages/refusal.ts'
import { oneOf, optional, word } from './args/args.ts'
import { answer, defineCommand, refuse, type Verdict } from './command.ts'
import { nearest } from './parse/names.ts'

/** Incidents combine: whatever else turns out to have happened adds its own checklist. */
export const playbook = defineCommand({
  name: 'playbook',
  summary: 'Add the missing steps of another playbook. `preview` shows them first, `list` shows all playbooks.',
  args: { what: oneOf(['add', 'preview', 'list'], 'action'), id: optional(word()) },
  examples: ['/playbook add cloud-key', '/playbook preview cloud-key', '/playbook list'],
  permissions: ['add-to-checklist', 'ask'],
  permission: (_incident, { what }) => (what === 'add' ? 'add-to-checklist' : 'ask'),
  afterEnd: true,

  decide: (incident, { what, id }, _doer, known) => {
    const usable = known.playbooks.filter(one => one.kind === 'part' || one.kind === incident.kind)
    if (what === 'list') return answer(checklist.playbookList(usable))
    if (id === null) return refuse(checklist.whichPlaybook(usable))
    const name = id.toLowerCase().replace(/\.md$/, '')
    const found = usable.find(one => one.id === name)
    if (what === 'add' && exposures.some(one => exposurePlaybook(one) === name))
      return refuse(checklist.onlyByExposed(name))
    if (found === undefined && known.playbooks.some(one => one.id === name && one.kind === 'readiness'))
      return refuse(checklist.isReview(name))
    const ids = usable.map(one => one.id)
    if (found === undefined) return refuse(checklist.noSuchPlaybook(id, nearest(name, ids), usable))
    if (what === 'preview') return answer(preview(found, idsOf(incident), mostOfPreview))
    return incident.ended === null ? add(incident, found, known) : refuse(says.hasEnded(incident.ended))
  },
})

/** Of the 4,000 characters that an answer may have. */
const mostOfPreview = 3_500

const idsOf = ({ steps, perAsset }: Incident): ReadonlySet<string> =>
  new Set([...steps, ...perAsset].map(step => step.id))

const add = (incident: Incident, { id, steps }: Playbook, known: CommandContext): Verdict => {
  const all = [...incident.steps, ...incident.perAsset]
  const byPlaybook = new Set(all.filter(step => step.from !== byHand).map(step => step.id))
  const more = steps.filter(step => !byPlaybook.has(step.id))
  if (more.length === 0) return refuse(checklist.allThere(id))
  const affected = incident.assets.filter(asset => asset.exposed === null).length
  const wanted = more.reduce((sum, step) => sum + (step.perAsset ? affected : 1), 0)
  const left = roomIn(incident, known.otherPages)
  if (wanted > left) return refuse(checklist.noRoom(wanted, left))
  const taken = new Set([...idsOf(incident), ...steps.map(step => step.id)])
  const names = new Map(
    more.filter(step => idsOf(incident).has(step.id)).map(step => [step.id, freeId(step.id, taken)]),
  )
  const named = (one: string): string => names.get(one) ?? one
  const renamed = more.map(step => ({ ...step, id: named(step.id), after: step.after.map(named) }))
  return [{ is: 'playbook-added', playbook: id, steps: renamed.map(step => snapshotStep(step, id)) }]
}

/** A step added by hand never replaces one of a playbook: that one is added beside it. */
const freeId = (id: string, taken: ReadonlySet<string>): string => {
  for (let n = 2; ; n += 1) {
    const free = `${id.slice(0, 55)}-${n}`
    if (!taken.has(free)) return free
  }
}
