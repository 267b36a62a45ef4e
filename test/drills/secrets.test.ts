import { randomBytes } from 'node:crypto'
import { accountByLogin, refsOf } from 'github-emulator'
import { describe, expect, test } from 'vitest'
import { asks } from '../../src/drill/actions.ts'
import { deployApp } from '../../src/drill/app-deployment.ts'
import { fill, setStage } from '../../src/drill/stage.ts'
import { summary } from '../../src/messages/summary.ts'
import { describe as inWords } from '../../src/operations/operation.ts'
import { nameOf } from '../../src/runtime/process-incident.ts'
import { openScene, outage, type Scene, small } from './scene.ts'

// What somebody pasted in a hurry: kept out of everything that we write, and told to whoever wrote it. And the words of
// an incident stay where people who may read it look for them: in no title, log, branch or commit message.

const letters = (count: number): string =>
  randomBytes(count * 2)
    .toString('base64')
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .slice(0, count)
    .padEnd(count, 'x')

/** Made here and now, of the forms that scanners know. */
const secrets = {
  'a token of GitHub’s': () => ['gh', 'p_', letters(36)].join(''),
  'a token of Slack’s': () => ['xox', 'b-', '123456789012-1234567890123-', letters(24)].join(''),
  'a private key, as short as ssh makes them': () => {
    const [begin, end] = ['BEGIN', 'END'].map(word => `-----${word} OPENSSH ${'PRIVATE'} KEY-----`)
    return [begin, ...Array.from({ length: 5 }, () => letters(70)), end].join('\n')
  },
  'an installation’s token, longer than they used to be': () => ['gh', 's_', letters(180)].join(''),
  'a signed token of somebody’s': () => ['ey', 'J', letters(40), '.ey', 'J', letters(60), '.', letters(43)].join(''),
}

/** Everything that we wrote anywhere: pages, comments, files, commit messages, names, log. */
const written = (scene: Scene): string => {
  const { state } = scene.world
  const us = accountByLogin(state, scene.emulator.app.slug)?.id
  const objects = [...(state.objects.get(scene.home().id)?.values() ?? [])]
  return [
    ...[...state.issues.values()].filter(one => one.authorId === us).flatMap(one => [one.title, one.body]),
    ...[...state.comments.values()]
      .filter(one => one.authorId === us)
      .flatMap(one => [one.body, ...one.edits.map(edit => edit.diff)]),
    ...objects.map(one => (one.type === 'blob' ? new TextDecoder().decode(one.content) : JSON.stringify(one))),
    ...[...state.labels.values()].flatMap(one => [one.name, one.description ?? '']),
    ...refsOf(state, scene.home().id, 'refs/').map(ref => ref.name),
    ...scene.scenario.log,
  ].join('\n')
}

/** The part of a secret that is nothing but itself. */
const core = (secret: string): string => secret.split('\n').at(1) ?? secret.slice(-24)

const toEnd = async (scene: Scene): Promise<void> => {
  await scene.says('dana', '/done stop-harm')
  await scene.closes('dana')
  expect(scene.board()).toContain('Post-mortem: #')
}

const link = String.raw`https?://[\w.:-]+/acme/incidents/issues/\d+#issuecomment-\d+`

/** What the author of a comment is told: where it is, what was found there, and what to type. */
const told = new RegExp(
  String.raw`\[Your comment\]\((${link})\) contains what looks like a secret \([\w, -]+\)\. Tocsin cut it out of the record, but GitHub has already e-mailed the comment and keeps it in the edit history\. \*\*Revoke and rotate the secret now\*\*, then delete the comment\. \x60/exposed credential <name>\x60 opens the steps to revoke and rotate it; \x60/redact \1\x60 has Tocsin delete the comment\.`,
)

