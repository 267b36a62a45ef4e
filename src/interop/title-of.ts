const mostOfTitle = 120

const bare = (text: string): string =>
  text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>\n]{1,200}>/g, ' ')
    .replace(/(\*\*|__)(?=\S)([^*_]+)\1/g, '$2')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/(^|[\s(])[*_]([^*_\s][^*_]*)[*_](?=$|[\s).,:;])/g, '$1$2')

const line = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()

const shorten = (text: string): string => {
  if (text.length <= mostOfTitle) return text
  const sentence = /^.{20,}?[.!?](?=\s)/.exec(text.slice(0, mostOfTitle))?.[0]
  if (sentence !== undefined) return sentence.replace(/\.$/, '')
  const cut = text.slice(0, mostOfTitle - 2).replace(/[\ud800-\udbff]$/, '')
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40)).trimEnd()} …`
}

// `**Scope the attack** Usually you are told of it`: what is bold is the title, what follows is not.
const boldStart = (text: string): string | null => {
  const [, mark, bold = '', rest = ''] = /^(\*\*|__)([^*_]{3,120})\1([\s\S]*)$/.exec(text) ?? []
  if (mark === undefined || !bold.includes(' ')) return null
  return /[.:!?]\s*$/.test(bold) || /^\s*(?:$|[.:—–-]|[\p{Lu}`(])/u.test(rest) ? bold : null
}

// More is never shown, and the patterns above take long over a text made for it.
const mostRead = 1_000

const trimmed = (text: string): string => line(bare(text.slice(0, mostRead))).replace(/\s*[:;,—–-]+$|(?<!\.)\.$/g, '')

/**
 * A title of one line out of a text, and whether it says all of it. What does not all fit, or held a link, belongs into
 * the guidance as well.
 */
export const titleOf = (text: string): { readonly title: string; readonly whole: boolean } => {
  const full = trimmed(text)
  const bold = boldStart(text.slice(0, mostRead).trim())
  const title = shorten(bold === null || full.length <= 80 ? full : trimmed(bold))
  return { title, whole: title === full && text.length <= mostRead && !/\]\(|<\w|https?:/.test(text) }
}
