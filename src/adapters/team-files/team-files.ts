import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { configurationFile } from '../../domain/config/configuration.ts'
import { playbookFolder } from '../../domain/config/settings.ts'
import type { File } from '../../domain/source/file.ts'
import type { Problem } from '../../domain/source/problem.ts'
import { quote } from '../../domain/text/quote.ts'
import { annotation, findingLine, nothingToCheck, problemsIn, tally } from '../../messages/findings.ts'
import { type Checked, check, type Files } from '../../validate/validate.ts'

export const formFolder = '.github/ISSUE_TEMPLATE'

/** In bytes. GitHub hands out half a megabyte of a file, and of a longer one nothing is read when an incident opens. */
const most = 500_000

/** What is wrong with the files below a folder; each keeps its path from there. */
export const checkFiles = (root: string): Checked => {
  const configuration = readFile(root, configurationFile)
  const playbooks = readFolder(root, playbookFolder, name => name.endsWith('.md') && !/^readme\.md$/i.test(name))
  const forms = readFolder(root, formFolder, name => /\.ya?ml$/.test(name))
  const all = [configuration, ...playbooks, ...forms].flatMap(one => (one !== null && 'says' in one ? [one] : []))
  return check({
    configuration: configuration !== null && 'text' in configuration ? configuration : null,
    playbooks: filesIn(playbooks),
    forms: filesIn(forms),
    refused: all,
  } satisfies Files)
}

/** `tocsin check`: says it all, a line each. 0: nothing wrong; 1: problems; 2: nothing to check. */
export const checkFolder = (folder: string, annotated: boolean, print: (line: string) => void): 0 | 1 | 2 => {
  const { findings, files } = checkFiles(folder)
  if (files === 0) {
    print(nothingToCheck(folder))
    return 2
  }
  for (const finding of findings) {
    const found = { ...finding, file: join(folder, finding.file) }
    print(findingLine(found))
    if (annotated) print(annotation(found))
  }
  print(tally(findings, files))
  return problemsIn(findings) > 0 ? 1 : 0
}

type Reading = File | Problem

const filesIn = (readings: readonly Reading[]): readonly File[] => readings.flatMap(one => ('text' in one ? [one] : []))

const refuse = (file: string, says: string, expected: string): Problem => ({ file, line: 1, says, expected })

const kindOf = (path: string) => lstatSync(path, { throwIfNoEntry: false })

/** null: there is none. */
const readFile = (root: string, file: string): Reading | null => {
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
    return { name: file, text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)), truncated: false }
  } catch (error) {
    const unreadable = error instanceof Error && 'code' in error && error.code !== 'ERR_ENCODING_INVALID_ENCODED_DATA'
    return refuse(file, unreadable ? 'The file cannot be read' : 'The file is no text in UTF-8', 'text in UTF-8')
  }
}

/** The first folder on the way to a file that is a link, by its path. */
const linkAbove = (root: string, file: string): string | null => {
  const parts = file.split('/').slice(0, -1)
  const above = parts.map((_, i) => parts.slice(0, i + 1).join('/'))
  return above.find(folder => kindOf(join(root, folder))?.isSymbolicLink() === true) ?? null
}

const readFolder = (root: string, folder: string, wanted: (name: string) => boolean): readonly Reading[] => {
  const link = linkAbove(root, `${folder}/x`)
  if (link !== null) return [refuse(link, 'A symbolic link is not followed', 'the folder itself')]
  if (kindOf(join(root, folder))?.isDirectory() !== true) return []
  return readdirSync(join(root, folder))
    .filter(wanted)
    .sort()
    .flatMap(name => readFile(root, `${folder}/${name}`) ?? [])
}
