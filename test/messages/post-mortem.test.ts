import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { describe, expect, test } from 'vitest'
import { digest, eventLine } from '../../src/domain/events/digest.ts'
import type { IncidentEvent } from '../../src/domain/events/event.ts'
import type { Incident } from '../../src/domain/incident/incident.ts'
import type { Playbook } from '../../src/domain/playbook/playbook.ts'
import { postMortem, pullRequestBody, pullRequestTitle } from '../../src/messages/post-mortem/post-mortem.ts'
import { openQuestions } from '../../src/messages/post-mortem/questions.ts'
import { bob, dana, declared, incidentOf, playbook, said, story } from './post-mortem.incident.ts'

const place = {
  number: 7,
  issueUrl: 'https://github.com/acme/ops/issues/7',
  stepUrls: Object.fromEntries(
    playbook.steps.map((step, index) => [step.id, `https://github.com/acme/ops/issues/${8 + index}`]),
  ),
}

const lastOf = (incident: Incident) => {
  const ending = incident.endings.at(-1)
  if (ending === undefined) throw new Error('it has not ended')
  return ending
}

const write = (events: readonly IncidentEvent[], template?: string, of: Playbook = playbook): string => {
  const incident = incidentOf(events, of)
  const ending = lastOf(incident)
  const record = {
    tag: 'incident-7-1',
    foreign: false,
    head: '0123456789abcdef0123456789abcdef01234567',
    digest: digest(events.map(eventLine), ending.line),
    lines: ending.line,
  }
  return postMortem(incident, ending, record, place, template)
}

/** The sources differ from call to call, the example's digest must not. */
const numbered = (events: readonly IncidentEvent[]): IncidentEvent[] =>
  events.map((event, index) => ({ ...event, source: `IC_kwDOExample${index + 1}` }))

describe('the post-mortem of an incident', () => {
  test('as a whole', async () => {
    await expect(write(numbered(story()))).toMatchFileSnapshot('post-mortem.example.md')
  })

  test('tells what happened up to the close, and nothing of later', () => {
    const events = numbered(story())
    const incident = incidentOf(events)
    const later = incidentOf([
      ...events,
      said('18:00', bob, { is: 'reopened' }),
      said('18:05', bob, { is: 'timeline-noted', text: 'they are back', raw: 'they are back' }),
    ])
    const record = { tag: 't', foreign: false, head: 'h', digest: 'd', lines: 1 }
    expect(postMortem(later, lastOf(incident), record, place)).toBe(
      postMortem(incident, lastOf(incident), record, place),
    )
  })

  test('a team may write a template of its own; what it does not know stays to be seen', () => {
    expect(write(story(), '{{codename}} ({{number}}): {{weather}}')).toBe('sapphire-unicorn (7): {{weather}}')
  })

  test('a placeholder in what somebody wrote is not filled', () => {
    const seen = 'see {{record}} and $& and {{steps}}'
    const events = [said('10:42', bob, declared({ seen })), said('10:50', dana, { is: 'closed' })]
    expect(write(events, '{{story}}')).toContain(`> ${seen}`)
  })

  test('an incident that was only declared and closed still makes a whole document', () => {
    const events = [said('10:42', bob, declared({ seen: '' })), said('10:50', dana, { is: 'closed' })]
    const text = write(events, undefined, { ...playbook, steps: [] })
    expect(text).toContain('Nobody took command.')
    expect(text).toContain('The playbook has no steps.')
    expect(text).toContain('Nobody held a role.')
    expect(text).toContain('| Contain | every step of phase Contain was done or skipped | not on record |')
    expect(text).not.toMatch(/undefined|NaN|null/)
  })

  test('of more than GitHub would show whole, the rest is left to the ledger', () => {
    const text = '\u6f22'.repeat(4_000)
    const events = [
      said('10:42', bob, declared({ seen: text })),
      ...Array.from({ length: 2_000 }, () => said('10:43', dana, { is: 'timeline-noted', text, raw: text })),
      ...Array.from({ length: 2_000 }, () =>
        said('10:44', bob, { is: 'refused', what: 'command', command: text, says: '' }),
      ),
      said('10:50', dana, { is: 'closed' }),
    ]
    const written = write(events)
    expect(Buffer.byteLength(written)).toBeLessThan(500_000)
    expect(written.match(/and [\d]+ more in the ledger/g)).toHaveLength(3)
    expect(written).toContain('## Record')
  })

  test('an address that is none is not linked', () => {
    const link = 'javascript:alert(1)'
    const events = [said('10:42', bob, declared()), said('10:50', dana, { is: 'closed' }, { link })]
    expect(write(events)).not.toContain(link)
    const page = 'https://github.com/acme/incidents/issues/7'
    expect(write([...events.slice(0, 1), said('10:50', dana, { is: 'closed' }, { link: page })])).toContain(page)
  })
})

