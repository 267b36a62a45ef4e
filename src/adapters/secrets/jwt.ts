import type { Found } from './found.ts'

/**
 * Signed and encrypted tokens (RFC 7519): parts in Base64url with dots between them, the first a header in JSON. Each run
 * of such characters is looked at once, however long it is.
 */
export const jwtsIn = (text: string): readonly Found[] =>
  [...text.matchAll(/(?<![\w.-])[\w-]+(?:\.[\w-]*)+/g)].flatMap(({ 0: run, index }) => {
    const begins = headerIn(run)
    return begins === null ? [] : [{ rule: 'jwt', range: [index + begins, index + run.length] as const }]
  })

const headerIn = (run: string): number | null => {
  const parts = run.split('.')
  let at = 0
  for (const [index, part] of parts.entries()) {
    const begins = part.indexOf('eyJ')
    if (begins !== -1 && part.length - begins > 12 && (parts[index + 1] ?? '').length >= 8) return at + begins
    at += part.length + 1
  }
  return null
}
