import { withoutSecrets } from '../../../src/adapters/secrets/without-secrets.ts'
import { type Draw, drawer, kinds, type Make, notTold, sampleOf } from './corpus.ts'
import { ordinary } from './ordinary-lines.ts'

/** Whatever of a secret is left in a text, in pieces of eight characters, or of its own length. */
export const piecesLeft = (secret: string, text: string): readonly string[] => {
  const size = Math.min(8, secret.length)
  const pieces = Array.from({ length: secret.length - size + 1 }, (_, from) => secret.slice(from, from + size))
  return pieces.filter(piece => text.includes(piece))
}

/** How many of so many samples are cut whole. */
export const cuts = async (make: Make, draw: Draw, samples: number): Promise<number> => {
  let cut = 0
  for (let sample = 0; sample < samples; sample += 1) {
    const { text, secret } = sampleOf(make, draw)
    const left = await withoutSecrets(`it says ${text}\nand more`)
    if (piecesLeft(secret, left.text).length === 0) cut += 1
  }
  return cut
}

const samples = 25

/** Of ordinary lines, how many have something cut out. */
export const falseCuts = async (lines: number): Promise<readonly string[]> => {
  const draw = drawer(2026)
  const cut: string[] = []
  for (let line = 0; line < lines; line += 1) {
    const { text, found } = await withoutSecrets(ordinary[line % ordinary.length]?.(draw) ?? '')
    if (found.length > 0) cut.push(text)
  }
  return cut
}

/** The table of `docs/threat-model.md`: by vendor or form, how many samples of each kind are cut whole. */
export const measuredTable = async (): Promise<string> => {
  const rows: string[] = []
  const groups = Map.groupBy(Object.entries(kinds), ([kind]) => kind.split(/[:,]/)[0] ?? kind)
  for (const [group, members] of groups) {
    const counts = await Promise.all(members.map(([kind, make]) => cuts(make, drawer(kind.length), samples)))
    const names = members.map(([kind]) => kind.slice(group.length).replace(/^[:,] /, '')).filter(name => name !== '')
    const cut = counts.reduce((a, b) => a + b, 0)
    rows.push(
      `| ${group}${names.length === 0 ? '' : `: ${names.join(', ')}`} | ${share(cut, members.length * samples)} |`,
    )
  }
  for (const [kind, make] of Object.entries(notTold))
    rows.push(`| ${kind} | ${share(await cuts(make, drawer(5), samples), samples)} |`)
  return ['| secret | cut whole |', '|---|---|', ...rows].join('\n')
}

const share = (cut: number, of: number): string =>
  cut === of ? `all ${of}` : cut === 0 ? `**none of ${of}**` : `${cut} of ${of}`
