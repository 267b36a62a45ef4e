import { isDeepStrictEqual } from 'node:util'
import {
  addRuleset,
  addSubIssue,
  createIssue,
  deleteIssue,
  issuesOf,
  labelByName,
  removeLabels,
  setRole,
  updateIssue,
} from 'github-emulator'
import { describe, expect, test } from 'vitest'
import { report } from '../../src/drill/acme.ts'
import { standing } from '../../src/drill/standing.ts'
import { timesAsMuch } from '../growth.ts'
import { picture } from '../picture.ts'
import { templates } from '../templates.ts'
import { openScene, outage, parts, type Scene, small, team } from './scene.ts'

// Playbooks, assets, added steps, forms and reviews in the hands of somebody who means harm, or makes a mistake.

const given = { ...small, ...parts }
const playbookFile = '.github/incidents/outage.md'
/** The small playbook with steps of this test. */
const withTasks = (...tasks: readonly string[]): Record<string, string> => ({
  ...given,
  [playbookFile]: `${outage}\n## Recover\n\n${tasks.map(task => `- [ ] ${task}\n`).join('\n')}`,
})
const image = '`image` Take an image (forensics, per asset)'
const day = 86_400_000

const declared = async (files: Record<string, string> = given, more: object = {}): Promise<Scene> => {
  const scene = await openScene({ given: files })
  await scene.declare(more)
  return scene
}
const led = async (files: Record<string, string> = given): Promise<Scene> => {
  const scene = await declared(files)
  await scene.says('dana', '/ic\n/confirm\n/assign forensics\n/assign security')
  return scene
}
const naming = (assets: string) => ({ body: report.replace('build-1', assets) })
const titles = (scene: Scene): readonly string[] => issuesOf(scene.world.state, scene.home().id).map(one => one.title)
const named = (scene: Scene) => scene.events().flatMap(event => (event.is === 'asset-added' ? [event.name] : []))

/** A later run finds nothing to do. */
const quiet = async (scene: Scene): Promise<void> => {
  scene.emulator.clock.advance(300_000)
  const writes = scene.writes()
  await scene.rest()
  expect(writes()).toBe(0)
}

const readiness = `---
title: Are we ready?
kind: readiness
---
## Prepare

- [ ] \`log-web\` The web server logs each request (security)

- [ ] \`try-pager\` The pager wakes somebody
`

const openReview = async (): Promise<Scene> => {
  const scene = await openScene({ given: { ...given, '.github/incidents/readiness.md': readiness } })
  await scene.declare({ title: 'Are we ready?', body: 'All.', labels: ['readiness', 'playbook: readiness'] })
  return scene
}

