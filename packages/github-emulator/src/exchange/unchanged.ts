import { createHash } from 'node:crypto'
import type { Answer } from '../http/answer.ts'

type Validators = { readonly etag: string; readonly 'last-modified'?: string }

const updatedAt = (body: Answer['body']): string | null => {
  const value = typeof body === 'object' && body !== null && !Array.isArray(body) ? body.updated_at : null
  return typeof value === 'string' ? value : null
}

/** By what a caller could ask again whether an answer is still the same. */
const validatorsOf = ({ body }: Answer, written: string): Validators => {
  const etag = `W/"${createHash('sha256').update(written).digest('hex')}"`
  const updated = updatedAt(body)
  return updated === null ? { etag } : { etag, 'last-modified': new Date(updated).toUTCString() }
}

/** The answer, whose body is written so, with its validators, or 304 to whoever has it already. An etag counts before a date. */
export const unlessUnchanged = ({ method, headers }: Request, answer: Answer, written: string): Answer => {
  if (method !== 'GET' || answer.status !== 200 || answer.body === undefined) return answer
  const validators = validatorsOf(answer, written)
  const [known, since] = [headers.get('if-none-match'), headers.get('if-modified-since')]
  const modified = validators['last-modified']
  const same =
    known === null
      ? since !== null && modified !== undefined && Date.parse(modified) <= Date.parse(since)
      : known.split(',').some(each => each.trim().replace(/^W\//, '') === validators.etag.replace(/^W\//, ''))
  return same
    ? { status: 304, headers: { ...validators } }
    : { ...answer, headers: { ...answer.headers, ...validators } }
}
