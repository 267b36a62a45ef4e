import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { flaws } from '../model/flaws.ts'
import { invariants } from '../model/invariants.ts'
import { inTime, protocol } from '../model/rules.ts'
import { holding, unavoidable, variants } from '../model/variants.ts'
import { differences, inWords, run, type Variant } from '../model/verdict.ts'

const page = readFileSync(new URL('../docs/protocol.md', import.meta.url), 'utf8')

/** The others are explored by `npm run model`. */
const isQuick = ({ states }: Variant) => states < 100_000

describe('the protocol with one rule broken', () => {
  test.each(flaws.map(flaw => [flaw.name, flaw] as const))('%s', (_name, flaw) => {
    const result = run(flaw)
    expect(differences(flaw, result)).toEqual([])
    expect([...result.found.keys()].some(violation => flaw.shows?.test(violation))).toBe(true)
  })

  test('differs from the protocol in the rule that its name says, and in what it needs to be seen', () => {
    const scene = ['items', 'faults', 'staleReads', 'world', 'lastMoment', 'slice']
    const broken = flaws.map(({ rules }) => {
      const whole = rules.slice === 'window' ? inTime : protocol
      return Object.entries(rules).filter(
        ([rule, value]) => !scene.includes(rule) && Reflect.get(whole, rule) !== value,
      )
    })
    expect(broken.map(rules => rules.map(([rule]) => rule).join(' '))).toEqual([
      'lease withoutNewEvents ownAnswersCount afterUnclear looksAtLease editsNeedLease',
      'withoutNewEvents',
      'lease',
      'ownAnswersCount',
      'afterUnclear',
      'looksAtLease',
      'onStaleHead',
      'lease',
      'watermarkFrom',
      'repliesFor',
      'repliesFor',
      'watermarkOnlyGrows',
      'closesDuplicates',
      'givesLeasesBack',
      'leaseJudgedBy',
      'secondChild',
      'secondChild',
    ])
  })
})

describe('the protocol as it stands', () => {
  const quick = holding.filter(isQuick)

  test.each(quick.map(variant => [variant.name, variant] as const))('holds: %s', (_name, variant) => {
    const result = run(variant)
    expect(result.found).toEqual(new Map())
    expect(differences(variant, result)).toEqual([])
  })

  test('a drift of one state, or of one step in a trace, is told', () => {
    const [flaw] = flaws.slice(7)
    if (!flaw) throw new Error('there is no eighth flaw')
    const wrong = { ...flaw, states: flaw.states + 1, finds: { 'DUPLICATE k1': 7 } }
    expect(differences(wrong, run(flaw))).toEqual([
      'states: 244, expected 245',
      'found: I7 two runs make one thing (4 steps), DUPLICATE k1 (6 steps), expected DUPLICATE k1 (7 steps)',
    ])
  })

  test('the shortest trace can be read as a story', () => {
    const [flaw] = flaws.slice(7)
    expect(flaw && run(flaw).found.get('DUPLICATE k1')).toEqual([
      'c1 is posted',
      'A: a run starts, reads: event c1, create k1, create k2, edit board',
      'A: append succeeds',
      'B: a run starts, reads: create k1, create k2, edit board',
      'A: create k1 done',
      'B: create k1 done  <- a duplicate',
    ])
  })
})

describe('docs/protocol.md', () => {
  const count = (number: number) => number.toLocaleString('en-US')
  const ending = ({ mostReads }: Variant) =>
    mostReads ? `; both writers end after at most ${mostReads} more reads` : ''
  const row = (variant: Variant) =>
    `| ${variant.name} | ${count(variant.states)} | ${count(variant.transitions)} | ${inWords(variant.finds)}${ending(variant)} |`

  test.each(variants.map(variant => [variant.name, variant] as const))(
    'quotes what is expected of: %s',
    (_, variant) => {
      expect(page.split('\n')).toContain(row(variant))
    },
  )

  test('quotes no other figure', () => {
    const total = variants.reduce((sum, { states }) => sum + states, 0)
    const known = new Set([total, ...variants.flatMap(({ states, transitions }) => [states, transitions])].map(count))
    const quoted = page.match(/\d{1,3}(,\d{3})+/g) ?? []
    expect(quoted.filter(figure => !known.has(figure))).toEqual([])
    expect(quoted).toContain(count(total))
  })

  test('names every invariant as the model states it', () => {
    expect(
      Object.entries(invariants).filter(([name, invariant]) => !page.includes(`| ${name} | ${invariant} |`)),
    ).toEqual([])
  })

  test('tells each flaw that the model shows', () => {
    const told = page.split('\n').filter(line => /^\| \d+ \| [^|]+ \| [^|]+ \| (wrong|silent|needed) \|$/.test(line))
    expect(told).toHaveLength(flaws.length)
  })

  test('what cannot be avoided is duplicates, and of those only a pair of replies stays', () => {
    const violations = unavoidable.flatMap(({ finds }) => Object.keys(finds))
    expect(new Set(violations)).toEqual(
      new Set(['I7 two runs make one thing', 'DUPLICATE k1', 'DUPLICATE k2', 'DUPLICATE r', 'I3 r twice']),
    )
  })
})