describe.each(Object.entries(secrets))('%s', (_kind, make) => {
  test('beside an order that is followed: cut out everywhere, and its author is told to change it', async () => {
    const secret = make()
    const scene = await openScene()
    await scene.declare()
    await scene.says('dana', '/ic')
    await scene.says('bob', `/timeline 21:40Z they used the key below\n/severity SEV-1 it is out\n\n${secret}`)
    expect(scene.labels()).toContain('SEV-1')
    expect(scene.events().at(-2)).toMatchObject({ is: 'severity-set', flags: ['redacted'] })
    expect(scene.replies()).toEqual([expect.stringMatching(told)])
    await toEnd(scene)
    expect(written(scene)).not.toContain(core(secret))
    const writes = scene.writes()
    await scene.rest()
    expect(writes()).toBe(0)
  })

  test('in the words of an order, and in one that is refused', async () => {
    const secret = make().replaceAll('\n', ' ')
    const scene = await openScene()
    await scene.declare()
    await scene.says('dana', '/ic')
    await scene.says('bob', `/timeline 21:40Z they used ${secret} to get in`)
    await scene.says('mallory', `/severity SEV-4 ${secret}`)
    await scene.says('mallory', `/assign find-cause @${secret}`)
    expect(scene.replies()[0]).toMatch(told)
    expect(scene.replies()[1]).toContain('@mallory\n\n- `/severity SEV-4 [removed:')
    expect(scene.replies()[1]).toMatch(told)
    await toEnd(scene)
    expect(written(scene)).not.toContain(secret)
  })

  test('in the form that declares it', async () => {
    const secret = make()
    const scene = await openScene()
    await scene.declare({ body: `### What did you see?\n\nThis was in the log:\n\n${secret}\n` })
    expect(scene.replies().map(text => text.replace(/\([\w, -]+\)/, '(its kind)'))).toEqual([
      '@bob Your report contains what looks like a secret (its kind). Tocsin cut it out of the record, but GitHub has already e-mailed the report and keeps it in the edit history. **Revoke and rotate the secret now**, then remove it from the report and from its edit history. `/exposed credential <name>` opens the steps to revoke and rotate it.',
    ])
    await scene.says('dana', '/ic')
    await toEnd(scene)
    expect(scene.replies()).toHaveLength(1)
    expect(scene.events()[0]?.seen).toContain('[removed: ')
    expect(written(scene)).not.toContain(core(secret))
  })
})

describe('what used to slip through', () => {
  const slack = secrets['a token of Slack’s']
  const off = ['secretlint', '-disable'].join('')

  test.each<[what: string, secret: string, around: (secret: string) => string]>([
    ['a secret of AWS after its name', letters(40), it => `/timeline 21:40Z aws_secret_access_key = ${it}`],
    ['a secret of AWS in an environment', letters(40), it => `/timeline 21:40Z AWS_SECRET_ACCESS_KEY=${it}`],
    ['a comment that switches the scanner off', slack(), it => `<!-- ${off} -->\n\n/timeline the token is ${it}`],
    ['the same, of a shell', slack(), it => `# ${off}\n/timeline the token is ${it}`],
  ])('%s: nothing of it is in the record or a reply, and its author is told', async (_what, secret, around) => {
    const end = secret.slice(-24)
    const pieces = Array.from({ length: end.length - 7 }, (_, from) => end.slice(from, from + 8))
    const scene = await openScene()
    await scene.declare({ body: `### What did you see?\n\n${around(secret)}\n` })
    expect(scene.events()[0]?.seen).toContain('[removed: ')
    await scene.says('dana', '/ic')
    await scene.says('bob', around(secret))
    expect(scene.events().at(-2)).toMatchObject({ is: 'timeline-noted', flags: ['redacted'] })
    await scene.says('mallory', `${around(secret)}\n/severity SEV-4 ${around(secret)}`)
    expect(scene.replies()[1]).toMatch(told)
    expect(scene.replies()[2]).toMatch(told)
    await toEnd(scene)
    const all = written(scene)
    expect(all).toContain('[removed: ')
    expect(pieces.filter(piece => all.includes(piece))).toEqual([])
  })
})

