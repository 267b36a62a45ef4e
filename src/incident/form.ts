import { stringify } from 'yaml'
import type { Playbook } from './playbook.ts'
import { severities, severityMeaning } from './severity.ts'

/** The label by which a form says which playbook it declares. GitHub sets it only if the repository has it. */
export const playbookLabel = (id: string): string => `playbook: ${id}`

/** The headings under which GitHub puts the answers into the issue's body. */
export const questions = {
  seen: 'What did you see?',
  noticed: 'When was it noticed?',
  assets: 'What is affected?',
  impact: 'What does it do to people?',
  severity: 'How bad does it look?',
} as const
export type Question = keyof typeof questions

const welcome = `**Not sure that it is one? That is reason enough.** Calling a false alarm off later costs a minute.

Only the first question must be answered, in a few words. Leave the title as it is: it is mailed to everyone who watches.
Put no secret in here, neither a password nor a key nor anybody's data. Write *where* it is, never what it says.`

const textarea = (id: Question, description: string, required: boolean) => ({
  type: 'textarea',
  id,
  attributes: { label: questions[id], description },
  validations: { required },
})

const input = (id: Question, description: string, placeholder: string) => ({
  type: 'input',
  id,
  attributes: { label: questions[id], description, placeholder },
  validations: { required: false },
})

const bodyFields = (playbook: Playbook) => [
  { type: 'markdown', attributes: { value: welcome } },
  textarea('seen', 'What happened, where, and how you noticed. One line is enough.', true),
  input('noticed', 'A time with its zone, as near as you know it.', '14:02 UTC'),
  textarea('assets', 'Machines, services, accounts, repositories: one on each line.', false),
  textarea('impact', 'Who is affected, and what they cannot do or have lost.', false),
  {
    type: 'dropdown',
    id: 'severity',
    attributes: {
      label: questions.severity,
      description: `Your first guess, to be corrected later. Without one it opens as ${playbook.severity}.`,
      options: severities.map(severity => `${severity} ${severityMeaning[severity]}`),
    },
    validations: { required: false },
  },
]

/** The issue form that declares an incident with this playbook, as `.github/ISSUE_TEMPLATE/<id>.yml`. */
export const formFor = (playbook: Playbook): string =>
  stringify(
    {
      name: playbook.title,
      description: playbook.summary || 'Opens an incident. Not sure is reason enough.',
      // The title is mailed the moment the issue opens, and every later name of it is kept: so it must not tell.
      title: playbook.confidential ? 'Report' : playbook.title,
      labels: ['incident', playbookLabel(playbook.id)],
      body: bodyFields(playbook),
    },
    { lineWidth: 0 },
  )

/** `.github/ISSUE_TEMPLATE/config.yml`: a blank issue would neither hide its title nor be an incident. */
export const formChooser = (): string => stringify({ blank_issues_enabled: false })
