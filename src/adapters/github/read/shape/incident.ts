import { z } from 'zod'
import type { RawIncident, RawRecordAt } from '../../client/answer-parts.ts'
import { checkOf } from '../../client/checked.ts'
import type { LabelsQuery } from '../../queries.generated.ts'
import { issue } from './issue.ts'
import { commit, file, folder, list, more, settings } from './parts.ts'
import { assignables, collaborators } from './people.ts'

const tag = z.object({
  name: z.string(),
  target: z.object({ oid: z.string(), target: z.object({ oid: z.string() }).nullish() }).nullish(),
})

const root = z.object({ oid: z.string(), ...settings, history: list(z.object({ oid: z.string() })).nullish() })

const head = z.object({
  oid: z.string(),
  ...settings,
  events: folder,
  lease: file,
  history: list(commit.extend({ messageHeadline: z.string() })).nullish(),
})

const labels = list(z.object({ id: z.string(), name: z.string() })).extend({ pageInfo: more })

/** The rounds stand beside, by their number: `branch2`, `pulls2`. */
const repository = z.looseObject({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  visibility: z.enum(['PRIVATE', 'INTERNAL', 'PUBLIC']),
  isArchived: z.boolean(),
  hasIssuesEnabled: z.boolean(),
  owner: z.object({ login: z.string() }),
  defaultBranchRef: z.object({ name: z.string(), target: root.nullish() }).nullish(),
  collaborators: collaborators.extend({ pageInfo: more }).nullish(),
  assignableUsers: assignables.extend({ pageInfo: more }).nullish(),
  labels: labels.nullish(),
  tags: list(tag).extend({ pageInfo: more }).nullish(),
  ledger: z.object({ rules: list(z.object({ type: z.string() })).nullish(), target: head.nullish() }).nullish(),
  above: z.object({ target: z.object({ oid: z.string() }).nullish() }).nullish(),
  below: list(z.object({ name: z.string(), target: z.object({ oid: z.string() }).nullish() })).nullish(),
  kind: z.object({ __typename: z.string() }).nullish(),
  issue: issue.nullish(),
})

export const incidentCheck = checkOf<RawIncident>()(
  z.object({
    viewer: z.object({ login: z.string(), databaseId: z.number().nullish() }),
    repository: repository.nullish(),
  }),
)
export const labelsCheck = checkOf<LabelsQuery>()(
  z.object({ repository: z.object({ labels: labels.nullish() }).nullish() }),
)

export const recordAtCheck = checkOf<RawRecordAt>()(
  z.object({ repository: z.object({ object: head.nullish() }).nullish() }),
)
