import type { Problem } from '../source/problem.ts'
import { phases } from '../terms/phase.ts'
import { quote } from '../text/quote.ts'
import type { Playbook, Step } from './playbook.ts'
import { byHand, isPlaybookId } from './playbook-id.ts'
import { readFrontMatter, splitFrontMatter } from './read-front-matter.ts'
import { readOutline } from './read-outline.ts'
import { type Draft, phaseNamed, readStep } from './read-step.ts'
import type { Flaw } from './read-terms.ts'
import { checkIds, checkOrder } from './validate-steps.ts'

export const mostCharacters = 256 * 1024

// Thousands of quotes or lists in each other would keep a Markdown parser busy for minutes.
export const tooDeep = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){40}/m

const nestings = (file: string, text: string): Problem[] => {
  const found = tooDeep.exec(text)
  if (!found) return []
  const line = text.slice(0, found.index).split('\n').length
  return [{ file, line, says: 'Lists or quotes are nested 40 deep', expected: 'less nesting' }]
}

type Located = Flaw & { readonly line: number }

const readBody = (body: string) => {
  const outline = readOutline(body)
  const read = outline.tasks.map(task => ({ task, ...readStep(task) }))
  const drafts = read.flatMap(({ draft, task }) => (draft ? [{ ...draft, line: task.line }] : []))
  const flaws: Located[] = [
    ...outline.flaws,
    ...outline.headings
      .filter(({ name }) => phaseNamed(name) === null)
      .map(({ name, line }) => ({
        line,
        says: `Unknown phase ${quote(name)}`,
        expected: `one of ${phases.join(', ')}`,
      })),
    ...read.flatMap(({ task, flaws }) => flaws.map(flaw => ({ ...flaw, line: task.line }))),
    ...checkIds(drafts),
  ]
  return { introduction: outline.introduction, drafts, flaws }
}

const noSteps: Located = {
  line: 1,
  says: 'The playbook has no steps',
  expected: 'under a heading such as `## Contain`: ``- [ ] `isolate` Isolate the machine (security)``',
}

/** What the front matter says of phases and roles must be all that there are, or a slip in a term would pass for a role. */
const undeclared = (
  drafts: readonly (Draft & { readonly line: number })[],
  {
    phases: named,
    roles,
  }: { readonly phases?: Playbook['phases'] | undefined; readonly roles?: readonly string[] | undefined },
): Located[] =>
  drafts.flatMap(({ phase, role, line }) => [
    ...(named && phase !== null && named[phase] === undefined
      ? [
          {
            line,
            says: `${quote(phase)} is missing from \`phases\``,
            expected: `\`phases\` with each phase used here, or left out`,
          },
        ]
      : []),
    ...(roles && role !== null && !roles.includes(role)
      ? [
          {
            line,
            says: `The role ${quote(role)} is missing from \`roles\``,
            expected: `one of ${roles.join(', ')}, or \`roles\` with it`,
          },
        ]
      : []),
  ])

const toStep =
  (from: string, confidential: boolean) =>
  ({ phase, line: _line, ...draft }: Draft & { readonly line: number }): Step[] =>
    phase === null ? [] : [{ ...draft, phase, from, confidential }]

const idOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1).replace(/\.md$/, '')

const badName = (file: string): readonly Problem[] => {
  if (file.endsWith('.md') && isPlaybookId(idOf(file))) return []
  const [says, expected] =
    idOf(file) === byHand
      ? [
          `The file name ${quote(file)} is reserved`,
          `another name: \`${byHand}\` stands for steps that people add in an incident`,
        ]
      : [
          `The file name ${quote(file)} is not valid`,
          'lower-case letters, digits and hyphens, at most 40 characters, then `.md`, for example `leaked-key.md`',
        ]
  return [{ file, line: 1, says, expected }]
}

const unusable = (file: string, text: string): Problem[] => [
  ...badName(file),
  ...(text.length > mostCharacters
    ? [{ file, line: 1, says: `The file has ${text.length} characters`, expected: `at most ${mostCharacters}` }]
    : []),
]

/** Where things stand in a playbook's file, for what can only be said once the others are read. */
export type Places = { readonly include: number; readonly steps: ReadonlyMap<string, number> }

/** A playbook from its Markdown, or everything that is wrong with it. `docs/playbooks.md` says how to write one. */
export const readPlaybook = (
  name: string,
  text: string,
): { readonly playbook: Playbook; readonly places: Places } | { readonly problems: readonly Problem[] } => {
  const unread = [...unusable(name, text), ...nestings(name, text)]
  if (text.length > mostCharacters || tooDeep.test(text)) return { problems: unread }
  const { front, body } = splitFrontMatter(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'))
  const { kept, problems, lineOf } = readFrontMatter(name, front)
  const { introduction, drafts, flaws } = readBody(body)
  const { title, kind = 'incident', severity = kind === 'incident' ? undefined : 'SEV-4', include = [] } = kept
  const inBody = [
    ...flaws,
    ...undeclared(drafts, kept),
    // what its steps wait for may stand in what it includes: that is looked at once all are read
    ...(include.length === 0
      ? [...(drafts.length === 0 && flaws.length === 0 ? [noSteps] : []), ...checkOrder(drafts)]
      : []),
  ]
  const all = [...unread, ...problems, ...inBody.map(flaw => ({ file: name, ...flaw })).sort((a, b) => a.line - b.line)]
  if (all.length > 0 || title === undefined || severity === undefined) return { problems: all }
  const id = idOf(name)
  const confidential = kept.confidential ?? kind !== 'readiness'
  return {
    playbook: {
      id,
      title,
      summary: kept.summary ?? '',
      kind,
      severity,
      confidential,
      source: kept.source ?? null,
      introduction,
      phases: kept.phases ?? {},
      roles: kept.roles ?? [],
      include,
      steps: drafts.flatMap(toStep(id, confidential)),
    },
    places: { include: lineOf('include'), steps: new Map(drafts.map(({ id, line }) => [id, line])) },
  }
}
