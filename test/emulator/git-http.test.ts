import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  addRepository,
  addRuleset,
  type Emulator,
  type Repository,
  setVisibility,
  updateRepository,
} from 'github-emulator'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ask, startAcme } from './acme.ts'
import { type Desk, installed, openDesk } from './git-program.ts'

const repo = '/repos/acme/incidents'
const gpg = installed('gpg')
const base64 = (text: string) => Buffer.from(text).toString('base64')

let emulator: Emulator
let desk: Desk
let bob: string
let app: string

beforeEach(async () => {
  emulator = await startAcme({ inProcess: false })
  emulator.deliveries.hold()
  desk = openDesk()
  bob = emulator.tokenFor('bob')
  app = emulator.installationToken()
})

afterEach(async () => {
  desk.close()
  await emulator.close()
})

const home = (): Repository => {
  const [found] = emulator.world.state.repositories.values()
  if (!found) throw new Error('there is no repository')
  return found
}
const address = (token: string | null, name = 'acme/incidents.git') =>
  `${emulator.url.replace('://', token === null ? '://' : `://x-access-token:${token}@`)}/${name}`
const write = (path: string, text: string) => writeFileSync(join(desk.folder, path), text)
const head = (branch = 'main') => home().refs.get(`refs/heads/${branch}`)
/** Git's exit code, and what a person reads. */
const tried = async (within: string, ...args: string[]) => {
  const { code, stderr } = await desk.run('git', args, { within })
  return { code, stderr: stderr.replaceAll(emulator.url, 'http://github').replaceAll(/ +$/gm, '') }
}

const putFile = async (path: string, text: string) => {
  const made = await ask(emulator, app, `PUT ${repo}/contents/${encodeURI(path)}`, {
    message: `Add ${path}`,
    content: base64(text),
  })
  expect(made.status).toBe(201)
}

const clone = (token: string, folder = 'work') => desk.git('.', 'clone', '-q', address(token), folder)

const commitFile = async (path: string, text: string, message = `Write ${path}`) => {
  write(`work/${path}`, text)
  await desk.git('work', 'add', '.')
  await desk.git('work', 'commit', '-q', '-m', message)
  return desk.git('work', 'rev-parse', 'HEAD')
}

/** One commit of its own branch, as fast-import reads it: each is one more line of "have" in a fetch. */
const stream = (message: string, n: number, tree: string) =>
  [
    `commit refs/heads/own-${n}`,
    `committer Bob <bob@example.com> ${1_700_000_000 + n} +0000`,
    `data ${message.length}`,
    message,
    'from refs/heads/main',
    `M 040000 ${tree} copy`,
    '',
  ].join('\n')

