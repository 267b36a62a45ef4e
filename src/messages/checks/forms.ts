import { incidentLabel, readinessLabel } from '../../domain/incident/labels.ts'
import { playbookLabel, questions } from '../../domain/intake/form.ts'
import type { Playbook } from '../../domain/playbook/playbook.ts'
import { quote } from '../../domain/text/quote.ts'
import type { Sentence } from './sentence.ts'

const labelOf = (playbook: string): string => quote(playbookLabel(playbook))
const listed = (ids: readonly string[]): string => ids.map(id => `\`${id}\``).join(', ')

/** `known`: the playbooks of the kind that the form opens. */
export const unknownPlaybook = (id: string, kind: Playbook['kind'], known: readonly string[]): Sentence => ({
  says: `The label ${labelOf(id)} names an unknown or broken playbook`,
  expected: known.length === 0 ? `a playbook of kind \`${kind}\`` : `one of ${listed(known)}`,
})

export const onlyIncluded = (id: string, known: readonly string[]): Sentence => ({
  says: `The label ${labelOf(id)} names a playbook of kind \`part\`, which only other playbooks can include`,
  expected: `one of ${listed(known)}`,
})

export const opensNothing = (id: string, wanted: string): Sentence => ({
  says: `The label ${labelOf(id)} is set without \`${wanted}\`, so no incident opens`,
  expected: `\`${wanted}\` beside it`,
})

export const bothLabels = (wanted: string): Sentence => ({
  says: `\`${incidentLabel}\` and \`${readinessLabel}\` are both set`,
  expected: `\`${wanted}\` alone`,
})

export const otherKind = (id: string, set: string, kind: Playbook['kind'], wanted: string): Sentence => ({
  says: `\`${set}\` is set with ${labelOf(id)}, which is of kind \`${kind}\``,
  expected: `\`${wanted}\` beside it`,
})

const seenField = `a required \`textarea\` with \`label: ${questions.seen}\``

export const seenNotAsked = (): Sentence => ({ says: `No field asks \`${questions.seen}\``, expected: seenField })

export const seenOptional = (): Sentence => ({ says: `\`${questions.seen}\` is optional`, expected: seenField })

export const severityUnreadable = (option: string, label: string): Sentence => ({
  says: `No severity can be read from the option ${quote(option)} of \`${label}\``,
  expected: 'an option that begins with it: `SEV-1 critical`, `P1`, `Critical`',
})

/** Of a confidential playbook. `title`: what the form presets, empty for nothing; `neutral`: one that tells nothing. */
export const titleReveals = (title: string, neutral: string): Sentence => ({
  says:
    title === ''
      ? 'The title is left to the reporter, and is e-mailed to everyone who watches the repository'
      : `The title is preset to ${quote(title)}, and is e-mailed to everyone who watches the repository`,
  expected: `a title that reveals nothing, for example ${quote(`title: ${neutral}`)}`,
})
