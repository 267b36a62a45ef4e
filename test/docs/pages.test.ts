import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commands } from '../../src/commands/index.ts'
import { anchors, bare, pages, prose, read, section, table } from './pages.ts'

const ours = pages.filter(page => !page.startsWith('templates'))

type Link = { readonly page: string; readonly to: string }

const links: readonly Link[] = pages.flatMap(page =>
  [...prose(page).matchAll(/\[[^\]]*\]\(([^)\s]+)\)/g)].map(([, to = '']) => ({ page, to })),
)

const brokenLink = ({ page, to }: Link): boolean => {
  if (/^(https?|mailto):/.test(to)) return false
  const [path = '', anchor] = to.split('#')
  const target = path === '' ? page : normalize(join(dirname(page), path))
  if (!existsSync(target)) return true
  return anchor !== undefined && !anchors(target).includes(anchor)
}

describe('every page', () => {
  test('links to what is there', () => {
    expect(links.length).toBeGreaterThan(20)
    expect(links.filter(brokenLink)).toEqual([])
  })

  test('is linked from the README, or from a page that is', () => {
    const reached = new Set(['README.md'])
    for (const page of reached) {
      for (const { to } of links.filter(link => link.page === page)) {
        const target = normalize(join(dirname(page), to.split('#')[0] ?? ''))
        if (pages.includes(target)) reached.add(target)
      }
    }
    expect(ours.length).toBeGreaterThan(8)
    expect(ours.filter(page => !reached.has(page))).toEqual([])
  })

  test('names files that are there', () => {
    const named = ours.flatMap(page =>
      [...prose(page).matchAll(/`((?:src|test|docs|templates|scripts|model|\.github|\.ci)\/[\w./-]*)`/g)].map(
        ([, path = '']) => ({ page, path }),
      ),
    )
    // what a team has in its own repository
    const theirs = [
      '.github/incidents.yml',
      '.github/incidents/',
      '.github/workflows/tocsin.yml',
      '.github/workflows/tocsin-check.yml',
    ]
    expect(named.length).toBeGreaterThan(30)
    expect(named.filter(({ path }) => !theirs.includes(path) && !existsSync(path))).toEqual([])
  })

  test('names scripts that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = pages.flatMap(page =>
      [...read(page).matchAll(/\bnpm (?:run (?:-s )?([\w:-]+)|(test|start)\b)/g)].map(([, run, bare]) => run ?? bare),
    )
    expect(new Set(named).size).toBeGreaterThan(5)
    expect(named.filter(name => name === undefined || scripts[name] === undefined)).toEqual([])
  })

  test('puts no text of an issue into an expression', () => {
    const told = pages.flatMap(page =>
      [...read(page).matchAll(/\$\{\{([^}]*)\}\}/g)].map(([, inside = '']) => inside.trim()),
    )
    expect(told.length).toBeGreaterThan(0)
    expect(told.filter(inside => inside !== 'github.token')).toEqual([])
  })
})

describe('the README', () => {
  test('has the two commands', () => {
    expect(read('README.md')).toContain('```sh\nnpm ci && npm run drill\n```')
    expect(read('README.md')).toContain('```sh\nnpm ci && npm test\n```')
  })

  test('has every command, in the order of /help', () => {
    const rows = table(section('README.md', 'Commands'), 'command', 'what it does')
    expect(rows.map(([usage]) => bare(usage))).toEqual(commands.map(({ usage }) => usage))
  })

  test('says what the CLI understands', () => {
    const flags = [...section('README.md', 'A drill, without an account').matchAll(/--([a-z][a-z-]*)/g)].map(
      ([, flag]) => flag,
    )
    const cli = read('src/entrypoints/cli/main.ts')
    expect(flags.length).toBeGreaterThan(5)
    expect(flags.filter(flag => !new RegExp(`^ +'?${flag}'?: \\{`, 'm').test(cli))).toEqual([])
  })

  test("names the embedded GitHub's controls, all of them", () => {
    const named = table(section('README.md', 'A drill, without an account'), 'control', 'what').map(([control]) =>
      bare(control).replace('/_emulator/', ''),
    )
    const served = [
      ...read('packages/github-emulator/src/controls/controls.ts').matchAll(/^ {2}'((?:GET|POST) \w+)':/gm),
    ].map(([, name]) => name)
    expect(named).toEqual(served)
  })
})
