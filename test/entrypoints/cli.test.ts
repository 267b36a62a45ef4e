import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setStage } from '../../src/drill/stage.ts'
import { typed } from './typed.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each([['--version'], ['-V'], ['-v'], ['version']])('tocsin %s says the version', async word => {
  expect(await typed([word])).toEqual({ code: 0, stdout: 'tocsin 0.1.0\n', stderr: '' })
})

test('tocsin alone, help and --help are the same', async () => {
  const [alone, help, flag] = [await typed([]), await typed(['help']), await typed(['--help'])]
  expect(alone).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Usage: tocsin /), stderr: '' })
  expect([help, flag]).toEqual([alone, alone])
})

test.each([['drill'], ['emulator'], ['check'], ['import'], ['export'], ['plan'], ['channels'], ['completion']])(
  'the help of %s has sentences, an example and a page, and no colours',
  async name => {
    const help = await typed(['help', name])
    expect(help).toEqual(await typed([name, '--help']))
    expect(help).toMatchObject({ code: 0, stderr: '' })
    expect(help.stdout).toMatch(/\n\n[A-Z][\s\S]+?[a-z]\.\n\n/)
    expect(help.stdout).toContain(`\nExamples:\n  $ `)
    expect(help.stdout).toContain('\nDocumentation: docs/')
    expect(help.stdout).not.toContain('\u001b')
  },
)

test('help of what there is not names what there is', async () => {
  const { code, stderr } = await typed(['help', 'bogus'])
  expect(code).toBe(2)
  expect(stderr).toMatch(
    /^tocsin help: command-argument value 'bogus' is invalid for argument 'command'\. .*drill.*\n$/,
  )
})

test('the playbooks that can be drilled are listed, in JSON as well', async () => {
  const { code, stdout } = await typed(['drill', '--list', '--json'])
  expect(code).toBe(0)
  const listed: { id: string; steps: number }[] = JSON.parse(stdout)
  expect(listed.find(({ id }) => id === 'cloud-key')?.steps).toBeGreaterThan(3)
  expect((await typed(['drill', '--list'])).stdout.split('\n')).toHaveLength(listed.length + 1)
})

describe('check', () => {
  test('of an empty folder says on the standard error that there is nothing', async () => {
    expect(await typed(['check', folder])).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^No files to check in .*\n$/),
    })
  })

  test('gives its findings as JSON, in Actions without annotations between', async () => {
    writeFileSync(join(folder, 'x'), '')
    const { code, stdout, stderr } = await typed(['check', '--json', folder], { GITHUB_ACTIONS: 'true' })
    expect({ code, found: JSON.parse(stdout) }).toEqual({
      code: 2,
      found: { files: 0, problems: 0, warnings: 0, findings: [] },
    })
    expect(stderr).toMatch(/^No files to check in /)
  })
})

test('import gives its report as JSON', async () => {
  const file = join(folder, 'laptop.md')
  writeFileSync(file, '# Stolen laptop\n\n## Containment\n\n1. Lock it\n2. Wipe it\n')
  const out = join(folder, 'out')
  const { code, stdout } = await typed(['import', file, join(folder, 'nowhere.md'), '--out', out, '--json'])
  expect({ code, report: JSON.parse(stdout) }).toEqual({
    code: 1,
    report: [
      expect.objectContaining({ file: join(folder, 'nowhere.md'), says: 'Cannot read or write it (ENOENT)' }),
      expect.objectContaining({ file, wrote: join(out, 'laptop.md'), steps: 2 }),
    ],
  })
})

test('plan prints what would be done about an incident, and does nothing', async () => {
  const emulator = await setStage()
  try {
    const token = emulator.tokenFor('dana')
    const issue = async (labels: readonly string[]): Promise<string> => {
      const answer = await fetch(`${emulator.api}/repos/acme/incidents/issues`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
        body: JSON.stringify({ title: 'Report', labels }),
      })
      const { number } = (await answer.json()) as { number: number }
      return `acme/incidents#${number}`
    }
    const incident = await issue(['incident'])
    const plan = (...words: readonly string[]) => typed(['plan', ...words, '--host', emulator.api], { GH_TOKEN: token })
    const told = await plan(incident)
    expect(told).toMatchObject({ code: 0, stderr: '' })
    expect(told.stdout).toMatch(/^#1: .+\n( {2}.+\n)+$/)
    const data = JSON.parse((await plan(incident, '--json')).stdout)
    expect(data).toMatchObject({ outcome: 'planned', incident: { owner: 'acme', repo: 'incidents', number: 1 } })
    expect(await plan(incident)).toEqual(told)
    expect(await plan(await issue([]))).toMatchObject({ code: 1, stdout: expect.stringMatching(/^#2: .+\n$/) })
  } finally {
    await emulator.close()
  }
})
