import { z } from 'zod'
import { quote } from '../../domain/text/quote.ts'
import type { Refusal } from '../refusal.ts'
import { repeatedKey } from '../repeated-key.ts'

// CACAO Security Playbooks 2.0 (OASIS), as much of it as a checklist is made from. Others add keys of their own, and
// do not always make their ids as the specification says: neither is a reason to refuse.

const text = z.string({ error: 'a text' })
const texts = z.array(text, { error: 'a list of texts' })
const objects = z.record(z.string(), z.looseObject({}), { error: 'objects by their ids' })
const whole = z.number({ error: 'a number' })
const score = z.int({ error: 'a whole number from 0 to 100' }).min(0).max(100)
const oneOrMore = z.union([text, texts], { error: 'the id of a step' })
/** What a step of the workflow can be. */
const stepTypes = [
  'start',
  'end',
  'action',
  'playbook-action',
  'parallel',
  'if-condition',
  'while-condition',
  'switch-condition',
] as const

const command = z.looseObject(
  {
    type: text,
    description: text.optional(),
    command: text.optional(),
    command_b64: text.optional(),
    content: text.optional(),
    content_b64: text.optional(),
  },
  { error: 'an object with a `type`' },
)

const reference = z.looseObject({ name: text.optional(), description: text.optional(), url: text.optional() })

const workflowStep = z.looseObject(
  {
    type: z.enum(stepTypes, { error: `one of ${stepTypes.join(', ')}` }),
    name: text.optional(),
    description: text.optional(),
    on_completion: text.optional(),
    on_success: text.optional(),
    on_failure: text.optional(),
    next_steps: texts.optional(),
    condition: text.optional(),
    on_true: oneOrMore.optional(),
    on_false: oneOrMore.optional(),
    switch: text.optional(),
    cases: z.record(z.string(), oneOrMore, { error: 'ids of steps by their values' }).optional(),
    commands: z.array(command, { error: 'a list of commands' }).optional(),
    agent: text.optional(),
    targets: texts.optional(),
    in_args: texts.optional(),
    out_args: texts.optional(),
    playbook_id: text.optional(),
    delay: whole.optional(),
    timeout: whole.optional(),
    step_variables: objects.optional(),
    external_references: z.array(reference, { error: 'a list of references' }).optional(),
    step_extensions: objects.optional(),
  },
  { error: 'an object' },
)

const schema = z.looseObject(
  {
    type: z.literal('playbook', { error: '`"playbook"`' }),
    spec_version: z.literal('cacao-2.0', { error: '`"cacao-2.0"`: convert an older one to 2.0 first' }),
    id: text,
    name: text,
    description: text.optional(),
    playbook_types: texts.optional(),
    created_by: text.optional(),
    modified: text.optional(),
    revoked: z.boolean({ error: '`true` or `false`' }).optional(),
    severity: score.optional(),
    external_references: z.array(reference, { error: 'a list of references' }).optional(),
    playbook_variables: objects.optional(),
    workflow_start: text,
    workflow_exception: text.optional(),
    workflow: z.record(z.string(), workflowStep, { error: 'the steps by their ids' }),
    agent_definitions: objects.optional(),
    target_definitions: objects.optional(),
    playbook_extensions: objects.optional(),
  },
  { error: 'an object, `{"type": "playbook", "spec_version": "cacao-2.0", ...}`' },
)

export type Cacao = z.infer<typeof schema>
export type WorkflowStep = z.infer<typeof workflowStep>

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  )

// Only what stands on one line is repeated: a value may be nested deeper than anything could write it again.
const cameAs = (value: unknown): string => {
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' && value !== null ? 'an object' : quote(value)
}

const parse = (json: string): { readonly value: unknown } | null => {
  try {
    return { value: JSON.parse(json) }
  } catch {
    return null
  }
}

/** A CACAO playbook, or what is wrong with the file by its key. */
export const readCacao = (json: string): { readonly cacao: Cacao } | Refusal => {
  const parsed = parse(json)
  if (parsed === null)
    return { says: 'This is not JSON', expected: 'a CACAO 2.0 playbook, `{"type": "playbook", ...}`' }
  const twice = repeatedKey(json)
  if (twice !== null)
    return { says: `${quote(twice)} appears more than once in one object`, expected: 'each id and each key once' }
  const read = schema.safeParse(parsed.value)
  if (read.success) return { cacao: read.data }
  const [issue] = read.error.issues
  const path = issue?.path ?? []
  const came = at(parsed.value, path)
  const name = path.length === 0 ? 'The file' : `\`${path.map(String).join('.')}\``
  return {
    says: came === undefined ? `${name} is missing` : `${name} has ${cameAs(came)}`,
    expected: issue?.message ?? 'what CACAO 2.0 says',
  }
}
