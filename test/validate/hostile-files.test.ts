import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkFiles } from '../../src/adapters/team-files/team-files.ts'
import { checkFolder } from '../../src/entrypoints/cli/check-folder.ts'
import { checkComment } from '../../src/messages/check-comment.ts'
import { check } from '../../src/validate/validate.ts'
import { timesAsMuch } from '../growth.ts'

// What the files of a pull request can do to the check.

const step = (id: string): string => `## Contain\n\n- [ ] \`${id}\` Do it\n`
const file = (name: string, text: string) => ({ name: `.github/incidents/${name}`, text, truncated: false })
const of = (...playbooks: readonly ReturnType<typeof file>[]) => ({
  configuration: null,
  playbooks,
  forms: [],
  refused: [],
})

test('of playbooks that include each other twice, twice as many cost little more', async () => {
  const layers = (count: number) =>
    of(
      ...Array.from({ length: count }, (_, n) => {
        const include = n < count - 1 ? `include: [p${n + 1}, p${n + 1}]\n` : ''
        return file(`p${n}.md`, `---\ntitle: P\nseverity: SEV-2\n${include}---\n${step(`do-${n}`)}`)
      }),
    )
  const [ten, twenty] = [layers(10), layers(20)]
  const times = await timesAsMuch(
    () => check(twenty),
    () => check(ten),
    8,
  )
  expect(times).toBeLessThan(8)
})

test('whatever is wrong is said of a file that is there', () => {
  const steps = Array.from({ length: 95 }, (_, n) => `- [ ] \`tell-${n}\` Tell ${n}\n`).join('')
  const part = file('notify-parties.md', `---\ntitle: Own\nkind: part\n---\n## Communicate\n\n${steps}`)
  const files = check(of(part)).findings.map(one => one.file)
  expect(files).toContain('.github/incidents/notify-parties.md')
  expect(files.filter(one => one.startsWith('templates/'))).toEqual([])
})

test('a ring of includes, a hundred of them, and one of itself are told, and end', () => {
  const ring = Array.from({ length: 100 }, (_, n) =>
    file(`p${n}.md`, `---\ntitle: P\nseverity: SEV-2\ninclude: [p${(n + 1) % 100}]\n---\n${step(`do-${n}`)}`),
  )
  const own = file('constructor.md', `---\ntitle: C\nseverity: SEV-2\ninclude: [constructor]\n---\n${step('x')}`)
  const { findings, own: usable } = check(of(...ring, own))
  expect(findings.filter(one => one.says.endsWith(': a cycle'))).toHaveLength(101)
  expect([...usable.values()].every(one => one === null)).toBe(true)
})

test('names, links, pipes and texts made for it command no runner, call nobody, and are not followed', async () => {
  const root = mkdtempSync(join(tmpdir(), 'check-'))
  const at = (name: string): string => join(root, '.github/incidents', name)
  mkdirSync(at(''), { recursive: true })
  writeFileSync(at('a\n::error::x @erin.md'), '# x\n')
  writeFileSync(at('\u202e##[error]#\u200b#[x.md'), '# x\n')
  writeFileSync(at('b.md'), '---\n"@erin closes #1": 1\n---\n## @erin closes #1\n- [ ] `@erin` x (@erin)\n')
  symlinkSync('/etc/passwd', at('link.md'))
  execFileSync('mkfifo', [at('pipe.md')])
  const lines: string[] = []
  const hear = (line: string): void => void lines.push(line)
  await checkFolder(root, { annotated: true, json: false }, hear, hear)
  const { findings, files } = await checkFiles(root)
  rmSync(root, { recursive: true })
  expect(lines.length).toBeGreaterThan(4)
  expect(lines.filter(line => /\n|##\[|\u202e/.test(line))).toEqual([])
  expect(lines.join('\n')).not.toContain('root:')
  const comment = checkComment({ findings, files, changed: [], deleted: ['.github/incidents/`@erin`.md'] }, 65_000)
  expect(comment).toMatch(/erin/)
  expect(comment.replace(/`[^`\n]*`/g, '')).not.toMatch(/@erin|#1/)
})

test('the comment of a pull request that changes everything fits, and calls nobody', () => {
  const text = (n: number): string =>
    Array.from({ length: 100 }, (_, i) => `- [ ] \`do-${i}\` ${'@erin #1 <!-- | ['.repeat(11)}${n}\n`).join('')
  const files = Array.from({ length: 14 }, (_, n) =>
    file(`p${n}.md`, `---\ntitle: "@erin | closes #1"\nseverity: SEV-2\n---\n## Contain\n\n${text(n)}`),
  )
  const broken = Array.from({ length: 60 }, (_, n) => file(`@erin-${n}.md`, '---\n"@erin": #1\n---\n## @erin\n'))
  const { findings, own, files: count } = check(of(...files, ...broken))
  const changed = [...own].map(([name, playbook]) => ({ file: name, playbook }))
  const deleted = files.map(one => one.name)
  for (const max of [65_000, 30_000, 22_500]) {
    const comment = checkComment({ findings, files: count, changed, deleted }, max)
    expect(comment.length).toBeLessThanOrEqual(max)
    expect(comment.replace(/`[^`\n]*`/g, '')).not.toMatch(/@erin|#1|<!--/)
  }
})
