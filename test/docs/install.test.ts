import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { formFolder } from '../../src/adapters/team-files/team-files.ts'
import { configurationFile, readConfiguration } from '../../src/domain/config/configuration.ts'
import { playbookFolder } from '../../src/domain/config/settings.ts'
import { builtInPlaybooks } from '../../src/domain/playbook/built-in.ts'
import { anybody } from '../../src/domain/terms/roles.ts'
import { webhookEvents } from '../../src/runtime/app.ts'
import { jobTarget } from '../../src/runtime/event-target.ts'
import { bare, read, section, table } from './pages.ts'

type Step = { uses?: string; run?: string; with?: Record<string, unknown> }
type Job = { if?: string; concurrency?: { group: string }; permissions?: Record<string, string>; steps: Step[] }
type Workflow = {
  on: Record<string, { types?: string[] } | null>
  concurrency?: unknown
  permissions: Record<string, string>
  jobs: Record<string, Job>
}

const shipped = 'templates/install/tocsin.yml'
const workflow: Workflow = parse(read(shipped))
const job = (): Job => Object.values(workflow.jobs)[0] ?? { steps: [] }

const check = 'templates/install/check.yml'
const workflows = [
  shipped,
  check,
  ...readdirSync(join(import.meta.dirname, '../../.github/workflows')).map(name => `.github/workflows/${name}`),
]

describe.each(workflows)('the workflow %s', path => {
  const { permissions, jobs }: Workflow = parse(read(path))
  const steps = Object.values(jobs).flatMap(one => one.steps)

  test('interpolates nothing into a shell, and no text of an issue anywhere', () => {
    expect(steps.length).toBeGreaterThan(0)
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([])
    const told = [...read(path).matchAll(/\$\{\{([^}]*)\}\}/g)].map(([, expression = '']) => expression)
    expect(told.filter(expression => /title|body|comment|head_ref|message|login|name/.test(expression))).toEqual([])
  })

  test('takes actions by commit', () => {
    const taken = steps.flatMap(({ uses }) => uses ?? [])
    expect(taken.length).toBeGreaterThan(0)
    expect(taken.filter(uses => !/@[0-9a-f]{40}$/.test(uses) && uses !== 'OWNER/tocsin@main')).toEqual([])
  })

  test('gives a token no rights that a job does not ask for, and runs nothing of a pull request with rights', () => {
    expect([{}, { contents: 'read' }]).toContainEqual(permissions)
    expect(read(path)).not.toMatch(/pull_request_target|workflow_run/)
    const checksOut = steps.some(({ uses }) => uses?.startsWith('actions/checkout'))
    const writes = Object.values(jobs).some(one => Object.values(one.permissions ?? {}).includes('write'))
    // the check of pull requests reads what it checks out: it alone may also write, its one comment, and starts nothing
    expect(checksOut && writes).toBe(path === check)
  })
})

describe('the workflow to copy', () => {
  test('asks for what the documentation says', () => {
    expect(job().permissions).toEqual({ issues: 'write', contents: 'write', 'pull-requests': 'write' })
  })

  test('has its concurrency on the job, where an event that starts no job evicts none that waits', () => {
    expect(workflow.concurrency).toBeUndefined()
    expect(job().concurrency?.group).toContain('github.event.issue.number')
  })

  const repository = { name: 'incidents', owner: { login: 'acme' } }
  const issue = { number: 7, body: 'seen', labels: [{ name: 'incident' }] }
  const events: Record<string, object> = {
    issues: { action: 'opened', issue },
    issue_comment: { action: 'created', issue, comment: { body: '/ic' } },
    pull_request: { action: 'closed', pull_request: { head: { ref: 'post-mortem/7' } } },
    schedule: {},
    workflow_dispatch: {},
  }

  test.each(Object.keys(workflow.on))('listens to %s, which the trigger understands', event => {
    expect(jobTarget(event, { repository, ...events[event] }).is).not.toBe('nothing')
  })

  test('lets no event through that the trigger does not know, and none by that has a condition', () => {
    const asked = [...(job().if ?? '').matchAll(/github\.event_name == '(\w+)'/g)].map(([, event]) => event)
    expect([...new Set(asked)].toSorted()).toEqual(Object.keys(workflow.on).toSorted())
  })
})

