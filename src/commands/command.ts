import type { Decision } from '../domain/events/event.ts'
import type { CommandContext } from '../domain/incident/command-context.ts'
import type { Incident } from '../domain/incident/incident.ts'
import { type Doer, may, type Permission } from '../domain/incident/permissions.ts'
import { notInReview } from '../messages/checklist.ts'
import * as says from '../messages/refusal.ts'
import type { Arg, Around } from './args/args.ts'

export type Refusal = { readonly is: 'refusal'; readonly says: string }
export type Answer = { readonly is: 'answer'; readonly says: string }

/** What follows from a command: events, an answer, or neither and why. */
export type Verdict = readonly Decision[] | Answer | Refusal

/**
 * A command is rejected in two lines: what is wrong, and what to type. With one line given, usage and an example from
 * this incident are added.
 */
export const refuse = (why: string): Refusal => ({ is: 'refusal', says: why })
export const answer = (words: string): Answer => ({ is: 'answer', says: words })

export type Command = {
  readonly name: string
  readonly summary: string
  readonly usage: string
  readonly examples: readonly [string, ...string[]]
  readonly permissions: readonly Permission[]
  /** What somebody could type on this very incident. */
  readonly example: (incident: Incident) => string
  /** Works on a closed or cancelled incident too. */
  readonly afterEnd: boolean
  /** A review of readiness knows nothing of it. */
  readonly incidentOnly: boolean
  /** What follows from `lines`, the rest of the command's own and those below it in its paragraph, said by `doer`. */
  readonly run: (
    incident: Incident,
    lines: readonly string[],
    doer: Doer,
    known: CommandContext,
    byEmail: boolean,
  ) => Verdict
}

type Args = Readonly<Record<string, Arg<unknown>>>
type Values<A extends Args> = { readonly [Name in keyof A]: A[Name] extends Arg<infer Value> ? Value : never }

type Definition<A extends Args, D extends Permission> = {
  readonly name: string
  readonly summary: string
  /** In the order in which they are written. */
  readonly args: A
  /** For help and documentation. */
  readonly examples: readonly [string, ...string[]]
  /** For rejections, from this very incident; null: nothing in it to name. Without one, the first of `examples`. */
  readonly example?: (incident: Incident) => string | null
  /** Everything that this command may turn out to be; the first unless `permission` says otherwise. */
  readonly permissions: readonly [D, ...D[]]
  readonly permission?: (incident: Incident, args: Values<A>, doer: Doer) => D
  readonly afterEnd?: true
  /** A review of readiness knows nothing of it. */
  readonly incidentOnly?: true
  readonly decide: (incident: Incident, args: Values<A>, doer: Doer, known: CommandContext) => Verdict
}

/** A command, whole: parser, types, permission, help and documentation follow from this one object. */
export const defineCommand = <A extends Args, D extends Permission>(definition: Definition<A, D>): Command => {
  const { name, summary, args, examples, permissions, decide } = definition
  const usage = [`/${name}`, ...Object.entries(args).map(([key, arg]) => arg.usage(key))].filter(part => part !== '')
  const example = (incident: Incident): string => definition.example?.(incident) ?? examples[0]
  const run: Command['run'] = (incident, lines, doer, known, byEmail) => {
    if (definition.incidentOnly && incident.kind !== 'incident') return refuse(notInReview())
    const teach = (why: string): Refusal =>
      refuse(why.includes('\n') ? why : says.refusal(why, usage.join(' '), example(incident)))
    const values = readArgs(args, lines, { incident, known })
    if ('says' in values) return teach(values.says)
    const permission = definition.permission?.(incident, values.read, doer) ?? permissions[0]
    if (!may(incident, doer, permission)) return refuse(says.notAllowed(incident, permission))
    if (byEmail && onGitHubOnly.includes(permission)) return refuse(says.notByEmail())
    const verdict = decide(incident, values.read, doer, known)
    return 'is' in verdict && verdict.is === 'refusal' ? teach(verdict.says) : verdict
  }

  return {
    name,
    summary,
    usage: usage.join(' '),
    examples,
    example,
    permissions,
    afterEnd: definition.afterEnd === true,
    incidentOnly: definition.incidentOnly === true,
    run,
  }
}

/**
 * What gives somebody power, lowers everybody's guard, moves work or begins it again: the sender of an e-mail is too easily
 * pretended. A vacant command can be taken by e-mail: whoever is on the roster takes it back, and nobody waits at night.
 */
const onGitHubOnly: readonly Permission[] = [
  'take-over-command',
  'appoint-commander',
  'hand-off-command',
  'fill-commanding-role',
  'cancel',
  'lower-severity',
  'skip-step',
  'rule-out-insider',
  'approve-disclosure',
  'redact',
  'continue-here',
  'approve-redaction',
  'set-status',
  'assign',
  'let-go-of-own-work',
  'reopen-step',
  'close',
  'reopen',
]

const readArgs = <A extends Args>(
  args: A,
  [text = '', ...below]: readonly string[],
  around: Omit<Around, 'key'>,
): { read: Values<A> } | { says: string } => {
  const read: Record<string, unknown> = {}
  let left = text
  let further = below
  for (const [key, arg] of Object.entries(args)) {
    const own = further.findIndex(line => arg.goesOnWith?.(line) !== true)
    const count = own === -1 ? further.length : own
    left = [left, ...further.slice(0, count)].filter(line => line !== '').join(' ')
    further = further.slice(count)
    const taken = arg.take(left, { ...around, key })
    if ('says' in taken) return taken
    read[key] = taken.value
    left = taken.rest
  }
  if (left !== '') return { says: says.leftOver(left) }
  if (!isOf(args, read)) throw new Error('an argument without its value')
  return { read }
}

/** Each value was made by the argument of its name. */
const isOf = <A extends Args>(args: A, read: object): read is Values<A> =>
  Object.keys(args).every(key => Object.hasOwn(read, key))