describe.skipIf(!installed('git'))('git', () => {
  test('lists what there is, in every version of the protocol', async () => {
    const oid = head()
    for (const version of [0, 1, 2]) {
      const listed = await desk.git('.', '-c', `protocol.version=${version}`, 'ls-remote', '--symref', address(bob))
      expect(listed.split('\n')).toEqual([`ref: refs/heads/main\tHEAD`, `${oid}\tHEAD`, `${oid}\trefs/heads/main`])
    }
  })

  test('clones what the API committed, with the ids the API gave and nothing to complain of', async () => {
    await putFile('docs/ü b.md', 'b\n')
    await ask(emulator, app, `POST ${repo}/git/refs`, { ref: 'refs/heads/side', sha: head() })
    await clone(bob)
    expect(await desk.git('work', 'rev-parse', 'HEAD', 'origin/side')).toBe(`${head()}\n${head()}`)
    expect(await desk.git('work', 'fsck', '--strict', '--full')).toBe('')
    expect(await desk.git('work', 'show', 'HEAD:docs/ü b.md')).toBe('b')
    expect(await desk.git('work', 'log', '-1', '--format=%an, %cn <%ce>: %s')).toBe(
      'tocsin[bot], GitHub <noreply@github.com>: Add docs/ü b.md',
    )
  })

  test('fetches what came later, also without `.git` in the address and through a long, zipped request', async () => {
    await desk.git('.', 'clone', '-q', address(bob, 'acme/incidents'), 'work')
    const tree = await desk.git('work', 'rev-parse', 'HEAD^{tree}')
    const many = Array.from({ length: 40 }, (_, n) => stream(`own ${n}`, n, tree)).join('')
    expect(await desk.run('git', ['fast-import', '--quiet'], { within: 'work', input: many })).toMatchObject({
      code: 0,
    })
    await putFile('later.md', 'x\n')
    await desk.git('work', 'fetch', '-q')
    expect(await desk.git('work', 'rev-parse', 'origin/main')).toBe(head())
    expect(await desk.git('work', 'fsck', '--strict')).toBe('')
  })

  test('makes shallow and partial clones', async () => {
    for (const path of ['a.md', 'b.md']) await putFile(path, path)
    await desk.git('.', 'clone', '-q', '--depth', '1', address(bob), 'shallow')
    expect(await desk.git('shallow', 'rev-list', '--count', 'HEAD')).toBe('1')
    await desk.git('shallow', 'fetch', '-q', '--unshallow')
    expect(await desk.git('shallow', 'rev-list', '--count', 'HEAD')).toBe('3')
    await desk.git('.', 'clone', '-q', '--filter=blob:none', '--no-checkout', address(bob), 'partial')
    expect(await desk.git('partial', 'rev-list', '--objects', '--missing=print', 'HEAD')).toMatch(/^\?[0-9a-f]{40}$/m)
    expect(await desk.git('partial', 'show', 'HEAD:b.md')).toBe('b.md')
  })

  test('fetches the head of a pull request whose branch is gone', async () => {
    await clone(bob)
    await desk.git('work', 'switch', '-q', '-c', 'side')
    const oid = await commitFile('side.md', 'side\n')
    await desk.git('work', 'push', '-q', 'origin', 'side')
    await ask(emulator, bob, `POST ${repo}/pulls`, { title: 'Side', head: 'side', base: 'main' })
    await desk.git('work', 'push', '-q', 'origin', ':side')
    expect(await desk.git('.', 'ls-remote', address(bob), 'refs/pull/*')).toBe(`${oid}\trefs/pull/1/head`)
    expect(await tried('work', 'push', 'origin', 'HEAD:refs/pull/1/head', '--force')).toMatchObject({ code: 1 })
  })

  test('sees nothing of a later push once the emulator is back at a checkpoint', async () => {
    await clone(bob)
    const saved = emulator.checkpoint()
    const before = head()
    const oid = await commitFile('later.md', 'later\n')
    await desk.git('work', 'push', '-q')
    emulator.restore(saved)
    expect(await desk.git('.', 'ls-remote', address(bob), 'main')).toBe(`${before}\trefs/heads/main`)
    await desk.git('.', 'clone', '-q', address(bob), 'second')
    expect(await tried('second', 'fetch', 'origin', oid)).toMatchObject({
      code: 128,
      stderr: expect.stringContaining('not our ref'),
    })
    await desk.git('work', 'push', '-q')
    expect(head()).toBe(oid)
  })
})

