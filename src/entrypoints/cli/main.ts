#!/usr/bin/env node
import { defineCommand, runMain } from 'citty'

/** npm runs its scripts in the folder of the project; paths are meant from where the person stands. */
const standWhereTyped = (): void => {
  const { npm_lifecycle_event: script, INIT_CWD: folder } = process.env
  if (script === 'tocsin' && folder !== undefined) process.chdir(folder)
}

type Typed = {
  readonly args: { readonly _: readonly string[] }
  readonly rawArgs: readonly string[]
  readonly cmd: { readonly args?: unknown }
}

/** A slip in a flag would run something else than was meant: it is told, and nothing is run. */
const isStrange = ({ args, rawArgs, cmd }: Typed, mostWords: number): boolean => {
  const known = new Set(Object.keys(cmd.args ?? {}))
  const flags = rawArgs.filter(arg => arg.startsWith('--')).map(arg => arg.slice(2).replace(/=.*$/, ''))
  const strange = [...flags.filter(flag => !known.has(flag)).map(flag => `--${flag}`), ...args._.slice(mostWords)]
  if (strange.length === 0) return false
  console.error(
    `Not understood: ${strange.join(' ')}. Flags are ${[...known].map(name => `--${name}`).join(', ')}; --help explains them.`,
  )
  process.exitCode = 2
  return true
}

const drill = defineCommand({
  meta: { name: 'drill', description: 'Play a whole incident on an embedded GitHub. No account, no network.' },
  args: {
    door: {
      type: 'enum',
      options: ['app', 'action'],
      default: 'app',
      description: 'Through which door: app or action',
    },
    playbook: {
      type: 'string',
      default: 'security-incident',
      description: 'Which built-in playbook; --list says which',
    },
    list: { type: 'boolean', default: false, description: 'Which playbooks there are to drill' },
    json: { type: 'boolean', default: false, description: 'One machine-readable result instead of the transcript' },
    out: { type: 'string', default: 'drill-output', description: 'Where the post-mortem, the ledger and the board go' },
  },
  run: async typed => {
    const { args } = typed
    if (isStrange(typed, 0)) return
    const { drill, listed } = await import('../../drill/drill.ts')
    if (args.list) return void process.stdout.write(listed())
    const door = args.door === 'action' ? 'action' : 'app'
    process.exitCode = await drill({ door, playbook: args.playbook, json: args.json, folder: args.out }, text =>
      process.stdout.write(text),
    )
  },
})

const emulator = defineCommand({
  meta: { name: 'emulator', description: 'Start the embedded GitHub alone, with a private repository acme/incidents.' },
  args: {
    port: { type: 'string', default: '0', description: 'The port on 127.0.0.1; 0 takes a free one' },
    'webhook-url': { type: 'string', description: 'Where webhooks are posted' },
    'webhook-secret': { type: 'string', description: 'What they are signed with' },
  },
  run: async typed => {
    const { args } = typed
    if (isStrange(typed, 0)) return
    const { serve } = await import('../../drill/serve.ts')
    const url = args['webhook-url']
    const secret = args['webhook-secret']
    await serve(Number(args.port), url === undefined ? null : { url, secret: secret ?? '' }, line => console.log(line))
  },
})

const check = defineCommand({
  meta: {
    name: 'check',
    description: 'Say what is wrong with the configuration, playbooks and issue forms of a folder.',
  },
  args: {
    dir: { type: 'positional', required: false, default: '.', description: 'The root of a repository' },
  },
  run: async typed => {
    const { args } = typed
    if (isStrange(typed, 1)) return
    standWhereTyped()
    const { checkFolder } = await import('../../adapters/team-files/team-files.ts')
    const annotated = process.env.GITHUB_ACTIONS === 'true'
    process.exitCode = checkFolder(args.dir, annotated, line => process.stdout.write(`${line}\n`))
  },
})

const bring = defineCommand({
  meta: { name: 'import', description: 'Bring in playbooks of others: CACAO 2.0 (JSON) or runbooks in Markdown.' },
  args: {
    out: { type: 'string', default: '.github/incidents', description: 'The folder that they are written to' },
    force: { type: 'boolean', default: false, description: 'Write over a file that is there' },
  },
  run: async typed => {
    const { args } = typed
    if (isStrange(typed, Number.POSITIVE_INFINITY)) return
    standWhereTyped()
    const { importFiles } = await import('./import.ts')
    const { out, force, _: files } = args
    process.exitCode = await importFiles(
      files,
      { out, force },
      line => console.log(line),
      line => console.error(line),
    )
  },
})

const give = defineCommand({
  meta: { name: 'export', description: 'Write a playbook for other tools, as CACAO 2.0 (JSON).' },
  args: {
    playbook: { type: 'positional', required: true, description: 'The id of a playbook, or the path of its .md file' },
    cacao: { type: 'boolean', default: false, description: 'As CACAO 2.0, the only format there is so far' },
    dir: { type: 'string', default: '.github/incidents', description: 'Where your own playbooks are' },
    out: { type: 'string', description: 'The file that is written; left out, it is printed' },
    date: { type: 'string', description: 'Its `created` and `modified`, in UTC; left out, always the same' },
  },
  run: async typed => {
    const { args } = typed
    if (isStrange(typed, 1)) return
    standWhereTyped()
    const complain = (line: string): void => console.error(line)
    if (!args.cacao) {
      complain('No format was named. Wanted: `--cacao`, for example `tocsin export security-incident --cacao`')
      process.exitCode = 1
      return
    }
    const { exportPlaybook } = await import('./export.ts')
    const { dir, out, date } = args
    process.exitCode = await exportPlaybook(
      args.playbook,
      { dir, out: out ?? null, date: date ?? null },
      text => process.stdout.write(text),
      complain,
    )
  },
})

/** What a person types. */
const tocsin = defineCommand({
  meta: { name: 'tocsin', description: 'Incident command for teams that live in GitHub.' },
  subCommands: { drill, emulator, check, import: bring, export: give },
})

await runMain(tocsin)
