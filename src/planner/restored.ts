import type { IncidentEvent } from '../domain/events/event.ts'
import { readSource } from '../domain/events/source.ts'
import type { Incident } from '../domain/incident/incident.ts'
import type { View } from '../domain/view/index-snapshot.ts'

/** That people were told of a record taken away, which the record itself cannot know: recorded once it is back, whoever did that. */
export const restored = ({ events }: Incident, view: View, run: string): readonly IncidentEvent[] => {
  const { now, us } = view
  const stamp = { v: 1, happened: now, said: now, recorded: now, by: null, writer: { ...us, run } } as const
  return [...view.index.repliesByKey.keys()].flatMap((key): readonly IncidentEvent[] => {
    const source = readSource(key)
    if (source?.of !== 'rollback' || events.some(event => event.source === key)) return []
    return [{ ...stamp, is: 'record-restored', commit: source.to, taken: source.at, source: key }]
  })
}
