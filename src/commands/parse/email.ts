import { headers, original, quoting, saidOn, sentFrom, wroteFirst, wroteLast } from './mail-words.ts'

const letter = String.raw`[\p{L}\p{M}]`
const wrote = new RegExp(
  String.raw`(?:^|[^\p{L}])(?:${wroteLast})\s?[:：]$|(?:写道|寫道|作成|のメール|のメッセージ|작성|님이 작성)\s?[:：]?$`,
  'iu',
)
const wroteBy = new RegExp(String.raw`(?:^|[^\p{L}])(?:${wroteFirst})(?!${letter}).{1,200}[:：]$`, 'iu')
const saidThen = new RegExp(String.raw`^(?:${saidOn})\.?[\s‪]`, 'iu')
// A year, a clock, or a day in numbers.
const dated = /(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}[:.h]\d{2}(?!\d)|\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2}|\d+[年月]/u
const addressed = /<[^<>\s]{1,200}>|\[mailto:|[^\s@<>]{1,100}@[^\s@<>]{1,100}\.\p{L}{2,}/iu

const starts: readonly RegExp[] = [
  /^>/,
  new RegExp(`^[-_=]{2,}.{0,40}?(?:${original}).{0,60}?[-_=]{2,}$`, 'iu'),
  // between hyphens, or after a word for it
  new RegExp(String.raw`^-{2,}\s.{1,200}\s(?:${wroteLast})\s?[:：]?\s?-{2,}$`, 'iu'),
  new RegExp(String.raw`^(?:${quoting})\s.{1,200}[:：]$`, 'iu'),
  /^begin forwarded message:?$/i,
  /^(?:_{5,}|-{5,}|={5,})$/,
  // A signature: what follows it is not the writer's word either.
  /^--$/,
  new RegExp(`^(?:${sentFrom})$`, 'iu'),
  // What GitHub's own notification says around the text that it mails.
  /left a comment \([^()\s]+#\d+\)/i,
  /^reply to this email directly/i,
  /^you are receiving this/i,
]

const kinds = Object.entries(headers).map(
  ([kind, names]) => [kind, new RegExp(String.raw`^[*_]{0,2}(?:${names})\s?[*_]{0,2}\s?[:：]`, 'iu')] as const,
)

const headerOf = (line: string): string | null => kinds.find(([, name]) => name.test(line))?.[0] ?? null

/** A header by itself may be a sentence (`From: the logs it is clear`); two of a mail, one of them its sender, are none. */
const isHeaderBlock = (lines: readonly string[], at: number): boolean => {
  if (headerOf(lines[at] ?? '') === null) return false
  const found = new Set<string>()
  for (const line of lines.slice(at, at + 6)) {
    const kind = headerOf(line)
    if (kind === null) break
    found.add(kind)
  }
  return found.size > 1 && found.has('from')
}

/** Mail programs break the line that says who wrote when over four lines at most. */
const mostLines = 4

/** Where the introduction begins that ends with this line; null: it ends none. */
const introductionAt = (lines: readonly string[], end: number): number | null => {
  const last = lines[end] ?? ''
  if (last === '' || !/(?:[:：]|道|作成|のメール|のメッセージ|작성)$/u.test(last)) return null
  let whole = ''
  for (let at = end; at > end - mostLines && lines[at] !== undefined && lines[at] !== ''; at -= 1) {
    whole = `${lines[at]} ${whole}`.trim()
    const isSaid = saidThen.test(whole) || dated.test(whole)
    if (isSaid && (wrote.test(whole) || addressed.test(whole) || wroteBy.test(whole))) return at
  }
  return wrote.test(last) ? end : null
}

/** Marks that turn the direction of a text around stand in what mail programs write in Hebrew and Arabic. */
const bare = (line: string): string =>
  line
    .slice(0, 400)
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .trim()

/**
 * What the writer of an e-mail wrote: all before the first line that looks like the start of what they answered, whether
 * or not the marks of quotation survived. Cutting too much asks somebody to say it again; too little obeys a quotation.
 */
export const ownWords = (body: string): string => {
  const written = body.split(/\r\n|\n|\r/)
  const lines = written.map(bare)
  const end = lines.findIndex(
    (line, at) =>
      starts.some(start => start.test(line)) ||
      isHeaderBlock(lines, at) ||
      // an introduction over several lines begins here
      [0, 1, 2, 3].some(more => introductionAt(lines, at + more) === at),
  )
  return (end === -1 ? written : written.slice(0, end)).join('\n')
}
