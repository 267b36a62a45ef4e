import type { Person } from '../domain/terms/person.ts'
import type { Snapshot } from '../domain/view/snapshot.ts'
import type { CreateCommitOnBranchInput } from './mutations.generated.ts'
import type { Inexpressible } from './operation-kind.ts'

/** The node id by which GraphQL names somebody, from wherever the snapshot has met them. */
export const nodeOf = (snapshot: Snapshot, who: Person): string | null =>
  [...snapshot.members, ...[snapshot.issue, ...snapshot.children].flatMap(page => page.assignees)].find(
    one => one.id === who.id,
  )?.node ?? null

export const nodesOfPeople = <Input extends object>(
  snapshot: Snapshot,
  people: readonly Person[],
  use: (ids: readonly string[]) => Input,
): Input | Inexpressible => {
  const nodes = people.map(who => nodeOf(snapshot, who))
  const unknown = people.filter((_, i) => nodes[i] === null)
  if (unknown.length === 0) return use(nodes.filter(node => node !== null))
  return { inexpressible: `not known in this repository: ${unknown.map(one => one.login).join(', ')}` }
}

/** Label names are compared as GitHub does: without regard to case. */
export const labelIds = <Input extends object>(
  { repository }: Snapshot,
  names: readonly string[],
  use: (ids: readonly string[]) => Input,
): Input | Inexpressible => {
  const found = names.map(name => repository.labels.find(label => label.name.toLowerCase() === name.toLowerCase()))
  const unknown = names.filter((_, i) => found[i] === undefined)
  if (unknown.length === 0) return use(found.flatMap(label => label?.id ?? []))
  return { inexpressible: `no such label: ${unknown.join(', ')}` }
}

/** GitHub answers 422 beyond this. To cut with a notice is the business of whoever wrote the words. */
const mostBody = 65_536

export const withinBody = (body: string): Inexpressible | null =>
  body.length <= mostBody ? null : { inexpressible: `a body of ${body.length} characters, more than ${mostBody}` }

type Commit = {
  readonly branch: string
  /** The head that was read: a compare-and-swap. */
  readonly head: string
  /** First line, blank line, the rest. */
  readonly message: string
  readonly files: readonly { readonly path: string; readonly text: string }[]
}

export const commitInput = (
  { repository }: Snapshot,
  { branch, head, message, files }: Commit,
): CreateCommitOnBranchInput => {
  const [headline = '', ...rest] = message.split('\n')
  const body = rest.join('\n').trim()
  return {
    branch: { repositoryNameWithOwner: `${repository.owner}/${repository.name}`, branchName: branch },
    expectedHeadOid: head,
    message: body === '' ? { headline } : { headline, body },
    fileChanges: {
      additions: files.map(({ path, text }) => ({ path, contents: Buffer.from(text).toString('base64') })),
    },
  }
}
