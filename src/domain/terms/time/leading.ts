const words = new Set(
  `a about after afternoon ago am an and approx approximately apr april around as at aug august before between by c ca
  circa clock dec december detected early earlier est evening feb february fri friday from gmt h half hour hours hr hrs
  in jan january jul july jun june just last late later local mar march may midday midnight min mins minute minutes mon
  monday month morning next night noon nov november o oct october of on p past pm quarter roughly sat saturday sec
  second seconds sep sept september shortly since start started starting sun sunday t the this thu thur thurs thursday
  till time to today tomorrow tonight tue tues tuesday until utc wed wednesday week year yesterday z zulu
  cet cest eet eest wet west edt est pst pdt cst cdt mst mdt ist bst jst
  gestern heute montag dienstag mittwoch donnerstag freitag samstag sonntag uhr um gegen ab seit vor am kl vers
  hier aujourd hui lundi mardi mercredi jeudi vendredi samedi dimanche ayer hoy lunes martes jueves viernes ieri oggi
  ontem hoje gisteren vandaag wczoraj
  à às a las la el los le il lo de du des del di alle klo kello ore die der den dem during night early following next same day precisely
  exactly or
  januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre novembre
  décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre gennaio febbraio aprile
  maggio giugno luglio settembre ottobre dicembre janeiro fevereiro março maio junho julho setembro outubro novembro
  x xx 年 月 日 時 时 分`.split(/\s+/),
)

const start = String.raw`(?<![\d.,/\p{L}-]|(?<!\d{4}):)`
const end = String.raw`(?![\p{L}\d])`
const clockLike = new RegExp(
  [
    String.raw`${start}(?:[01]?\d|2[0-4]):[0-5]\d(?!\d|:[\da-f]{2}:)`,
    String.raw`${start}(?:[01]\d|2[0-4])(?:h[0-5]\d|[0-5]\dz)${end}`,
    // a digit that nobody knew, a colon too many, a letter for a nought
    String.raw`${start}(?:[01]?\d|2[0-4]):(?:[0-5][x?]|xx|\?\?)`,
    String.raw`${start}(?:[01]?\d|2[0-4])::[0-5]\d(?!\d|:)${end}`,
    String.raw`${start}o\d:[0-5]\d(?!\d)${end}`,
    String.raw`(?:[01]?\d|2[0-4])[時时点](?:[0-5]?\d分)?`,
    // a number with a zone, or with am and pm
    String.raw`${start}\d{1,4}(?:[\s':_.-]\d{1,2}|h\d{1,2})?\s?(?:min|m|hrs?|hours?|h|am|pm)?(?:\s?(?:utc|gmt)|(?<=\d)z)${end}`,
    String.raw`${start}\d{1,2}\s?[ap]\.?m${end}`,
  ].join('|'),
  'iu',
)
const zoned = new RegExp(
  String.raw`${start}(?:\d{4}-\d\d-\d\d[t\s])?(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?\s?(?:z|utc|gmt|[+-]\d\d:?\d\d)${end}`,
  'iu',
)

/**
 * Whether something like a clock stands among the first words, as far as they could be those of a time; one word that is
 * none may stand behind a number (`24 novembre 14:02`), or two of them first where the clock has its zone (`First seen 14:02Z`).
 */
export const hasLeadingClock = (text: string): boolean => {
  let end = 0
  let before = ''
  let isFirst = true
  let strangers = 0
  for (const [token] of text.matchAll(/\p{L}+|\d+(?:st|nd|rd|th)?|[^\p{L}\d]+/giu)) {
    const isWord = /^\p{L}/u.test(token)
    if (isWord && !words.has(token.toLowerCase()) && !/^[zt]$/i.test(token)) {
      if (strangers > 0 || !(isFirst || /^\d/.test(before))) break
      // behind a first word that is none only a clock with its zone counts
      if (isFirst) return firstWord(text)
      strangers += 1
    }
    if (isWord || /^\d/.test(token)) isFirst = false
    if (token.trim() !== '') before = token
    end += token.length
  }
  return clockLike.test(text.slice(0, end))
}

const firstWord = (text: string): boolean => {
  const [start = ''] = /^[^\p{L}]*\p{L}+(?:\s(?!at\s)\p{L}+)?(?:\s(?:at|on|the|um|kl))*[\s:,|@([–-]*/iu.exec(text) ?? []
  return zoned.exec(text.slice(start.length))?.index === 0
}
