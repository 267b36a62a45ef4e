/** Zero width space: GitHub's own filters stop at it, a reader does not see it. */
const gap = '\u200b'

// Control characters but tab and newline, and what turns the direction of the text around, so that it reads otherwise
// than it is.
const invisible = /[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]/gu

const clean = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(invisible, '')

/** For a title: one line, with nothing in it that cannot be seen, or that turns its direction around. */
export const oneLine = (text: string): string => clean(text).replace(/\s+/g, ' ').trim()

/** Code, links, images, footnotes, tables, HTML and entities all become the characters that they are written with. */
const flatten = (text: string): string =>
  text
    // First the backslashes that are there, else they would undo those that we add.
    .replace(/\\(?=[!-/:-@[-`{-~\n]|$)/g, '\\\\')
    // An entity is decoded before mentions are looked for: `&#64;alice` would call alice.
    .replace(/&(?=#?[a-z0-9]{1,40};)/gi, '&amp;')
    .replaceAll('<', '&lt;')
    // `[skip ci]` works wherever it stands, escaped or not.
    .replace(/\[(?=skip|ci|no|actions)/gi, `[${gap}`)
    .replace(/[[`|]/g, '\\$&')
    .replace(/~{3,}/g, run => '\\~'.repeat(run.length))

/** Headings drawn under a line, rules and quotes would take the lines around them along. `#` loses its power below. */
const levelLines = (text: string): string => text.replace(/^([ \t]*)(?=(?:=+|-+)[ \t]*$|>)/gm, '$1\\')

// An address of an issue leaves a cross reference there, whatever its host; the words of it may be percent-encoded.
const isReference = (word: string): boolean =>
  /\/(?:issues|pulls?|discussions|commits?|compare)\//i.test(word) || (/github/i.test(word) && word.includes('%'))

const silence = (text: string): string =>
  text
    .replace(/[@#]/g, `$&${gap}`)
    .replace(/\bgh-(?=\d)/gi, `$&${gap}`)
    .replace(/\S+/g, word =>
      isReference(word) ? word.replaceAll('://', `:${gap}//`).replace(/www(?=\.)/gi, `$&${gap}`) : word,
    )

/**
 * Human text made safe to repeat in what we write: it reads the same, but calls nobody, refers to nothing, closes
 * nothing, loads nothing, and cannot pass for a marker or for words of ours. To be used once, on the text as it came.
 */
export const escapeMarkdown = (text: string): string => silence(levelLines(flatten(clean(text))))

/** The same for a cell of a table: one line. */
export const escapeCell = (text: string): string =>
  escapeMarkdown(
    clean(text)
      .replace(/\s*\n\s*/g, ' ')
      .trim(),
  )

const notice = ' … (cut)'

/** At most `max` UTF-16 units, saying so if something is missing; a character is never cut in two. */
export const cut = (text: string, max: number): string => {
  if (text.length <= max) return text
  const end = max < notice.length ? '' : notice
  const kept = text.slice(0, Math.max(0, max - end.length))
  return `${kept.replace(/[\ud800-\udbff]$/, '')}${end}`
}
