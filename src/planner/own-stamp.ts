import type { Snapshot } from '../domain/view/snapshot.ts'

/** The stamp of what nobody said, and a run of ours found or did itself: its moments are those of the read. */
export const ownStamp = ({ now, us }: Pick<Snapshot, 'now' | 'us'>, run: string) =>
  ({ v: 1, happened: now, said: now, recorded: now, by: null, writer: { ...us, run } }) as const
