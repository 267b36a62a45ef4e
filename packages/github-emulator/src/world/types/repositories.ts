import type { Stamp } from './accounts.ts'
import type { Ruleset } from './rulesets.ts'

export type Visibility = 'public' | 'private' | 'internal'
export type Role = 'read' | 'triage' | 'write' | 'maintain' | 'admin'

/** `role` is what it allows; `roleName` differs only for an organisation's custom roles. */
export type Collaborator = { userId: number; role: Role; roleName: string }

/** A repository with its refs; its git objects lie in `WorldState.objects`, its issues in `WorldState.issues`. */
export type Repository = {
  id: number
  nodeId: string
  ownerId: number
  name: string
  description: string | null
  visibility: Visibility
  archived: boolean
  hasIssues: boolean
  defaultBranch: string
  deleteBranchOnMerge: boolean
  /** The setting "Allow GitHub Actions to create and approve pull requests". */
  actionsMayCreatePulls: boolean
  /** Of an organisation's repository: what every member may do without being named. */
  basePermission: 'none' | 'read' | 'write' | 'admin'
  collaborators: Map<number, Collaborator>
  nextNumber: number
  /** Full name (`refs/heads/main`) to oid. */
  refs: Map<string, string>
  rulesets: Ruleset[]
  createdAt: Stamp
  updatedAt: Stamp
  pushedAt: Stamp | null
}

export type Label = {
  id: number
  nodeId: string
  repositoryId: number
  name: string
  color: string
  description: string | null
  createdAt: Stamp
  updatedAt: Stamp
}
