import { describe, expect, test } from 'vitest'
import { digest, eventLine } from '../../../src/domain/events/digest.ts'
import { incidentId } from '../../../src/domain/events/identity.ts'
import { isKnown, readLine } from '../../../src/domain/events/read-record.ts'
import { readSource, type Source, sourceKey } from '../../../src/domain/events/source.ts'
import { recordTimeline } from '../../../src/messages/post-mortem/timeline.ts'
import { bob, said, story } from '../../messages/post-mortem.incident.ts'

const confirmed = said('10:42', bob, { is: 'confirmed' })
const lineWith = (more: object): string => JSON.stringify({ ...confirmed, ...more })
const read = (line: string) => {
  const found = readLine(line)
  if (found === null) throw new Error('no event of any version')
  return found
}

describe('a line of the record', () => {
  test('of this version is known whole', () => {
    const line = read(eventLine(confirmed).trimEnd())
    expect(line).toEqual({ raw: eventLine(confirmed), event: confirmed, unknownKeys: [] })
    expect(isKnown(line)).toBe(true)
  })

  test('of a kind that came later is kept byte for byte, and known by its kind', () => {
    const text = lineWith({ is: 'takeover', who: bob, weight: 3 })
    const line = read(text)
    expect(line.raw).toBe(`${text}\n`)
    expect(line.event).toMatchObject({ is: 'unknown', kind: 'takeover', said: confirmed.said, by: confirmed.by })
    expect(isKnown(line)).toBe(false)
  })

  test('with keys that came later is read without them, and is not known whole', () => {
    const line = read(lineWith({ team: 'red', by: { ...confirmed.by, team: 'red' } }))
    expect(line.event).toEqual(confirmed)
    expect([...line.unknownKeys].toSorted()).toEqual(['by.team', 'team'])
    expect(isKnown(line)).toBe(false)
  })

  test.each([
    ['no JSON', 'confirmed'],
    ['without the moment at which it was said', lineWith({ said: undefined })],
    ['of a known kind, with a value that no version writes', lineWith({ by: 'bob' })],
  ])('that is broken is of no version: %s', (_how, line) => expect(readLine(line)).toBeNull())
})

test('the digest is of the lines as they stand, whatever order their keys are in', () => {
  const lines = story().map(eventLine)
  const turned = lines.map(
    line => `${JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(line)).toReversed()))}\n`,
  )
  const raw = turned.map(line => read(line.trimEnd()).raw)
  expect(raw).toEqual(turned)
  expect(digest(raw, raw.length)).not.toBe(digest(lines, lines.length))
})

test('the timeline shows that something of a newer version stands there', () => {
  const lines = [confirmed, said('10:45', bob, { is: 'closed' })].map(event => read(eventLine(event).trimEnd()))
  const later = read(JSON.stringify({ ...confirmed, is: 'takeover', said: '2026-03-01T10:44:00Z', link: undefined }))
  const more = read(lineWith({ team: 'red' }))
  const rows = recordTimeline([...lines, later, more])
    .split('\n')
    .slice(2)
  expect(rows).toHaveLength(4)
  expect(rows[1]).toContain('Confirmed as an incident (with `team`, of a newer version)')
  expect(rows[2]).toBe('| 2026-03-01 10:44 | an event of a newer version (`takeover`) | bob |')
})

describe('what an event came from', () => {
  const sources: readonly Source[] = [
    { of: 'page', id: 'IC_kwDOAbc' },
    { of: 'declaration', what: 'asset', id: 'web-1' },
    { of: 'declaration', what: 'role', id: 'forensics' },
    { of: 'declaration', what: 'assignees' },
    { of: 'declaration', what: 'secret' },
    { of: 'review', ending: 'CE_1' },
    { of: 'review', ending: 'clock:review:CE_1' },
    { of: 'deletion', how: 'deleted', comment: 'IC_1', decided: 'IC_2' },
    { of: 'deletion', how: 'undeleted', comment: 'IC_1', decided: 'IC_2' },
    { of: 'refusal', branch: 'post-mortem/7-2', day: '2026-03-01' },
  ]
  test.each(sources)('is written and read back: %o', source => expect(readSource(sourceKey(source))).toEqual(source))

  test('is nothing else', () => expect(readSource('declaration:everything')).toBeNull())
})

test('the id of an incident is the same for whoever derives it, and another for another issue or repository', () => {
  expect(incidentId('R_1', 'I_7')).toBe(incidentId('R_1', 'I_7'))
  expect(new Set([incidentId('R_1', 'I_7'), incidentId('R_1', 'I_8'), incidentId('R_2', 'I_7')]).size).toBe(3)
  expect(incidentId('R_1', 'I_7')).toMatch(/^[0-9a-f]{32}$/)
})
