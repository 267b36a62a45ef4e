import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import {
  type Actor,
  accountByLogin,
  commentsOf,
  createComment,
  createPull,
  type Emulator,
  type Permissions,
  push,
  repositoryByName,
} from 'github-emulator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundle } from '../../scripts/build.ts'
import { owner, repo, setStage } from '../../src/drill/stage.ts'

// The shipped workflow for pull requests, with the bundle in a process of its own, as a runner starts it.

let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-check-'))
  await bundle(join(folder, 'dist'))
}, 600_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const granted: Permissions = { contents: 'read', pull_requests: 'write', metadata: 'read' }
const leak = (title: string, ...steps: readonly string[]) =>
  `---\ntitle: ${title}\nseverity: SEV-2\n---\n## Contain\n${steps.map(step => `- [ ] ${step}\n`).join('')}`
const fine = leak('Leaked key', '`rotate` Rotate the key (security, required)')
const before = {
  'README.md': '# Incidents\n',
  '.github/incidents.yml': 'roster:\n  security: [bob]\n',
  '.github/incidents/old.md': fine,
}

const openPull = async (files: Record<string, string | null>) => {
  const emulator = await setStage()
  const { world } = emulator
  const home = repositoryByName(world.state, owner, repo)
  const bob = accountByLogin(world.state, 'bob')
  if (home === null || bob === null) throw new Error('the stage is empty')
  const actor: Actor = { kind: 'user', user: bob.id }
  push(world, actor, home.id, { branch: home.defaultBranch, files: before })
  push(world, actor, home.id, { branch: 'change', files })
  const pull = createPull(world, actor, home.id, { title: 'XYLOPHONE', head: 'change', base: home.defaultBranch })
  const issue = world.state.issues.get(pull.issueId)
  if (issue === undefined) throw new Error('the pull request is lost')
  return {
    emulator,
    actor,
    issue,
    change: (more: Record<string, string | null>) =>
      void push(world, actor, home.id, { branch: 'change', files: more }),
    comments: () => commentsOf(world.state, issue.id).map(({ body }) => body),
  }
}

type Pull = Awaited<ReturnType<typeof openPull>>

/** The files as actions/checkout leaves them. */
const checkedOut = (texts: Record<string, string>): string => {
  const at = mkdtempSync(join(folder, 'workspace-'))
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(at, path)), { recursive: true })
    writeFileSync(join(at, path), text)
  }
  return at
}

const run = (
  { emulator, issue }: { emulator: Emulator; issue: Pull['issue'] },
  texts: Record<string, string>,
  more: { permissions?: Permissions; run?: string; event?: string; channels?: string } = {},
) => {
  const at = mkdtempSync(join(folder, 'job-'))
  const file = (name: string, text: string): string => {
    writeFileSync(join(at, name), text)
    return join(at, name)
  }
  const [output, summary] = [file('output', ''), file('summary.md', '')]
  const payload = {
    action: 'synchronize',
    number: issue.number,
    pull_request: { number: issue.number, node_id: 'PR_node', title: issue.title },
  }
  const env = {
    PATH: process.env.PATH,
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: emulator.api,
    GITHUB_GRAPHQL_URL: emulator.graphql,
    GITHUB_REPOSITORY: `${owner}/${repo}`,
    GITHUB_EVENT_NAME: more.event ?? 'pull_request',
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(payload)),
    GITHUB_WORKSPACE: checkedOut(texts),
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    INPUT_RUN: more.run ?? 'check',
    INPUT_CHANNELS: more.channels ?? '',
    INPUT_TOKEN: emulator.actionsToken(`${owner}/${repo}`, more.permissions ?? granted),
  }
  const asked = emulator.requests.length
  return new Promise<{ code: number; said: string; problems: string; summary: string; wrote: number }>(resolve => {
    execFile(process.execPath, [join(folder, 'dist', 'action.js')], { env }, (error, stdout, stderr) => {
      const [, problems = ''] = /^problems<<(\S+)\n([\s\S]*?)\n\1$/m.exec(readFileSync(output, 'utf8'))?.slice(1) ?? []
      resolve({
        code: error === null ? 0 : Number(error.code),
        said: `${stdout}${stderr}`.replaceAll(/^::add-mask::.*\n/gm, ''),
        problems,
        summary: readFileSync(summary, 'utf8'),
        wrote: emulator.requests.slice(asked).filter(({ mutating }) => mutating).length,
      })
    })
  })
}

test('what is wrong with the input `channels` is a problem too, and no secret is needed to find it', async () => {
  const pull = await openPull({})
  const wrong = 'room: {kind: slack, url_env: ROOM}\nflow: {kind: teams, url: https://flow.test/XYLOPHONE}\n'
  const found = await run(pull, before, { channels: wrong })
  expect(found).toMatchObject({ code: 1, problems: '1' })
  expect(found.said).toContain('`url` of channel `flow` is written into the workflow')
  expect(found.said + found.summary + pull.comments().join()).not.toContain('XYLOPHONE')
})

