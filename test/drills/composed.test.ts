import { describe, expect, test } from 'vitest'
import { report } from '../../src/drill/acme.ts'
import { standing } from '../../src/drill/standing.ts'
import { openScene, outage, parts, small, team } from './scene.ts'

// Scenarios that turn out to be two, assets that are found later, work that nobody foresaw.

const given = { ...small, ...parts }

const openDesk = async () => {
  const scene = await openScene({ given })
  await scene.declare()
  await scene.says('dana', '/ic\n/confirm\n/assign forensics\n/assign security')
  return scene
}

describe('a second playbook', () => {
  test('brings its new steps, and the board says where they came from; said twice, it is refused', async () => {
    const scene = await openDesk()
    await scene.says('bob', '/playbook add take-images')
    // a confidential playbook tells nothing in a title, on an incident that is open to all either
    expect(scene.issue('read-images').title).toBe('Attorney Work Project: sapphire-basket, step 4')
    expect(scene.board()).toContain('| | *from* `take-images` | | |\n| #')
    expect(scene.board()).toContain('`read-images` Read the images | alice | blocked by `image` |')
    expect(scene.board()).toContain('`image` Take an image | alice | opens with `/asset add`, required |')
    expect(scene.board()).toContain(
      '**Which assets are affected?** `/asset add <name>` opens `image`, `wipe` for each.',
    )
    await scene.says('bob', '/playbook add take-images')
    expect(scene.lastReply()).toContain('already on the checklist')
  })

  test('keeps what it was when it was added, whatever becomes of its file', async () => {
    const scene = await openDesk()
    await scene.says('bob', '/playbook add take-images')
    const kinds = scene.events().find(event => event.is === 'playbook-added')
    expect(kinds?.steps).toMatchObject([{ id: 'image', perAsset: true }, { id: 'wipe' }, { id: 'read-images' }])
  })

  test('of a required step per asset the incident cannot be closed before an asset is named, or the step skipped', async () => {
    const scene = await openDesk()
    await scene.says('bob', '/playbook add take-images\n/done stop-harm')
    await scene.closes('dana')
    expect(scene.issue().state).toBe('open')
    expect(scene.lastReply()).toContain(
      '`image`: `/asset add <name>` to open it for an asset, or `/skip image <reason>`',
    )
    await scene.says('dana', '/skip image no machine had a part in it')
    await scene.closes('dana')
    expect(scene.issue().state).toBe('closed')
    expect(standing(scene.emulator).postMortem(scene.scenario.incident())).toContain('`image` was skipped by dana')
  })
})

describe('assets', () => {
  test('each named one opens its round, blocked by that of the same asset, and pings its role once', async () => {
    const scene = await openDesk()
    await scene.says('bob', '/playbook add take-images')
    const mailed = scene.mailed()
    await scene.says('bob', '/asset add web-1 the login page\n/asset add db.example.com')
    expect(scene.issue('image:web-1').title).toBe('Attorney Work Project: sapphire-basket, step 5')
    expect(scene.issue('image:web-1').body).toContain('## Take an image: web-1')
    expect(scene.assignees('image:web-1')).toEqual(['alice'])
    expect(scene.assignees('wipe:web-1')).toEqual([])
    expect(scene.issue('wipe:web-1').blockedByIds).toEqual([scene.issue('image:web-1').id])
    expect([...scene.issue('read-images').blockedByIds].toSorted()).toEqual(
      [scene.issue('image:web-1').id, scene.issue('image:db-example-com').id].toSorted(),
    )
    expect(scene.board()).toContain('| | *for* web-1 | | |')
    expect(mailed()).toContain('alice')
  })

  test('one that is found later opens its round then, and what waited for all waits for it as well', async () => {
    const scene = await openDesk()
    await scene.says('bob', '/playbook add take-images\n/asset add web-1')
    await scene.says('alice', '/done sha256 in the vault', 'image:web-1')
    expect(scene.board()).toContain('`read-images` Read the images | alice | **ready** |')
    await scene.says('bob', '/asset add web-2 same key')
    expect(scene.board()).toContain('`read-images` Read the images | alice | blocked by `image:web-2` |')
    expect(scene.board()).toContain('gate: blocked by `image:web-2`')
    await scene.says('alice', '/done image web-2')
    expect(scene.board()).toContain('`read-images` Read the images | alice | **ready** |')
  })

  test('closing the page of a round by hand is doing it; a blocked gate is opened again', async () => {
    const scene = await openDesk()
    await scene.says('bob', '/playbook add take-images\n/asset add web-1')
    await scene.closes('alice', 'wipe:web-1')
    expect(scene.issue('wipe:web-1').state).toBe('open')
    expect(scene.lastReply('wipe:web-1')).toContain('`wipe:web-1` is blocked until `image:web-1` is done.')
    await scene.closes('alice', 'image:web-1')
    await scene.closes('alice', 'wipe:web-1')
    expect(scene.kinds().filter(kind => kind === 'step-done')).toHaveLength(2)
  })
})

