import fc from 'fast-check'
import { expect, test } from 'vitest'
import { builtIn, builtInPlaybooks } from '../../src/domain/playbook/built-in.ts'
import { writePlaybook } from '../../src/interop/write-playbook.ts'
import { isWhole } from '../laws/sample.ts'
import { playbooks, read } from './playbooks.ts'

const again = (text: string) => {
  const playbook = read('leaked-key.md', text)
  if (playbook === null) throw new Error('not read')
  return { playbook, written: writePlaybook(playbook) }
}

const front = '---\ntitle: Leaked key\nseverity: SEV-2\nconfidential: true\n---\n'

test('what is written plainly is written again as it was', () => {
  const text = `${front}Rotate first.\n\n## Contain\n\n- [ ] \`rotate\` Rotate the key (security, within 15m, required)\n\n  At the console.\n`
  expect(again(text).written).toBe(text)
})

test.each(builtIn().map(({ playbook }) => playbook))('the built-in $id is read back as it was', playbook => {
  expect(read(`${playbook.id}.md`, writePlaybook(playbook))).toEqual(playbook)
})

test.each(builtInPlaybooks())('of $id with what it includes, its own steps are written', playbook => {
  const own = playbook.steps.filter(step => step.from === playbook.id)
  expect(read(`${playbook.id}.md`, writePlaybook(playbook))).toEqual({ ...playbook, steps: own })
})

test.each([
  ['a title that ends in parentheses', '## Contain\n\n- [ ] `tell` Tell the company (of the key) (responder)\n'],
  [
    'guidance that begins with what looks like terms',
    '## Contain\n\n- [ ] `tell` Tell (responder)\n\n  (security, required)\n',
  ],
  ['headings and boxes in guidance', '## Contain\n\n- [ ] `tell` Tell\n\n  ## Learn\n\n  - [ ] `no` No\n'],
  ['a fence in guidance that nobody closed', '## Contain\n\n- [ ] `tell` Tell\n\n  ```\n\n- [ ] `thank` Thank\n'],
  ['a heading in the introduction that is code', '    ## Learn\n\n## Contain\n\n- [ ] `tell` Tell\n'],
  ['code below a paragraph that stands to the right', '   so\n\n     ## Learn\n\n## Contain\n\n- [ ] `tell` Tell\n'],
])('%s stays what it is', (_, body) => {
  const { playbook, written } = again(front + body)
  expect(read('leaked-key.md', written)).toEqual(playbook)
})

test('front matter that looks like its own end, or like something else, is quoted', () => {
  const { playbook, written } = again(
    '---\ntitle: "a\\n---\\nb"\nseverity: SEV-1\nsummary: "null"\nsource: ""\n---\n## Contain\n- [ ] `a` A\n',
  )
  expect(playbook).toMatchObject({ title: 'a\n---\nb', summary: 'null', source: '' })
  expect(read('leaked-key.md', written)).toEqual(playbook)
})

test('whatever can be read is read back as it was', () => {
  fc.assert(
    fc.property(playbooks, playbook => {
      expect(read('scenario.md', writePlaybook(playbook))).toEqual(playbook)
    }),
    { numRuns: isWhole ? 1_000 : 200 },
  )
})
