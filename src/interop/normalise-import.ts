import type { Playbook, Step } from '../domain/playbook/playbook.ts'
import { dedent, readOutline } from '../domain/playbook/read-outline.ts'
import { mostCharacters, readPlaybook } from '../domain/playbook/read-playbook.ts'
import { mostSteps } from '../domain/playbook/validate-steps.ts'
import type { Foreign, ForeignStep } from './foreign.ts'
import { nameIds } from './name-ids.ts'
import type { Refusal } from './refusal.ts'
import { writePlaybook } from './write-playbook.ts'

const line = (text: string, most: number): string =>
  text
    .toWellFormed()
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, most)
    .replace(/[\ud800-\udbff]$/, '')
    .trim()

const block = (text: string): string => dedent(text.toWellFormed().replace(/\r\n?/g, '\n').split('\n'))

const isProse = (text: string): boolean => {
  const { introduction, headings, tasks, flaws } = readOutline(`${text}\n\n## Contain\n`)
  return introduction === text && headings.length === 1 && tasks.length + flaws.length === 0
}

/** Their introduction, so that nothing in it passes for a phase or a step of ours: headings deeper, else all as a quote. */
const calm = (text: string): string => {
  const deeper = text.replace(/^( {0,3})##?(?=[ \t])/gm, '$1###')
  if (deeper === '' || isProse(deeper)) return deeper
  return deeper
    .split('\n')
    .map(one => `> ${one}`.trimEnd())
    .join('\n')
}

type Texts = { readonly line: typeof line; readonly block: typeof block; readonly prose: typeof calm }

// What we wrote ourselves once comes back letter by letter; what others wrote is brought into a shape that can be read.
const kept: Texts = { line: text => text, block: text => text, prose: text => text }
const cleaned: Texts = { line, block, prose: text => calm(block(text)) }

const toStep =
  (from: string, confidential: boolean, ids: ReadonlyMap<string, string>, texts: Texts) =>
  ({ key, after, title, guidance, ...rest }: ForeignStep): Step => ({
    ...rest,
    id: ids.get(key) ?? key,
    title: texts.line(title, 200),
    guidance: texts.block(guidance),
    after: [...new Set(after.map(one => ids.get(one) ?? one))],
    from,
    confidential,
  })

const playbookOf = (id: string, foreign: Foreign, taken: ReadonlySet<string>, texts: Texts): Playbook => {
  const { notes: _, ...rest } = foreign
  const named = nameIds(foreign.steps, taken)
  const ids = new Map(foreign.steps.map(({ key }, i) => [key, named[i] ?? key]))
  return {
    ...rest,
    id,
    title: texts.line(foreign.title, 200),
    summary: texts.line(foreign.summary, 1_000),
    source: foreign.source === null ? null : texts.line(foreign.source, 1_000),
    introduction: texts.prose(foreign.introduction),
    steps: foreign.steps.map(toStep(id, foreign.confidential, ids, texts)),
  }
}

const inOrder = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
    : value

const same = (a: Playbook, b: Playbook): boolean => {
  const words = ({ steps, phases, ...rest }: Playbook) =>
    JSON.stringify([inOrder(rest), inOrder(phases), steps.map(inOrder)])
  return words(a) === words(b)
}

const tooMany = (count: number): Refusal => ({
  says: `It has ${count} steps`,
  expected: `at most ${mostSteps}, GitHub’s limit for sub-issues: split the file, and let one playbook \`include\` the other`,
})

/** A paragraph of very many lines takes a Markdown parser the square of their number. */
export const mostLines = 5_000

const tooLong = (lines: number): Refusal => ({
  says: `The text before its steps has ${lines} lines, or too many characters`,
  expected: `at most ${mostLines} lines and ${mostCharacters} characters: link to the rest`,
})

/** The file that a foreign playbook becomes. It is read back before anybody gets it: what could not be used is refused. */
export const normaliseImport = (
  id: string,
  foreign: Foreign,
  taken: ReadonlySet<string>,
): { readonly playbook: Playbook; readonly text: string } | Refusal => {
  if (foreign.steps.length > mostSteps) return tooMany(foreign.steps.length)
  const lines = foreign.introduction.split('\n').length
  if (lines > mostLines || foreign.introduction.length > mostCharacters) return tooLong(lines)
  let refusal: Refusal = {
    says: 'The result would not read back as the same playbook',
    expected: 'a title of one line',
  }
  const isOurs = foreign.steps.some(step => step.id !== null)
  for (const texts of isOurs ? [kept, cleaned] : [cleaned]) {
    const playbook = playbookOf(id, foreign, taken, texts)
    const text = writePlaybook(playbook)
    const read = readPlaybook(`${id}.md`, text)
    if ('playbook' in read && same(read.playbook, playbook)) return { playbook, text }
    const [problem] = 'problems' in read ? read.problems : []
    if (problem) refusal = { says: `The result is not a valid playbook: ${problem.says}`, expected: problem.expected }
  }
  return refusal
}
