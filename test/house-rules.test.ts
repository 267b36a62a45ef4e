import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

// The directions of docs/design.md: who may import whom, and what a pure room never touches.

type Source = { readonly file: string; readonly text: string; readonly imports: readonly string[] }

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .map(name => join('src', name))

const importsOf = (text: string): readonly string[] =>
  [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s+'([^']+)'|import\('([^']+)'\)|(?:^|\n)import '([^']+)'/g,
    ),
  ].map(match => match[1] ?? match[2] ?? match[3] ?? '')

const sources: readonly Source[] = files.map(file => {
  const text = readFileSync(file, 'utf8')
  return { file, text, imports: importsOf(text) }
})

/** The room of a file: its folder under src, or its own name where it lies in src itself. */
const roomOf = (file: string): string => {
  const [first = '', second] = relative('src', file).split('/')
  return second === undefined ? first.replace('.ts', '') : first
}

/** Which rooms a room may look into, beside itself. Doors may look into all but the emulator. */
const may: Record<string, readonly string[]> = {
  incident: [],
  words: ['incident'],
  commands: ['words', 'incident'],
  gestures: ['words', 'incident', 'commands'],
  rules: ['words', 'incident'],
  check: ['words', 'incident'],
  plan: ['commands', 'gestures', 'rules', 'words', 'incident'],
  trigger: ['incident'],
  secrets: [],
  github: ['incident', 'secrets'],
  run: ['github', 'plan', 'words', 'incident'],
  reconcile: ['run', 'plan', 'incident'],
  queue: [],
  emulator: [],
  app: ['queue', 'reconcile', 'run', 'trigger', 'github'],
  start: ['app'],
  action: ['trigger', 'action-work', 'action-check'],
  'action-work': ['reconcile', 'run', 'trigger', 'github', 'incident', 'words'],
  'check-door': ['check', 'words', 'incident'],
  'action-check': ['check-door', 'check', 'github', 'incident', 'words'],
  drill: ['app', 'emulator', 'github', 'plan', 'reconcile', 'incident', 'trigger', 'words'],
  exchange: ['incident'],
  import: ['exchange', 'incident'],
  export: ['check', 'exchange', 'incident'],
  cli: ['drill', 'emulator', 'check-door', 'import', 'export'],
}

const pure = ['incident', 'words', 'commands', 'gestures', 'rules', 'plan', 'trigger', 'check', 'exchange']

const ourImports = ({ file, imports }: Source): readonly string[] =>
  imports.filter(name => name.startsWith('.')).map(name => normalize(join(dirname(file), name)))

describe('rooms', () => {
  test('every room has its place in the order', () => {
    expect([...new Set(files.map(roomOf))].filter(room => may[room] === undefined)).toEqual([])
  })

  test('imports go one way', () => {
    const wrong = sources.flatMap(source =>
      ourImports(source)
        .filter(target => roomOf(target) !== roomOf(source.file) && !may[roomOf(source.file)]?.includes(roomOf(target)))
        .map(target => `${source.file} looks into ${target}`),
    )
    expect(wrong).toEqual([])
  })

  test('no file is part of a circle', () => {
    const graph = new Map(sources.map(source => [source.file, ourImports(source)]))
    const circles: string[] = []
    const done = new Set<string>()
    const walk = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) {
        circles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
        return
      }
      if (done.has(file)) return
      for (const target of graph.get(file) ?? []) walk(target, [...path, file])
      done.add(file)
    }
    for (const file of files) walk(file, [])
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
    const wrong = rooms.flatMap(({ file, imports }) =>
      imports.filter(name => foreign.test(name)).map(name => `${file}: ${name}`),
    )
    expect(wrong).toEqual([])
  })

  test('neither wait nor look at the clock nor throw dice', () => {
    const wrong = rooms.flatMap(({ file, text }) =>
      [/\bawait\b/, /\basync\b/, /Date\.now\b/, /new Date\(\)/, /Math\.random\b/, /\bprocess\./, /\bperformance\./]
        .filter(pattern => pattern.test(codeOf(text)))
        .map(pattern => `${file}: ${pattern}`),
    )
    expect(wrong).toEqual([])
  })
})

describe('everywhere', () => {
  // The Action's door makes its client with GitHub's own toolkit, which knows a runner's proxy, and hands it on.
  test('only the GitHub room knows Octokit, and the Action’s door where it comes from', () => {
    const wrong = sources.filter(
      ({ file, imports }) =>
        imports.some(name => /^@?octokit/.test(name) && roomOf(file) !== 'github') ||
        imports.some(name => name === '@actions/github' && !['action-work', 'action-check'].includes(roomOf(file))),
    )
    expect(wrong.map(source => source.file)).toEqual([])
  })

  test('the emulator shares nothing with the rest', () => {
    const wrong = sources.filter(
      ({ file, text }) => roomOf(file) === 'emulator' && /\b(tocsin|incident)\b/i.test(codeOf(text)),
    )
    expect(wrong.map(source => source.file)).toEqual([])
  })

  test('no type is given up', () => {
    const wrong = sources.filter(
      ({ text }) => /@ts-(ignore|nocheck|expect-error)/.test(text) || /\bas any\b|: any\b/.test(codeOf(text)),
    )
    expect(wrong.map(source => source.file)).toEqual([])
  })

  test('no name that says nothing', () => {
    expect(files.filter(file => /(^|\/)(utils?|helpers?|constants?|manager|service)(\.ts|\/)/i.test(file))).toEqual([])
  })
})
