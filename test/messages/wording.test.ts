import { readdir } from 'node:fs/promises'
import { Session } from 'node:inspector/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'

// Every sentence that people read, whole, on a page for each kind. Change one, and a reviewer sees it here.

const folder = new URL('../../src/messages/', import.meta.url)
const session = new Session()

const kinds = [
  'board',
  'step-page',
  'rejections',
  'redactions',
  'reverts',
  'notices',
  'failures',
  'replies',
  'check',
  'summary',
  'channels',
  'post-mortem',
  'setup',
] as const

const written = new Map<string, string>()

// what is counted runs slowly, and everything is imported and said here
beforeAll(async () => {
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
  const { pages } = await import('./pages.ts')
  expect(Object.keys(pages)).toEqual(kinds)
  for (const { title, name, shown } of kinds.map(kind => ({ name: kind, ...pages[kind] })))
    written.set(name, page(title, shown()))
}, 300_000)

afterAll(() => session.disconnect())

const page = (title: string, shown: readonly (readonly [what: string, text: string])[]): string =>
  [
    `# ${title}`,
    ...shown.flatMap(([what, text]) => [`## ${what}`, text.replace(/^/gm, '> ').replace(/[ \t]+$/gm, '')]),
  ].join('\n\n')

test.each(kinds)('every message of the page %s', async kind => {
  await expect(`${written.get(kind)}\n`).toMatchFileSnapshot(`__snapshots__/${kind}.md`)
})

/** Which functions of a module have run, by name. */
const hasRun = async (): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
  const { result } = await session.post('Profiler.takePreciseCoverage')
  return new Map(
    result
      .filter(({ url }) => url.includes('/src/messages/'))
      .map(({ url, functions }) => [
        url.replace(/^.*\/src\/messages\//, '').replace(/\?.*$/, ''),
        new Set(functions.filter(({ ranges }) => (ranges[0]?.count ?? 0) > 0).map(one => one.functionName)),
      ]),
  )
}

test('no exported message is missing from these pages', async () => {
  const ran = await hasRun()
  const files = (await readdir(folder, { recursive: true })).filter(file => file.endsWith('.ts'))
  // a file may pass on what another exports: then it ran in that one
  const from = new Map<unknown, { readonly name: string; readonly files: string[] }>()
  for (const file of files) {
    const exported: Record<string, unknown> = await import(new URL(file, folder).href)
    for (const [name, value] of Object.entries(exported).filter(([, value]) => typeof value === 'function')) {
      const known = from.get(value) ?? { name, files: [] }
      from.set(value, { name, files: [...known.files, file] })
    }
  }
  const missing = [...from.values()]
    .filter(one => !one.files.some(file => ran.get(file)?.has(one.name)))
    .map(one => `${one.files.join(', ')}: ${one.name}`)
  expect(files.length).toBeGreaterThan(20)
  expect(from.size).toBeGreaterThan(150)
  expect(missing).toEqual([])
})
