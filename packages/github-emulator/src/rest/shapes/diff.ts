import type { ListedChange } from '../../world/git/history.ts'
import { blobOf } from '../../world/git/objects.ts'
import type { WorldState } from '../../world/types/world.ts'

export type LineChanges = { readonly additions: number; readonly deletions: number; readonly patch: string }

const linesOf = (state: WorldState, repositoryId: number, oid: string | null): string[] => {
  const blob = oid === null ? null : blobOf(state, repositoryId, oid)
  const text = blob ? new TextDecoder().decode(blob.content) : ''
  return text === '' ? [] : text.replace(/\n$/, '').split('\n')
}

const context = 3

/** What changed between two versions of a file, as one hunk: git would show several where equal lines lie between. */
export const lineChanges = (
  state: WorldState,
  repositoryId: number,
  change: Pick<ListedChange, 'oid' | 'previousOid'>,
): LineChanges => {
  const before = linesOf(state, repositoryId, change.previousOid)
  const after = linesOf(state, repositoryId, change.oid)
  const shorter = Math.min(before.length, after.length)
  let top = 0
  while (top < shorter && before[top] === after[top]) top += 1
  let bottom = 0
  while (bottom < shorter - top && before.at(-1 - bottom) === after.at(-1 - bottom)) bottom += 1
  const gone = before.slice(top, before.length - bottom)
  const come = after.slice(top, after.length - bottom)
  const above = before.slice(Math.max(0, top - context), top)
  const below = before.slice(before.length - bottom, before.length - bottom + context)
  const around = above.length + below.length
  const start = top - above.length + 1
  const head = `@@ -${gone.length + around ? start : 0},${gone.length + around} +${come.length + around ? start : 0},${come.length + around} @@`
  const marked = (mark: string, lines: string[]) => lines.map(line => mark + line)
  const patch = [head, ...marked(' ', above), ...marked('-', gone), ...marked('+', come), ...marked(' ', below)].join(
    '\n',
  )
  return { additions: come.length, deletions: gone.length, patch }
}
