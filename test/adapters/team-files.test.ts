import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkFolder } from '../../src/entrypoints/cli/check-folder.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tocsin-check-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const put = (path: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}
const leak = '---\ntitle: Leak\nseverity: SEV-2\n---\n## Contain\n- [ ] `rotate` Rotate\n'

const run = async (annotated = false) => {
  const lines: string[] = []
  const hear = (line: string): void => void lines.push(line.replaceAll(root, '.'))
  const code = await checkFolder(root, { annotated, json: false }, hear, hear)
  return { code, lines }
}

test('a folder with nothing to check does not pass', async () => {
  put('.github/incidents/README.md', 'How we work')
  put('.github/workflows/ci.yml', 'on: push')
  const { code, lines } = await run()
  expect(code).toBe(2)
  expect(lines).toEqual([
    'No files to check in .. Looked for: .github/incidents.yml, .github/incidents/*.md, .github/ISSUE_TEMPLATE/*.yml',
  ])
})

test('warnings do not fail', async () => {
  put('.github/incidents/leak.md', leak)
  expect(await run()).toMatchObject({ code: 0 })
  expect((await run()).lines.at(-1)).toBe('0 problems, 1 warning in 1 file')
})

test('problems do, each with its file and line; in Actions each is an annotation as well', async () => {
  put('.github/incidents/leak.md', `${leak}- [ ] \`rotate\` Again\n`)
  const line =
    './.github/incidents/leak.md:7: The id `rotate` is already used in line 6. Expected: a different id for each step'
  expect((await run()).code).toBe(1)
  expect((await run()).lines).toContain(line)
  expect((await run()).lines.filter(one => one.startsWith('::'))).toEqual([])
  expect((await run(true)).lines.filter(one => one.startsWith('::error'))).toHaveLength(1)
})

test('links, huge files, folders and what is no text are refused by name', async () => {
  put('elsewhere.md', leak)
  put('.github/incidents.yml', `# ${'x'.repeat(600_000)}`)
  put('.github/incidents/fine.md', leak)
  put('.github/incidents/odd.md', Uint8Array.of(0xff, 0xfe, 0x00))
  mkdirSync(join(root, '.github/incidents/folder.md'))
  symlinkSync('../../elsewhere.md', join(root, '.github/incidents/link.md'))
  symlinkSync('incidents', join(root, '.github/ISSUE_TEMPLATE'))
  const { code, lines } = await run()
  expect(code).toBe(1)
  expect(lines.filter(line => !line.includes('warning:'))).toEqual([
    './.github/incidents.yml:1: The file has 600002 bytes, so none of it was read. Expected: at most 500000',
    './.github/ISSUE_TEMPLATE:1: A symbolic link is not followed. Expected: the folder itself',
    './.github/incidents/folder.md:1: `.github/incidents/folder.md` is no file. Expected: a file of text',
    './.github/incidents/link.md:1: A symbolic link is not followed. Expected: the file itself',
    './.github/incidents/odd.md:1: The file is no text in UTF-8. Expected: text in UTF-8',
    expect.stringMatching(/^5 problems, \d warnings? in 6 files$/),
  ])
})

test('as a person types it', async () => {
  put('.github/incidents/leak.md', leak)
  const env = { PATH: process.env.PATH ?? '' }
  const typed = (...args: readonly string[]) =>
    spawnSync('node_modules/.bin/node', ['src/entrypoints/cli/main.ts', 'check', ...args], { env, encoding: 'utf8' })
  const { status, stdout, stderr } = typed(root)
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/0 problems, 1 warning in 1 file\n$/)
  // this repository is the default, and its forms are right
  expect(typed().status).toBe(0)
})

test('a file with what looks like a secret is a problem, with its line, and nothing of it is repeated', async () => {
  const token = ['gh', 'p_', 'Zk3Q9vT1mB7xR5nL'.repeat(3).slice(0, 36)].join('')
  put('.github/incidents/leak.md', `${leak}\n  Sign in with ${token}\n`)
  const { code, lines } = await run(true)
  expect(code).toBe(1)
  expect(lines).toContain(
    './.github/incidents/leak.md:8: Here is what looks like a secret (github). Expected: its name, and where to find it; revoke and rotate it, for the history of the repository keeps it',
  )
  expect(lines.join('\n')).not.toContain(token)
})