describe.skipIf(!installed('git') || !gpg)('signatures', () => {
  const importKey = async () => {
    const key = await emulator.fetch(`${emulator.url}/web-flow.gpg`)
    await desk.run('gpg', ['--batch', '--import'], { input: await key.text() })
  }

  test('git verifies what GitHub committed with the key GitHub publishes', async () => {
    await putFile('b.md', 'b\n')
    await clone(bob)
    await importKey()
    expect(await tried('work', 'verify-commit', 'HEAD')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('Good signature from "GitHub <noreply@github.com>"'),
    })
    expect(await desk.git('work', 'log', '--format=%G? %GK')).toMatch(/^[GU] [0-9A-F]{16}\nN$/)
    expect(await tried('work', 'verify-commit', 'HEAD^')).toMatchObject({ code: 1 })
  })

  test('a merge of a pull request is signed, and what somebody amends of it no longer is', async () => {
    await clone(bob)
    await desk.git('work', 'switch', '-q', '-c', 'side')
    await commitFile('side.md', 'side\n')
    await desk.git('work', 'push', '-q', 'origin', 'side')
    await ask(emulator, bob, `POST ${repo}/pulls`, { title: 'Side', head: 'side', base: 'main' })
    expect((await ask(emulator, bob, `PUT ${repo}/pulls/1/merge`, {})).status).toBe(200)
    await desk.git('work', 'pull', '-q', 'origin', 'main')
    await importKey()
    expect(await tried('work', 'verify-commit', 'HEAD')).toMatchObject({ code: 0 })
    await desk.git('work', 'commit', '-q', '--amend', '-m', 'Mine')
    expect(await tried('work', 'verify-commit', 'HEAD')).toMatchObject({ code: 1 })
  })

  test('a commit that is rewritten around GitHub’s signature is pushed, and is invalid', async () => {
    await putFile('b.md', 'b\n')
    await clone(bob)
    const signed = await desk.git('work', 'cat-file', 'commit', 'HEAD')
    const input = signed.replace('Add b.md', 'Forged')
    const { stdout } = await desk.run('git', ['hash-object', '-t', 'commit', '-w', '--stdin'], {
      within: 'work',
      input,
    })
    await desk.git('work', 'push', '-q', 'origin', `${stdout.trim()}:refs/heads/forged`)
    const { body } = await ask(emulator, bob, `GET ${repo}/commits/forged`)
    expect(body).toMatchObject({
      sha: stdout.trim(),
      commit: { verification: { verified: false, reason: 'invalid', payload: expect.stringContaining('Forged') } },
    })
  })

  test('a commit that somebody signs with their own key is by an unknown key', async () => {
    await clone(bob)
    const spec = ['--batch', '--passphrase', '', '--quick-generate-key', 'Bob <bob@example.com>', 'ed25519', 'sign']
    expect(await desk.run('gpg', spec)).toMatchObject({ code: 0 })
    await desk.git('work', 'commit', '-q', '--allow-empty', '-S', '-m', 'Signed by Bob')
    await desk.git('work', 'push', '-q')
    const { body } = await ask(emulator, bob, `GET ${repo}/commits/main`)
    expect(body).toMatchObject({
      commit: { verification: { verified: false, reason: 'unknown_key', verified_at: null } },
    })
    const query = `{ repository(owner: "acme", name: "incidents") { object(expression: "main") { ... on Commit {
      signature { __typename isValid state wasSignedByGitHub } } } } }`
    const asked = await emulator.fetch(emulator.graphql, {
      method: 'POST',
      headers: { authorization: `Bearer ${bob}` },
      body: JSON.stringify({ query }),
    })
    const signature = { __typename: 'GpgSignature', isValid: false, state: 'UNKNOWN_KEY', wasSignedByGitHub: false }
    expect(await asked.json()).toEqual({ data: { repository: { object: { signature } } } })
  })
})

