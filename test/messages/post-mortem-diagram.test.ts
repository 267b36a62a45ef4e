// @vitest-environment jsdom
import fc from 'fast-check'
import mermaid from 'mermaid'
import { describe, expect, test } from 'vitest'
import type { IncidentEvent } from '../../src/domain/events/event.ts'
import { diagram, plain } from '../../src/messages/post-mortem/diagram.ts'
import { bob, dana, declared, said, story } from './post-mortem.incident.ts'

const code = (events: readonly IncidentEvent[]): string => diagram(events).split('\n').slice(1, -1).join('\n')
const note = (clock: string, text: string): IncidentEvent =>
  said(clock, dana, { is: 'timeline-noted', text, raw: text })

type Task = { readonly section: string; readonly task: string; readonly events: readonly string[] }

/** The moments as mermaid understands them. */
const understood = async (text: string): Promise<Task[]> => {
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text)
  return (db as unknown as { getTasks: () => Task[] }).getTasks()
}

describe('the timeline as a picture', () => {
  test('of a declaration alone', () => {
    expect(diagram([said('10:42', bob, declared())])).toBe(`\`\`\`mermaid
timeline
    title Main events (UTC)
    section 2026-03-01
        10∶42 : declared as SEV-2
\`\`\``)
  })

  test('a day is a section, and what was noted late stands where it happened', () => {
    const events = [...story(), said('2026-03-02T09:00:00Z', dana, { is: 'reopened' })]
    expect(code(events)).toBe(`timeline
    title Main events (UTC)
    section 2026-03-01
        09∶58 : first strange login in auth.log
        10∶42 : declared as SEV-2
        11∶01 : erin incident commander
        11∶03 : confirmed
        11∶12 : eject done
        11∶30 : dana incident commander
        11∶32 : severity SEV-1
        11∶50 : analyse done
        12∶10 : pull-logs done
        17∶00 : external disclosure approved
        17∶05 : rebuild done
        17∶20 : tell-customers done
        17∶30 : severity SEV-3
        17∶40 : closed
    section 2026-03-02
        09∶00 : reopened`)
  })

  test('mermaid accepts it', async () => {
    expect(await mermaid.parse(code(story()))).toMatchObject({ diagramType: 'timeline' })
  })

  test('of more moments than can be read, those noted by hand stand in the table alone', async () => {
    const notes = Array.from({ length: 60 }, (_, index) => note('12:00', `note ${index}`))
    const tasks = await understood(code([...story(), ...notes]))
    expect(tasks.map(task => task.events[0])).not.toContain('note 1')
    expect(tasks.at(-1)).toMatchObject({ section: 'More', task: '61 events ', events: ['see the table below'] })
  })

  test('a long note is cut, and never through a character', () => {
    expect(plain('ä'.repeat(100))).toBe(`${'ä'.repeat(59)}…`)
    expect(plain('\u{20000}'.repeat(100))).toBe(`${'\u{20000}'.repeat(59)}…`)
  })
})

const nasty = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        ': ',
        ' : ',
        ';',
        '#',
        '%%',
        '%%{init: {}}%%',
        '"',
        "'",
        '`',
        '```',
        '\n',
        '\r\n',
        '\t',
        '\u2028',
      ),
      fc.constantFrom('end', 'section ', 'title ', 'timeline', 'accTitle: ', 'accDescr { ', '---\n', '<br>', '#colon;'),
      fc.constantFrom(
        '<script>',
        '&amp;',
        '{',
        '}',
        '[',
        ']',
        '\\',
        '::icon(x)',
        '🔥',
        '-->',
        '@{',
        'gantt',
        'ﬂ°°',
        '\ud800',
      ),
    ),
    { maxLength: 10 },
  )
  .map(parts => parts.join(''))

describe('whatever people wrote', () => {
  test('mermaid reads one moment, and its text is only text', async () => {
    await fc.assert(
      fc.asyncProperty(nasty, async text => {
        const written = code([said('10:42', bob, declared()), note('10:43', text), note('10:44', 'last')])
        await mermaid.parse(written)
        const tasks = await understood(written)
        expect(tasks.map(({ section, events }) => [section, events])).toEqual([
          ['2026-03-01', ['declared as SEV-2']],
          ['2026-03-01', [plain(text)]],
          ['2026-03-01', ['last']],
        ])
      }),
      { numRuns: 500 },
    )
  })

  test('a login is only text too', async () => {
    const who = { id: 5, login: 'end: section x' }
    const set = said('10:43', dana, { is: 'commander-set', who, acting: false, how: 'appointed' })
    const tasks = await understood(code([set]))
    expect(tasks.map(task => task.events)).toEqual([['end section x incident commander']])
  })
})
