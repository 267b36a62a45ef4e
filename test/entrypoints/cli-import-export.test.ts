import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { exportPlaybook } from '../../src/entrypoints/cli/export-playbook.ts'
import { importFiles } from '../../src/entrypoints/cli/import-files.ts'
import { read } from '../interop/playbooks.ts'

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
    { out, force, json: false },
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

test('one that came in is written, with its steps counted and what there is to know of it', async () => {
  expect(await run([await put('stolen-laptop.md', runbook)])).toEqual({
    code: 0,
    said: ['stolen-laptop.md: wrote out/stolen-laptop.md, 2 steps\n  no severity given, so it opens as SEV-3'],
    complained: [],
    written: ['stolen-laptop.md'],
  })
})

test('secrets in it are cut out, and told by their kind', async () => {
  const key = ['AK', 'IA', 'QZ7XW4VT2MB5RN6L'].join('')
  const hook = ['https://hooks.slack.com/services/', 'T0AB1CD2E/B0AB1CD2E/', 'Zk3Q9vT1mB7xR5nLp8Wd2Yh6'].join('')
  const cacao = {
    type: 'playbook',
    spec_version: 'cacao-2.0',
    id: 'playbook--0b0a3a1c-7a0c-4b6e-9f43-3d4a1b2c3d4e',
    name: 'Revoke it',
    created_by: 'identity--0b0a3a1c-7a0c-4b6e-9f43-3d4a1b2c3d4e',
    created: '2026-01-01T00:00:00.000Z',
    modified: '2026-01-01T00:00:00.000Z',
    workflow_start: 'start--0b0a3a1c-7a0c-4b6e-9f43-3d4a1b2c3d41',
    playbook_variables: { __api_key__: { type: 'string', value: key } },
    workflow: {
      'start--0b0a3a1c-7a0c-4b6e-9f43-3d4a1b2c3d41': {
        type: 'start',
        on_completion: 'action--0b0a3a1c-7a0c-4b6e-9f43-3d4a1b2c3d42',
      },
      'action--0b0a3a1c-7a0c-4b6e-9f43-3d4a1b2c3d42': {
        type: 'action',
        name: 'Tell the channel',
        commands: [{ type: 'http-api', command: `POST ${hook}` }],
        on_completion: 'end--0b0a3a1c-7a0c-4b6e-9f43-3d4a1b2c3d43',
      },
      'end--0b0a3a1c-7a0c-4b6e-9f43-3d4a1b2c3d43': { type: 'end' },
    },
  }
  const { code, said, written } = await run([await put('revoke.json', JSON.stringify(cacao))])
  expect(code).toBe(0)
  const text = await readFile(join(folder, 'out', written[0] ?? ''), 'utf8')
  expect(text).toContain('[removed: aws]')
  expect(text).toContain('POST [removed: slack]')
  for (const secret of [key, hook.slice(-24)]) {
    expect(text).not.toContain(secret)
    expect(said.join('\n')).not.toContain(secret)
  }
  expect(said.join('\n')).toContain('2 things that look like secrets were cut out (')
})