describe.skipIf(!installed('git'))('a push', () => {
  beforeEach(() => clone(bob))

  test('is seen by REST, and as a webhook', async () => {
    const before = head()
    const oid = await commitFile('pushed.md', 'from a machine\n', 'Push a file\n\nWith a body')
    await desk.git('work', 'push', '-q')
    expect((await ask(emulator, bob, `GET ${repo}/git/ref/heads/main`)).body).toMatchObject({ object: { sha: oid } })
    expect((await ask(emulator, bob, `GET ${repo}/contents/pushed.md`)).body).toMatchObject({
      content: `${base64('from a machine\n')}\n`,
    })
    expect((await ask(emulator, bob, `GET ${repo}/commits/main`)).body).toMatchObject({
      commit: { message: 'Push a file\n\nWith a body\n', verification: { verified: false, reason: 'unsigned' } },
      author: { login: 'bob' },
      files: [{ filename: 'pushed.md', status: 'added' }],
    })
    const [delivery] = emulator.deliveries.pending().filter(each => each.event === 'push')
    expect(delivery?.payload).toMatchObject({
      ref: 'refs/heads/main',
      before,
      after: oid,
      forced: false,
      pusher: { name: 'bob' },
      commits: [{ id: oid, added: ['pushed.md'] }],
    })
    expect(emulator.violations).toEqual([])
  })

  test('closes the issue that its message names, as any commit on the default branch', async () => {
    await ask(emulator, bob, `POST ${repo}/issues`, { title: 'broken' })
    await commitFile('fix.md', 'x\n', 'Fixes #1')
    await desk.git('work', 'push', '-q')
    expect((await ask(emulator, bob, `GET ${repo}/issues/1`)).body).toMatchObject({ state: 'closed' })
  })

  test('of a new branch says where to open a pull request; tags come and branches go', async () => {
    await commitFile('side.md', 'side\n')
    const { code, stderr } = await tried('work', 'push', 'origin', 'HEAD:side')
    expect({ code, stderr: stderr.split('\n').filter(line => line.startsWith('remote:')) }).toEqual({
      code: 0,
      stderr: [
        'remote:',
        "remote: Create a pull request for 'side' on GitHub by visiting:",
        'remote:      http://github/acme/incidents/pull/new/side',
        'remote:',
      ],
    })
    await desk.git('work', 'tag', '-a', 'v1', '-m', 'One')
    await desk.git('work', 'push', '-q', 'origin', 'v1', ':side')
    expect([...home().refs.keys()]).toEqual(['refs/heads/main', 'refs/tags/v1'])
    const tag = await desk.git('work', 'rev-parse', 'v1')
    expect((await ask(emulator, bob, `GET ${repo}/git/tags/${tag}`)).body).toMatchObject({
      tag: 'v1',
      message: 'One\n',
    })
  })

  test('goes backwards only when it is forced', async () => {
    await commitFile('a.md', 'a\n')
    await desk.git('work', 'push', '-q')
    await desk.git('work', 'commit', '-q', '--amend', '-m', 'Otherwise')
    expect(await tried('work', 'push')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('(non-fast-forward)'),
    })
    await desk.git('work', 'push', '-q', '--force')
    expect(head()).toBe(await desk.git('work', 'rev-parse', 'HEAD'))
    const pushed = emulator.deliveries.pending().filter(each => each.event === 'push')
    expect(pushed.at(-1)?.payload).toMatchObject({ forced: true })
  })

  test('that comes second is refused until it has fetched the first', async () => {
    await putFile('first.md', 'first\n')
    await commitFile('second.md', 'second\n')
    expect(await tried('work', 'push')).toMatchObject({ code: 1, stderr: expect.stringContaining('(fetch first)') })
    await desk.git('work', 'pull', '-q', '--rebase')
    await desk.git('work', 'push', '-q')
    expect(head()).toBe(await desk.git('work', 'rev-parse', 'HEAD'))
  })

  test('of many megabytes comes in pieces and arrives whole', async () => {
    const noise = Array.from({ length: 60_000 }, (_, n) => `${(n * 2654435761) % 4294967291} ${Math.sin(n)}`).join('\n')
    const oid = await commitFile('big.txt', noise)
    await desk.git('work', '-c', 'http.postBuffer=65536', 'push', '-q')
    expect(head()).toBe(oid)
    const { body } = await ask(emulator, bob, `GET ${repo}/contents/big.txt`)
    expect(body).toMatchObject({ size: noise.length })
  })

  test('from a shallow clone is taken', async () => {
    await desk.git('.', 'clone', '-q', '--depth', '1', address(bob), 'shallow')
    write('shallow/new.md', 'new\n')
    await desk.git('shallow', 'add', '.')
    await desk.git('shallow', 'commit', '-q', '-m', 'On top')
    await desk.git('shallow', 'push', '-q')
    expect(head()).toBe(await desk.git('shallow', 'rev-parse', 'HEAD'))
  })

  test('into an empty repository names its default branch', async () => {
    const empty = addRepository(emulator.world, { owner: 'acme', name: 'empty' })
    const alice = emulator.tokenFor('alice')
    await desk.git('work', 'push', '-q', address(alice, 'acme/empty.git'), 'main:trunk')
    expect([empty.defaultBranch, ...empty.refs.keys()]).toEqual(['trunk', 'refs/heads/trunk'])
    expect(await desk.git('.', 'ls-remote', '--symref', address(alice, 'acme/empty.git'), 'HEAD')).toContain('trunk')
  })

  test('against a ruleset is declined in GitHub’s words, and leaves nothing behind', async () => {
    addRuleset(emulator.world, home().id, { name: 'locked', include: ['~DEFAULT_BRANCH'], rules: ['update'] })
    const before = head()
    const oid = await commitFile('a.md', 'a\n')
    const { code, stderr } = await tried('work', 'push')
    expect(code).toBe(1)
    expect(stderr.split('\n').slice(0, 7)).toEqual([
      'remote: error: GH013: Repository rule violations found for refs/heads/main.',
      'remote: Review all repository rules at http://github/acme/incidents/rules?ref=refs%2Fheads%2Fmain',
      'remote:',
      'remote: - Cannot update this protected ref.',
      'remote:',
      expect.stringMatching(/^To http/),
      ' ! [remote rejected] main -> main (push declined due to repository rule violations)',
    ])
    expect(head()).toBe(before)
    expect((await ask(emulator, bob, `GET ${repo}/git/commits/${oid}`)).status).toBe(404)
    expect(emulator.deliveries.pending()).toEqual([])
  })

  test('that is forced against a ruleset is declined, and an App that may bypass it is not', async () => {
    const bypass = [{ type: 'Integration', appId: emulator.app.id }] as const
    const rules = ['non_fast_forward', 'deletion'] as const
    addRuleset(emulator.world, home().id, { name: 'kept', include: ['~ALL'], rules: [...rules], bypass: [...bypass] })
    await desk.git('work', 'commit', '-q', '--amend', '-m', 'Rewritten')
    expect((await tried('work', 'push', '--force')).stderr).toContain('- Cannot force-push to this branch')
    await desk.git('work', 'push', '-q', '--force', address(app), 'main')
    expect(head()).toBe(await desk.git('work', 'rev-parse', 'HEAD'))
  })

  test('of two refs moves the one that may be moved, and none when it is atomic', async () => {
    addRuleset(emulator.world, home().id, { name: 'locked', include: ['~DEFAULT_BRANCH'], rules: ['update'] })
    const oid = await commitFile('a.md', 'a\n')
    const atomic = await tried('work', 'push', '--atomic', 'origin', 'main', 'main:side')
    expect(atomic).toMatchObject({ code: 1, stderr: expect.stringContaining('main -> side (atomic push failure)') })
    expect([...home().refs.keys()]).toEqual(['refs/heads/main'])
    expect(await tried('work', 'push', 'origin', 'main', 'main:side')).toMatchObject({ code: 1 })
    expect(head('side')).toBe(oid)
  })

  test('cannot delete the default branch', async () => {
    expect((await tried('work', 'push', 'origin', ':main')).stderr).toContain(
      '! [remote rejected] main (refusing to delete the current branch: refs/heads/main)',
    )
  })

  test('of a broken object is refused', async () => {
    const tree = await desk.git('work', 'rev-parse', 'HEAD^{tree}')
    const input = `tree ${tree}\nauthor Bob bob@example.com 1700000000 +0000\ncommitter Bob <b@c> 1700000000 +0000\n\nx\n`
    const args = ['hash-object', '-t', 'commit', '-w', '--stdin', '--literally']
    const { stdout } = await desk.run('git', args, { within: 'work', input })
    const { code, stderr } = await tried('work', 'push', 'origin', `${stdout.trim()}:refs/heads/bad`)
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('missingEmail') })
    expect(stderr).toContain('(unpacker error)')
    expect(head('bad')).toBeUndefined()
  })
})

