import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commands } from '../../src/commands/index.ts'
import { builtInPlaybooks } from '../../src/domain/playbook/built-in.ts'
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

  // set in `env:` of a step: nobody who writes an issue has a say in it
  const isSecret = (inside: string): boolean => /^secrets\.[A-Z_]+$/.test(inside)

  test('puts no text of an issue into an expression', () => {
    const told = pages.flatMap(page =>
      [...read(page).matchAll(/\$\{\{([^}]*)\}\}/g)].map(([, inside = '']) => inside.trim()),
    )
    // the README shows the workflow, whose expressions are held by install.test.ts
    const shipped = [...read('templates/install/tocsin.yml').matchAll(/\$\{\{([^}]*)\}\}/g)].map(([, inside = '']) =>
      inside.trim(),
    )
    expect(told.length).toBeGreaterThan(0)
    expect(told.filter(inside => inside !== 'github.token' && !isSecret(inside) && !shipped.includes(inside))).toEqual(
      [],
    )
  })
})

describe('the README', () => {
  test('has the two commands', () => {
    expect(read('README.md')).toContain('```sh\nnpm ci && npm run drill\n```')
    expect(read('README.md')).toContain('```sh\nnpm ci && npm test\n```')
  })
})

test('the README lists every playbook that can be declared, and counts them', () => {
  const declared = builtInPlaybooks().filter(({ kind }) => kind !== 'part')
  const listed = [...section('README.md', 'Playbooks').matchAll(/templates\/playbooks\/([\w-]+)\.md/g)].map(
    ([, id]) => id,
  )
  expect(listed.toSorted()).toEqual(declared.map(({ id }) => id).toSorted())
  expect(declared).toHaveLength(13)
  expect(read('README.md')).toContain('Thirteen [playbooks]')
})

test('docs/commands.md has every command, in the order of /help', () => {
  const headings = [...read('docs/commands.md').matchAll(/^### `(\/.*)`$/gm)].map(([, heading]) => heading)
  expect(headings).toEqual(commands.map(({ name }) => `/${name}`))
})

test('the README shows commands that are there', () => {
  const [, shown = ''] = /```text\n([\s\S]*?)```/.exec(section('README.md', 'Commands')) ?? []
  const names = shown
    .trim()
    .split('\n')
    .map(line => line.slice(1).split(' ')[0])
  expect(names.length).toBeGreaterThan(5)
  expect(names.filter(name => !commands.some(one => one.name === name))).toEqual([])
})

describe('docs/drill.md', () => {
  test('says what the command line understands', () => {
    const text = section('docs/drill.md', 'Other drills') + section('docs/drill.md', 'The embedded GitHub alone')
    const flags = [...text.matchAll(/--([a-z][a-z-]*)/g)].map(([, flag]) => flag)
    const cli = read('docs/cli.md')
    expect(flags.length).toBeGreaterThan(5)
    expect(flags.filter(flag => !new RegExp(`^ +--${flag}\\b`, 'm').test(cli))).toEqual([])
  })

  test("names the embedded GitHub's controls, all of them", () => {
    const named = table(section('docs/drill.md', 'The embedded GitHub alone'), 'control', 'what').map(([control]) =>
      bare(control).replace('/_emulator/', ''),
    )
    const served = [
      ...read('packages/github-emulator/src/controls/controls.ts').matchAll(/^ {2}'((?:GET|POST) \w+)':/gm),
    ].map(([, name]) => name)
    expect(named).toEqual(served)
  })
})