test('what is exposed has its three steps, and their being done is the proof in the post-mortem', async () => {
  const scene = await openDesk()
  await scene.says('bob', '/exposed credential deploy-key 2 it was in the build log')
  expect(scene.board()).toContain('| | *for* deploy-key *(exposed credential)* | | |')
  expect(scene.assignees('revoke:credential-deploy-key')).toEqual(['bob'])
  await scene.says('bob', '/done revoke credential-deploy-key\n/done rotate-everywhere credential-deploy-key')
  await scene.says('alice', '/done no use but ours', 'check-use:credential-deploy-key')
  await scene.says('bob', '/done stop-harm')
  await scene.says('bob', '/asset list')
  expect(scene.lastReply()).toContain(
    '**deploy-key**, exposed credential (2): all 3 steps finished; it was in the build log',
  )
  await scene.closes('dana')
  expect(standing(scene.emulator).postMortem(scene.scenario.incident())).toMatch(
    /\| Exposed: the credential deploy-key \(2\) \| `revoke` done 2026-03-01 \d\d:\d\d by bob; `rotate-everywhere` done [^|]* by bob; `check-use` done [^|]* by alice; it was in the build log \|/,
  )
})

test('a step that no playbook foresaw has its page, its place on the board, and its line in the record', async () => {
  const scene = await openDesk()
  await scene.says('bob', '/step add Call the bank (counsel, within 2h)')
  const page = scene.issue('call-the-bank')
  expect(page.title).toBe('4. Call the bank')
  expect(page.body).toContain('within 2 h')
  expect(scene.board()).toContain('| | *added by hand* | | |\n| #')
  await scene.says('carol', '/done', 'call-the-bank')
  expect(scene.lastReply('call-the-bank')).toContain('anyone with write access')
})

describe('a form that asks for a playbook', () => {
  const label = (id: string) => ({ labels: ['incident', `playbook: ${id}`] })
  const open = async (files: Record<string, string>, id: string) => {
    const scene = await openScene({ given: { ...given, ...files } })
    await scene.act('dana', 'POST', '/labels', { name: `playbook: ${id}`, color: 'ededed' })
    await scene.declare(label(id))
    return scene
  }

  test('that is broken opens the usual one, and the incident says so', async () => {
    const scene = await open({ '.github/incidents/huge.md': '---\ntitle: Huge\n---\n' }, 'huge')
    expect(scene.board()).toContain(
      '**The requested playbook `huge` cannot be used** (it is missing, broken, or only a part of others). This is the checklist of *Outage* instead.',
    )
    expect(scene.board()).toContain('`.github/incidents/huge.md:1`')
    expect(scene.issue('stop-harm').state).toBe('open')
  })

  test('of 101 steps is refused before anything of it is written, with advice', async () => {
    const steps = Array.from({ length: 101 }, (_, n) => `- [ ] \`do-${n}\` Do ${n}\n`).join('\n')
    const text = `---\ntitle: Huge\nseverity: SEV-2\n---\n## Contain\n\n${steps}`
    const scene = await open({ '.github/incidents/huge.md': text }, 'huge')
    expect(scene.board()).toContain('The playbook has 101 steps. Expected: at most 100')
    expect(scene.issue('find-cause').state).toBe('open')
    expect(() => scene.issue('do-1')).toThrow()
  })

  test('that is only a part opens the usual one', async () => {
    const scene = await open({}, 'take-images')
    expect(scene.board()).toContain('The requested playbook `take-images` cannot be used')
  })
})

