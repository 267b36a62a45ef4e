import { type Configuration, defaultPrivilegePrefix } from '../domain/config/configuration.ts'
import { incidentLabel, readinessLabel } from '../domain/incident/labels.ts'
import { formerQuestions, playbookLabel, questions } from '../domain/intake/form.ts'
import { sameHeading, saysNothing } from '../domain/intake/read-form.ts'
import type { Playbook } from '../domain/playbook/playbook.ts'
import { asFinding, type Finding } from '../domain/source/finding.ts'
import { severityOf } from '../domain/terms/severity.ts'
import { quote } from '../domain/text/quote.ts'
import { declares } from './form-labels.ts'
import type { LocatedForm } from './read-issue-form.ts'

type Say = (line: number, says: string, expected: string) => Finding

/** What is wrong with a form as a declaration: GitHub would show it, and no incident, or a talkative one, would follow. */
export const formFindings = (
  located: LocatedForm,
  playbooks: readonly Playbook[],
  configuration: Configuration,
): readonly Finding[] => {
  const { incident, readiness, playbook: named } = declares(located.form)
  if (!incident && !readiness && named === null) return []
  const id = named ?? configuration.playbook
  const playbook = playbooks.find(one => one.id === id) ?? null
  const opens = incident && playbook?.kind !== 'readiness' && playbook?.kind !== 'part'
  return [
    ...(named === null ? [] : labelsWrong(located, named, playbooks)),
    ...(opens ? seenMissing(located) : []),
    ...(opens ? severityUnread(located) : []),
    ...(opens && playbook?.confidential ? titleTells(located, configuration) : []),
  ]
}

const saying =
  (is: Finding['is'], { file }: LocatedForm): Say =>
  (line, says, expected) =>
    asFinding(is)({ file, line, says, expected })

const ids = (playbooks: readonly Playbook[], kind: Playbook['kind']): string =>
  playbooks
    .filter(one => one.kind === kind)
    .map(one => `\`${one.id}\``)
    .join(', ')

const labelsWrong = (located: LocatedForm, id: string, playbooks: readonly Playbook[]): readonly Finding[] => {
  const say = saying('problem', located)
  const line = located.lineOf('labels')
  const { incident, readiness } = declares(located.form)
  const label = quote(playbookLabel(id))
  const playbook = playbooks.find(one => one.id === id)
  const kind = readiness && !incident ? 'readiness' : 'incident'
  const known = ids(playbooks, kind)
  if (playbook === undefined)
    return [
      say(
        line,
        `The label ${label} names an unknown or broken playbook`,
        known === '' ? `a playbook of kind \`${kind}\`` : `one of ${known}`,
      ),
    ]
  if (playbook.kind === 'part')
    return [
      say(
        line,
        `The label ${label} names a playbook of kind \`part\`, which only other playbooks can include`,
        `one of ${known}`,
      ),
    ]
  const wanted = playbook.kind === 'readiness' ? readinessLabel : incidentLabel
  if (!incident && !readiness)
    return [
      say(line, `The label ${label} is set without \`${wanted}\`, so no incident opens`, `\`${wanted}\` beside it`),
    ]
  if (incident && readiness)
    return [say(line, `\`${incidentLabel}\` and \`${readinessLabel}\` are both set`, `\`${wanted}\` alone`)]
  if (playbook.kind === kind) return []
  return [
    say(line, `\`${kind}\` is set with ${label}, which is of kind \`${playbook.kind}\``, `\`${wanted}\` beside it`),
  ]
}

/** By its heading the answer is found again; without it, it is lost among the others. */
const seenMissing = (located: LocatedForm): readonly Finding[] => {
  const say = saying('warning', located)
  const found = located.form.body.find(
    field => field.type !== 'markdown' && sameHeading(field.attributes.label, questions.seen),
  )
  const expected = `a required \`textarea\` with \`label: ${questions.seen}\``
  if (found === undefined) return [say(located.lineOf('body'), `No field asks \`${questions.seen}\``, expected)]
  if ('validations' in found && found.validations?.required === true) return []
  return [say(located.lineOf('body'), `\`${questions.seen}\` is optional`, expected)]
}

/** An option from which no severity can be read would open the incident as if nothing had been chosen. */
const severityUnread = (located: LocatedForm): readonly Finding[] => {
  const headings = [
    questions.severity,
    ...Object.keys(formerQuestions).filter(one => formerQuestions[one] === 'severity'),
  ]
  return located.form.body.flatMap(field => {
    if (field.type !== 'dropdown' || !headings.some(one => sameHeading(one, field.attributes.label))) return []
    const unread = field.attributes.options.filter(option => severityOf(option) === null && !saysNothing(option))
    return unread.map(option =>
      saying('problem', located)(
        located.lineOf('body'),
        `No severity can be read from the option ${quote(option)} of \`${field.attributes.label}\``,
        'an option that begins with it: `SEV-1 critical`, `P1`, `Critical`',
      ),
    )
  })
}

// What a mail may have as its subject, whoever reads it.
const neutral = ['report', 'incident', defaultPrivilegePrefix.toLowerCase()]

const titleTells = (located: LocatedForm, { privilegePrefix }: Configuration): readonly Finding[] => {
  const title = (located.form.title ?? '').trim()
  const plain = title.replace(/[\s:.-]+$/, '').toLowerCase()
  if (neutral.includes(plain) || plain === privilegePrefix?.toLowerCase()) return []
  const says =
    title === ''
      ? 'The title is left to the reporter, and is e-mailed to everyone who watches the repository'
      : `The title is preset to ${quote(title)}, and is e-mailed to everyone who watches the repository`
  const expected = `a title that reveals nothing, for example ${quote(`title: ${privilegePrefix ?? 'Report'}`)}`
  return [saying('warning', located)(located.lineOf('title'), says, expected)]
}
