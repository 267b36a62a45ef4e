/** A text without the characters of `start` at its beginning and those of `end` at its end; each is looked at once. */
export const trimmed = (text: string, start: string, end: string): string => {
  let from = 0
  let to = text.length
  while (from < to && start.includes(text.charAt(from))) from += 1
  while (to > from && end.includes(text.charAt(to - 1))) to -= 1
  return text.slice(from, to)
}
