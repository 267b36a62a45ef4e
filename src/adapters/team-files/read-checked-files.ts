import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { File } from '../../domain/source/file.ts'
import type { Problem } from '../../domain/source/problem.ts'
import { quote } from '../../domain/text/quote.ts'
import { decodeUtf8 } from './decode-utf8.ts'

/** A file that is checked, or why it cannot be. */
export type Checkable = File | Problem

/** In bytes. GitHub hands out half a megabyte of a file, and of a longer one nothing is read when an incident opens. */
const most = 500_000

const refuse = (file: string, says: string, expected: string): Problem => ({ file, line: 1, says, expected })

const kindOf = (path: string) => lstatSync(path, { throwIfNoEntry: false })

/** A file below the root, as it would be read at GitHub; null: there is none. */
export const readFile = (root: string, file: string): Checkable | null => {
  const link = linkAbove(root, file)
  if (link !== null) return refuse(link, 'A symbolic link is not followed', 'the folder itself')
  const path = join(root, file)
  const stat = kindOf(path)
  if (stat === undefined) return null
  if (stat.isSymbolicLink()) return refuse(file, 'A symbolic link is not followed', 'the file itself')
  if (!stat.isFile()) return refuse(file, `${quote(file)} is no file`, 'a file of text')
  if (stat.size > most)
    return refuse(file, `The file has ${stat.size} bytes, so none of it was read`, `at most ${most}`)
  try {
    const text = decodeUtf8(readFileSync(path))
    if (text === null) return refuse(file, 'The file is no text in UTF-8', 'text in UTF-8')
    return { name: file, text, truncated: false }
  } catch {
    return refuse(file, 'The file cannot be read', 'text in UTF-8')
  }
}

/** The first folder on the way to a file that is a link, by its path. */
const linkAbove = (root: string, file: string): string | null => {
  const parts = file.split('/').slice(0, -1)
  const above = parts.map((_, i) => parts.slice(0, i + 1).join('/'))
  return above.find(folder => kindOf(join(root, folder))?.isSymbolicLink() === true) ?? null
}

/** The files of a folder below the root, in the order of their names. */
export const readFolder = (root: string, folder: string, wanted: (name: string) => boolean): readonly Checkable[] => {
  const link = linkAbove(root, `${folder}/x`)
  if (link !== null) return [refuse(link, 'A symbolic link is not followed', 'the folder itself')]
  if (kindOf(join(root, folder))?.isDirectory() !== true) return []
  return readdirSync(join(root, folder))
    .filter(wanted)
    .sort()
    .flatMap(name => readFile(root, `${folder}/${name}`) ?? [])
}
