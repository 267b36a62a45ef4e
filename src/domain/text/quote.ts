import { cut } from './escape.ts'

const write = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value))

/** What came, in a message about it: a code span, one line, short, which nothing in it can end. */
export const quote = (value: unknown): string => {
  const text = write(value ?? '')
    .toWellFormed()
    .replaceAll('`', "'")
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
  return text === '' ? 'nothing' : `\`${cut(text, 60)}\``
}
