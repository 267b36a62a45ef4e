import type { Playbook, Step } from '../domain/playbook/playbook.ts'
import type { File } from '../domain/source/file.ts'
import { asFinding, type Finding } from '../domain/source/finding.ts'
import { commanderInReview } from '../messages/checks/owners.ts'
import { type PositionedPlaybook, withPositions } from './with-positions.ts'

const commander = 'incident-commander'

/** A step that nobody could ever have to do: nobody commands a review. */
export const isForCommander = ({ kind }: Playbook, { role }: Step): boolean =>
  kind === 'readiness' && role === commander

const ofReview = ({ id, file, include, lineOf }: PositionedPlaybook, playbook: Playbook): readonly Finding[] =>
  playbook.steps
    .filter(step => isForCommander(playbook, step))
    .map(step => {
      const sentence = commanderInReview(step.id)
      if (step.from === id) return asFinding('problem')({ file, line: lineOf(step.id), ...sentence })
      return asFinding('warning')({ file, line: include, ...sentence })
    })

/** The commander's steps in a review of readiness, each told where it stands or is included. */
export const reviewFindings = (own: readonly File[], playbooks: readonly Playbook[]): readonly Finding[] =>
  own.flatMap(file => {
    const one = withPositions(file)
    const playbook = playbooks.find(({ id }) => id === one?.id)
    return one === null || playbook === undefined ? [] : ofReview(one, playbook)
  })