test('a pull request is told what is wrong, and what its playbook would open; the same again sends nothing', async () => {
  const added = { '.github/incidents/leak.md': fine }
  const pull = await openPull(added)
  const first = await run(pull, { ...before, ...added })
  expect(first).toMatchObject({ code: 0, problems: '0', wrote: 1 })
  expect(pull.comments()).toHaveLength(1)
  expect(pull.comments()[0]).toContain('## Tocsin check: 0 problems, 2 warnings in 3 files')
  expect(pull.comments()[0]).toContain('### Leaked key')
  expect(pull.comments()[0]).toContain('| Contain | `rotate` Rotate the key | security |  | required |')
  expect(pull.comments()[0]).not.toContain('`old`')
  expect(first.summary).toContain('### Leaked key')
  expect(first.said + first.summary + pull.comments().join()).not.toContain('XYLOPHONE')

  const second = await run(pull, { ...before, ...added })
  expect(second).toMatchObject({ code: 0, wrote: 0 })
  expect(pull.emulator.violations).toEqual([])
  await pull.emulator.close()
})

test('the next push edits the comment, and problems fail the check with annotations', async () => {
  const added = { '.github/incidents/leak.md': fine }
  const pull = await openPull(added)
  await run(pull, { ...before, ...added })
  const broken = {
    '.github/incidents/leak.md': leak('Leaked key', '`rotate` Rotate (security)', '`rotate` %0A::error::@bob'),
  }
  pull.change(broken)
  const { code, problems, said, wrote } = await run(pull, { ...before, ...broken })
  expect([code, problems, wrote]).toEqual([1, '1', 1])
  expect(said).toContain('::error file=.github/incidents/leak.md,line=7,title=Tocsin check::')
  expect(said).toContain('::error::1 problem, 2 warnings in 3 files')
  expect(pull.comments()).toHaveLength(1)
  expect(pull.comments()[0]).toContain('`.github/incidents/leak.md:7` The id `rotate` is already used in line 6')
  expect(pull.comments()[0]).toContain('This playbook cannot be used until the problems above are fixed.')
  await pull.emulator.close()
})

test('renamed and deleted playbooks are named, and comments of others are left alone', async () => {
  const pull = await openPull({ '.github/incidents/old.md': null, '.github/incidents/new.md': fine })
  const forged = '<!-- tocsin:preview key=check of=1 incident=PR_node -->'
  createComment(pull.emulator.world, pull.actor, pull.issue.id, forged)
  const { '.github/incidents/old.md': _old, ...rest } = before
  await run(pull, { ...rest, '.github/incidents/new.md': fine })
  const [theirs, ours] = pull.comments()
  expect(theirs).toBe(forged)
  expect(ours).toContain('Deleted: `.github/incidents/old.md`')
  expect(ours).toContain('`new` · incident')
  expect(pull.emulator.violations).toEqual([])
  await pull.emulator.close()
})

test('where no comment can be written the summary says so, and the check is as good', async () => {
  const added = { '.github/incidents/leak.md': fine }
  const pull = await openPull(added)
  const read = await run(pull, { ...before, ...added }, { permissions: { ...granted, pull_requests: 'read' } })
  expect(read).toMatchObject({ code: 0, problems: '0' })
  expect(read.summary).toContain('### Leaked key')
  expect(read.summary).toContain('Tocsin could not comment on the pull request: GitHub answered 403.')
  expect(pull.comments()).toEqual([])
  const none = await run(pull, { ...before, ...added }, { permissions: { contents: 'read', metadata: 'read' } })
  expect(none).toMatchObject({ code: 0, wrote: 0 })
  expect(none.summary).toContain('Tocsin could not comment on the pull request')
  await pull.emulator.close()
})

test('a pull request of many files and many playbooks: every page is read, and the comment is short enough', async () => {
  const notes = Object.fromEntries(Array.from({ length: 120 }, (_, i) => [`.github/a/${i}.txt`, `${i}`]))
  const steps = Array.from({ length: 90 }, (_, i) => `\`step-${i}\` ${'long '.repeat(30)} (security)`)
  const many = Object.fromEntries(
    Array.from({ length: 15 }, (_, i) => [`.github/incidents/leak-${i}.md`, leak(`Leak ${i}`, ...steps)]),
  )
  const pull = await openPull({ ...notes, ...many })
  const { code } = await run(pull, { ...before, ...many })
  const [body = ''] = pull.comments()
  expect(code).toBe(0)
  expect(body.length).toBeLessThanOrEqual(65_000)
  expect(body).toContain('### Leak 0')
  expect(body).toContain('and 3 more changed playbooks, not shown here.')
  await pull.emulator.close()
})

test('nothing to check does not pass, a push has no comment, and a slip in `run` is told', async () => {
  const pull = await openPull({ 'README.md': 'x' })
  expect(await run(pull, { 'README.md': 'x' })).toMatchObject({
    code: 1,
    summary: expect.stringContaining('nothing to check'),
  })
  const pushed = await run(pull, before, { event: 'push' })
  expect(pushed).toMatchObject({ code: 0, wrote: 0, problems: '0', summary: expect.stringContaining('0 problems') })
  expect(await run(pull, before, { run: 'chekc' })).toMatchObject({
    code: 1,
    said: '::error::Unknown value of the input `run`. Expected: `incidents`, `plan` or `check`, for example `run: check`\n',
  })
  await pull.emulator.close()
})