describe('what the form names as affected', () => {
  const naming = (assets: string) => ({ body: report.replace('build-1', assets) })

  test('opens its rounds at once, up to what GitHub has room for; prose names nothing', async () => {
    const scene = await openScene({
      given: {
        ...given,
        '.github/incidents/outage.md': `${outage}\n## Contain\n\n- [ ] \`image\` Take an image (per asset)\n`,
      },
    })
    await scene.declare(naming('- web-1 - the login page\n- `db.example.com`\nwe are not sure about the rest'))
    expect(scene.issue('image:web-1').title).toBe('4. Take an image: web-1')
    expect(scene.issue('image:db-example-com').state).toBe('open')
    expect(scene.events().filter(event => event.is === 'asset-added')).toMatchObject([
      { name: 'web-1', note: 'the login page' },
      { name: 'db.example.com' },
    ])
  })

  test('is known when a playbook with steps per asset is added', async () => {
    const scene = await openScene({ given })
    await scene.declare(naming('web-1'))
    await scene.says('bob', '/playbook add take-images')
    expect(scene.issue('image:web-1').state).toBe('open')
  })
})

test('the answers about harm propose the severity, unless somebody chose one', async () => {
  const answered = `${report}\n### Did somebody get access who should not have?\n\nYes\n\n### Is customer or personal data out, or may it be?\n\nNot known\n`
  const scene = await openScene({
    given: { ...given, '.github/incidents/outage.md': outage.replace('SEV-2', 'SEV-4') },
  })
  await scene.declare({ body: answered })
  expect(scene.labels()).toContain('SEV-2')
  expect(scene.events()[0]).toMatchObject({
    impact: expect.stringContaining('Did somebody get unauthorised access? Yes'),
  })
})

describe('the privilege prefix', () => {
  const secret = outage.replace('confidential: false', 'confidential: true')
  const open = async (line: string) => {
    const scene = await openScene({
      given: { ...small, '.github/incidents.yml': `${team}${line}`, '.github/incidents/outage.md': secret },
    })
    await scene.declare()
    await scene.says('dana', '/ic\n/done stop-harm')
    await scene.closes('dana')
    const pull = [...scene.world.state.issues.values()].find(one => one.pullId !== null)
    return [scene.issue('stop-harm').title, scene.board(), pull?.title] as const
  }

  test('stands before titles, and on the board for mails and chats', async () => {
    const [step, board, pull] = await open('')
    expect(step).toBe('Attorney Work Project: sapphire-basket, step 1')
    expect(board).toContain('Chat topic and e-mail subject: **Attorney Work Project**, nothing else.')
    expect(pull).toBe('Attorney Work Project: Post-mortem: sapphire-basket, incident 1')
  })

  test('is what counsel says, or none', async () => {
    const [step] = await open('privilege_prefix: Privileged and confidential\n')
    expect(step).toBe('Privileged and confidential: sapphire-basket, step 1')
    const [plain, board, pull] = await open('privilege_prefix: none\n')
    expect([plain, pull]).toEqual(['sapphire-basket, step 1', 'Post-mortem: sapphire-basket, incident 1'])
    expect(board).not.toMatch(/e-mail subject/i)
  })
})

