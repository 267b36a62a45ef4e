import type { Found } from './found.ts'

/** Private keys of several lines, whole. A key whose end is missing goes to the end of the text. */
export const keysIn = (text: string): readonly Found[] =>
  [armoured, headless, putty, jsonWebKey].flatMap(pattern =>
    [...text.matchAll(pattern)].map(match => ({
      rule: 'privatekey',
      range: [match.index, match.index + match[0].length] as const,
      exact: true as const,
    })),
  )

const name = '[A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?'

/** RFC 7468, OpenPGP (RFC 9580), and SSH2 (RFC 4716), whose lines have four dashes and a space. */
const armoured = new RegExp(`-{4,5} ?BEGIN ${name} ?-{4,5}[\\s\\S]*?(?:-{4,5} ?END ${name} ?-{4,5}|$(?![\\s\\S]))`, 'g')

/** RFC 8017 and RFC 5958 in Base64, where its first and last lines were left out: they begin with a version and a modulus, or an algorithm. */
const headless =
  /\bMII[A-Za-z0-9+/]{3}IB(?:AAK[BC]|ADAN)[A-Za-z0-9+/]{20,4000}={0,2}(?:\r?\n[ \t>]{0,6}[A-Za-z0-9+/]{8,80}={0,2}(?=\s|$)){0,80}/g

/** https://the.earth.li/~sgtatham/putty/latest/htmldoc/AppendixC.html */
const putty = /PuTTY-User-Key-File-\d{1,2}:[\s\S]*?(?:Private-(?:MAC|Hash): ?[0-9a-f]+|$(?![\s\S]))/g

/** RFC 7517: the private part of a key in JSON. */
const jsonWebKey = /"(?:d|p|q|dp|dq|qi|k)"[ \t]{0,4}:[ \t]{0,4}"[\w-]{40,}"/g
