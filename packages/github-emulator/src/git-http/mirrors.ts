import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { bytesOf } from '../world/git/encode.ts'
import { refsOf } from '../world/git/refs.ts'
import type { GitObject } from '../world/types/git.ts'
import type { Repository } from '../world/types/repositories.ts'
import type { World, WorldState } from '../world/types/world.ts'

/** Bare repositories in a temporary folder, in which the git program finds what the world holds. */
export type Mirrors = {
  /** The folder of a repository as it is now. */
  readonly current: (repository: Repository) => string
  /** An empty repository that reads a mirror's objects beside its own; for one push. */
  readonly quarantine: (mirror: string) => string
  readonly close: () => void
}

type Mirror = { readonly folder: string; readonly written: Set<string> }

export const createMirrors = (world: World): Mirrors => {
  const mirrors = new Map<number, Mirror>()
  let root: string | null = null
  const make = (): Mirror => {
    root ??= mkdtempSync(join(tmpdir(), 'github-emulator-'))
    return { folder: bareRepository(root), written: new Set() }
  }
  return {
    current: repository => {
      const objects = world.state.objects.get(repository.id) ?? new Map<string, GitObject>()
      const known = mirrors.get(repository.id)
      // a world that went back to a checkpoint has lost objects: git must not find them either
      const mirror = known && [...known.written].every(oid => objects.has(oid)) ? known : make()
      mirrors.set(repository.id, mirror)
      writeObjects(mirror, objects)
      writeRefs(mirror.folder, world.state, repository)
      return mirror.folder
    },
    quarantine: mirror => {
      const { folder } = make()
      writeFileSync(join(folder, 'objects/info/alternates'), `${join(mirror, 'objects')}\n`)
      return folder
    },
    close: () => {
      if (root !== null) rmSync(root, { recursive: true, force: true })
      mirrors.clear()
      root = null
    },
  }
}

/** GitHub serves any object that a ref reaches, and partial clones. */
const config = `[core]
\trepositoryformatversion = 0
\tbare = true
[uploadpack]
\tallowTipSHA1InWant = true
\tallowReachableSHA1InWant = true
\tallowFilter = true
`

const bareRepository = (root: string): string => {
  const folder = mkdtempSync(join(root, 'repository-'))
  for (const name of ['objects/info', 'refs']) mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, 'config'), config)
  writeFileSync(join(folder, 'HEAD'), 'ref: refs/heads/main\n')
  return folder
}

const writeObjects = ({ folder, written }: Mirror, objects: ReadonlyMap<string, GitObject>): void => {
  for (const [oid, object] of objects) {
    if (written.has(oid)) continue
    const bytes = bytesOf(object)
    const place = join(folder, 'objects', oid.slice(0, 2))
    mkdirSync(place, { recursive: true })
    const loose = Buffer.concat([Buffer.from(`${object.type} ${bytes.length}\0`), bytes])
    writeFileSync(join(place, oid.slice(2)), deflateSync(loose, { level: 1 }))
    written.add(oid)
  }
}

const writeRefs = (folder: string, state: WorldState, repository: Repository): void => {
  const refs = [...refsOf(state, repository.id, 'refs/'), ...pullRefs(state, repository.id)]
  replace(join(folder, 'packed-refs'), refs.map(({ name, oid }) => `${oid} ${name}\n`).join(''))
  replace(join(folder, 'HEAD'), `ref: refs/heads/${repository.defaultBranch}\n`)
}

/** Every pull request's head stays to be fetched, also once its branch is gone. */
const pullRefs = (state: WorldState, repositoryId: number): readonly { name: string; oid: string }[] =>
  [...state.pulls.values()]
    .filter(pull => pull.repositoryId === repositoryId)
    .map(pull => ({ name: `refs/pull/${state.issues.get(pull.issueId)?.number}/head`, oid: pull.headOid }))

/** At once, for git may be reading. */
const replace = (file: string, text: string): void => {
  writeFileSync(`${file}.new`, text)
  renameSync(`${file}.new`, file)
}
