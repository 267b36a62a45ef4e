import type { Problem } from '../../domain/source/problem.ts'
import type { Value } from '../../domain/source/yaml.ts'
import { keyMissing, keyWrong, noChannel, noKind, unknownChannelKey } from '../../messages/paging/channels-file.ts'
import type { Definition } from './definition.ts'
import { shared } from './keys.ts'
import type { DefinedKind } from './kind.ts'
import { kinds } from './kinds.ts'
import { plainOf, readValues, type Values } from './read-values.ts'
import type { Source } from './source.ts'
import { tellsTooMuch } from './template.ts'

type Fault = Omit<Problem, 'file'>

export type ReadChannel = {
  /** Null: it has a problem. */
  readonly definition: Definition | null
  readonly problems: readonly Fault[]
  readonly secrets: readonly string[]
}

const kindExpected = `\`kind\` with one of ${Object.keys(kinds).join(', ')}, for example \`kind: slack\``

/** One channel of the operator's file. */
export const readChannel = (id: string, value: Value, source: Source): ReadChannel => {
  const nothing = (says: string, expected: string): ReadChannel => ({
    definition: null,
    problems: [{ line: value.line, says, expected }],
    secrets: [],
  })
  if (value.is !== 'mapping') return nothing(noChannel(id), kindExpected)
  const named = value.entries.find(({ key }) => key === 'kind')
  const kind = named === undefined ? '' : String(plainOf(named.value))
  const known = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
  if (known === undefined) return nothing(noKind(id), kindExpected)
  const entries = value.entries.filter(({ key }) => key !== 'kind')
  const { values, lines, faults, secrets } = readValues(id, entries, known, source)
  const problems = [...faults, ...misfits(id, value.line, values, lines, known, source)]
  if (problems.length > 0) return { definition: null, problems, secrets }
  const { private: isPrivate, installations } = shared.parse(values)
  return { definition: { id, isPrivate, installations, open: clock => known.open(values, clock) }, problems, secrets }
}

const fault = (id: string, key: string, line: number, { expected }: DefinedKind): Fault => ({
  line,
  says: keyWrong(id, key),
  expected: expected[key] ?? '',
})

/** What is missing, unknown, or not what it must be. */
const misfits = (
  id: string,
  line: number,
  values: Values,
  lines: ReadonlyMap<string, number>,
  keys: DefinedKind,
  { where }: Source,
): readonly Fault[] => {
  const required = where === 'app' ? [...keys.required, 'installations'] : keys.required
  const missing = required
    .filter(key => !lines.has(key))
    .map(key => ({ line, says: keyMissing(id, key), expected: keys.expected[key] ?? '' }))
  const wrong = Object.entries(values).flatMap(([key, value]) => {
    const at = lines.get(key) ?? line
    const shape = Object.hasOwn(keys.schema.shape, key) ? keys.schema.shape[key] : undefined
    if (shape === undefined) return [{ line: at, says: unknownChannelKey(id), expected: knownKeys(keys) }]
    return shape.safeParse(value).success && !clashes(value, key, values) ? [] : [fault(id, key, at, keys)]
  })
  return [...missing, ...wrong]
}

/** Right in itself, but not beside what else is said: in the clear only at home, more than the codename only in private. */
const clashes = (
  value: unknown,
  key: string,
  { allow_private_addresses: atHome, private: isPrivate }: Values,
): boolean =>
  key === 'template'
    ? isPrivate !== true && tellsTooMuch(value)
    : isInTheClear(value) && atHome !== true && isAddress(key)

/** Whether everybody on the way could read what goes to this URL. */
const isInTheClear = (written: unknown): boolean =>
  typeof written === 'string' && URL.parse(written.trim())?.protocol === 'http:'

const isAddress = (key: string): boolean => /^(?:events_|api_)?url$/.test(key)

const knownKeys = ({ expected, secrets }: DefinedKind): string =>
  `one of ${['kind', ...Object.keys(expected), ...secrets.map(key => `${key}_env`)].map(key => `\`${key}\``).join(', ')}`
