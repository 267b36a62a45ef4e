import type { Found } from './found.ts'

/**
 * What stands before the `@` of an address: `scheme://user:password@host`, `scheme://:password@host`, and a token alone.
 * Of the first two the password goes, and the user and the host stay.
 */
export const addressesIn = (text: string): readonly Found[] => {
  const found: Found[] = []
  let [runEnd, last] = [-1, -1]
  for (const { index, 0: scheme } of text.matchAll(/(?<=[a-z\d+.-]):\/\//gi)) {
    const from = index + scheme.length
    if (from > runEnd) {
      runEnd = endOfRun(text, from)
      // in this run alone: to look back from each of them would take the square of their number
      last = from + text.slice(from, runEnd).lastIndexOf('@')
    }
    if (last < from || text.charAt(last) !== '@' || (found.at(-1)?.range[1] ?? 0) > from) continue
    const password = passwordIn(text, from, last)
    if (password !== null) found.push({ rule: 'basicauth', range: [password, last], exact: true })
  }
  return found
}

const endOfRun = (text: string, from: number): number => {
  const end = /[\s"'<>|]/g
  end.lastIndex = from
  return end.exec(text)?.index ?? text.length
}

/** Where the secret begins; null: there is none, such as in `https://host:8080/a@b`. */
const passwordIn = (text: string, from: number, at: number): number | null => {
  const colon = text.slice(from, Math.min(at, from + 200)).search(/[:/?#@]/)
  const begins = from + colon + 1
  if (colon !== -1 && text.charAt(begins - 1) === ':') {
    const head = text.slice(begins, Math.min(at, begins + 100))
    const isPort = /^\d{1,5}(?:[/?#]|$)/.test(head) && /[/?#]/.test(text.slice(begins, at))
    return head === '' || isPort || isMasked(head) ? null : begins
  }
  // a token in the user's place: of some length, with digits and letters
  return colon === -1 && /^(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{20,}$/i.test(text.slice(from, Math.min(at, from + 200)))
    ? from
    : null
}

const isMasked = (password: string): boolean =>
  /^(?:\*+|x{3,}|\.{3,}|\$\{?[A-Z_]\w*\}?|\$\(.*|<.*|\[.*|\{\{?.*|password|pass|pw|pwd|secret|token)$/i.test(password)