test('a playbook of a hundred steps opens within what GitHub allows: never refused, nothing twice, all linked', async () => {
  const step = (n: number) => `- [ ] \`do-${n}\` Do ${n} (forensics${n % 10 === 0 ? `, after \`do-${n - 1}\`` : ''})\n`
  const text = `---\ntitle: Huge\nseverity: SEV-2\n---\n## Contain\n\n${Array.from({ length: 100 }, (_, n) => step(n + 1)).join('\n')}`
  const scene = await openScene({ given: { ...given, '.github/incidents/outage.md': text }, memory: 1 })
  await scene.declare()
  expect(scene.issue().subIssueIds).toHaveLength(100)
  expect(scene.emulator.requests.filter(({ status }) => status === 403 || status === 429)).toEqual([])
  expect(scene.issue('do-100').blockedByIds).toEqual([scene.issue('do-99').id])
  await scene.says('bob', '/step add One more')
  expect(scene.lastReply()).toContain('there is room for 0')
})

test('of the assets in a report as many are opened as there is room for, and the board names the rest', async () => {
  const many = (count: number, id: string, terms: string) =>
    Array.from({ length: count }, (_, n) => `- [ ] \`${id}-${n}\` Do ${n} ${terms}\n`).join('\n')
  const text = `---\ntitle: Long\nseverity: SEV-2\n---\n## Contain\n\n${many(40, 'do', '')}\n${many(20, 'image', '(per asset)')}`
  const scene = await openScene({ given: { ...given, '.github/incidents/outage.md': text }, memory: 1 })
  await scene.declare({ body: report.replace('build-1', 'web-1\nweb-2\nweb-3\nweb-4') })
  expect(
    scene
      .events()
      .filter(event => event.is === 'asset-added')
      .map(event => event.name),
  ).toEqual(['web-1', 'web-2', 'web-3'])
  expect(scene.issue().subIssueIds).toHaveLength(100)
  expect(scene.board()).toContain('Named in the report, but not yet an asset: web-4.')
})

test('sub-issues that are none of its steps take their room', async () => {
  const scene = await openDesk()
  for (let n = 0; n < 4; n += 1) {
    const made = (await scene.act('bob', 'POST', '/issues', { title: `Mine ${n}` })) as { id: number }
    await scene.act('bob', 'POST', `/issues/${scene.issue().number}/sub_issues`, { sub_issue_id: made.id })
  }
  await scene.says('bob', Array.from({ length: 20 }, (_, n) => `/step add Do ${n}`).join('\n'))
  for (const round of [2, 3, 4, 5]) {
    await scene.says('bob', Array.from({ length: 20 }, (_, n) => `/step add Do ${n} of ${round}`).join('\n'))
  }
  expect(scene.issue().subIssueIds).toHaveLength(100)
  expect(scene.lastReply()).toContain('there is room for 0')
})

test('an asset that was not affected after all is removed: what is open for it is skipped, by the commander, with the reason', async () => {
  const scene = await openDesk()
  await scene.says('bob', '/playbook add take-images\n/asset add web-1, web-2')
  await scene.says('bob', '/asset remove web-2 never reached')
  expect(scene.lastReply()).toContain('Incident commander: **dana**')
  await scene.says('alice', '/done image web-2')
  await scene.says('dana', '/asset remove web-2')
  expect(scene.lastReply()).toContain('The reason is missing')
  await scene.says('dana', '/asset remove web-2 never reached')
  expect([scene.issue('image:web-2').state, scene.issue('wipe:web-2').state]).toEqual(['closed', 'closed'])
  expect(scene.issue('image:web-1').state).toBe('open')
  await scene.says('dana', '/asset remove web-7 why not')
  expect(scene.lastReply()).toContain('Unknown asset `web-7`. Assets: `web-1` and `web-2`.')
})
