import { z } from 'zod'
import type { Delivery, DeliveryFailure, PageAcknowledgement } from '../../domain/terms/channel-message.ts'
import { type Shared, shared, sharedExpected } from './keys.ts'
import type { Answer, Outgoing, Send } from './send.ts'
import type { Spoken } from './spoken.ts'

/** What a channel of some kind does, once the operator's values are known. */
export type Kind = {
  /** It has readers whom nobody counted, where a pager or a number belongs to whom it was set up for. */
  readonly isRoom: boolean
  /** The request for a message; null: this channel says nothing of it; or why there can be none. */
  readonly requestFor: (message: Spoken) => Outgoing | DeliveryFailure | null
  readonly judge: (answer: Answer) => Delivery
  readonly readAnswers: ((key: string, send: Send) => Promise<readonly PageAcknowledgement[] | null>) | null
}

/** A kind of channel: what the operator writes, and what follows from it. */
type KindOf<Shape extends z.ZodRawShape> = {
  /** The keys beside those that all kinds have. One without a default is required. */
  readonly keys: Shape
  /** What is expected at each key, in words with an example. */
  readonly expected: Readonly<Record<Extract<keyof Shape, string>, string>>
  /** A secret may be written as it is, or under its name with `_env` as the name of a variable. */
  readonly secrets: readonly Extract<keyof Shape, string>[]
  readonly open: (written: z.output<z.ZodObject<Shape>> & Shared, clock: () => number) => Kind
}

/** A kind as the reader of the operator's file needs it. */
export type DefinedKind = {
  readonly schema: z.ZodObject
  readonly expected: Readonly<Record<string, string>>
  readonly secrets: readonly string[]
  readonly required: readonly string[]
  /** `values`: such as fit the schema. */
  readonly open: (values: unknown, clock: () => number) => Kind
}

export const defineKind = <Shape extends z.ZodRawShape>(kind: KindOf<Shape>): DefinedKind => {
  const own = z.object(kind.keys)
  return {
    schema: z.object({ ...shared.shape, ...kind.keys }),
    expected: { ...sharedExpected, ...kind.expected },
    secrets: kind.secrets,
    required: Object.keys(kind.keys).filter(key => !z.safeParse(own.shape[key] ?? z.never(), undefined).success),
    open: (values, clock) => kind.open({ ...own.parse(values), ...shared.parse(values) }, clock),
  }
}
