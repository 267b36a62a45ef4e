/** From what an event came: it is recorded under this, and taken once. */
export type Source =
  /** A comment, an issue or an entry of its timeline, by node id. */
  | { readonly of: 'page'; readonly id: string }
  /** What a declaration brings beside itself. */
  | { readonly of: 'declaration'; readonly what: 'asset' | 'role' | 'branch'; readonly id: string }
  | { readonly of: 'declaration'; readonly what: 'assignees' | 'secret' | 'severity' }
  /** Time alone: a quarter after the close that was recorded under `ending`. */
  | { readonly of: 'review'; readonly ending: string }
  /** The incident's own issue, by its node id, is not here any more. */
  | { readonly of: 'move'; readonly issue: string }
  /** What became of the deletion of a comment, by its node id, that was decided by what is recorded under `decided`. */
  | {
      readonly of: 'deletion'
      readonly how: 'deleted' | 'undeleted'
      readonly comment: string
      readonly decided: string
    }
  /** The alarm that the branch of the record was taken away from this commit, at that moment. */
  | { readonly of: 'rollback'; readonly to: string; readonly at: string }
  /** GitHub would not open a pull request of this branch, on this day (`2026-03-01`); `branch`: it would not make it. */
  | { readonly of: 'refusal'; readonly branch: string; readonly day: string }

/** As the record has it: the same thing has the same words, whoever writes them down. */
export const sourceKey = (source: Source): string => {
  switch (source.of) {
    case 'page':
      return source.id
    case 'declaration':
      return 'id' in source ? `declaration:${source.what}:${source.id}` : `declaration:${source.what}`
    case 'review':
      return `clock:review:${source.ending}`
    case 'move':
      return `moved:${source.issue}`
    case 'deletion':
      return `${source.how}:${source.comment}:${source.decided}`
    case 'rollback':
      return `rolled-back:${source.to}:${source.at}`
    case 'refusal':
      return `refused:${source.branch}:${source.day}`
  }
}

/** What `sourceKey` wrote; null: it wrote no such thing. No node id has a colon in it. */
export const readSource = (key: string): Source | null => {
  const [first = '', second = '', ...rest] = key.split(':')
  const last = rest.join(':')
  if (first === key) return { of: 'page', id: key }
  if (first === 'clock' && second === 'review' && last !== '') return { of: 'review', ending: last }
  if (first === 'moved' && second !== '' && last === '') return { of: 'move', issue: second }
  if (first === 'rolled-back' && second !== '' && last !== '') return { of: 'rollback', to: second, at: last }
  if (first === 'refused' && second !== '' && last !== '') return { of: 'refusal', branch: second, day: last }
  if ((first === 'deleted' || first === 'undeleted') && second !== '' && last !== '')
    return { of: 'deletion', how: first, comment: second, decided: last }
  if (first !== 'declaration') return null
  if ((second === 'asset' || second === 'role' || second === 'branch') && last !== '')
    return { of: 'declaration', what: second, id: last }
  return (second === 'assignees' || second === 'secret' || second === 'severity') && last === ''
    ? { of: 'declaration', what: second }
    : null
}

export const isSource = (key: string): boolean => readSource(key) !== null
