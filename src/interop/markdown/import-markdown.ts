import { splitFrontMatter } from '../../domain/playbook/read-front-matter.ts'
import { mostCharacters, tooDeep } from '../../domain/playbook/read-playbook.ts'
import { mostSteps } from '../../domain/playbook/validate-steps.ts'
import { readYaml } from '../../domain/source/yaml.ts'
import { phases } from '../../domain/terms/phase.ts'
import { type Foreign, type ForeignStep, inWordsOnly } from '../foreign.ts'
import { mostLines } from '../normalise-import.ts'
import type { Refusal } from '../refusal.ts'
import { severityNamed, unspecified, unspecifiedNote } from '../severity-words.ts'
import { titleOf } from '../title-of.ts'
import { informs, type Section, sectionsOf } from './sections.ts'
import { type Part, partsOf, type Reading, stepOf } from './steps.ts'
import { linesOf, type MarkdownText, readMarkdown, textOf } from './text.ts'

type Taken = { readonly introduction: string; readonly steps: readonly ForeignStep[] }

const joined = (texts: readonly string[]): string => texts.filter(text => text !== '').join('\n\n')

const exactly = new Set(phases.map(phase => phase.toLowerCase()))

const headed = ({ heading }: Section, text: string): string =>
  heading === null || exactly.has(heading.toLowerCase()) ? text : joined([`### ${heading}`, text])

type Gathered = { readonly title: string; readonly texts: string[] }

// Text before a section's first step goes into it, under the section's heading; text behind a step goes with that step.
const gather = (section: Section, parts: readonly Part[]): readonly Gathered[] => {
  const before = parts
    .slice(
      0,
      parts.findIndex(part => 'title' in part),
    )
    .map(part => ('prose' in part ? part.prose : ''))
  const steps: Gathered[] = []
  for (const part of parts.slice(before.length)) {
    if ('title' in part) steps.push({ title: part.title, texts: [part.guidance] })
    else steps.at(-1)?.texts.push(part.prose)
  }
  const start = headed(section, joined(before))
  if (start !== '' && (before.length > 0 || section.phase === null)) steps[0]?.texts.unshift(start)
  return steps
}

/** Every list and table a number of steps; sections without one are the introduction's. */
const byParts = (markdown: MarkdownText, sections: readonly Section[], reading: Reading): Taken => {
  const introduction: string[] = []
  const steps = sections.flatMap((section, s) => {
    const parts = partsOf(markdown, section, reading)
    if (parts.some(part => 'title' in part))
      return gather(section, parts).map(({ title, texts }, i) => stepOf(section, `${s}.${i}`, title, joined(texts)))
    const text = joined(parts.map(part => ('prose' in part ? part.prose : '')))
    introduction.push(text === '' ? '' : headed(section, text))
    return []
  })
  return { introduction: joined(introduction), steps }
}

const wholeText = (markdown: MarkdownText, { blocks }: Section): string => {
  const [first, last] = [blocks[0], blocks.at(-1)]
  return first && last ? textOf(markdown, { start: linesOf(first).start, end: linesOf(last).end }) : ''
}

/** Every section a step, with all that stands under it as its guidance: for few headings, or for too many lists. */
const bySections = (
  markdown: MarkdownText,
  sections: readonly Section[],
  isStep: (heading: string) => boolean,
): Taken => {
  const introduction: string[] = []
  const steps = sections.flatMap((section, s) => {
    const text = wholeText(markdown, section)
    if (text !== '' && section.heading !== null && isStep(section.heading))
      return [stepOf(section, `${s}`, section.heading, text)]
    introduction.push(text === '' ? '' : headed(section, text))
    return []
  })
  return { introduction: joined(introduction), steps }
}

const nothing: Refusal = {
  says: 'The file has no list, no table and no heading with text under it',
  expected: 'Markdown with tasks, for example under a heading `## Containment`: `1. Isolate the host`',
}