describe('a name or a title that somebody typed', () => {
  test('calls nobody by our hand: least of all the account that is suspected', async () => {
    const scene = await led()
    const mailed = scene.mailed()
    await scene.says('bob', '/exposed account rita')
    expect(scene.issue('revoke:account-rita').state).toBe('open')
    expect(mailed()).toContain('dana')
    expect(mailed()).not.toContain('rita')
    // bob's own comment mails whom he mentions; nothing of ours does
    await scene.says('bob', '/exposed account @mallory signed in at night')
    expect(scene.issue('revoke:account-mallory').body).toContain('mallory')
    expect(scene.issue('revoke:account-mallory').body).not.toContain('@mallory')
    expect(scene.board()).toContain('mallory')
    expect(scene.board()).not.toContain('@mallory')
  })

  test('refers to nothing, opens no HTML and turns no text around on the page that is opened for it', async () => {
    const scene = await led()
    await scene.says('bob', '/step add `odd` Ask @carol of @acme/ops, closes #1 <details> \u202etxt')
    expect(scene.issue('odd').body).toMatch(/carol.* of .*acme\/ops, closes/)
    expect(scene.issue('odd').body).not.toMatch(/@carol|@acme|#1|<details>|\u202e/)
  })

  test('in the form is made harmless before twenty pages carry it', async () => {
    const scene = await declared(withTasks(image), naming('@carol\nacme/incidents#1\n<img src=x>'))
    expect(scene.issue('image:carol').body).toContain('carol')
    expect(scene.issue('image:carol').body).not.toContain('@carol')
    expect(named(scene)).toEqual(['@carol', 'acme/incidents#1'])
  })

  test('does not come into the log of a confidential incident', async () => {
    const scene = await led({ ...given, [playbookFile]: outage.replace('confidential: false', 'confidential: true') })
    await scene.says('bob', '/step add Tell the police that carol sold the list\n/exposed credential payroll-admin')
    expect(scene.kinds().slice(-2)).toEqual(['step-added', 'exposed'])
    expect(scene.scenario.log.join('\n')).toContain('open step added by hand under #1')
    expect(scene.scenario.log.join('\n')).not.toMatch(/carol|payroll/)
  })

  // 200 of the step's, 60 of the asset's and the number are more than GitHub's 256
  test('of an asset and the title of its step fit together into the title of a page', async () => {
    const scene = await led(withTasks(`\`image\` ${'T'.repeat(198)} (per asset)`))
    const name = 'a'.repeat(60)
    await scene.says('bob', `/asset add ${name}`)
    expect(titles(scene).some(title => title.startsWith('4. TTT'))).toBe(true)
    await quiet(scene)
  })

  test('that was a secret names nothing, and a second secret is not said to be named already', async () => {
    const scene = await led()
    await scene.says('bob', '/exposed credential ghp_abcdefghijklmnopqrstuvwxyz0123456789 it')
    expect(scene.kinds().filter(kind => kind === 'refused')).toHaveLength(1)
    expect(titles(scene).join('\n')).toContain('Stop the harm')
    expect(titles(scene).join('\n')).not.toContain('[removed:')
    await scene.says('bob', '/exposed credential ghp_zyxwvutsrqponmlkjihgfedcba0123456789 it')
    expect(scene.kinds().filter(kind => kind === 'refused')).toHaveLength(2)
    expect(scene.replies()).toHaveLength(2)
    expect(scene.lastReply()).not.toContain('is already on the list of assets')
  })

  test('that was a secret in the form names nothing either', async () => {
    const scene = await declared(withTasks(image), naming('ghp_abcdefghijklmnopqrstuvwxyz0123456789\nweb-1'))
    expect(named(scene)).toEqual(['web-1'])
  })

  test('may be that of a property, and stands harmless in the post-mortem', async () => {
    const scene = await led()
    await scene.says(
      'bob',
      '/asset add __proto__ closes #1 @carol |\n/step add `constructor` Build <b>it</b> @carol | x',
    )
    await scene.says('bob', '/done stop-harm\n/done constructor')
    await scene.closes('dana')
    const text = standing(scene.emulator).postMortem(scene.scenario.incident())
    expect(text).toContain('Asset affected: __proto__')
    expect(text).not.toMatch(/@carol|closes #1|<b>/)
    await quiet(scene)
  })
})

test('twenty questions in one comment of a reader are answered, and not asked of GitHub for ever', async () => {
  const scene = await led()
  await scene.says('rita', Array.from({ length: 20 }, () => '/playbook preview breach').join('\n\n'))
  expect(scene.replies()).toHaveLength(1)
  await quiet(scene)
})

describe('a playbook of the team', () => {
  test('whose step is for the role `constructor` opens like any other', async () => {
    const scene = await declared(withTasks('`mend` Mend it (constructor)'))
    expect(scene.issue('mend').state).toBe('open')
  })

  test('that makes built-in ones too long takes none of them away', async () => {
    const steps = Array.from({ length: 95 }, (_, n) => `- [ ] \`tell-${n}\` Tell ${n}\n`).join('\n')
    const scene = await declared({
      ...small,
      '.github/incidents.yml': team.replace('playbook: outage', 'playbook: server-access'),
      '.github/incidents/notify-parties.md': `---\ntitle: Own\nkind: part\n---\n## Communicate\n\n${steps}`,
    })
    expect(scene.events()[0]?.playbook).toBe('server-access')
  })

  test('in the place of the default that cannot be opened does not make it the first of the alphabet', async () => {
    const scene = await declared({
      ...small,
      '.github/incidents.yml': team.replace('playbook: outage\n', ''),
      '.github/incidents/security-incident.md': `---\ntitle: Own\nkind: part\n---\n## Learn\n\n- [ ] \`tell\` Tell\n`,
    })
    expect(scene.events()[0]?.playbook).toBe('security-incident')
  })

  // beside 60,000 characters of guidance ninety long ids do not fit
  test('that the check takes has no step whose page is too long for GitHub', async () => {
    const ids = Array.from({ length: 50 }, (_, n) => `do-${n}-${'x'.repeat(50)}`)
    const after = ids.map(id => `\`${id}\``).join(' ')
    const last = `\`last\` Last (after ${after})\n\n  ${'g'.repeat(59_990)}`
    const scene = await declared(withTasks(...ids.map(id => `\`${id}\` Do`), last))
    expect(scene.events()[0]?.playbook).toBe('outage')
    expect(titles(scene)).toContain('54. Last')
  })

  test('beside sixty others does not keep a command waiting', async () => {
    const text = templates.find(({ name }) => name === 'security-incident.md')?.text ?? ''
    const many = Array.from({ length: 60 }, (_, n) => [`.github/incidents/p${n}.md`, text] as const)
    const alone = await declared(small)
    const among = await declared({ ...small, ...Object.fromEntries(many) })
    const times = await timesAsMuch(
      () => among.says('dana', '/ic'),
      () => alone.says('dana', '/ic'),
      16,
    )
    expect(times).toBeLessThan(16)
  })

  test('of ninety-seven titles that double when they are made harmless has its board, cut short', async () => {
    const tasks = Array.from({ length: 97 }, (_, n) => `\`do-${n}\` ${'<@'.repeat(98)}${n}`)
    const scene = await declared(withTasks(...tasks))
    expect(scene.board().length).toBeGreaterThan(60_000)
    await quiet(scene)
  })
})

describe('what is added to an incident', () => {
  test('from a confidential playbook keeps its titles out of the mail of one that is not', async () => {
    const scene = await led()
    await scene.says('bob', '/playbook add server-access')
    expect(scene.issue('find-entry').body).toMatch(/^## Find the point of entry$/m)
    expect(titles(scene).join('\n')).not.toMatch(/compromised user|point of entry/)
  })

  test('for a leak keeps the name of what leaked out of the mail, for its playbook is confidential', async () => {
    const scene = await led(small)
    await scene.says('bob', '/exposed credential deploy-key')
    expect(scene.issue('revoke:credential-deploy-key').body).toContain('deploy-key')
    expect(titles(scene).join('\n')).not.toContain('deploy-key')
  })

  const notify = `---
title: Notify
kind: part
---
## Communicate

- [ ] \`tell-public\` Tell the public (communications, gate external, required)

- [ ] \`write-text\` Write the text
`

  test('by hand cannot stand in for the gate of a playbook that comes later', async () => {
    const scene = await led({ ...given, '.github/incidents/notify.md': notify })
    await scene.says('mallory', '/step add `tell-public` Tell nobody')
    await scene.says('dana', '/playbook add notify')
    await scene.says('mallory', '/done tell-public')
    await scene.says('mallory', '/done tell-public-2')
    expect(scene.issue('tell-public-2').state).toBe('open')
    expect(scene.lastReply()).toContain('is blocked until')
    expect(scene.issue('tell-public-2').body).toContain(
      'Disclose nothing until counsel or leadership, then the incident commander, have commented `/approve external <reason>`',
    )
  })

  test('for one asset is not done by an order that names another', async () => {
    const scene = await led()
    await scene.says('bob', '/playbook add take-images\n/asset add web-1')
    await scene.says('alice', '/done image web-2')
    await scene.says('dana', '/skip wipe web-2 it is not ours')
    expect(scene.kinds().slice(-2)).toEqual(['refused', 'refused'])
    expect(scene.kinds()).not.toContain('step-done')
    expect(scene.kinds()).not.toContain('step-skipped')
    await scene.says('alice', '/done image web-1')
    expect(scene.kinds().at(-1)).toBe('step-done')
  })

  test('as three names with commas between them is three assets, or is refused', async () => {
    const scene = await led()
    await scene.says('bob', '/asset add web-1, web-2, web-3')
    expect(named(scene).length === 3 || scene.lastReply() !== '').toBe(true)
  })

  const crowded = async (): Promise<Scene> => {
    const scene = await led()
    await scene.says('bob', '/playbook add take-images')
    for (let n = 0; n < 94; n += 1) {
      const one = createIssue(scene.world, scene.actor('bob'), scene.home().id, { title: `${n}`, body: '' })
      addSubIssue(scene.world, scene.actor('bob'), scene.issue().id, one.id)
    }
    await scene.rest()
    return scene
  }

  test('fits under an incident to the hundredth page, those of others among them, and not beyond', async () => {
    const scene = await crowded()
    await scene.says('bob', '/asset add web-1')
    expect(scene.replies()).toEqual([])
    await scene.says('bob', '/asset add web-2\n/exposed credential x\n/step add One')
    expect(scene.lastReply().match(/there is room for 0/g)).toHaveLength(3)
    await quiet(scene)
  })

  test('and finds no room is not told to do what finds none either', async () => {
    const scene = await crowded()
    await scene.says('bob', '/asset add web-1')
    await scene.says('bob', '/step add One')
    expect(scene.lastReply()).toContain('there is room for 0')
    expect(scene.lastReply()).not.toContain('as a list, `/step add <title>`')
  })

  test('has its page back when it is deleted, keeps its new name, and a copy of its marker is only a copy', async () => {
    const scene = await led()
    await scene.says('bob', '/playbook add take-images\n/asset add web-1')
    const page = scene.issue('image:web-1')
    await scene.act('mallory', 'PATCH', `/issues/${page.number}`, { title: 'Mine' })
    const copy = { title: 'Copy', body: page.body }
    const { id } = createIssue(scene.world, scene.actor('mallory'), scene.home().id, copy)
    addSubIssue(scene.world, scene.actor('mallory'), scene.issue().id, id)
    await scene.rest()
    expect(titles(scene)).toContain('Mine')
    expect(scene.world.state.issues.get(id)?.state).toBe('open')
    setRole(scene.world, scene.home().id, scene.actor('dana').user, 'admin')
    deleteIssue(scene.world, scene.actor('dana'), page.id)
    await scene.rest()
    expect(scene.issue('image:web-1').state).toBe('open')
    await quiet(scene)
  })

  test('by a reader, or in words that another put into a comment, is not added', async () => {
    const scene = await led()
    const comment = await scene.posts('bob', 'hello')
    await scene.edits('mallory', comment, '/asset add evil\n/playbook add take-images')
    await scene.rest()
    await scene.says('rita', '/asset add x\n/playbook add take-images\n/step add y\n/exposed account z')
    expect(scene.kinds()).not.toContain('asset-added')
    expect(scene.kinds()).not.toContain('playbook-added')
    expect(scene.lastReply().match(/You don’t have permission to/g)).toHaveLength(4)
  })
})

describe('every request of one look', () => {
  /** Another process begins with empty memory, or a second one comes in between: the same end as alone. */
  const tryAll = async (scene: Scene): Promise<{ requests: number; wrong: readonly string[] }> => {
    const { emulator, scenario } = scene
    const before = emulator.checkpoint()
    const from = emulator.requests.length
    await scene.rest()
    const alone = picture(emulator)
    const requests = emulator.requests.length - from
    const wrong: string[] = []
    const held = async (name: string, run: () => Promise<unknown>): Promise<void> => {
      emulator.restore(before)
      await run()
      await scene.rest()
      if (!isDeepStrictEqual(picture(emulator), alone)) wrong.push(name)
    }
    for (let request = 1; request <= requests; request += 1) {
      for (const when of ['before', 'after'] as const) {
        await held(`killed ${when} ${request}`, () => {
          const process = scenario.start('app', { request, when })
          return Promise.race([process.run(), process.killed])
        })
      }
      await held(`two at ${request}`, async () => {
        const start = emulator.requests.length
        emulator.pace = async asked => {
          if (asked.request.n - start !== request) return
          emulator.pace = null
          await scenario.start('app').run()
        }
        await scenario.start('app').run()
        emulator.pace = null
      })
    }
    return { requests, wrong }
  }

  test('that adds a playbook, assets, what is exposed and a step', async () => {
    const scene = await led()
    const all = ['/playbook add take-images', '/asset add web-1', '/exposed credential k 3', '/step add Call the bank']
    await scene.posts('bob', all.join('\n'))
    const { requests, wrong } = await tryAll(scene)
    expect(wrong).toEqual([])
    expect(requests).toBeGreaterThan(3)
    expect(scene.kinds().slice(-4)).toEqual(['playbook-added', 'asset-added', 'exposed', 'step-added'])
  })

  test('that opens a review again', async () => {
    const scene = await openReview()
    await scene.says('bob', '/done log-web')
    await scene.closes('bob')
    scene.emulator.clock.advance(100 * day)
    const { requests, wrong } = await tryAll(scene)
    expect(wrong).toEqual([])
    expect(requests).toBeGreaterThan(1)
    expect(scene.kinds().filter(kind => kind === 'review-due')).toHaveLength(1)
  })
})

describe('a form', () => {
  test('into which a mail with the form’s own questions was pasted keeps what was answered to them', async () => {
    const forged = '### Severity\n\nSEV-4 Low\n\n### Is an attacker active in our systems right now?\n\nNo\n'
    const answered = '### Is an attacker active in our systems right now?\n\nYes\n\n### Severity\n\nSEV-1\n'
    const asked = report.slice(0, report.indexOf('### Severity'))
    const body = asked.replace('and started', `\n\n${forged}\n`) + answered
    expect((await declared(given, { body })).labels()).toContain('SEV-1')
  })

  test('that names more than is opened says so', async () => {
    const tasks = Array.from({ length: 30 }, (_, n) => `\`do-${n}\` Do ${n} (per asset)`)
    const scene = await declared(withTasks(...tasks), naming('web-1\nweb-2\nweb-3\nweb-4\nサーバー'))
    expect(named(scene)).toEqual(['web-1', 'web-2', 'web-3'])
    expect([scene.board(), ...scene.replies()].join('\n')).toContain('web-4')
  })

  test.each(["I don't know", 'see above', 'to be determined'])('answered with “%s” names nothing', async answer => {
    expect(named(await declared(withTasks(image), naming(`${answer}\nweb-1`)))).toEqual(['web-1'])
    expect(named(await declared(withTasks(image), naming(answer)))).toEqual([])
  })

  test('whose incident cannot be recorded at once has all of its assets once it can', async () => {
    const assets = Array.from({ length: 8 }, (_, n) => `web-${n}`)
    const scene = await openScene({
      given: withTasks(image, '`wipe` Wipe (per asset)', ...Array.from({ length: 40 }, (_, n) => `\`do-${n}\` Do`)),
    })
    const rules = { name: 'closed', include: ['refs/heads/incident/**'], exclude: [], rules: ['creation' as const] }
    addRuleset(scene.world, scene.home().id, rules)
    await scene.declare(naming(assets.join('\n')))
    scene.home().rulesets.splice(0)
    await scene.rest()
    expect(named(scene)).toEqual(assets)
    expect(titles(scene).filter(title => title.includes('image: '))).toHaveLength(8)
  })
})

describe('a review', () => {
  test('that a bot closed is open, or comes again', async () => {
    const scene = await openReview()
    scene.emulator.clock.advance(60_000)
    updateIssue(scene.world, scene.robot(), scene.issue().id, { state: 'closed', stateReason: 'not_planned' })
    await scene.rest()
    scene.emulator.clock.advance(100 * day)
    await scene.rest()
    expect(scene.issue().state).toBe('open')
  })

  test('comes again with all of its steps, also with one that a bot closed', async () => {
    const scene = await openReview()
    scene.emulator.clock.advance(60_000)
    const { id } = scene.issue('try-pager')
    updateIssue(scene.world, scene.robot(), id, { state: 'closed', stateReason: 'not_planned' })
    await scene.rest()
    await scene.closes('bob')
    scene.emulator.clock.advance(100 * day)
    await scene.rest()
    expect(scene.issue('try-pager').state).toBe('open')
  })

  test('keeps its label when a bot takes it off', async () => {
    const scene = await openReview()
    const label = labelByName(scene.world.state, scene.home().id, 'readiness')
    scene.emulator.clock.advance(60_000)
    removeLabels(scene.world, scene.robot(), scene.issue().id, [label?.id ?? 0])
    await scene.rest()
    expect(scene.labels()).toContain('readiness')
  })

  test('that somebody opens after its day, before we looked, begins anew', async () => {
    const scene = await openReview()
    await scene.says('bob', '/done log-web\n/done try-pager')
    await scene.closes('bob')
    scene.emulator.clock.advance(100 * day)
    await scene.reopens('bob')
    expect(scene.board()).toContain('0 of 2 steps finished')
  })

  test('that is opened before its day goes on, and counts its quarter from the next close', async () => {
    const scene = await openReview()
    await scene.says('bob', '/done log-web\n/done try-pager')
    await scene.closes('bob')
    scene.emulator.clock.advance(60 * day)
    await scene.reopens('bob')
    expect(scene.board()).toContain('2 of 2 steps finished')
    await scene.closes('bob')
    scene.emulator.clock.advance(60 * day)
    await scene.rest()
    expect(scene.issue().state).toBe('closed')
    scene.emulator.clock.advance(40 * day)
    await scene.rest()
    expect(scene.board()).toContain('0 of 2 steps finished')
  })

  test('has no gate that nothing in it can open', async () => {
    const scene = await openReview()
    await scene.says('bob', '/playbook add notify-parties\n/done list-parties')
    await scene.says('bob', '/rule-out insider nobody had a part in it\n/done tell-owners')
    expect(scene.kinds().filter(kind => kind === 'step-done')).toHaveLength(2)
  })
})
