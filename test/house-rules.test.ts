import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { events } from '../src/domain/events/index.ts'

// The directions of docs/design.md: who may import whom, and what a pure room never touches.

type Source = { readonly file: string; readonly text: string; readonly imports: readonly string[] }

const filesUnder = (root: string): readonly string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => join(root, name))

const files = ['src', 'packages/github-emulator/src'].flatMap(filesUnder)

const importsOf = (text: string): readonly string[] =>
  [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s+'([^']+)'|import\('([^']+)'\)|(?:^|\n)import '([^']+)'/g,
    ),
  ].map(match => match[1] ?? match[2] ?? match[3] ?? '')

const readSource = (file: string): Source => {
  const text = readFileSync(file, 'utf8')
  return { file, text, imports: importsOf(text) }
}

const sources: readonly Source[] = files.map(readSource)

/** Rooms whose folders are rooms of their own. */
const floors = ['domain', 'adapters', 'packages']

/** The room of a file: its folder under src; of a floor with rooms, floor and room; of a package, the package. */
const roomOf = (file: string): string => {
  const parts = file.startsWith('packages/') ? file.split('/') : relative('src', file).split('/')
  const [first = '', second = ''] = parts
  if (first === 'entrypoints') return second === 'cli' ? 'entrypoints/cli' : 'entrypoints'
  return floors.includes(first) ? `${first}/${second.replace('.ts', '')}` : first.replace('.ts', '')
}

const terms = ['domain/text', 'domain/terms', 'domain/source']
const incident = [...terms, 'domain/playbook', 'domain/state', 'domain/events', 'domain/incident']
const domain = [...incident, 'domain/config', 'domain/view', 'domain/intake']

/** Which rooms a room may look into, beside itself: only into those below it. */
const may: Record<string, readonly string[]> = {
  'domain/text': [],
  'domain/source': ['domain/text'],
  'domain/terms': ['domain/text'],
  'domain/playbook': terms,
  'domain/config': [...terms, 'domain/playbook'],
  'domain/state': [...terms, 'domain/playbook'],
  'domain/events': [...terms, 'domain/playbook', 'domain/state'],
  'domain/incident': [...terms, 'domain/playbook', 'domain/state', 'domain/events'],
  'domain/view': [...incident, 'domain/config'],
  'domain/intake': [...incident, 'domain/view', 'domain/config'],
  operations: domain,
  messages: domain,
  commands: ['messages', ...domain],
  'manual-changes': ['messages', ...domain],
  rules: ['messages', 'operations', ...domain],
  validate: ['messages', ...domain],
  interop: [...terms, 'domain/playbook'],
  planner: ['commands', 'manual-changes', 'rules', 'messages', 'operations', ...domain],
  'adapters/secrets': [],
  'adapters/team-files': ['adapters/secrets', 'validate', 'interop', 'messages', ...domain],
  'adapters/github': ['adapters/secrets', 'operations', ...domain],
  'adapters/channels': ['messages', ...domain],
  reconcile: ['adapters/github', 'adapters/channels', 'planner', 'messages', 'operations', ...domain],
  runtime: [
    'reconcile',
    'planner',
    'adapters/github',
    'adapters/channels',
    'adapters/secrets',
    'commands',
    'operations',
    'messages',
    ...domain,
  ],
  drill: ['runtime', 'reconcile', 'adapters/github', 'operations', 'messages', 'packages/github-emulator', ...domain],
  entrypoints: [
    'runtime',
    'reconcile',
    'validate',
    'adapters/github',
    'adapters/channels',
    'adapters/team-files',
    'operations',
    'messages',
    ...domain,
  ],
  'entrypoints/cli': [
    'entrypoints',
    'drill',
    'runtime',
    'reconcile',
    'validate',
    'interop',
    'adapters/secrets',
    'adapters/github',
    'adapters/channels',
    'adapters/team-files',
    'operations',
    'messages',
    'packages/github-emulator',
    ...domain,
  ],
  'packages/github-emulator': [],
}

const pure = [
  ...domain,
  'operations',
  'messages',
  'commands',
  'manual-changes',
  'rules',
  'planner',
  'validate',
  'interop',
]

/** What the emulator lets others import, as its package.json says: each name and its file. */
const emulator = 'packages/github-emulator'
const manifest: { exports: Record<string, string>; dependencies: Record<string, string> } = JSON.parse(
  readFileSync(join(emulator, 'package.json'), 'utf8'),
)
const exported = new Map(
  Object.entries(manifest.exports).map(([name, file]) => [join('github-emulator', name), join(emulator, file)]),
)

