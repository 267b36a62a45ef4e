import type { Timestamp } from '../terms/timestamp.ts'

/** One change of the record's branch, as GitHub keeps them. */
export type Activity = {
  readonly type: 'push' | 'force_push' | 'branch_creation' | 'branch_deletion' | 'other'
  readonly before: string
  readonly after: string
  readonly at: Timestamp
  readonly by: { readonly id: number; readonly login: string } | null
}

/** Who took the branch away from its newest commit of ours, and which that is; `never`: none of ours was ever there. */
export type Verdict =
  | { readonly is: 'intact' }
  | { readonly is: 'never' }
  | {
      readonly is: 'rolled-back'
      readonly to: string
      readonly by: string | null
      readonly at: Timestamp
      readonly how: 'deleted' | 'moved'
    }

/**
 * What became of the record, from everything that was done to its branch, oldest first. Only a push of ours onto what was ours
 * moves it on; whatever else leaves that commit has taken it away, until somebody restores the branch to there. `reached`:
 * what the branch holds now.
 */
export const judgeActivity = (
  activities: readonly Activity[],
  ours: readonly number[],
  reached: readonly string[],
): Verdict => {
  let newest: string | null = null
  let left: Activity | null = null
  for (const one of activities) {
    const isOurs = one.by !== null && ours.includes(one.by.id)
    if (one.after === newest) left = null
    else if (isOurs && one.type === 'push' && (newest === null || one.before === newest)) {
      newest = one.after
      left = null
    } else if (newest !== null && one.before === newest) left = one
  }
  if (newest === null) return { is: 'never' }
  if (left === null || reached.includes(newest)) return { is: 'intact' }
  const how = left.type === 'branch_deletion' ? 'deleted' : 'moved'
  return { is: 'rolled-back', to: newest, by: left.by?.login ?? null, at: left.at, how }
}
