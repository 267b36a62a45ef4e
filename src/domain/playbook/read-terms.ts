import { readDuration } from '../terms/duration.ts'
import { anybody } from '../terms/roles.ts'
import { quote } from '../text/quote.ts'
import { isSlug } from '../text/slug.ts'
import type { Step } from './playbook.ts'

/** What the last parentheses of a task say. */
export type StepTerms = Pick<Step, 'role' | 'after' | 'gate' | 'required' | 'within' | 'perAsset'>

/** Something wrong in a line, before it is known which. */
export type Flaw = { readonly says: string; readonly expected: string }

const none: StepTerms = { role: null, after: [], gate: null, required: false, within: null, perAsset: false }

const readWithin = (words: readonly string[]): Partial<StepTerms> | Flaw => {
  const within = readDuration(words.join(' '))
  if (within !== null) return { within }
  return {
    says: `\`within\` has ${quote(words.join(' '))}`,
    expected: 'minutes, hours or days, for example `within 15m`, `within 1h`, `within 2d`',
  }
}

const readAfter = (words: readonly string[]): Partial<StepTerms> | Flaw => {
  const ids = words.map(word => /^`([^`]+)`$/.exec(word)?.[1])
  if (ids.length > 0 && ids.every(id => id !== undefined)) return { after: [...new Set(ids)] }
  return {
    says: `\`after\` has ${quote(words.join(' '))}`,
    expected: 'step ids in backticks, separated by spaces: ``after `isolate` `mitigate` ``',
  }
}

const readGate = (words: readonly string[]): Partial<StepTerms> | Flaw => {
  const kind = words.join(' ')
  if (kind === '') return { gate: 'steps' }
  if (kind === 'internal' || kind === 'external') return { gate: kind }
  return { says: `\`gate\` has ${quote(kind)}`, expected: '`gate`, `gate internal` or `gate external`' }
}

const readTerm = (term: string): Partial<StepTerms> | Flaw => {
  const [word = '', ...rest] = term.split(/\s+/)
  if (word === 'within') return readWithin(rest)
  if (word === 'after') return readAfter(rest)
  if (word === 'gate') return readGate(rest)
  if (term === 'required') return { required: true }
  if (word === 'per' && rest.join(' ') === 'asset') return { perAsset: true }
  if (isSlug(term)) return { role: term === anybody ? null : term }
  return {
    says: `Unknown term ${quote(term)}`,
    expected:
      'a role, `within 15m`, ``after `isolate` ``, `gate`, `gate internal`, `gate external`, `per asset` or `required`',
  }
}

/** Terms as they stand between the parentheses, with commas between them. */
export const readTerms = (text: string): { readonly terms: StepTerms; readonly flaws: readonly Flaw[] } => {
  const flaws: Flaw[] = []
  let terms: Partial<StepTerms> = {}
  for (const term of text.split(',').map(part => part.trim())) {
    const read = readTerm(term)
    if ('says' in read) flaws.push(read)
    else if (Object.keys(read).some(key => key in terms)) {
      flaws.push({ says: `Duplicate term ${quote(term)}`, expected: 'one role, and each other term once' })
    } else terms = { ...terms, ...read }
  }
  return { terms: { ...none, ...terms }, flaws }
}
