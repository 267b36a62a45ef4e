import { z } from 'zod'

// What the operator writes at the keys that several kinds of channels have.

const account = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,38}$/i)
  .transform(name => name.toLowerCase())

/** The keys of every kind. */
export const shared = z.object({
  private: z.boolean().default(false),
  allow_private_addresses: z.boolean().default(false),
  installations: z.union([z.literal('all'), z.array(z.union([z.int().positive(), account])).min(1)]).default('all'),
})

export type Shared = z.output<typeof shared>

export const sharedExpected: Readonly<Record<keyof Shared, string>> = {
  private: '`true` if nobody but the response team reads it, for example `private: true`',
  allow_private_addresses: '`true` or `false`, for example `allow_private_addresses: true`',
  installations: '`all`, or a list of accounts or ids of installations, for example `installations: [acme]`',
}

/** Printable ASCII, as a header can hold it; spaces and line ends around it are left out. */
export const secret = z
  .string()
  .trim()
  .min(1)
  .max(4096)
  .regex(/^[\x20-\x7e]+$/)

const isUrl = (text: string): boolean => {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol)) return false
  return url.username === '' && url.password === '' && url.hash === ''
}

export const address = secret.refine(isUrl).transform(text => new URL(text))

export const addressExpected =
  'an https URL without user name, password and `#`; http only with `allow_private_addresses: true`. For example `url_env: TEAM_ROOM_URL`'

/** A login at GitHub, in lower case. */
export const login = z
  .string()
  .regex(/^@?[a-z0-9][a-z0-9_-]{0,38}$/i)
  .transform(name => name.replace('@', '').toLowerCase())
