import { sayReferences, sayVariables } from './guidance.ts'
import type { Cacao } from './schema.ts'

const license = ({ license: given }: Cacao): readonly string[] =>
  typeof given === 'string' && given !== '' ? [`license ${given}`] : []

/** Where it was learned, on one line: the CACAO id, its name, who made it. */
export const sourceOf = (playbook: Cacao): string =>
  [
    `CACAO ${playbook.id}`,
    playbook.name,
    ...(playbook.created_by === undefined ? [] : [`by ${playbook.created_by}`]),
    ...(playbook.modified === undefined ? [] : [`as of ${playbook.modified}`]),
    ...(playbook.revoked === true ? ['revoked'] : []),
    ...license(playbook),
    ...(playbook.external_references ?? []).flatMap(({ url }) => url ?? []),
  ]
    .join('; ')
    .slice(0, 1_000)

const titled = (title: string, text: string): string[] => (text === '' ? [] : [title, text])

/** What stands before the first phase: what the playbook says of itself, and what its steps cannot say. */
export const introductionOf = (playbook: Cacao): string => {
  const steering = Object.values(playbook.workflow)
    .filter(({ type }) => type !== 'action' && type !== 'playbook-action')
    .flatMap(({ name, description }) =>
      description?.trim() ? [`- ${[name, description].filter(Boolean).join(': ')}`] : [],
    )
  return [
    ...(playbook.revoked === true ? ['**The author of this playbook has revoked it.**'] : []),
    ...(playbook.description === undefined ? [] : [playbook.description]),
    ...titled('Its workflow:', steering.join('\n')),
    ...titled('Its variables:', sayVariables(playbook.playbook_variables)),
    ...titled('See:', sayReferences(playbook.external_references)),
  ].join('\n\n')
}