/** The files of ours that a file imports: by their path, or by the name of the package. */
const ourImports = ({ file, imports }: Source): readonly string[] =>
  imports.flatMap(name => (name.startsWith('.') ? [normalize(join(dirname(file), name))] : (exported.get(name) ?? [])))

/** Every circle that a walk along these arrows meets. */
const circlesOf = (graph: ReadonlyMap<string, Iterable<string>>) => {
  const circles: string[] = []
  const done = new Set<string>()
  const walk = (node: string, path: readonly string[]): void => {
    if (path.includes(node)) {
      circles.push([...path.slice(path.indexOf(node)), node].join(' -> '))
      return
    }
    if (done.has(node)) return
    for (const target of graph.get(node) ?? []) walk(target, [...path, node])
    done.add(node)
  }
  for (const node of graph.keys()) walk(node, [])
  return { walked: done.size, circles }
}

/** The two folders, side by side in one, by which the paths of two files part; null: a file of that one itself. */
const apart = (one: string, other: string): readonly [string | null, string | null] => {
  const [a, b] = [one.split('/'), other.split('/')]
  const at = a.findIndex((part, i) => part !== b[i])
  const folder = (parts: readonly string[]) => (at < parts.length - 1 ? parts.slice(0, at + 1).join('/') : null)
  return [folder(a), folder(b)]
}

