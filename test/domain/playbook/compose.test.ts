import { expect, test } from 'vitest'
import { compose } from '../../../src/domain/playbook/compose.ts'
import { readPlaybook } from '../../../src/domain/playbook/read-playbook.ts'

const lines = (steps: readonly string[]): string => steps.map(step => `- [ ] ${step}\n`).join('')
const text = (front: string, ...steps: string[]): string =>
  `---\ntitle: Some title\n${front}\n---\n## Contain\n${lines(steps)}`

const readAll = (texts: Record<string, string>) =>
  Object.entries(texts).map(([id, one]) => {
    const result = readPlaybook(`${id}.md`, one)
    if ('problems' in result) throw new Error(JSON.stringify(result.problems))
    return { file: `${id}.md`, ...result }
  })

/** The playbooks with these texts, by their ids. */
const composed = (texts: Record<string, string>) => {
  const { playbooks, problems } = compose(readAll(texts))
  return {
    steps: Object.fromEntries(playbooks.map(one => [one.id, one.steps.map(step => `${step.from}:${step.id}`)])),
    problems: problems.map(one => `${one.file}:${one.line}: ${one.says}`),
  }
}

const part = (...steps: string[]) => text('kind: part', ...steps)
const scenario = (include: string, ...steps: string[]) => text(`severity: SEV-2\ninclude: [${include}]`, ...steps)

test('its own steps come first, then those of what it includes, and what is shared stands there once', () => {
  const { steps, problems } = composed({
    server: scenario('evidence, notify', '`eject` Eject'),
    evidence: part('`capture` Capture', '`image` Image (after `capture`)'),
    notify: text('kind: part\ninclude: [evidence]', '`tell` Tell (after `image`)'),
  })
  expect(problems).toEqual([])
  expect(steps.server).toEqual(['server:eject', 'evidence:capture', 'evidence:image', 'notify:tell'])
  expect(steps.notify).toEqual(['notify:tell', 'evidence:capture', 'evidence:image'])
})

test('a step of its own takes the place of an included one with its id', () => {
  const { steps } = composed({ server: scenario('notify', '`tell` Tell them ours'), notify: part('`tell` Tell') })
  expect(steps.server).toEqual(['server:tell'])
})

test('what its steps wait for may stand in what it includes, and else is told where it is written', () => {
  const { steps, problems } = composed({
    server: scenario('notify', '`eject` Eject (after `tell`)'),
    other: scenario('notify', '`eject` Eject (after `nowhere`)'),
    notify: part('`tell` Tell'),
  })
  expect(steps.server).toEqual(['server:eject', 'notify:tell'])
  expect(steps.other).toBeUndefined()
  expect(problems).toEqual(['other.md:7: `after` names the unknown step `nowhere`'])
})

test('playbooks that include each other are refused, each with the whole ring', () => {
  expect(composed({ a: scenario('b', '`x` X'), b: scenario('c', '`y` Y'), c: scenario('a', '`z` Z') })).toEqual({
    steps: {},
    problems: [
      'a.md:4: `a` includes `b` includes `c` includes `a`: a cycle',
      'b.md:4: `b` includes `c` includes `a` includes `b`: a cycle',
      'c.md:4: `c` includes `a` includes `b` includes `c`: a cycle',
    ],
  })
})

test('what is not there, and a review in an incident, cannot be included', () => {
  const { problems } = composed({
    a: scenario('nowhere', '`x` X'),
    b: scenario('review', '`y` Y'),
    review: text('kind: readiness', '`look` Look'),
  })
  expect(problems).toEqual([
    'a.md:4: `include` names `nowhere`, which cannot be included',
    'b.md:4: `include` names `review`, which cannot be included',
  ])
})

test('steps that wait for each other across files are told', () => {
  const { problems } = composed({
    server: scenario('more', '`eject` Eject (after `image`)'),
    more: text('kind: part\ninclude: [server]', '`image` Image (after `eject`)'),
  })
  expect(problems[0]).toContain('`server` includes `more` includes `server`')
  const { problems: rings } = composed({
    server: scenario('more', '`eject` Eject (after `image`)', '`image` Image (after `tell`)'),
    more: text('kind: part\ninclude: [base]', '`tell` Tell'),
    base: part('`look` Look'),
  })
  expect(rings).toEqual([])
  const { problems: ring } = composed({
    server: scenario('more', '`eject` Eject (after `image`)', '`image` Image (after `eject`)'),
    more: part('`tell` Tell'),
  })
  expect(ring).toEqual(['server.md:7: `eject` comes after `image` comes after `eject`: none of them could start'])
})

test('more than a hundred steps together are refused with advice, and a hundred are not', () => {
  const many = (count: number) => part(...Array.from({ length: count }, (_, i) => `\`do-${i}\` Do ${i}`))
  expect(composed({ server: scenario('more', '`eject` Eject'), more: many(99) }).steps.server).toHaveLength(100)
  const { steps, problems } = composed({ server: scenario('more', '`eject` Eject'), more: many(100) })
  expect(steps.server).toBeUndefined()
  expect(problems).toEqual(['server.md:4: With the playbooks it includes, it has 101 steps'])
})

test('in many layers of playbooks that include each other twice, each is gone through once for each that begins', () => {
  const layers = Object.fromEntries(
    Array.from({ length: 40 }, (_, n) => [
      [`a${n}`, n === 39 ? part('`x` X') : scenario(`a${n + 1}, b${n + 1}`, `\`xa${n}\` X`)],
      [`b${n}`, n === 39 ? part('`y` Y') : scenario(`a${n + 1}, b${n + 1}`, `\`xb${n}\` X`)],
    ]).flat(),
  )
  let asked = 0
  const counted = readAll(layers).map(({ playbook, ...rest }) => ({
    ...rest,
    playbook: {
      ...playbook,
      get include() {
        asked += 1
        // anew for each way that leads there would be 2 ** 40 times
        if (asked > 100_000) throw new Error('the same playbooks are gone through again and again')
        return playbook.include
      },
    },
  }))
  expect(compose(counted).playbooks[0]?.steps).toHaveLength(79)
  expect(asked).toBeGreaterThan(80)
  // 80 that begin, at most 80 each, and what is asked besides
  expect(asked).toBeLessThan(80 * 80 * 2)
})
