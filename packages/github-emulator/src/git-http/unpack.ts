import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { decodeObject, splitLoose } from '../world/git/decode.ts'
import type { GitObject } from '../world/types/git.ts'
import type { Mirrors } from './mirrors.ts'
import { runGit } from './run-git.ts'

/** What a pack brought, or git's own words why it is not taken. */
export type Unpacked = { readonly objects: readonly GitObject[]; readonly problem: string | null }

/**
 * Lets git unpack in a folder of its own, beside the objects that are there already. `--strict` refuses broken objects
 * and such as point at what neither side has, so nothing half comes into the world.
 */
export const unpack = async (
  mirrors: Mirrors,
  mirror: string,
  pack: Uint8Array,
  pushedById: number,
): Promise<Unpacked> => {
  if (pack.length === 0) return { objects: [], problem: null }
  const folder = mirrors.quarantine(mirror)
  try {
    const { code, stderr } = await runGit(['unpack-objects', '-q', '--strict'], { folder, input: pack })
    if (code !== 0) return { objects: [], problem: stderr.trim() || 'unpack-objects failed' }
    return { objects: looseObjects(join(folder, 'objects'), pushedById), problem: null }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const looseObjects = (folder: string, pushedById: number): readonly GitObject[] =>
  readdirSync(folder)
    .filter(name => /^[0-9a-f]{2}$/.test(name))
    .flatMap(name => readdirSync(join(folder, name)).map(rest => join(folder, name, rest)))
    .flatMap(file => {
      const loose = splitLoose(inflateSync(readFileSync(file)))
      return loose ? [decodeObject(loose.type, loose.bytes, pushedById)] : []
    })
