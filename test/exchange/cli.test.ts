import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { exportPlaybook } from '../../src/export.ts'
import { importFiles } from '../../src/import.ts'
import { read } from './playbooks.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exchange-'))
})
afterEach(() => rm(folder, { recursive: true }))

const put = async (name: string, content: string | Uint8Array) => {
  const file = join(folder, name)
  await writeFile(file, content)
  return file
}

const run = async (files: readonly string[], force = false) => {
  const [out, said, complained] = [join(folder, 'out'), [] as string[], [] as string[]]
  const short = (line: string) => line.replaceAll(`${folder}/`, '')
  const code = await importFiles(
    files,
    { out, force },
    line => said.push(short(line)),
    line => complained.push(short(line)),
  )
  return { code, said, complained, written: await readdir(out).catch(() => []) }
}

const give = async (
  wanted: string,
  { out = null, date = null }: { out?: string | null; date?: string | null } = {},
) => {
  const [said, complained] = [[] as string[], [] as string[]]
  const code = await exportPlaybook(
    wanted,
    { dir: folder, out, date },
    text => said.push(text),
    line => complained.push(line.replaceAll(`${folder}/`, '')),
  )
  return { code, text: said.join(''), complained }
}

const runbook = '# Stolen laptop\n\n## Containment\n\n1. Lock it\n2. Wipe it\n'

test('one that came in is written, with its steps counted and what is in words only named', async () => {
  expect(await run([await put('stolen-laptop.md', runbook)])).toEqual({
    code: 0,
    said: [
      'stolen-laptop.md: wrote out/stolen-laptop.md, 2 steps\n  in words only: that its severity is not specified: SEV-3',
    ],
    complained: [],
    written: ['stolen-laptop.md'],
  })
})

test('one that is there already is not written over, unless it shall be', async () => {
  const file = await put('stolen-laptop.md', runbook)
  await run([file])
  expect(await run([file])).toMatchObject({
    code: 1,
    complained: [
      'stolen-laptop.md: out/stolen-laptop.md is there already. Wanted: `--force` to write over it, or another folder with `--out`',
    ],
  })
  expect(await run([file], true)).toMatchObject({ code: 0, complained: [] })
})

test('one that is refused does not keep the others out', async () => {
  const files = [
    await put('bytes.md', new Uint8Array([0xff, 0xfe, 0x00])),
    join(folder, 'nowhere.md'),
    await put('list.json', '[]'),
    await put('a.md', runbook),
    await put('b.json', '{}'),
  ]
  const { code, complained, written } = await run([...files, folder])
  expect({ code, written }).toEqual({ code: 1, written: ['a.md'] })
  expect(complained.map(line => line.split('. Wanted')[0]?.replace(folder, 'folder')).toSorted()).toEqual([
    'b.json: `type` is missing',
    'bytes.md: This is no text',
    'folder: It cannot be read or written (EISDIR)',
    'list.json: The file has a list',
    'nowhere.md: It cannot be read or written (ENOENT)',
  ])
})

test('two of the same name are two files', async () => {
  const [a, b] = [await put('laptop.md', runbook), await put('laptop.markdown', runbook)]
  expect((await run([a, b])).written.toSorted()).toEqual(['laptop-2.md', 'laptop.md'])
})

test('what goes out comes in again, from a file of the team with what it includes', async () => {
  await put('part.md', '---\ntitle: Part\nkind: part\n---\n\n## Learn\n\n- [ ] `meet` Meet\n')
  const whole = '---\ntitle: Whole\nseverity: SEV-1\ninclude: [part]\n---\n\n## Contain\n\n- [ ] `lock` Lock it\n'
  const file = await put('whole.md', whole)
  const out = join(folder, 'whole.json')
  expect(await give(file, { out })).toEqual({ code: 0, text: '', complained: [] })
  expect(await give('whole')).toMatchObject({ code: 0, text: await readFile(out, 'utf8') })
  await run([out])
  const came = read('whole.md', await readFile(join(folder, 'out', 'whole.md'), 'utf8'))
  expect(came?.steps.map(({ id, phase }) => `${phase}: ${id}`)).toEqual(['Contain: lock', 'Learn: meet'])
})

test.each([
  ['nothing-here', {}, 'nothing-here: There is no playbook of this id'],
  ['nothing.md', {}, 'nothing.md: It cannot be read or written (ENOENT)'],
  ['security-incident', { date: 'today' }, 'security-incident: `--date` is today'],
  ['security-incident', { out: '/dev/null/x' }, 'security-incident: It cannot be read or written (ENOTDIR)'],
])('%s with %j does not go out, and says why', async (wanted, options, says) => {
  const { code, text, complained } = await give(wanted, options)
  expect({ code, text, says: complained[0]?.split('. Wanted')[0] }).toEqual({ code: 1, text: '', says })
})

test('one that is broken does not go out, and says where', async () => {
  const file = await put('broken.md', '---\ntitle: x\nseverity: SEV-1\n---\n\n## Nowhere\n')
  expect((await give(file)).complained).toEqual([
    'broken.md: line 6: `Nowhere` is no phase. Wanted: one of Prepare, Assemble, Contain, Investigate, Eradicate, Recover, Communicate, Learn',
  ])
})

const cli = (...args: string[]) =>
  new Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>(resolve => {
    const child = execFile(process.execPath, ['src/cli.ts', ...args], (_, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    )
  })

test('on the command line it ends with 0 or 1', async () => {
  const file = await put('stolen-laptop.md', runbook)
  const out = join(folder, 'out')
  const [came, nothing, went, formless] = await Promise.all([
    cli('import', file, '--out', out),
    cli('import'),
    cli('export', 'security-incident', '--cacao'),
    cli('export', 'security-incident'),
  ])
  expect(came).toMatchObject({ code: 0, stderr: '' })
  expect(nothing).toMatchObject({ code: 1, stderr: expect.stringMatching(/^No file was named/) })
  expect(went).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\{\n {2}"type": "playbook"/), stderr: '' })
  expect(formless).toMatchObject({ code: 1, stderr: expect.stringMatching(/^No format was named/) })
})