describe.skipIf(!installed('git'))('who may', () => {
  const listed = (token: string | null, name?: string) => tried('.', 'ls-remote', address(token, name))

  test('read: those who may see it; for others it is not there', async () => {
    expect((await listed(emulator.tokenFor('carol'))).code).toBe(0)
    expect((await listed(emulator.actionsToken('acme/incidents', { contents: 'read' }))).code).toBe(0)
    for (const name of ['acme/incidents.git', 'acme/nothing.git']) {
      expect((await listed(emulator.tokenFor('mallory'), name)).stderr).toMatch(
        /^remote: Repository not found\.\nfatal: /,
      )
      expect((await listed(null, name)).stderr).toContain('could not read Username')
    }
    expect((await listed('ghp_wrong')).stderr).toMatch(
      /^remote: Invalid username or token\. .*\nfatal: Authentication failed/,
    )
    expect((await listed(emulator.installationToken({ permissions: { issues: 'write' } }))).stderr).toContain('403')
  })

  test('read a public repository: everybody, and push to it only with a name', async () => {
    setVisibility(emulator.world, null, home().id, 'public')
    expect((await listed(null)).code).toBe(0)
    await clone(bob)
    expect((await tried('work', 'push', address(null), 'main:x')).stderr).toContain('could not read Username')
    const { stderr } = await tried('work', 'push', address(emulator.tokenFor('mallory')), 'main:x')
    expect(stderr).toContain('remote: Permission to acme/incidents.git denied to mallory.')
  })

  test('push: those who may write, until it is archived', async () => {
    await clone(bob)
    await commitFile('a.md', 'a\n')
    const push = (token: string) => tried('work', 'push', address(token), 'main')
    expect((await push(emulator.tokenFor('dave'))).stderr).toBe(
      [
        'remote: Permission to acme/incidents.git denied to dave.',
        `fatal: unable to access '${address(null).replace(emulator.url, 'http://github')}/': The requested URL returned error: 403`,
        '',
      ].join('\n'),
    )
    const reading = emulator.actionsToken('acme/incidents', { contents: 'read' })
    expect((await push(reading)).stderr).toContain('denied to github-actions[bot].')
    updateRepository(emulator.world, null, home().id, { archived: true })
    expect((await push(bob)).stderr).toContain('remote: This repository was archived so it is read-only.')
    updateRepository(emulator.world, null, home().id, { archived: false })
    expect((await push(bob)).code).toBe(0)
  })
})

describe('requests that git no longer makes', () => {
  const get = (path: string, headers: Record<string, string> = {}) =>
    emulator.fetch(`${emulator.url}/acme/incidents.git/${path}`, { headers })

  test('the dumb protocol is refused', async () => {
    const answer = await get('info/refs')
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('no longer supports git over dumb-http')
  })

  test('a stranger is asked for a password, as GitHub asks', async () => {
    const answer = await get('info/refs?service=git-upload-pack')
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toBe('Basic realm="GitHub"')
  })

  test('a push that is none is a bad request, and one of the wrong kind is not read', async () => {
    const post = (type: string) =>
      emulator.fetch(`${emulator.url}/acme/incidents.git/git-receive-pack`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa(`bob:${bob}`)}`, 'content-type': type },
        body: 'hello',
      })
    expect((await post('application/x-git-receive-pack-request')).status).toBe(400)
    expect((await post('text/plain')).status).toBe(415)
    expect((await get('git-upload-pack')).status).toBe(405)
  })
})
