import { roomIn } from '../domain/incident/step-limit.ts'
import { snapshotStep } from '../domain/playbook/step-snapshot.ts'
import { exposurePlaybook, exposures } from '../domain/terms/asset.ts'
import * as checklist from '../messages/checklist.ts'
import { type Arg, oneOf, optional, restOfLine, split } from './args/args.ts'
import { assetName, clash } from './asset.ts'
import { defineCommand, refuse } from './command.ts'

/** How many, if the next word is a number. */
const count = (): Arg<number | null> => ({
  usage: key => `[${key}]`,
  take: text => {
    const { word, rest } = split(text)
    // "2 days ago" is no count
    const isTime = /^(?:second|minute|min|hour|day|week|month|year|h|d|am|pm)s?\b/i.test(rest)
    return /^\d{1,9}$/.test(word) && !isTime ? { value: Number(word), rest } : { value: null, rest: text }
  },
})

/** Each exposed item opens steps of its own, and their `/done` is the proof that it was dealt with. */
export const exposed = defineCommand({
  name: 'exposed',
  summary:
    'Record an exposed credential, account or data set, and open the steps to revoke it, rotate it everywhere and check its use. Give its name, never its value.',
  args: { what: oneOf(exposures, 'kind'), name: assetName(), count: count(), note: optional(restOfLine()) },
  examples: [
    '/exposed credential deploy-key it was in the build log',
    '/exposed data customer-emails 1200 in the backup',
    '/exposed account alice',
  ],
  permissions: ['add-to-checklist'],
  incidentOnly: true,

  decide: (incident, { what, name, count, note }, _doer, known) => {
    const playbook = known.playbooks.find(one => one.id === exposurePlaybook(what))
    if (playbook === undefined) return refuse(checklist.noExposurePlaybook(what))
    // an account and a credential may have one name, and the machine on which both were
    const asset = { name: name.name, id: `${what}-${name.id}` }
    const barred = clash(incident, asset)
    if (barred !== null) return barred
    const [wanted, left] = [playbook.steps.length, roomIn(incident, known.otherPages)]
    if (wanted > left) return refuse(checklist.noRoom(wanted, left))
    const more = { ...(count === null ? {} : { count }), ...(note === null ? {} : { note }) }
    const steps = playbook.steps.map(step => snapshotStep(step, playbook.id))
    return [{ is: 'exposed', what, asset: asset.id, name: asset.name, ...more, playbook: playbook.id, steps }]
  },
})