describe('the workflow for pull requests', () => {
  const text = read(check)
  const { on, jobs }: { on: Record<string, { paths: string[] }>; jobs: Record<string, Job> } = parse(text)
  const { permissions, steps } = Object.values(jobs)[0] ?? { steps: [] }

  test('reads the files that are checked, and asks for no more', () => {
    expect(Object.keys(on)).toEqual(['pull_request'])
    expect(on.pull_request?.paths).toEqual([configurationFile, `${playbookFolder}/**`, `${formFolder}/**`])
    expect(permissions).toEqual({ contents: 'read', 'pull-requests': 'write' })
  })

  test('runs nothing of what it checks out, and leaves no token beside it', () => {
    expect(steps.map(({ uses }) => uses?.replace(/@.*/, ''))).toEqual(['actions/checkout', 'OWNER/tocsin'])
    expect(steps.flatMap(({ run }) => run ?? [])).toEqual([])
    expect(steps.map(step => step.with)).toEqual([{ 'persist-credentials': false }, { run: 'check' }])
  })
})

describe('the configuration to copy', () => {
  const text = read('templates/install/incidents.yml')
  const keys = table(section('docs/install.md', 'Prepare a repository'), 'key', 'meaning').map(([key]) => bare(key))

  test('is right, also with what is commented out', () => {
    expect(readConfiguration(text).problems).toEqual([])
    const whole = text.replace(/^# (\w+: .*)$/gm, '$1')
    expect(whole).not.toBe(text)
    expect(readConfiguration(whole).problems).toEqual([])
  })

  test('has a place for every role of the built-in playbooks', () => {
    const roles = builtInPlaybooks().flatMap(({ steps }) => steps.flatMap(({ role }) => role ?? []))
    const { roster } = readConfiguration(text).configuration
    expect(new Set(roles).size).toBeGreaterThan(3)
    expect(roles.filter(role => role !== anybody && roster[role] === undefined)).toEqual([])
  })

  test('shows no key that the documentation leaves out', () => {
    const shown = [...text.matchAll(/^(?:# )?(\w+):/gm)].map(([, key = '']) => key)
    expect(shown.length).toBeGreaterThan(5)
    expect(shown.filter(key => !keys.includes(key))).toEqual([])
  })

  test('has every key in the documentation', () => {
    const source = readFileSync(join(import.meta.dirname, '../../src/domain/config/configuration.ts'), 'utf8')
    const [, known = ''] = /const expectations[^{]*\{([\s\S]*?)\n\}/.exec(source) ?? []
    expect(keys.toSorted()).toEqual([...known.matchAll(/^ {2}(\w+):/gm)].map(([, key]) => key).toSorted())
  })
})

test('the labels to create are those of the form', () => {
  const form: { labels: string[] } = parse(read('.github/ISSUE_TEMPLATE/security-incident.yml'))
  const told = [...section('docs/install.md', 'Prepare a repository').matchAll(/^ +- `([^`]+)`$/gm)]
  expect(told.map(([, label]) => label)).toEqual(form.labels)
})

describe('the app', () => {
  test('listens to the events that are documented', () => {
    const events = table(section('docs/install.md', 'The App'), 'event', 'tells of').map(([event]) => bare(event))
    // those of the installation itself come to every App
    const listened = webhookEvents.filter(event => !event.startsWith('installation'))
    expect(events.toSorted()).toEqual(listened.toSorted())
  })

  const own = ['app.ts', 'app-settings.ts'].map(file => read(`src/entrypoints/${file}`)).join('\n')
  const probot = [
    'probot/lib/bin/read-cli-options.js',
    'probot/lib/bin/read-env-options.js',
    '@probot/get-private-key/dist-bundle/index.js',
  ]
    .map(path => read(`node_modules/${path}`))
    .join('\n')

  test('reads every variable that is documented, or Probot does for it', () => {
    const variables = table(section('docs/install.md', 'The App'), 'variable', 'unless set', 'meaning').map(([name]) =>
      bare(name),
    )
    const example = [...read('.env.example').matchAll(/^(?:# )?([A-Z_]{3,})=/gm)].map(([, name = '']) => name)
    expect(example.length).toBeGreaterThan(3)
    expect(example.filter(name => !variables.includes(name))).toEqual([])
    expect(variables.filter(name => !new RegExp(`env\\.${name}\\b`).test(own + probot))).toEqual([])
  })

  test('documents every variable of its own', () => {
    const used = [...own.matchAll(/\benv\.(\w+)/g)].map(([, name]) => name)
    const text = read('docs/install.md')
    expect(used.length).toBeGreaterThan(3)
    expect(used.filter(name => !text.includes(`\`${name}\``))).toEqual([])
  })
})
