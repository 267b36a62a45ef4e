import type { Incident } from '../incident/incident.ts'
import type { Known } from '../incident/known.ts'
import { pin } from '../incident/pin.ts'
import type { Playbook } from '../incident/playbook.ts'
import { roomIn } from '../incident/room.ts'
import * as checklist from '../words/checklist.ts'
import { preview } from '../words/preview.ts'
import * as says from '../words/refusal.ts'
import { oneOf, optional, word } from './args.ts'
import { answer, defineCommand, refuse, type Verdict } from './command.ts'
import { nearest } from './line.ts'

/** Scenarios combine: what turns out to have happened as well brings its checklist along. */
export const playbook = defineCommand({
  name: 'playbook',
  summary:
    'Add the steps of another playbook, those that are not there yet. `preview` shows them, `list` says which there are.',
  args: { what: oneOf(['add', 'preview', 'list']), id: optional(word()) },
  examples: ['/playbook add cloud-key', '/playbook preview cloud-key', '/playbook list'],
  deeds: ['add to the checklist', 'ask'],
  deed: (_incident, { what }) => (what === 'add' ? 'add to the checklist' : 'ask'),
  afterEnd: true,

  decide: (incident, { what, id }, _doer, known) => {
    const usable = known.playbooks.filter(one => one.kind === 'part' || one.kind === incident.kind)
    if (what === 'list') return answer(checklist.playbookList(usable))
    if (id === null) return refuse(checklist.whichPlaybook(usable))
    const name = id.toLowerCase().replace(/\.md$/, '')
    const found = usable.find(one => one.id === name)
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

const add = (incident: Incident, { id, steps }: Playbook, known: Known): Verdict => {
  const there = idsOf(incident)
  const more = steps.filter(step => !there.has(step.id))
  if (more.length === 0) return refuse(checklist.allThere(id))
  const affected = incident.assets.filter(asset => asset.exposed === null).length
  const wanted = more.reduce((sum, step) => sum + (step.perAsset ? affected : 1), 0)
  const left = roomIn(incident, known.otherPages)
  if (wanted > left) return refuse(checklist.noRoom(wanted, left))
  return [{ is: 'playbook-added', playbook: id, steps: more.map(step => pin(step, id)) }]
}
