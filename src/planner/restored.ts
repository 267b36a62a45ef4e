import type { IncidentEvent } from '../domain/events/event.ts'
import { readSource } from '../domain/events/source.ts'
import type { Incident } from '../domain/incident/incident.ts'
import type { View } from '../domain/view/index-snapshot.ts'
import { ownStamp } from './own-stamp.ts'

/** That people were told of a record taken away, which the record itself cannot know: recorded once it is back, whoever did that. */
export const restored = ({ events }: Incident, view: View, run: string): readonly IncidentEvent[] => {
  return [...view.index.repliesByKey.keys()].flatMap((key): readonly IncidentEvent[] => {
    const source = readSource(key)
    if (source?.of !== 'rollback' || events.some(event => event.source === key)) return []
    return [{ ...ownStamp(view, run), is: 'record-restored', commit: source.to, taken: source.at, source: key }]
  })
}
