import { roomIn } from '../domain/incident/step-limit.ts'
import * as checklist from '../messages/checklist.ts'
import * as says from '../messages/refusal.ts'
import { type Misread, readAddedStep } from './args/added-step.ts'
import { oneOf, restOfLine } from './args/args.ts'
import { defineCommand, refuse } from './command.ts'
import { openStep } from './example.ts'
import { nearest } from './parse/names.ts'

/** No playbook foresees everything: whoever sees what else to do adds it to the checklist. */
export const addStep = defineCommand({
  name: 'step',
  summary: 'Add a step that no playbook has, with its terms in parentheses as in a playbook.',
  args: { what: oneOf(['add'], 'action'), title: restOfLine() },
  examples: [
    '/step add Call the bank',
    '/step add Warn the night shift (communications, within 1h)',
    '/step add `unplug` Unplug the printer (Contain, after isolate, required)',
  ],
  example: incident => {
    const step = openStep(incident)
    return step === null ? null : `/step add Call the bank (communications, after ${step.id})`
  },
  permissions: ['add-to-checklist'],

  decide: (incident, { title }, _doer, known) => {
    const read = readAddedStep(incident, title)
    if ('is' in read)
      return refuse(
        wordsOf(
          read,
          incident.steps.map(step => step.id),
          title.trimEnd().endsWith(')'),
        ),
      )
    const affected = incident.assets.filter(asset => asset.exposed === null).length
    const wanted = read.step.perAsset === true ? affected : 1
    const left = roomIn(incident, known.otherPages)
    return wanted > left ? refuse(checklist.noRoom(wanted, left)) : [{ is: 'step-added', step: read.step }]
  },
})

const wordsOf = (misread: Misread, ids: readonly string[], inParentheses: boolean): string => {
  switch (misread.is) {
    case 'flaw':
      return checklist.stepFlaw(misread.says, misread.expected, inParentheses)
    case 'id':
      return checklist.invalidId(misread.came, inParentheses)
    case 'role':
      return checklist.unknownRole(misread.came, misread.roles)
    case 'after':
      return says.noSuchStep(misread.came, nearest(misread.came, ids), ids)
    case 'taken':
      return checklist.idTaken(misread.id)
  }
}
