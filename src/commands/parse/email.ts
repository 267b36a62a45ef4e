const wrote =
  /(?:wrote|écrit|escribió|scritto|escreveu|schrieb|schreef|skrev|napisał(?:\(a\))?|pisze|kirjoitti|написал[аи]?|写道|작성|のメッセージ) ?[:：]-*$/i

// In German, Dutch, Danish and Polish the writer's name follows the verb.
const wroteBy = /\s(?:schrieb|schreef|skrev|pisze|napisał(?:\(a\))?)\s.{1,200}[:：]$/i

const said = /^(?:on|le|el|il|em|am|op|den|pe|w dniu|dnia|в|在)\s/i

const starts: readonly RegExp[] = [
  /^>/,
  /^[-_=*]{2,}\s*(?:original|forwarded|ursprüngliche|weitergeleitete|message|mensaje|mensagem|messaggio|oprindelig|oorspronkelijk)/i,
  /^(?:_{5,}|-{5,}|={5,})$/,
  /^\*?(?:from|von|de|van|da|från|fra|od|от|发件人|差出人)\*? ?[:：]/i,
  // A signature: what follows it is not the writer's word either.
  /^--$/,
  /^(?:sent from|get outlook for|gesendet von|von meinem|envoyé de|enviado desde|verzonden vanaf|verstuurd vanaf|sendt fra)\s/i,
  // What GitHub's own notification says around the text that it mails.
  /left a comment \(/i,
  /^reply to this email directly/i,
  /^you are receiving this/i,
]

const endsHeading = (line: string): boolean => wrote.test(line) || wroteBy.test(line)

// A heading such as "On Monday, alice <…>" is broken over lines; four are as many as any program makes of it.
const isHeading = (lines: readonly string[], at: number): boolean =>
  said.test(lines[at] ?? '') && lines.slice(at, at + 4).some(endsHeading)

const opensQuotation = (lines: readonly string[], at: number): boolean => {
  const line = lines[at] ?? ''
  return starts.some(start => start.test(line)) || endsHeading(line) || isHeading(lines, at)
}

/**
 * What the writer of an e-mail wrote: all before the first line that looks like the start of what they answered, whether
 * or not the marks of quotation survived. Cutting too much asks somebody to say it again; too little obeys a quotation.
 */
export const ownWords = (body: string): string => {
  const lines = body.split(/\r\n|\n|\r/)
  const bare = lines.map(line => line.slice(0, 400).trim())
  const end = bare.findIndex((_, at) => opensQuotation(bare, at))
  return (end === -1 ? lines : lines.slice(0, end)).join('\n')
}
