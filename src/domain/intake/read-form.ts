import { type Severity, severityOf } from '../terms/severity.ts'
import { cut } from '../text/escape.ts'
import { formerQuestions, harmAnswers, type Question, questions } from './form.ts'
import { type Harm, proposeSeverity } from './propose-severity.ts'

/** What somebody answered when declaring. */
export type Declaration = Harm & {
  readonly seen: string
  readonly noticed: string | null
  readonly assets: string | null
  /** In words, then question by question what was answered about harm. */
  readonly impact: string | null
  readonly severity: Severity | null
  /** What was chosen as severity, where none can be read from it. */
  readonly unreadSeverity: string | null
  /** What the answers about harm come to. */
  readonly proposed: Severity | null
}

const harms = ['working', 'data', 'access', 'down'] as const satisfies readonly (Question & keyof Harm)[]
const fields = ['seen', 'noticed', 'assets', 'impact', ...harms, 'severity'] as const satisfies Question[]

/** Of the words about impact; the answers below them must fit into the record too. */
const mostOfImpact = 3_000

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Whether two headings ask the same, whatever was done to their letters and marks. */
export const sameHeading = (one: string, other: string): boolean => plain(one) === plain(other)

const questionOf = (line: string): Question | null => {
  if (line.length > 200 || !/^#{1,6}\s/.test(line)) return null
  const former = Object.keys(formerQuestions).find(heading => sameHeading(heading, line))
  return fields.find(field => sameHeading(questions[field], line)) ?? formerQuestions[former ?? ''] ?? null
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

const isChosen = (question: Question): boolean => question === 'severity' || harms.some(harm => harm === question)

/** The lines under each question. Whatever stands under no heading that we know stays with what came before it. */
const sections = (body: string): ReadonlyMap<Question, readonly string[]> => {
  const lines = body.replace(/\r\n?/g, '\n').split('\n')
  const code = codeLines(lines)
  const found = new Map<Question, string[]>(fields.map(field => [field, []]))
  const asked = lines.map((line, i) => (code.has(i) ? null : questionOf(line)))
  const places = new Map<Question, number>()
  asked.forEach((question, i) => {
    // what is chosen stands below all that is written: of its headings the last is the form's, of the others the first
    if (question !== null && (isChosen(question) || !places.has(question))) places.set(question, i)
  })
  let under: Question = 'seen'
  lines.forEach((line, i) => {
    const question = asked[i] ?? null
    if (question === null || places.get(question) !== i) {
      found.get(under)?.push(line)
      return
    }
    under = question
  })
  return found
}

type Answers = Readonly<Record<Question, string | null>>

const answersIn = (body: string): Answers => {
  const found = sections(body)
  const answer = (question: Question): string | null => {
    const text = found.get(question)?.join('\n').trim() ?? ''
    return text === '' || text === '_No response_' ? null : text
  }
  return {
    seen: answer('seen'),
    noticed: answer('noticed'),
    assets: answer('assets'),
    impact: answer('impact'),
    working: answer('working'),
    data: answer('data'),
    access: answer('access'),
    down: answer('down'),
    severity: answer('severity'),
  }
}

const severityIn = (text: string | null): Severity | null => severityOf(text?.split('\n')[0] ?? '')

/** An answer that is none: nobody need be told that no severity can be read from it. */
export const saysNothing = (answer: string): boolean =>
  /^(?:[-–—?.\s]*|(?:i\s+)?(?:do\s?n.?t|do\s+not)\s+know|not\s+(?:known|sure|applicable)|unknown|unsure|undecided|none|n\/?a|tbd)[.!?]?$/i.test(
    answer.trim(),
  )

const [yes, no] = harmAnswers

/** Only the first line: below a question that somebody mistyped, its answer stands as well. */
const harmIn = (text: string | null): boolean | null => {
  const first = plain(text?.split('\n')[0] ?? '')
  if (first === plain(yes)) return true
  return first === plain(no) ? false : null
}

/** The first line of what was chosen as severity, where none can be read from it. */
const unreadSeverity = (answer: string | null): string | null => {
  const first = answer?.split('\n')[0]?.trim() ?? ''
  return severityIn(answer) !== null || saysNothing(first) ? null : first
}

/** With what would be lost otherwise: answers that are no words of their own, and whatever stands below them. */
const impactOf = (answers: Answers): string | null => {
  const { severity } = answers
  const isLost = severity !== null && (severity.includes('\n') || unreadSeverity(severity) !== null)
  const below = isLost ? (['severity'] as const) : []
  const answered = [...harms, ...below].filter(question => answers[question] !== null)
  if (answered.length === 0) return answers.impact
  const words = answers.impact === null ? [] : [`${cut(answers.impact, mostOfImpact)}\n`]
  return [...words, ...answered.map(question => `${questions[question]} ${answers[question]}`)].join('\n')
}

/**
 * A form's answers from the body, as GitHub renders it: `### question`, an empty line, the answer. Never fails:
 * free text, an edited heading or another language leaves everything in `seen`.
 */
export const readForm = (body: string): Declaration => {
  const answers = answersIn(body)
  const harm: Harm = {
    working: harmIn(answers.working),
    data: harmIn(answers.data),
    access: harmIn(answers.access),
    down: harmIn(answers.down),
  }
  return {
    seen: answers.seen ?? '',
    noticed: answers.noticed,
    assets: answers.assets,
    impact: impactOf(answers),
    ...harm,
    severity: severityIn(answers.severity),
    unreadSeverity: unreadSeverity(answers.severity),
    proposed: proposeSeverity(harm),
  }
}
