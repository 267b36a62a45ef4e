import { withoutSecrets } from '../../../src/adapters/secrets/without-secrets.ts'
import { type Draw, type Make, sampleOf } from './corpus.ts'

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