test('one that is there already is not written over, unless it shall be', async () => {
  const file = await put('stolen-laptop.md', runbook)
  await run([file])
  expect(await run([file])).toMatchObject({
    code: 1,
    complained: [
      'stolen-laptop.md: out/stolen-laptop.md is there already. Expected: `--force` to write over it, or another folder with `--out`',
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
  expect(complained.map(line => line.split('. Expected')[0]?.replace(folder, 'folder')).toSorted()).toEqual([
    'b.json: `type` is missing',
    'bytes.md: The file is not text',
    'folder: Cannot read or write it (EISDIR)',
    'list.json: The file has a list',
    'nowhere.md: Cannot read or write it (ENOENT)',
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
  ['nothing-here', {}, 'nothing-here: Unknown playbook `nothing-here`'],
  ['nothing.md', {}, 'nothing.md: Cannot read or write it (ENOENT)'],
  ['security-incident', { date: 'today' }, 'security-incident: `--date` is today'],
  ['security-incident', { out: '/dev/null/x' }, 'security-incident: Cannot read or write it (ENOTDIR)'],
])('%s with %j does not go out, and says why', async (wanted, options, says) => {
  const { code, text, complained } = await give(wanted, options)
  expect({ code, text, says: complained[0]?.split('. Expected')[0] }).toEqual({ code: 1, text: '', says })
})

test('one that is broken does not go out, and says where', async () => {
  const file = await put('broken.md', '---\ntitle: x\nseverity: SEV-1\n---\n\n## Nowhere\n')
  expect((await give(file)).complained).toEqual([
    'broken.md: line 6: Unknown phase `Nowhere`. Expected: one of Prepare, Assemble, Contain, Investigate, Eradicate, Recover, Communicate, Learn',
  ])
})

const ofTeam = (...lines: readonly string[]) => `---\ntitle: Ours\nseverity: SEV-1\n${lines.join('\n')}\n`
const lockIt = ['---', '', '## Contain', '', '- [ ] `lock` Lock it']

test('one of the team’s own goes out in the place of the built-in one of its id', async () => {
  await put('cloud-key.md', ofTeam(...lockIt))
  const { code, text, complained } = await give('cloud-key')
  expect({ code, name: JSON.parse(text).name, complained }).toEqual({ code: 0, name: 'Ours', complained: [] })
})

test('the built-in one does not go out for one of the team’s own that is broken: all that is wrong is said', async () => {
  await put('cloud-key.md', ofTeam(...lockIt, '- [ ] `lock` Again', '', '## Nowhere'))
  expect(await give('cloud-key')).toEqual({
    code: 1,
    text: '',
    complained: [
      'cloud-key.md: line 9: The id `lock` is already used in line 8. Expected: a different id for each step',
      expect.stringMatching(/^cloud-key\.md: line 11: Unknown phase `Nowhere`\. Expected: one of Prepare/),
    ],
  })
})

test('nor for one that cannot be composed, nor with a broken part of the team’s in it', async () => {
  await put('cloud-key.md', ofTeam('include: [nowhere]', ...lockIt))
  expect((await give('cloud-key')).complained).toEqual([
    expect.stringMatching(/^cloud-key\.md: line 4: `include` names `nowhere`, which cannot be included/),
  ])
  await put('notify-parties.md', 'nothing')
  const { code, complained } = await give('instance-key')
  expect({ code, files: [...new Set(complained.map(line => line.split(':')[0]))] }).toEqual({
    code: 1,
    files: ['notify-parties.md'],
  })
})

test('a role of the team’s own roster is not among what is wrong', async () => {
  const dir = join(folder, 'incidents')
  await mkdir(dir)
  await writeFile(`${dir}.yml`, 'roster:\n  dba: [alice]\n')
  await writeFile(
    join(dir, 'ours.md'),
    ofTeam('include: [nowhere]', ...lockIt.slice(0, -1), '- [ ] `lock` Lock it (dba)'),
  )
  expect((await give(join(dir, 'ours.md'))).complained).toEqual([expect.stringContaining('`include` names `nowhere`')])
})

test('what is broken and has no part in it keeps nothing back, nor does a README', async () => {
  await put('other.md', 'nothing')
  await put('README.md', '# Our playbooks')
  expect(await give('cloud-key')).toMatchObject({ code: 0, complained: [] })
})

test('a folder or file that cannot be read is not taken for an empty one', async () => {
  await mkdir(join(folder, 'cloud-key.md'))
  expect(await give('cloud-key')).toMatchObject({
    code: 1,
    complained: [expect.stringMatching(/^cloud-key\.md: Cannot read or write it \(EISDIR\)/)],
  })
  const complained: string[] = []
  const dir = await put('file', '')
  const code = await exportPlaybook('cloud-key', { dir, out: null, date: null }, expect.unreachable, line =>
    complained.push(line),
  )
  expect({ code, complained }).toEqual({ code: 1, complained: [expect.stringContaining('(ENOTDIR)')] })
})

const cli = (...args: string[]) =>
  new Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>(resolve => {
    const child = execFile(process.execPath, ['src/entrypoints/cli/main.ts', ...args], (_, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    )
  })

test('on the command line it ends with 0, or with 2 where no file is named; CACAO is the format unless told', async () => {
  const file = await put('stolen-laptop.md', runbook)
  const out = join(folder, 'out')
  const [came, nothing, went, formless] = await Promise.all([
    cli('import', file, '--out', out),
    cli('import'),
    cli('export', 'security-incident', '--cacao'),
    cli('export', 'security-incident'),
  ])
  expect(came).toMatchObject({ code: 0, stderr: '' })
  expect(nothing).toMatchObject({ code: 2, stderr: expect.stringMatching(/missing required argument 'file'/) })
  expect(went).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\{\n {2}"type": "playbook"/), stderr: '' })
  expect(formless).toEqual(went)
})
