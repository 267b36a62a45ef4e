#!/usr/bin/env node
import { defineCommand, runMain } from 'citty'

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
  run: async ({ args }) => {
    const { drill, listed } = await import('./drill/drill.ts')
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
  run: async ({ args }) => {
    const { serve } = await import('./drill/serve.ts')
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
  run: async ({ args }) => {
    const { checkFolder } = await import('./check-door.ts')
    const annotated = process.env.GITHUB_ACTIONS === 'true'
    process.exitCode = checkFolder(args.dir, annotated, line => process.stdout.write(`${line}\n`))
  },
})

/** What a person types. */
const tocsin = defineCommand({
  meta: { name: 'tocsin', description: 'Incident command for teams that live in GitHub.' },
  subCommands: { drill, emulator, check },
})

await runMain(tocsin)