describe('the open questions', () => {
  const ask = (events: readonly IncidentEvent[], of: Playbook = { ...playbook, steps: [] }) =>
    openQuestions(incidentOf(events, of))
  const taken = said('10:43', dana, { is: 'commander-set', who: dana, acting: false, how: 'taken' })
  const noted = said('10:45', dana, { is: 'timeline-noted', text: 'a login', raw: 'a login' })

  test('there are none when nothing is unclear', () => {
    expect(ask([said('10:42', bob, declared()), taken, said('10:44', dana, { is: 'confirmed' }), noted])).toEqual([])
  })

  test('unconfirmed, without a commander, with nothing written down', () => {
    expect(ask([said('10:42', bob, declared({ seen: '' }))])).toEqual([
      'The incident was never confirmed. Was it an incident?',
      'There is no initial report. What was seen first?',
      'Nobody added to the timeline. What happened, and what was affected?',
      'Nobody took command. Who should have, and was that person paged?',
    ])
  })

  test('of a whole incident', () => {
    expect(ask(story(), playbook)).toEqual([
      'There was no incident commander for the first 19 min. Who was paged, and how?',
      'Takeover from erin to dana at 2026-03-01 11:30 UTC: was anything lost?',
      '`analyse` was done out of order. Is the playbook’s order right?',
      '`tell-police` was skipped (counsel: no duty \\| no use). Was that right?',
      'External disclosure was approved by dana (incident-commander). Who was told what, and is it all still correct?',
      'One manual change was reverted (alice). What were people trying to do?',
      'Nothing is on record from 2026-03-01 12:10 to 17:00 (4 h 50 min). What happened in that time?',
    ])
  })
})

describe('the pull request', () => {
  const body = (incident: Incident) => pullRequestBody(incident, lastOf(incident), place)
  const canary = { ...playbook, title: 'CANARY title' }

  test('the title says codename and number, and nothing else', () => {
    expect(pullRequestTitle(incidentOf(story(), canary), 7, null)).toBe('Post-mortem: sapphire-unicorn, incident 7')
  })

  test('what counsel wants before it stands before that of a confidential one, and of no other', () => {
    const confidential = incidentOf(story(), { ...canary, confidential: true })
    expect(pullRequestTitle(confidential, 7, 'Attorney Work Project')).toBe(
      'Attorney Work Project: Post-mortem: sapphire-unicorn, incident 7',
    )
    const open = incidentOf(story(), { ...canary, confidential: false })
    expect(pullRequestTitle(open, 7, 'Attorney Work Project')).toBe('Post-mortem: sapphire-unicorn, incident 7')
  })

  test('the body of a confidential one tells nothing of what happened', () => {
    const text = body(incidentOf(story(), { ...canary, confidential: true }))
    expect(text).toContain('#7')
    expect(text).not.toMatch(/CANARY|SEV-|dana|erin|eject|police/)
  })

  test('the body sums it up, and closes nothing', () => {
    const text = body(incidentOf(story()))
    expect(text).toContain('*Server access compromised*')
    expect(text).toContain('The record raises 7 questions')
    expect(text).not.toMatch(/\b(?:close|fix|resolve)[sd]?:?\s+#/i)
  })

  test('the body is never longer than GitHub takes', () => {
    const long = incidentOf(story(), { ...playbook, title: '\u{1F525}'.repeat(40_000) })
    expect(body(long).length).toBeLessThan(65_000)
    expect(body(long)).toContain('(cut)')
  })
})

/** Everything in the document that would call, refer, load or hide something. */
const powers = (markdown: string): string[] => {
  type Node = { type: string; value?: string; url?: string; children?: Node[] }
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as Node
  const walk = (node: Node): string[] => [
    ...(['html', 'image', 'imageReference', 'footnoteReference'].includes(node.type) ? [node.type] : []),
    ...(node.type === 'text' && /(^|\W)[@#][a-z\d]/i.test(node.value ?? '') ? [`text ${node.value}`] : []),
    ...(node.children ?? []).flatMap(walk),
  ]
  return walk(tree)
}

const headings = (markdown: string): string[] => markdown.split('\n').filter(line => /^#{1,6} /.test(line))
const rows = (markdown: string): string[] => markdown.split('\n').filter(line => line.startsWith('|'))
const columns = (line: string): number => line.replaceAll('\\\\', '').replaceAll('\\|', '').split('|').length

const nasty = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      '@acme/all',
      '#1',
      'closes #1',
      '<img src=x>',
      '|',
      '\n',
      '\n\n## Summary\n',
      '```\n',
      '~~~',
      '[^1]',
    ),
    fc.constantFrom(
      '<!--',
      '-->',
      '![](http://x)',
      '\\',
      '{{steps}}',
      '$&',
      '\r\n',
      '\n---\n',
      '> ',
      '- [ ] ',
      '&#64;bob',
    ),
  ),
  { maxLength: 8 },
)

describe('whatever people wrote', () => {
  test('the document has its own headings and tables, and calls, refers to and loads nothing', () => {
    const plainText = write(numbered(story()))
    fc.assert(
      fc.property(nasty, parts => {
        const text = parts.join('')
        const events = numbered(story()).map(event => {
          if (event.is === 'declared') return { ...event, seen: `x${text}` }
          if (event.is === 'timeline-noted') return { ...event, text: `x${text}` }
          return 'because' in event ? { ...event, because: `x${text}` } : event
        })
        const written = write(events)
        expect(headings(written)).toEqual(headings(plainText))
        expect(rows(written).map(columns)).toEqual(rows(plainText).map(columns))
        expect(powers(written)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})
