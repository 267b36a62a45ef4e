import { z } from 'zod'

const pattern = /^[a-z][a-z0-9-]{0,59}$/

/** A name that is safe everywhere it goes (a path, a branch, a label, a marker): `tell-company`, at most 60 characters. */
export const isSlug = (text: string): boolean => pattern.test(text)

const stepPattern = /^[a-z][a-z0-9-]{0,59}(?::[a-z0-9][a-z0-9-]{0,59})?$/

/** A step's id; of one that was opened for an asset, with the asset's behind a colon: `image:web-1`. */
export const isStepId = (text: string): boolean => stepPattern.test(text)

export const slug = z.string().regex(pattern)
