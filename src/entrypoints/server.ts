import { existsSync } from 'node:fs'
import { pino } from 'pino'
import { run } from 'probot'
import { tocsin } from './app.ts'
import { script } from './command-line.ts'

script('npm start --', 'Start the App behind Probot’s server.')
  .addHelpText(
    'after',
    '\nSettings are environment variables, or lines of a file .env: APP_ID, PRIVATE_KEY, WEBHOOK_SECRET, PORT, LOG_LEVEL.\n\nDocumentation: docs/install.md',
  )
  .parse()

// Otherwise Probot, without an App's id, begins to set one up, by way of somebody else's server.
process.env.NODE_ENV ??= 'production'
if (existsSync('.env')) process.loadEnvFile('.env')

/** A message that is all plain words quotes nobody: `[@octokit/webhooks] signature does not match event payload and secret`. */
const plain = /^\[@octokit\/webhooks\] [a-z -]+$/

/**
 * Probot logs an error whole: a webhook whose signature is wrong with all of its payload. Of an error its name is kept,
 * and what Probot says about it; its message and its fields may quote what people wrote.
 */
const log = pino({
  level: process.env.LOG_LEVEL || 'info',
  hooks: {
    logMethod([first, ...rest], method) {
      if (!(first instanceof Error)) return method.apply(this, [first, ...rest])
      const words: unknown = rest[0]
      const said = plain.test(first.message) ? first.message : 'an error'
      return method.call(this, { error: first.name }, typeof words === 'string' ? words : said)
    },
  },
})

/** `npm start`: the app behind Probot's server, by Probot's settings. */
await run(tocsin, { log })
