import { type Configuration, defaultPrivilegePrefix } from '../domain/config/configuration.ts'
import { incidentLabel, readinessLabel } from '../domain/incident/labels.ts'
import { formerQuestions, questions } from '../domain/intake/form.ts'
import { sameHeading, saysNothing } from '../domain/intake/read-form.ts'
import type { Playbook } from '../domain/playbook/playbook.ts'
import { asFinding, type Finding } from '../domain/source/finding.ts'
import { severityOf } from '../domain/terms/severity.ts'
import * as says from '../messages/checks/forms.ts'
import type { Sentence } from '../messages/checks/sentence.ts'
import { declares } from './form-labels.ts'
import type { LocatedForm } from './read-issue-form.ts'

type Say = (line: number, sentence: Sentence) => Finding

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
  (line, sentence) =>
    asFinding(is)({ file, line, ...sentence })

const ids = (playbooks: readonly Playbook[], kind: Playbook['kind']): readonly string[] =>
  playbooks.filter(one => one.kind === kind).map(one => one.id)

const labelsWrong = (located: LocatedForm, id: string, playbooks: readonly Playbook[]): readonly Finding[] => {
  const wrong = labelsSentence(located, id, playbooks)
  return wrong === null ? [] : [saying('problem', located)(located.lineOf('labels'), wrong)]
}

const labelsSentence = ({ form }: LocatedForm, id: string, playbooks: readonly Playbook[]): Sentence | null => {
  const { incident, readiness } = declares(form)
  const playbook = playbooks.find(one => one.id === id)
  const kind = readiness && !incident ? 'readiness' : 'incident'
  if (playbook === undefined) return says.unknownPlaybook(id, kind, ids(playbooks, kind))
  if (playbook.kind === 'part') return says.onlyIncluded(id, ids(playbooks, kind))
  const wanted = playbook.kind === 'readiness' ? readinessLabel : incidentLabel
  if (!incident && !readiness) return says.opensNothing(id, wanted)
  if (incident && readiness) return says.bothLabels(wanted)
  return playbook.kind === kind ? null : says.otherKind(id, kind, playbook.kind, wanted)
}

/** By its heading the answer is found again; without it, it is lost among the others. */
const seenMissing = (located: LocatedForm): readonly Finding[] => {
  const say = saying('warning', located)
  const found = located.form.body.find(
    field => field.type !== 'markdown' && sameHeading(field.attributes.label, questions.seen),
  )
  if (found === undefined) return [say(located.lineOf('body'), says.seenNotAsked())]
  if ('validations' in found && found.validations?.required === true) return []
  return [say(located.lineOf('body'), says.seenOptional())]
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
      saying('problem', located)(located.lineOf('body'), says.severityUnreadable(option, field.attributes.label)),
    )
  })
}

// What a mail may have as its subject, whoever reads it.
const neutral = ['report', 'incident', defaultPrivilegePrefix.toLowerCase()]

const titleTells = (located: LocatedForm, { privilegePrefix }: Configuration): readonly Finding[] => {
  const title = (located.form.title ?? '').trim()
  const plain = title.replace(/[\s:.-]+$/, '').toLowerCase()
  if (neutral.includes(plain) || plain === privilegePrefix?.toLowerCase()) return []
  const reveals = says.titleReveals(title, privilegePrefix ?? 'Report')
  return [saying('warning', located)(located.lineOf('title'), reveals)]
}
