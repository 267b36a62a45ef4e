/** Where programs write the time of a line that does not begin with it: the text from there on, and how it ends. */
export type Stamp = {
  readonly text: string
  /** Nothing may stand behind it that was not read; otherwise its own marks end it. */
  readonly whole: boolean
}

/** What programs call the time of what happened: JSON, logfmt, CEF, LEEF, Windows, CloudTrail. */
const keys =
  '@?timestamp|time|ts|date|datetime|date_time|_time|eventtime|event_time|eventtimestamp|event_timestamp|rt|start|end|devtime|devicereceipttime|systemtime|timecreated|timegenerated|time_generated|createddatetime|creationtime|logtime|log_time|syslog_timestamp|__realtime_timestamp'

const keyed = new RegExp(String.raw`(?<![\p{L}\d@_])(?:${keys})["']?\s?[=:]\s?["'[]?(?=[\p{L}\d])`, 'giu')

/** A line that a program wrote: fields with their names, a header of CEF or LEEF, XML, Windows' event viewer. */
const fielded =
  /^\s*(?:[{[<]|["']?[\w@.-]{1,60}["']?(?:=|\s?:\s?["'{[\d])|(?:<\d{1,3}>\s?)?(?:cef|leef):|(?:log name|timegenerated|timecreated|level|event id|source)\s?:)/i

const audit = /^\s*(?:[\w.-]{1,60}=\S{1,100}\s+){0,4}(?:msg=)?audit\((\d{9,10}(?:\.\d{1,9})?):\d+\)/i

/** `10.0.0.1 - alice [24/Nov/2026:04:11:22 +0000] "GET`, with up to two more words before: a virtual host, a port. */
const access = /^\s*\S{1,200}(?:\s+\S{1,200}){0,4}?\s+\[(\d{1,2}\/[a-z]{3}\/\d{4}:[^\]]{0,40})\]/i

const level =
  /^[\s[(<|]*(?:trace|debug|info|information|notice|warn|warning|error|err|crit|critical|fatal|emerg|severe)[\])>|:]*\s+(?=\[?\d{4}[-/]\d\d[-/]\d\d)/i

/** The times of a line of a log, in their order; none: it is no line of a log, or it begins with its time. */
export const stampsIn = (line: string): readonly Stamp[] => {
  const [, within] = audit.exec(line) ?? access.exec(line) ?? []
  if (within !== undefined) return [{ text: within, whole: true }]
  const [leveled] = level.exec(line) ?? []
  if (leveled !== undefined) return [{ text: line.slice(leveled.length), whole: false }]
  if (!fielded.test(line)) return []
  const found = [...line.matchAll(keyed)]
  const begun = found.filter(({ 0: key }) => !/^end/i.test(key))
  // what ended began before
  return (begun.length > 0 ? begun : found).slice(0, 4).map(({ 0: key, index }) => ({
    text: line.slice(index + key.length).split(/(?<=[\p{L}\d])["'](?=[\s,}\]/>:]|$)|\s(?=[\w.]+=)|\|/u, 1)[0] ?? '',
    whole: false,
  }))
}

/** What only a program reads as a time: seconds since a machine started, TAI64N, counts since 1601; and `+ 15 min`. */
export const isOtherCount = (line: string): boolean =>
  /^\s*(?:\[\s*\d{1,9}\.\d{3,6}\]|\+\s\d{1,4}\s?(?:s|m|h|secs?|mins?|hrs?|seconds?|minutes?|hours?)(?!\s+of\b|[\p{L}\d])|@4[\da-f]{15,23}(?![\da-z])|1[23]\d{15,16}(?![\d.,\p{L}]))/iu.test(
    line,
  )
