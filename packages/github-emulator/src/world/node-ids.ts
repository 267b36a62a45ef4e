const prefixes = {
  User: 'U',
  Bot: 'BOT',
  Organization: 'O',
  Team: 'T',
  App: 'A',
  Repository: 'R',
  Label: 'LA',
  Issue: 'I',
  PullRequest: 'PR',
  IssueComment: 'IC',
  Reaction: 'REA',
  UserContentEdit: 'UCE',
  Event: 'EV',
  PinnedIssueComment: 'PIC',
  PullRequestReview: 'PRR',
  CheckRun: 'CR',
  RepositoryRuleset: 'RRS',
} as const

export type NodeKind = keyof typeof prefixes

const kindByPrefix = new Map(Object.entries(prefixes).map(([kind, prefix]) => [prefix as string, kind as NodeKind]))

/** A global id that looks like GitHub's (`I_kwDO...`) and says, to this room only, what it names. */
export const nodeId = (kind: NodeKind, id: number): string => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(id))
  return `${prefixes[kind]}_kwDO${bytes.toString('base64url')}`
}

/** What a global id names, or null when it is none of ours. */
export const readNodeId = (text: string): { kind: NodeKind; id: number } | null => {
  const match = /^([A-Z]+)_kwDO([\w-]{11})$/.exec(text)
  const kind = kindByPrefix.get(match?.[1] ?? '')
  if (!match?.[2] || !kind) return null
  return { kind, id: Number(Buffer.from(match[2], 'base64url').readBigUInt64BE()) }
}

/** A ref's global id holds its name, so it names the same ref again after a delete and a new creation. */
export const refNodeId = (repositoryId: number, name: string): string => gitNodeId('REF', repositoryId, name)

export const objectNodeId = (repositoryId: number, oid: string): string => gitNodeId('GO', repositoryId, oid)

export const readRefNodeId = (text: string): { repositoryId: number; name: string } | null => readGitNodeId('REF', text)

export const readObjectNodeId = (text: string): { repositoryId: number; name: string } | null =>
  readGitNodeId('GO', text)

const gitNodeId = (prefix: string, repositoryId: number, name: string): string =>
  `${prefix}_kwDO${Buffer.from(`${repositoryId}:${name}`).toString('base64url')}`

const readGitNodeId = (prefix: string, text: string): { repositoryId: number; name: string } | null => {
  if (!text.startsWith(`${prefix}_kwDO`)) return null
  const match = /^(\d+):(.+)$/s.exec(Buffer.from(text.slice(prefix.length + 5), 'base64url').toString())
  return match?.[1] && match[2] ? { repositoryId: Number(match[1]), name: match[2] } : null
}
