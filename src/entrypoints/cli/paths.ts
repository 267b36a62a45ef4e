import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

const kindOf = (path: string): 'file' | 'folder' | null => {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file'
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ENOENT') return null
    if (code === 'ENOTDIR') return null
    throw error
  }
}

/** The path itself, or the first above it that is there. */
const nearest = (path: string): string => (kindOf(path) === null ? nearest(dirname(path)) : path)

/** Why files cannot be written into this folder, which may be still to be made; null: they can. */
export const whyNoFolder = (path: string): string | null => {
  const there = nearest(resolve(path))
  return kindOf(there) === 'folder' ? null : `${there === resolve(path) ? path : there} is a file, not a folder`
}

/** Why this cannot be the root of a repository; null: it can. */
export const whyNoRoot = (path: string): string | null => {
  const kind = kindOf(path)
  if (kind === null) return `there is no folder ${path}`
  return kind === 'folder' ? null : `${path} is a file, not a folder. Name the root of a repository`
}

/** Why no file of this name can be written; null: it can. */
export const whyNoFile = (path: string): string | null =>
  kindOf(path) === 'folder' ? `${path} is a folder, not a file` : whyNoFolder(dirname(path))
