import { agoAnywhere } from './ago.ts'
import { month } from './months.ts'

const hour = String.raw`(?:[01]?\d|2[0-4])`
const zone = String.raw`(?:z|zulu|utc|gmt|[+-]\d\d:?\d\d|(?:ce|ee|we|[ecmp]|ak|ae|h|j|k|i|b|sg)[sd]?t)`
const near = String.raw`(?:at|around|about|by|since|from|before|after|until|till|between|circa|ca\.?|approx\.?|approximately|roughly|~)`
const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri)'
const isoDay = String.raw`(?:19|20)\d\d-(?:0\d|1[0-2])-[0-3]\d`
const stop = String.raw`(?![\p{L}\d'’-])`

/** What says when something happened wherever it stands in a sentence. A number, a ratio, a port or a version is none of these. */
const times = [
  String.raw`${hour}[:.h][0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?\s?${zone}${stop}`,
  String.raw`[0-2]\d[0-5]\d\s?(?:z|zulu|utc|gmt|hrs|hours)${stop}`,
  String.raw`${hour}\s?(?:utc|gmt)${stop}`,
  String.raw`\d{1,2}(?:[:.][0-5]\d)?\s?[ap](?:m|\.m\.)${stop}`,
  String.raw`${near}\s?(?:about\s|around\s|roughly\s|~)?${hour}:[0-5]\d(?!\d|:[\da-f]{2}:|:\d{3})`,
  String.raw`${hour}:[0-5]\d:[0-5]\d(?!\d|:|[.,]\d+\s*[gmkt]?b)`,
  String.raw`\d{6}z\s?(?:${month})?\s?(?:\d\d)?${stop}`,
  String.raw`(?:(?:on|since|at|dated)\s(?:the\s)?)?${isoDay}[t\s]${hour}:[0-5]\d|(?:on|since|at)\s${isoDay}${stop}`,
  String.raw`(?:on|since)\s(?:the\s)?(?:(?:${month})\.?\s\d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?(?:${month})|(?:last\s)?(?:${weekday})|\d{1,2}(?:st|nd|rd|th))${stop}`,
  String.raw`(?:on|at|since)\s\d{1,2}[./]\d{1,2}[./](?:20)?\d\d${stop}`,
  String.raw`(?:${month})\.?\s\d{1,2},?\s(?:20\d\d|at\s)`,
  String.raw`(?<!\b(?:of|from|the)\s)(?:the\sday\sbefore\s)?yesterday(?!['’\p{L}-])`,
  String.raw`(?<!\b(?:of|from)\s)(?:last\snight|this\s(?:morning|afternoon|evening)|(?:earlier|late|early|earlier\son)\stoday|overnight)${stop}`,
  String.raw`(?:at|around|about|by|before|after|since|until)\s(?:noon|midday|midnight|dawn|${hour}\s(?:this|in\sthe)\s)`,
  String.raw`(?:at|around|about)\s\p{L}+\s(?:o['’]?\s?clock|(?:this|in\sthe)\s(?:morning|afternoon|evening|night))`,
  agoAnywhere,
]
const mention = new RegExp(String.raw`(?<![\p{L}\d.:/_-])(?:${times.join('|')})`, 'iu')

/** Where the first clause ends: what follows is about something else than when the note's own event was. */
const clauseEnd =
  /[.;!?](?=\s|$)|,\s(?!\d{4})|\s-+\s|\s(?:that|which|who|whose|because|while|when|whenever|and|but|so|although|though|where|why|how|what|if|unless|scheduled|due|planned)\s/i

/** More words before it, and it is a detail of a story. */
const mostWords = 10

/** Whether a sentence says in its first clause when something was, behind other words than those of a time. */
export const mentionsTime = (line: string): boolean => {
  const clause = line.slice(0, clauseEnd.exec(line)?.index ?? line.length)
  const found = mention.exec(clause)
  return found !== null && clause.slice(0, found.index).split(/\s+/).length <= mostWords
}