describe.each(['app', 'action'] as const)('talk with a secret in it, read by the %s', identity => {
  test('is told of once, on whichever page, and nothing of it is kept', async () => {
    const secret = secrets['a token of GitHub’s']()
    const scene = await openScene({ identity })
    await scene.declare()
    await scene.says('bob', `look at ${secret}`)
    // a workflow is not woken by talk, which would cost a job each: it looks when it runs next
    await scene.says('dana', '/ic')
    expect(scene.replies()).toEqual([expect.stringMatching(told)])
    expect(scene.events().find(event => event.is === 'secret-removed')).toMatchObject({
      where: 'comment',
      kinds: ['github'],
    })
    await scene.says('bob', `the same in prose: password is Hunter22!x`, 'stop-harm')
    await scene.says('dana', '/status')
    expect(scene.replies('stop-harm')).toEqual([expect.stringMatching(told)])
    expect(written(scene)).not.toContain(core(secret))
    const writes = scene.writes()
    await scene.rest()
    expect(writes()).toBe(0)
  })
})

test('in the App such talk wakes a run by itself, and other talk wakes none', async () => {
  const emulator = await setStage({ clock: { frozen: '2026-03-01T21:43:00Z' }, setUp: world => fill(world, small) })
  const app = await deployApp(emulator)
  const ask = asks(emulator, emulator.fetch)
  const says = async (number: number, body: string) => {
    emulator.clock.advance(60_000)
    await ask('bob', 'POST', `/issues/${number}/comments`, { body })
    return (await app.settle()).map(({ ended, recorded }) => ({ ended, recorded }))
  }
  try {
    await ask('bob', 'POST', '/issues', { title: 'Report', body: 'Somebody is in.', labels: ['incident'] })
    await app.settle()
    expect(await says(1, 'the sign-ins look odd, I am looking at the log of build-1')).toEqual([])
    expect(await says(1, `look at ${secrets['a token of Slack’s']()}`)).toEqual([{ ended: 'settled', recorded: 1 }])
    // an issue that is no incident is none of ours, whatever is said there
    await ask('bob', 'POST', '/issues', { title: 'Other', body: 'A button is blue.' })
    await app.settle()
    const other = (await ask('bob', 'GET', '/issues?state=open&sort=created&direction=desc')) as readonly {
      number: number
    }[]
    expect(await says(other[0]?.number ?? 0, `look at ${secrets['a token of GitHub’s']()}`)).toEqual([])
  } finally {
    await app.close()
    await emulator.close()
  }
})

describe('the words of an incident', () => {
  const canary = 'XYLOPHONE-AT-THE-BACK-DOOR'
  const hidden = outage.replace('confidential: false', 'confidential: true').replaceAll('Stop the harm', canary)

  test.each(['app', 'action'] as const)('stand in no title, name, log, commit or summary of the %s', async identity => {
    const scene = await openScene({ identity, given: { ...small, '.github/incidents/outage.md': hidden } })
    const mailed = scene.world.state.mail.length
    await scene.declare({ body: `### What did you see?\n\n${canary}\n` })
    await scene.says(
      'dana',
      `/ic\n/severity SEV-1 ${canary}\n/timeline 21:00Z ${canary}\n/done ${canary}\n/${canary.toLowerCase()}`,
    )
    await scene.says('bob', `/done ${canary}`, 'stop-harm')
    await scene.closes('mallory')
    await scene.act('dana', 'PATCH', '/issues/1', { state: 'closed', state_reason: 'completed' })
    const last = await scene.scenario.start(identity).run()
    await scene.rest()

    const { state } = scene.world
    const holding = (texts: readonly string[]) => texts.filter(text => text.toUpperCase().includes(canary))
    expect(holding([...state.issues.values()].map(one => one.title))).toEqual([])
    expect(holding(state.mail.slice(mailed).map(one => one.subject))).toEqual([])
    expect(holding(refsOf(state, scene.home().id, 'refs/').map(ref => ref.name))).toEqual([])
    const commits = [...(state.objects.get(scene.home().id)?.values() ?? [])].filter(one => one.type === 'commit')
    expect(commits.length).toBeGreaterThan(4)
    expect(holding(commits.map(one => one.message))).toEqual([])
    expect(holding(scene.scenario.log)).toEqual([])
    expect(last.run.made.length).toBeGreaterThan(3)
    const handled = { number: 1, outcome: nameOf(last), recorded: 1, done: last.run.made.map(inWords) }
    expect(holding([summary([handled])])).toEqual([])
    // and where people look for them, they are
    expect(scene.events()[0]?.seen).toContain(canary)
    expect(scene.issue('stop-harm').body).toContain(canary)
  })
})
