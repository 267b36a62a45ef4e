import { incidentLabel, readinessLabel } from '../domain/incident/labels.ts'
import { playbookLabel } from '../domain/intake/form.ts'
import { builtInPlaybooks } from '../domain/playbook/built-in.ts'

/** The people of the sample repository, with what they may do in it. */
export const people = {
  dana: 'maintain',
  erin: 'maintain',
  alice: 'write',
  bob: 'write',
  carol: 'read',
  gwen: 'write',
  hugo: 'write',
  mallory: 'write',
  rita: 'read',
} as const
export type Name = keyof typeof people

/** What the sample team decided: who may lead, who is good at what, who reads the post-mortem. */
const configuration = (identities: readonly number[]) => `roster:
  incident-commander: [dana, erin]
  forensics: [alice]
  security: [bob]
  site-reliability: [bob]
  service: [alice]
  scribe: [alice]
  communications: [hugo]
  counsel: [carol]
  executive: [gwen]
  engineering-lead: [gwen]
  marketing: [hugo]
reviewers: [erin, gwen]
timezone: Europe/Berlin
channel: "#sapphire in the chat, and the bridge whose number is in the handbook"
identities: [${identities.join(', ')}]
`

/** The files of `acme/incidents`, a private repository as a team would keep it. Both deployments may write the record. */
export const files = (identities: readonly number[]): Record<string, string> => ({
  'README.md': '# Incidents\n\nWhere the incidents of acme are worked on.\n',
  '.github/incidents.yml': configuration(identities),
})

/** The labels that the forms set. */
export const labels = (): readonly string[] => [
  incidentLabel,
  readinessLabel,
  ...builtInPlaybooks()
    .filter(({ kind }) => kind !== 'part')
    .map(({ id }) => playbookLabel(id)),
]

/** An issue's body as GitHub writes it from the form. */
export const report = `### What did you see?

Somebody signed in to the build server from an address none of us knows, and started a job that nobody ordered.

### When was it detected?

21:40 UTC

### What is affected?

build-1

### What is the impact on customers and staff?

_No response_

### Severity

_No response_
`
