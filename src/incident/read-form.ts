import { type Question, questions } from './form.ts'
import { type Severity, severities } from './severity.ts'

/** What somebody answered when declaring. */
export type Declaration = {
  readonly seen: string
  readonly noticed: string | null
  readonly assets: string | null
  readonly impact: string | null
  readonly severity: Severity | null
}

const fields = ['seen', 'noticed', 'assets', 'impact', 'severity'] as const satisfies Question[]

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

const questionOf = (line: string): Question | null => {
  if (!line.startsWith('### ') || line.length > 200) return null
  return fields.find(field => plain(questions[field]) === plain(line)) ?? null
}

const fenceOf = (line: string): string | null => /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? null

const isEndOf = (fence: string, line: string): boolean => {
  const mark = line.trim()
  return mark.length >= fence.length && mark === fence.charAt(0).repeat(mark.length)
}

/**
 * Which lines are code: what an answer shows there is no heading of the form. A fence that is never closed is none, or
 * a log pasted in a hurry would swallow the other answers.
 */
const codeLines = (lines: readonly string[]): ReadonlySet<number> => {
  const code = new Set<number>()
  // By their character, the shortest fence that is known to stay open: any longer one does too.
  const open = new Map<string, number>()
  for (let i = 0; i < lines.length; i++) {
    const fence = fenceOf(lines[i] ?? '')
    if (fence === null || fence.length >= (open.get(fence.charAt(0)) ?? Infinity)) continue
    let end = i + 1
    while (end < lines.length && !isEndOf(fence, lines[end] ?? '')) end++
    if (end === lines.length) open.set(fence.charAt(0), fence.length)
    else for (; i < end; i++) code.add(i)
  }
  return code
}

/** The lines under each question. Whatever stands under no heading that we know stays with what came before it. */
const sections = (body: string): ReadonlyMap<Question, readonly string[]> => {
  const lines = body.replace(/\r\n?/g, '\n').split('\n')
  const code = codeLines(lines)
  const found = new Map<Question, string[]>(fields.map(field => [field, []]))
  const headed = new Set<Question>()
  let under: Question = 'seen'
  lines.forEach((line, i) => {
    const question = code.has(i) ? null : questionOf(line)
    if (question === null || headed.has(question)) {
      found.get(under)?.push(line)
      return
    }
    headed.add(question)
    under = question
  })
  return found
}

const answer = (lines: readonly string[] | undefined): string | null => {
  const text = lines?.join('\n').trim() ?? ''
  return text === '' || text === '_No response_' ? null : text
}

const severityIn = (text: string | null): Severity | null => severities.find(one => text?.startsWith(one)) ?? null

/**
 * A form's answers from the body, as GitHub renders it: `### question`, an empty line, the answer. Never fails:
 * free text, an edited heading or another language leaves everything in `seen`.
 */
export const readForm = (body: string): Declaration => {
  const found = sections(body)
  return {
    seen: answer(found.get('seen')) ?? '',
    noticed: answer(found.get('noticed')),
    assets: answer(found.get('assets')),
    impact: answer(found.get('impact')),
    severity: severityIn(answer(found.get('severity'))),
  }
}
