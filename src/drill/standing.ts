import {
  blobOf,
  commentsOf,
  commitOf,
  type Emulator,
  filesOf,
  issueByNumber,
  issuesOf,
  pullsOf,
  refOid,
  repositoryByName,
} from 'github-emulator'
import { postMortemBranch, postMortemPath, recordOf } from '../domain/events/location.ts'
import { findMarker } from '../domain/text/marker.ts'
import { owner, repo } from './stage.ts'

/** What people find on GitHub, read from the emulator's own world. */
export const standing = (emulator: Emulator) => {
  const { state } = emulator.world
  const repository = repositoryByName(state, owner, repo)
  if (repository === null) throw new Error(`there is no ${owner}/${repo}`)
  const { id } = repository

  const filesAt = (ref: string, folder: string): Record<string, string> => {
    const oid = refOid(state, id, ref)
    const commit = oid === null ? null : commitOf(state, id, oid)
    if (commit === null) return {}
    const found = [...filesOf(state, id, commit.tree)].filter(([path]) => path.startsWith(folder))
    return Object.fromEntries(
      found.map(([path, file]) => [path, new TextDecoder().decode(blobOf(state, id, file.oid)?.content)]),
    )
  }
  const commentsWith = (kind: 'reply' | 'board', incident?: number) =>
    issuesOf(state, id)
      .filter(issue => incident === undefined || issue.number === incident)
      .flatMap(issue =>
        commentsOf(state, issue.id).map(({ id: comment, body }) => ({ comment, on: issue.number, body })),
      )
      .filter(({ body }) => findMarker(body, kind) !== null)

  return {
    /** Replies of the bot, oldest first on each page. */
    replies: () => commentsWith('reply'),
    board: (incident: number): string => commentsWith('board', incident)[0]?.body ?? '',
    /** The ledger's events, as the file bytes stand. */
    ledger: (incident: number): string =>
      Object.entries(filesAt(`refs/heads/${recordOf(incident).branch}`, `${recordOf(incident).events}/`))
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([, text]) => text)
        .join(''),
    postMortem: (incident: number): string | null =>
      filesAt(`refs/heads/${postMortemBranch(incident, 1)}`, 'incidents/')[postMortemPath(incident)] ?? null,
    state: (number: number): 'open' | 'closed' | null => issueByNumber(state, id, number)?.state ?? null,
    openPull: (incident: number): number | null => {
      const numbers = pullsOf(state, id)
        .filter(pull => pull.headRef === postMortemBranch(incident, 1))
        .map(pull => issuesOf(state, id).find(issue => issue.id === pull.issueId)?.number ?? 0)
      return numbers.find(number => issueByNumber(state, id, number)?.state === 'open') ?? null
    },
  }
}