describe('modules', () => {
  test('every module has its place in the order', () => {
    expect(files.length).toBeGreaterThan(300)
    expect([...new Set(files.map(roomOf))].filter(room => may[room] === undefined)).toEqual([])
  })

  test('the rooms stand in one order: each looks only into rooms named before it', () => {
    const order = ['packages/github-emulator', ...Object.keys(may)]
    const upward = Object.entries(may).flatMap(([room, below]) =>
      below.filter(one => order.indexOf(one) >= order.lastIndexOf(room)).map(one => `${room} looks up into ${one}`),
    )
    expect(upward).toEqual([])
  })

  test('no folder has more than 25 files, but the closed lists', () => {
    const lists = ['src/commands', 'src/domain/events', 'src/operations']
    const crowded = [...Map.groupBy(files, file => dirname(file))]
      .filter(([folder, inside]) => inside.length > 25 && !lists.includes(folder))
      .map(([folder, inside]) => `${folder}: ${inside.length}`)
    expect(crowded).toEqual([])
  })

  test('no file has more than 200 lines, but these few and what is generated', () => {
    const longer = [
      'src/adapters/github/ledger/append.ts',
      'src/adapters/github/ledger/read-ledger.ts',
      'src/adapters/github/read/query.ts',
      // a table
      'src/adapters/secrets/token-kinds.ts',
      'src/domain/view/snapshot.ts',
      'src/planner/derive-events.ts',
      'src/planner/plan.ts',
      'src/reconcile/execute.ts',
    ]
    expect(longer.filter(file => !files.includes(file))).toEqual([])
    const long = sources
      .filter(({ file }) => file.startsWith('src/') && !file.endsWith('.generated.ts') && !longer.includes(file))
      .map(({ file, text }) => ({ file, lines: text.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > 200)
    expect(long).toEqual([])
  })

  test('imports go one way', () => {
    expect(sources.flatMap(ourImports).length).toBeGreaterThan(1_000)
    const wrong = sources.flatMap(source =>
      ourImports(source)
        // the name and version of the project stand there, and in no room
        .filter(target => target !== 'package.json')
        .filter(target => roomOf(target) !== roomOf(source.file) && !may[roomOf(source.file)]?.includes(roomOf(target)))
        .map(target => `${source.file} looks into ${target}`),
    )
    expect(wrong).toEqual([])
  })

  test('no file is part of a circle', () => {
    const graph = new Map(sources.map(source => [source.file, ourImports(source)]))
    const { walked, circles } = circlesOf(graph)
    expect(walked).toBeGreaterThan(300)
    expect(circles).toEqual([])
  })

  test('no folder is part of a circle with those beside it', () => {
    const graph = new Map<string, Set<string>>()
    for (const source of sources.filter(({ file }) => file.startsWith('src/'))) {
      for (const target of ourImports(source)) {
        const [from, to] = apart(source.file, target)
        if (from !== null && to !== null) graph.set(from, (graph.get(from) ?? new Set()).add(to))
      }
    }
    const { walked, circles } = circlesOf(graph)
    expect(walked).toBeGreaterThan(20)
    expect(circles).toEqual([])
  })

  test('every import leads to a file', () => {
    const lost = sources.flatMap(source =>
      ourImports(source)
        .filter(target => target.endsWith('.ts') && !files.includes(target))
        .map(target => `${source.file}: ${target}`),
    )
    expect(lost).toEqual([])
  })
})

/** Code without its comments and strings, so that a word in a sentence is not taken for a call. */
const codeOf = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, '""')

describe('pure rooms', () => {
  const rooms = sources.filter(source => pure.includes(roomOf(source.file)))

  test('there are some', () => expect(rooms.length).toBeGreaterThan(20))

  test('know neither GitHub nor this machine', () => {
    const foreign = /^(node:|@octokit|octokit|probot|@actions\/|@secretlint)/
    // a hash is a function of its input; everything else of node:crypto draws or keeps something
    const hash = /(?:^|\n)import \{ createHash \} from 'node:crypto'\n/
    const wrong = rooms.flatMap(({ file, text, imports }) =>
      imports
        .filter(name => foreign.test(name))
        .filter(name => name !== 'node:crypto' || !hash.test(text) || text.split("'node:crypto'").length > 2)
        .map(name => `${file}: ${name}`),
    )
    expect(wrong).toEqual([])
  })

  test('of node:crypto take nothing but the hash', () => {
    const wrong = rooms.filter(({ text }) => {
      const taken = /import \{([^}]*)\} from 'node:crypto'/.exec(text)?.[1]?.trim()
      return text.includes("'node:crypto'") && taken !== 'createHash'
    })
    expect(wrong.map(source => source.file)).toEqual([])
  })

  test('neither wait nor look at the clock nor draw random numbers', () => {
    const wrong = rooms.flatMap(({ file, text }) =>
      [
        /\bawait\b/,
        /\basync\b/,
        /Date\.now\b/,
        /new Date\(\)/,
        /Temporal\.Now\b/,
        /Math\.random\b/,
        /\bprocess\./,
        /\bperformance\./,
      ]
        .filter(pattern => pattern.test(codeOf(text)))
        .map(pattern => `${file}: ${pattern}`),
    )
    expect(wrong).toEqual([])
  })

  // Which texts hold no command follows from the texts alone, and the built-in playbooks, unpacked when first asked for, are
  // constant: neither can make an answer another. Nor can what was found once from a record, a text or an incident and is
  // found by it again.
  test('keep nothing from one call to the next, but what always is the same', () => {
    const made = /(?:new (?:Weak)?(?:Map|Set)(?:<[^()]*>)?\(\)|remember(?:Texts|Made)\b)/.source
    const kept = new RegExp(`^(?:export )?(?:let |const \\w+(?:: (?!Readonly)[^=\\n]+)? = ${made})`, 'm')
    expect(rooms.filter(({ text }) => kept.test(codeOf(text))).map(({ file }) => file)).toEqual([
      'src/commands/parse/talk.ts',
      'src/domain/incident/reduce.ts',
      'src/domain/incident/revert-limit.ts',
      'src/domain/playbook/built-in.ts',
      'src/domain/view/closure.ts',
      'src/rules/post-mortem/post-mortem.ts',
    ])
  })
})

