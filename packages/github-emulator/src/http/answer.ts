import type { GitHubRefusal } from '../world/refusal.ts'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined }
export type JsonObject = { [key: string]: Json | undefined }

/** An answer before the shell adds GitHub's headers. `body` undefined means none. */
export type Answer = {
  readonly status: number
  readonly body?: Json
  readonly text?: string
  readonly headers?: { readonly [name: string]: string }
}

const documentation = 'https://docs.github.com/rest'

export const ok = (body: Json, headers: { readonly [name: string]: string } = {}): Answer => ({
  status: 200,
  body,
  headers,
})
export const created = (body: Json): Answer => ({ status: 201, body })
export const nothing = (): Answer => ({ status: 204 })

/** An error in the shape that all of GitHub's REST errors have. */
export const refused = (
  status: number,
  message: string,
  more: { readonly errors?: Json; readonly headers?: Answer['headers'] } = {},
): Answer => {
  const errors = more.errors === undefined ? {} : { errors: more.errors }
  const body = { message, ...errors, documentation_url: documentation, status: String(status) }
  return { status, body, headers: more.headers ?? {} }
}

export const notFound = (): Answer => refused(404, 'Not Found')

/** `422 Validation Failed` for one field. */
export const invalid = (
  resource: string,
  field: string,
  code: string,
  more: { readonly value?: Json; readonly message?: string } = {},
) => refused(422, 'Validation Failed', { errors: [{ ...more, resource, field, code }] })

/** What the world refused, in REST's words. */
export const answerRefusal = (refusal: GitHubRefusal): Answer => {
  const errors = refusal.errors.length > 0 ? { errors: structuredClone(refusal.errors) as Json } : {}
  return refused(refusal.status, refusal.message, errors)
}
