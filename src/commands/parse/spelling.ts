/** Letters of other alphabets that pass for one of ours, in small. */
const twins: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['а', 'a'],
    ['ɑ', 'a'],
    ['α', 'a'],
    ['с', 'c'],
    ['ϲ', 'c'],
    ['ԁ', 'd'],
    ['е', 'e'],
    ['ε', 'e'],
    ['һ', 'h'],
    ['і', 'i'],
    ['ι', 'i'],
    ['ı', 'i'],
    ['ј', 'j'],
    ['к', 'k'],
    ['κ', 'k'],
    ['ӏ', 'l'],
    ['м', 'm'],
    ['п', 'n'],
    ['ո', 'n'],
    ['η', 'n'],
    ['о', 'o'],
    ['ο', 'o'],
    ['օ', 'o'],
    ['р', 'p'],
    ['ρ', 'p'],
    ['г', 'r'],
    ['ѕ', 's'],
    ['т', 't'],
    ['τ', 't'],
    ['υ', 'u'],
    ['ս', 'u'],
    ['ν', 'v'],
    ['ѵ', 'v'],
    ['ԝ', 'w'],
    ['х', 'x'],
    ['χ', 'x'],
    ['у', 'y'],
    ['γ', 'y'],
  ].map(([letter = '', ours = '']) => [letter, ours]),
)

/** A name as it looks: without marks and what cannot be seen, in plain small letters where they look like some. */
export const asItLooks = (name: string): string => (/^[a-z0-9-]+$/i.test(name) ? name.toLowerCase() : asSeen(name))

const asSeen = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/\p{Pd}/gu, '-')
    .replace(/[^a-z0-9-]/gu, letter => twins[letter] ?? letter)

/** The first character that is not plain ASCII. */
export const foreign = (text: string): string | null => /[^\t\x20-\x7e]/u.exec(text)?.[0] ?? null