describe('everywhere', () => {
  // The Action's deployment makes its client with GitHub's own toolkit, which knows a runner's proxy, and hands it on.
  test('only the GitHub room knows Octokit, and the Action’s deployment where it comes from', () => {
    const wrong = sources.filter(
      ({ file, imports }) =>
        imports.some(name => /^@?octokit/.test(name) && roomOf(file) !== 'adapters/github') ||
        imports.some(name => name === '@actions/github' && roomOf(file) !== 'entrypoints'),
    )
    expect(wrong.map(source => source.file)).toEqual([])
  })

  test('every kind of event is in the closed list, under the name of its file', () => {
    const folder = 'src/domain/events'
    const kinds = sources.flatMap(({ file, text }) => {
      const is = dirname(file) === folder ? /defineEvent\(\{\n\s+is: '([^']+)'/.exec(text)?.[1] : undefined
      return is === undefined ? [] : [{ file, is }]
    })
    expect(kinds.filter(({ file, is }) => file !== `${folder}/${is}.ts`)).toEqual([])
    expect(kinds.map(({ is }) => is).toSorted()).toEqual(Object.keys(events).toSorted())
  })

  test('only one file names branches, paths and tags of an incident', () => {
    // as text with a number in it, as a prefix, and as a pattern that reads one
    const names =
      /[`'"/](?:incidents?|post-mortem)[/-]\$\{|'incident\/'|'post-mortem\/'|\b(?:incidents?|post-mortem)(?:\\\/|-(?=[[(\\]))/
    const wrong = sources.filter(
      ({ file, text }) => file !== 'src/domain/events/location.ts' && file.startsWith('src/') && names.test(text),
    )
    expect(wrong.map(source => source.file)).toEqual([])
  })

  test('the emulator shares nothing with the rest', () => {
    const wrong = sources.filter(
      ({ file, text }) => roomOf(file) === 'packages/github-emulator' && /\b(tocsin|incident)\b/i.test(codeOf(text)),
    )
    expect(wrong.map(source => source.file)).toEqual([])
  })

  test('the emulator is imported by its name, and what is internal to it by its own tests only', () => {
    const others = ['src', 'test', 'bench', 'scripts', 'mutants', 'model'].flatMap(filesUnder).map(readSource)
    const users = others.filter(({ imports }) => imports.includes('github-emulator')).map(({ file }) => file)
    expect(users).toEqual(expect.arrayContaining(['src/drill/stage.ts', 'bench/meter.ts', 'test/scenario.ts']))
    const wrong = others.flatMap(source =>
      source.imports
        .filter(name => {
          if (name.startsWith('.')) return normalize(join(dirname(source.file), name)).startsWith('packages/')
          if (name === 'github-emulator/tally') return source.file !== 'test/tally.setup.ts'
          if (name === 'github-emulator/internals') return !source.file.startsWith('test/emulator/')
          return name.startsWith('github-emulator/')
        })
        .map(name => `${source.file}: ${name}`),
    )
    expect(wrong).toEqual([])
  })

  test('the emulator imports what its own package.json names', () => {
    const named = new Set(Object.keys(manifest.dependencies))
    const packageOf = (name: string): string => name.split('/', name.startsWith('@') ? 2 : 1).join('/')
    const wrong = sources
      .filter(source => roomOf(source.file) === emulator)
      .flatMap(({ file, imports }) =>
        imports
          .filter(name => !/^(\.|node:)/.test(name) && !named.has(packageOf(name)))
          .map(name => `${file}: ${name}`),
      )
    expect(wrong).toEqual([])
  })

  test('no type is given up', () => {
    const wrong = sources.filter(
      ({ text }) => /@ts-(ignore|nocheck|expect-error)/.test(text) || /\bas any\b|: any\b/.test(codeOf(text)),
    )
    expect(wrong.map(source => source.file)).toEqual([])
  })

  test('a type is asserted in one file only, and of what we generate ourselves', () => {
    const isAsserted = (text: string) => {
      const code = codeOf(text.replace(/^(?:import|export) [^;'"`]*? from '[^']+'/gm, ''))
      return /\bas (?!const\b)[\w{([]/.test(code)
    }
    const wrong = sources.filter(({ file, text }) => file.startsWith('src/') && isAsserted(text))
    expect(wrong.map(source => source.file)).toEqual([
      'src/domain/playbook/built-in.ts',
      'src/adapters/github/client/checked.ts',
    ])
  })

  test('what is exported is used in another file', () => {
    const users = ['src', 'packages', 'test', 'bench', 'scripts', 'mutants', 'model'].flatMap(filesUnder)
    const ours = users.filter(file => !file.includes('node_modules'))
    const usedIn = new Map<string, Set<string>>()
    for (const file of ours) {
      for (const [word] of readFileSync(file, 'utf8').matchAll(/\w+/g))
        usedIn.set(word, (usedIn.get(word) ?? new Set()).add(file))
    }
    // types stay out of it: one may be named only for the signature that it stands in
    const values = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/^export (?:const|function|class) (\w+)/gm)].map(([, name = '']) => ({ file, name })),
    )
    expect(values.length).toBeGreaterThan(500)
    const unused = values.filter(({ name }) => usedIn.get(name)?.size === 1)
    expect(unused.map(({ file, name }) => `${file}: ${name}`)).toEqual([])
  })

  test('no name that says nothing', () => {
    expect(files.filter(file => /(^|\/)(utils?|helpers?|constants?|manager|service)(\.ts|\/)/i.test(file))).toEqual([])
  })
})
