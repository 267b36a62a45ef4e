import { fenced, span } from '../code.ts'
import type { Cacao, WorkflowStep } from './schema.ts'

type Command = NonNullable<WorkflowStep['commands']>[number]

const fromBase64 = (text: string): string | null => {
  try {
    const bytes = Uint8Array.from(atob(text), one => one.charCodeAt(0))
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const decoded = (plain: string | undefined, base64: string | undefined): string | null => {
  if (plain !== undefined) return plain
  return base64 === undefined ? null : (fromBase64(base64) ?? base64)
}

const sayCommand = ({ type, description, command, command_b64, content, content_b64 }: Command): string[] => {
  const run = decoded(command, command_b64)
  const sent = decoded(content, content_b64)
  return [
    `Command (${span(type)})${description === undefined ? ':' : `: ${description}`}`,
    ...(run === null ? [] : [fenced(run)]),
    ...(sent === null ? [] : ['with', fenced(sent)]),
  ]
}

/** An agent or a target as people call it. */
export const partyOf = (playbook: Cacao, id: string): { readonly name: string; readonly type: string } => {
  const found = playbook.agent_definitions?.[id] ?? playbook.target_definitions?.[id]
  const { name, type } = found ?? {}
  return {
    name: typeof name === 'string' && name.trim() !== '' ? name : id,
    type: typeof type === 'string' ? type : (id.split('--')[0] ?? ''),
  }
}

const sayParties = (playbook: Cacao, ids: readonly string[]): string =>
  ids
    .map(id => partyOf(playbook, id))
    .map(({ name, type }) => `${name} (${type})`)
    .join(', ')

// The specification has texts only, but many write numbers.
const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value)

type Variables = WorkflowStep['step_variables']

/** Variables as a list: a checklist has none, but whoever works through it wants to know what is meant. */
export const sayVariables = (variables: Variables): string =>
  Object.entries(variables ?? {})
    .map(([name, { type, value, description }]) => {
      const said = typeof description === 'string' && description !== '' ? `: ${description}` : ''
      const is = isScalar(value) && value !== '' ? ` = ${span(String(value))}` : ''
      return `- ${span(name)}${typeof type === 'string' ? ` (${type})` : ''}${is}${said}`
    })
    .join('\n')

type References = Cacao['external_references']

/** References as a list, with their links. */
export const sayReferences = (references: References): string =>
  (references ?? [])
    .map(({ name, description, url }) => [name, description, url].filter(Boolean).join(': '))
    .filter(line => line !== '')
    .map(line => `- ${line}`)
    .join('\n')

const titled = (title: string, text: string): string[] => (text === '' ? [] : [title, text])

const seconds = (milliseconds: number): string => `${Math.round(milliseconds / 100) / 10} seconds`

/** What a task of a workflow says, as the guidance of a step: under which condition, what, by whom, and what else. */
export const guidanceOf = (
  playbook: Cacao,
  step: WorkflowStep,
  conditions: readonly string[],
  ways: readonly string[],
) =>
  [
    ...conditions.map(words => `${words}.`),
    ...(step.description === undefined ? [] : [step.description]),
    ...(step.playbook_id === undefined ? [] : [`Work through the playbook ${span(step.playbook_id)}.`]),
    ...(step.commands ?? []).flatMap(sayCommand),
    ...(step.agent === undefined ? [] : [`By: ${sayParties(playbook, [step.agent])}`]),
    ...(step.targets?.length ? [`On: ${sayParties(playbook, step.targets)}`] : []),
    ...(step.in_args?.length ? [`Takes: ${step.in_args.map(span).join(', ')}`] : []),
    ...(step.out_args?.length ? [`Gives: ${step.out_args.map(span).join(', ')}`] : []),
    ...(step.delay ? [`Wait ${seconds(step.delay)} before it.`] : []),
    ...(step.timeout ? [`Give up after ${seconds(step.timeout)}.`] : []),
    ...titled('Variables:', sayVariables(step.step_variables)),
    ...titled('See:', sayReferences(step.external_references)),
    ...ways,
  ].join('\n\n')
