import { stringify } from 'yaml'
import { defaultPrivilegePrefix } from '../config/configuration.ts'
import { incidentLabel, readinessLabel } from '../incident/labels.ts'
import type { Playbook } from '../playbook/playbook.ts'
import { severities, severityMeaning } from '../terms/severity.ts'

/** The label by which a form says which playbook it declares. GitHub sets it only if the repository has it. */
export const playbookLabel = (id: string): string => `playbook: ${id}`

/** The headings under which GitHub puts the answers into the issue's body. */
export const questions = {
  seen: 'What did you see?',
  noticed: 'When was it noticed?',
  assets: 'What is affected?',
  impact: 'What does it do to people?',
  working: 'Is somebody at work in our systems right now?',
  data: 'Is customer or personal data out, or may it be?',
  access: 'Did somebody get access who should not have?',
  down: 'Is something down or changed that people need?',
  severity: 'How bad does it look?',
} as const
export type Question = keyof typeof questions

/** What the questions about harm can be answered with. */
export const harmAnswers = ['Yes', 'No', 'Not known'] as const

const noSecrets = `Put no secret in here, neither a password nor a key nor anybody's data. Write *where* it is, never what it says.`

const welcome = `**Not sure that it is one? That is reason enough.** Calling a false alarm off later costs a minute.

Only the first question must be answered, in a few words. Leave the title as it is: it is mailed to everyone who watches.
${noSecrets}`

const readinessWelcome = `**This is no incident.** It opens a checklist of what has to be ready before one, to be gone through each quarter. Nobody
is paged and nothing is hurried: what is found wanting becomes an issue of its own.

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
  textarea('seen', 'What happened, where, and how you noticed. One line is enough.', true),
  input('noticed', 'A time with its zone, as near as you know it.', '14:02 UTC'),
  textarea(
    'assets',
    'Machines, services, accounts, repositories: one on each line, its name first, then a note.',
    false,
  ),
  textarea('impact', 'Who is affected, and what they cannot do or have lost.', false),
  dropdown('working', 'With a Yes it opens as SEV-1.', harmAnswers),
  dropdown('data', 'With a Yes it opens as SEV-1.', harmAnswers),
  dropdown('access', null, harmAnswers),
  dropdown('down', null, harmAnswers),
  dropdown(
    'severity',
    `The last word, if you want it. Left open, the four answers above decide, and if they do not, it opens as ${severity}.`,
    severities.map(one => `${one} ${severityMeaning[one]}`),
  ),
]

const readinessFields: readonly Field[] = [
  { type: 'markdown', attributes: { value: readinessWelcome } },
  textarea('assets', 'What this review covers, one on each line. Left empty: everything that we run.', false),
]

const isReadiness = ({ kind }: Playbook): boolean => kind === 'readiness'

// The title is mailed the moment the issue opens, and every later name of it is kept: so it must not tell.
const titleOf = (playbook: Playbook): string =>
  playbook.confidential && !isReadiness(playbook) ? defaultPrivilegePrefix : playbook.title

const summaryOf = (playbook: Playbook): string => {
  if (playbook.summary !== '') return playbook.summary
  return isReadiness(playbook)
    ? 'What has to be ready before an incident. No incident.'
    : 'Opens an incident. Not sure is reason enough.'
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
