import { knownRoles } from '../domain/terms/roles.ts'
import { isSlug } from '../domain/text/slug.ts'

// So that an id is still readable where it stands among others.
const mostOfId = 40

/** Small letters, digits and hyphens out of any text, at most so long, cut between words; empty if nothing is left. */
export const slugOf = (text: string, most: number): string => {
  const words = text
    .toWellFormed()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '')
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, most) : `${slug}-${word}`
    if (longer.length > most) break
    slug = longer
  }
  return slug
}

const without = new Set(['a', 'an', 'the'])

// `2.1 Triage` and `Step 3: Isolate` are what comes after.
const numbering = /^(?:(?:part|step|phase)\s+)?\d+(?:\.\d+)*\s*[.):—–-]*\s+(?=\S)/i

const idFrom = (title: string, roles: ReadonlySet<string>): string => {
  const words = title
    .replace(numbering, '')
    .split(/\s+/)
    .filter(word => !without.has(word.toLowerCase()))
  const slug = slugOf(words.join(' '), mostOfId)
  if (slug === '') return 'do-step'
  return isSlug(slug) && !roles.has(slug) ? slug : `do-${slug}`
}

type Named = { readonly id: string | null; readonly title: string; readonly role: string | null }

/** An id for each step: its own if it has one that can serve, else from its title; never twice, never a role, none of `taken`. */
export const nameIds = (steps: readonly Named[], taken: ReadonlySet<string>): readonly string[] => {
  const roles = new Set<string>([...knownRoles, ...steps.flatMap(step => step.role ?? [])])
  const used = new Set([...taken, ...steps.flatMap(step => step.id ?? [])])
  return steps.map(({ id, title }) => {
    if (id !== null) return id
    const first = idFrom(title, roles)
    let unique = first
    for (let n = 2; used.has(unique) || roles.has(unique); n++) unique = `${first}-${n}`
    used.add(unique)
    return unique
  })
}
