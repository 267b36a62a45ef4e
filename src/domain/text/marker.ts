/**
 * What carries a marker: a sub-issue, an issue that took the place of the incident's own, the board, a reply to a command, a post-mortem's pull request, the
 * result of a check on a pull request.
 */
export const markerKinds = ['step', 'incident', 'board', 'reply', 'post-mortem', 'preview'] as const
export type MarkerKind = (typeof markerKinds)[number]

/** `incident` is the node id, so that a copy of the text elsewhere is known as one; `key` is free text. */
export type Marker = {
  readonly kind: MarkerKind
  readonly incident: string
  readonly number: number
  readonly key: string
}

const line = /^<!-- tocsin:([a-z-]{1,20}) key=([\w.~%-]{0,2000}) of=([1-9]\d{0,9}) incident=([\w.~%-]{1,300}) -->$/

// Nothing but letters, digits and `_.~%-` comes out, and never two hyphens together: they could end the comment.
const encode = (text: string): string =>
  encodeURIComponent(text.toWellFormed())
    .replace(/[!'()*]/g, mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('--', '-%2D')

const decode = (text: string): string | null => {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/**
 * By which we find our own comments and sub-issues again, together with their author: a line that GitHub does not show.
 * No state is ever read from one, for anybody can write one.
 */
export const writeMarker = ({ kind, incident, number, key }: Marker): string =>
  `<!-- tocsin:${kind} key=${encode(key)} of=${number} incident=${encode(incident)} -->`

const lastLine = (body: string): string => {
  const whole = body.trimEnd()
  return whole.slice(whole.lastIndexOf('\n') + 1)
}

/** The marker that ends this text, if it ends with one, exactly as we write it. */
export const findMarker = (body: string, kind: MarkerKind): Marker | null => {
  const last = lastLine(body)
  const match = line.exec(last)
  if (match?.[1] !== kind) return null
  const [key, incident] = [decode(match[2] ?? ''), decode(match[4] ?? '')]
  if (key === null || incident === null) return null
  const marker = { kind, incident, number: Number(match[3]), key }
  return writeMarker(marker) === last ? marker : null
}
