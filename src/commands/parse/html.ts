/** What begins a block of HTML, and what ends it; null is an empty line. */
export type HtmlEnd = RegExp | null

const starts: readonly (readonly [RegExp, HtmlEnd])[] = [
  [/<(?:script|pre|style|textarea)(?=[\s>]|$)/iy, /<\/(?:script|pre|style|textarea)>/i],
  [/<!--/y, /-->/],
  [/<\?/y, /\?>/],
  [/<!\[CDATA\[/y, /\]\]>/],
  [/<![a-z]/iy, />/],
  [
    /<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?=[\s>]|\/>|$)/iy,
    null,
  ],
]

const attributes = String.raw`(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>${'`'}]+|'[^']*'|"[^"]*"))?)*\s*`
const tag = new RegExp(`</([a-z][a-z0-9-]*)\\s*>|<([a-z][a-z0-9-]*)${attributes}/?>`, 'iy')
const image = new RegExp(`^\\s*(?:<(?:img|br)${attributes}/?>\\s*)+$`, 'i')

/** One line, so that what is tried in vain is short. */
const longestTag = 2_000

/**
 * How a block of HTML that begins there ends; undefined: none begins. A picture, as GitHub writes one that is pasted, is
 * none: what stands below it is shown as text.
 */
export const htmlBlock = (line: string, at: number, interrupts: boolean): HtmlEnd | undefined => {
  for (const [start, end] of starts) {
    start.lastIndex = at
    if (start.test(line)) return end
  }
  if (interrupts || line.length - at > longestTag) return undefined
  const found = tagAt(line, at)
  const isAlone = found !== null && isBlank(line.slice(found.end))
  return isAlone && !image.test(line.slice(at)) ? null : undefined
}

const isBlank = (text: string): boolean => text.trim() === ''

export type Tag = { readonly name: string; readonly closes: boolean; readonly end: number }

/** The tag that stands there. */
export const tagAt = (text: string, at: number): Tag | null => {
  tag.lastIndex = at
  const found = tag.exec(text)
  if (found === null) return null
  return { name: (found[1] ?? found[2] ?? '').toLowerCase(), closes: found[1] !== undefined, end: tag.lastIndex }
}

/** Elements whose content is shown as code, as a quotation, as struck out, reduced away, or not at all. */
const hiding = new Set(
  'a blockquote code del details kbd pre q s samp script strike style table template textarea title tt xmp'.split(' '),
)

/** From where to where an element that hides its content is open; what is never closed hides nothing for sure. */
export type Hidden = { isClosed: boolean }

/** Which elements are open, in the order of the tags. Blocks between the tags are parsed as usual. */
export type OpenElements = { readonly meet: (found: Tag) => void; readonly hidden: () => Hidden | null }

export const openElements = (): OpenElements => {
  const open = new Map<string, number>()
  let count = 0
  let hidden: Hidden | null = null
  return {
    meet: ({ name, closes }) => {
      const before = open.get(name) ?? 0
      if (!hiding.has(name) || (closes && before === 0)) return
      open.set(name, before + (closes ? -1 : 1))
      count += closes ? -1 : 1
      if (count > 0) hidden ??= { isClosed: false }
      else if (hidden !== null) {
        hidden.isClosed = true
        hidden = null
      }
    },
    hidden: () => hidden,
  }
}