const tooMany = (items: number, headings: number): Refusal => ({
  says: `It has ${items} items in lists and tables, and ${headings} headings with text under them`,
  expected: `at most ${mostSteps} steps: split the file, and let one playbook \`include\` the other`,
})

type TakenWithNotes = Taken & { readonly notes: readonly string[] }

const isCount = (steps: number): boolean => steps > 0 && steps <= mostSteps

const untitled: Section = { heading: null, depth: 0, phase: null, blocks: [] }
const oneStep = inWordsOnly('the whole text, as one step: there is one heading and no list of tasks')

const take = (markdown: MarkdownText, title: string | null, sections: readonly Section[]): TakenWithNotes | Refusal => {
  const listed = byParts(markdown, sections, { lists: true, tables: 'actions' })
  const taken = listed.steps.length > 0 ? listed : byParts(markdown, sections, { lists: true, tables: 'all' })
  const items = taken.steps.length
  if (isCount(items)) return { ...taken, notes: [] }
  const whole = bySections(markdown, sections, heading => items === 0 || !informs(heading))
  const headings = whole.steps.length
  if (items === 0 && headings === 0 && title !== null && whole.introduction !== '')
    return { introduction: '', steps: [stepOf(untitled, 'all', title, whole.introduction)], notes: [oneStep] }
  if (items === 0 && headings === 0) return nothing
  if (!isCount(headings)) return tooMany(items, headings)
  const why = items === 0 ? 'there is no list of tasks' : `${items} items would be more than ${mostSteps} steps`
  return { ...whole, notes: [inWordsOnly(`its lists, because each heading became a step: ${why}`)] }
}

const known = ['title', 'name', 'severity', 'priority', 'summary', 'description', 'source']

const frontOf = (file: string, front: string | null) => {
  const entries = front === null ? [] : readYaml(file, front).entries
  const text = (...keys: string[]): string | null => {
    for (const { key, value } of entries)
      if (keys.includes(key.toLowerCase()) && value.is === 'scalar' && value.value !== null) return String(value.value)
    return null
  }
  const left = entries.map(({ key }) => key).filter(key => !known.includes(key.toLowerCase()))
  return {
    text,
    notes: left.length === 0 ? [] : [`front matter not kept: ${left.slice(0, 20).join(', ')}`],
  }
}

const tooLong = (text: string): Refusal | null => {
  const lines = text.split('\n').length
  if (lines > mostLines) return { says: `The file has ${lines} lines`, expected: `at most ${mostLines}` }
  if (text.length > mostCharacters)
    return { says: `The file has ${text.length} characters`, expected: `at most ${mostCharacters}` }
  return tooDeep.test(text) ? { says: 'Lists or quotes are nested 40 deep', expected: 'less nesting' } : null
}

const nameless = (file: string): string => {
  const words = file.replace(/\.[a-z]+$/i, '').replace(/[-_]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A checklist out of a runbook in Markdown, or why there is none. */
export const importMarkdown = (file: string, written: string): Foreign | Refusal => {
  const refusal = tooLong(written)
  if (refusal) return refusal
  const { front, body } = splitFrontMatter(written.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'))
  const { text, notes } = frontOf(file, front)
  const markdown = readMarkdown(body)
  const { title, sections } = sectionsOf(markdown)
  const taken = take(markdown, title, sections)
  if ('says' in taken) return taken
  const severity = severityNamed(text('severity', 'priority') ?? '')
  const unsaid = severity === null ? [unspecifiedNote] : []
  return {
    title: titleOf(text('title', 'name') ?? title ?? nameless(file)).title || file,
    summary: text('summary', 'description') ?? '',
    kind: 'incident',
    severity: severity ?? unspecified,
    confidential: true,
    source: text('source') ?? `Imported from ${file}`,
    introduction: taken.introduction,
    phases: {},
    roles: [],
    include: [],
    steps: taken.steps,
    notes: [...taken.notes, ...notes, ...unsaid],
  }
}
