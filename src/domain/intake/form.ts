import { stringify } from 'yaml'
import { defaultPrivilegePrefix } from '../config/configuration.ts'
import { incidentLabel, readinessLabel } from '../incident/labels.ts'
import type { Playbook } from '../playbook/playbook.ts'
import { severities, severityMeaning } from '../terms/severity.ts'

/** The label by which a form says which playbook it declares. GitHub sets it only if the repository has it. */
export const playbookLabel = (id: string): string => `playbook: ${id}`

/** The headings under which GitHub writes the answers into the issue's body. */
export const questions = {
  seen: 'What did you see?',
  noticed: 'When was it detected?',
  assets: 'What is affected?',
  impact: 'What is the impact on customers and staff?',
  working: 'Is an attacker active in our systems right now?',
  data: 'Is customer or personal data exposed, or could it be?',
  access: 'Did somebody get unauthorised access?',
  down: 'Is a service down or tampered with?',
  severity: 'Severity',
} as const
export type Question = keyof typeof questions

/** Headings of earlier versions of the form, which a team may have copied. */
export const formerQuestions: Readonly<Record<string, Question>> = {
  'When was it noticed?': 'noticed',
  'What does it do to people?': 'impact',
  'Is somebody at work in our systems right now?': 'working',
  'Is customer or personal data out, or may it be?': 'data',
  'Did somebody get access who should not have?': 'access',
  'Is something down or changed that people need?': 'down',
  'How bad does it look?': 'severity',
}

/** What the questions about harm can be answered with. */
export const harmAnswers = ['Yes', 'No', 'Not known'] as const

const noSecrets = `Write no secret here: no password, no key, no personal data. Write *where* it is, never what it says.`

const welcome = `**Not sure whether this is an incident? Report it.** Cancelling a false alarm takes a minute.

Only the first question is required, in a few words. Leave the title as it is: GitHub e-mails it to everyone who watches.
${noSecrets}`

const readinessWelcome = `**This is not an incident.** It opens a checklist of what must be ready before one, reviewed each quarter. Nobody is paged.
Everything that needs fixing becomes an issue of its own.

${noSecrets}`

type Field = { readonly type: string; readonly [key: string]: unknown }

const textarea = (id: Question, description: string, required: boolean): Field => ({
  type: 'textarea',
  id,
  attributes: { label: questions[id], description },
  validations: { required },
})

const input = (id: Question, description: string, placeholder: string): Field => ({
  type: 'input',
  id,
  attributes: { label: questions[id], description, placeholder },
  validations: { required: false },
})

const dropdown = (id: Question, description: string | null, options: readonly string[]): Field => ({
  type: 'dropdown',
  id,
  attributes: { label: questions[id], ...(description === null ? {} : { description }), options },
  validations: { required: false },
})

const incidentFields = ({ severity }: Playbook): readonly Field[] => [
  { type: 'markdown', attributes: { value: welcome } },
  textarea('seen', 'What happened, where, and how you noticed it. One line is enough.', true),
  input('noticed', 'The time with its zone, as exactly as you know it.', '14:02 UTC'),
  textarea(
    'assets',
    'Machines, services, accounts, repositories: one on each line, first its name, then a note.',
    false,
  ),
  textarea('impact', 'Who is affected, and what they lost or can no longer do.', false),
  dropdown('working', 'Yes opens the incident as SEV-1.', harmAnswers),
  dropdown('data', 'Yes opens the incident as SEV-1.', harmAnswers),
  dropdown('access', null, harmAnswers),
  dropdown('down', null, harmAnswers),
  dropdown(
    'severity',
    `Choose one to override the answers above. Without one they decide, or else the incident opens as ${severity}.`,
    severities.map(one => `${one} ${severityMeaning[one]}`),
  ),
]

const readinessFields: readonly Field[] = [
  { type: 'markdown', attributes: { value: readinessWelcome } },
  textarea('assets', 'What this review covers, one on each line. Empty: everything we run.', false),
]

const isReadiness = ({ kind }: Playbook): boolean => kind === 'readiness'

// The title is mailed the moment the issue opens, and every later name of it is kept: so it must not tell.
const titleOf = (playbook: Playbook): string =>
  playbook.confidential && !isReadiness(playbook) ? defaultPrivilegePrefix : playbook.title

const summaryOf = (playbook: Playbook): string => {
  if (playbook.summary !== '') return playbook.summary
  return isReadiness(playbook)
    ? 'What must be ready before an incident. Not an incident.'
    : 'Opens an incident. If you are not sure, report it.'
}

/** The issue form that opens this playbook, as `.github/ISSUE_TEMPLATE/<id>.yml`. */
export const formFor = (playbook: Playbook): string =>
  stringify(
    {
      name: playbook.title,
      description: summaryOf(playbook),
      title: titleOf(playbook),
      labels: [isReadiness(playbook) ? readinessLabel : incidentLabel, playbookLabel(playbook.id)],
      body: isReadiness(playbook) ? readinessFields : incidentFields(playbook),
    },
    // GitHub reads YAML 1.1, where a bare Yes is no text but `true`, and refuses the form
    { lineWidth: 0, compat: 'yaml-1.1', aliasDuplicateObjects: false },
  )

/** `.github/ISSUE_TEMPLATE/config.yml`: a blank issue would neither hide its title nor be an incident. */
export const formChooser = (): string => stringify({ blank_issues_enabled: false })
