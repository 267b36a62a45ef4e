import { checkSteps } from './check-steps.ts'
import { type Playbook, type Problem, phases, type Step } from './playbook.ts'
import { quote } from './quote.ts'
import { readFrontMatter, splitFrontMatter } from './read-front-matter.ts'
import { readOutline } from './read-outline.ts'
import { type Draft, phaseNamed, readStep } from './read-step.ts'
import type { Flaw } from './read-terms.ts'
import { isPlaybookId } from './slug.ts'

const mostCharacters = 256 * 1024

// Thousands of quotes or lists in each other would keep a Markdown parser busy for minutes.
const tooDeep = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){40}/m

const nestings = (file: string, text: string): Problem[] => {
  const found = tooDeep.exec(text)
  if (!found) return []
  const line = text.slice(0, found.index).split('\n').length
  return [{ file, line, says: 'Lists or quotes stand 40 deep in each other', expected: 'fewer of them' }]
}

type Located = Flaw & { readonly line: number }

const readBody = (body: string) => {
  const outline = readOutline(body)
  const read = outline.tasks.map(task => ({ task, ...readStep(task) }))
  const drafts = read.flatMap(({ draft }) => draft ?? [])
  const flaws: Located[] = [
    ...outline.flaws,
    ...outline.headings
      .filter(({ name }) => phaseNamed(name) === null)
      .map(({ name, line }) => ({ line, says: `${quote(name)} is no phase`, expected: `one of ${phases.join(', ')}` })),
    ...read.flatMap(({ task, flaws }) => flaws.map(flaw => ({ ...flaw, line: task.line }))),
    ...(outline.tasks.length === 0
      ? [
          {
            line: 1,
            says: 'There are no steps',
            expected: 'under a heading such as `## Contain`: ``- [ ] `isolate` Isolate the machine (security)``',
          },
        ]
      : []),
    ...checkSteps(read.flatMap(({ draft, task }) => (draft ? [{ ...draft, line: task.line }] : []))),
  ]
  return { introduction: outline.introduction, drafts, flaws }
}

const toStep = ({ phase, ...draft }: Draft): Step[] => (phase === null ? [] : [{ ...draft, phase }])

const idOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1).replace(/\.md$/, '')

const unusable = (file: string, text: string): Problem[] => [
  ...(file.endsWith('.md') && isPlaybookId(idOf(file))
    ? []
    : [
        {
          file,
          line: 1,
          says: `The file is called ${quote(file)}`,
          expected: 'small letters, digits and hyphens, at most 40, then `.md`, for example `leaked-key.md`',
        },
      ]),
  ...(text.length > mostCharacters
    ? [{ file, line: 1, says: `The file has ${text.length} characters`, expected: `at most ${mostCharacters}` }]
    : []),
]

/** A playbook from its Markdown, or everything that is wrong with it. `docs/playbooks.md` says how to write one. */
export const readPlaybook = (
  name: string,
  text: string,
): { readonly playbook: Playbook } | { readonly problems: readonly Problem[] } => {
  const unread = [...unusable(name, text), ...nestings(name, text)]
  if (text.length > mostCharacters || tooDeep.test(text)) return { problems: unread }
  const { front, body } = splitFrontMatter(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'))
  const { kept, problems } = readFrontMatter(name, front)
  const { introduction, drafts, flaws } = readBody(body)
  const inBody = flaws.map(flaw => ({ file: name, ...flaw })).sort((a, b) => a.line - b.line)
  const all = [...unread, ...problems, ...inBody]
  const { title, severity, summary = '', confidential = true, source = null } = kept
  if (all.length > 0 || title === undefined || severity === undefined) return { problems: all }
  return {
    playbook: {
      id: idOf(name),
      title,
      summary,
      severity,
      confidential,
      source,
      introduction,
      steps: drafts.flatMap(toStep),
    },
  }
}
