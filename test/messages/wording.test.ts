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
  const missing = await Promise.all(
    files.map(async file => {
      const exported: Record<string, unknown> = await import(new URL(file, folder).href)
      return Object.entries(exported)
        .filter(([name, value]) => typeof value === 'function' && !ran.get(file)?.has(name))
        .map(([name]) => `${file}: ${name}`)
    }),
  )
  expect(files.length).toBeGreaterThan(20)
  expect(missing.flat()).toEqual([])
})
