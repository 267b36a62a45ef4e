import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { parseEnv } from 'node:util'
import { pino } from 'pino'
import { createProbot } from 'probot'
import { keyUnreadable, portInUse, turnedAwaySentences } from '../messages/server.ts'
import { webhookEvents } from '../runtime/app.ts'
import { type TurnedAwayAs, webDoor } from '../runtime/web-door.ts'
import { tocsin } from './app.ts'
import { serverSettings } from './app-settings.ts'
import { script } from './command-line.ts'

script('npm start --', 'Start the App behind its web server.')
  .addHelpText(
    'after',
    '\nSettings are environment variables, or lines of a file .env: APP_ID, PRIVATE_KEY, WEBHOOK_SECRET, PORT, LOG_LEVEL.\n\nDocumentation: docs/install.md',
  )
  .parse()

process.env.NODE_ENV ??= 'production'
// a file beside the App counts for more than what it was started with
if (existsSync('.env')) Object.assign(process.env, parseEnv(readFileSync('.env', 'utf8')))

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

/** Why the App does not start, a line for each reason, for whoever started it; and the process ends with 1. */
const giveUp: (...whys: readonly string[]) => never = (...whys) => {
  for (const why of whys) process.stderr.write(`npm start: ${why}\n`)
  process.exit(1)
}

/** Anybody can send anything: of each kind one line a minute. */
const turnedAway = (): ((why: TurnedAwayAs) => void) => {
  const told = new Map<TurnedAwayAs, number>()
  return why => {
    const now = performance.now()
    if (now - (told.get(why) ?? Number.NEGATIVE_INFINITY) < 60_000) return
    told.set(why, now)
    log.warn({ turnedAway: why }, turnedAwaySentences[why])
  }
}

/** Null: its key cannot be read. Which App it is has been looked at before. */
const probotOf = () => {
  try {
    return createProbot({ overrides: { log, ...(wrong.length === 0 ? {} : { appId: 1 }) } })
  } catch {
    // it says only that there is no key, whatever it found
    return null
  }
}

const {
  settings: { port, host, path, secret },
  wrong,
} = serverSettings(process.env)
const probot = probotOf()
if (probot === null) giveUp(...wrong, keyUnreadable())
if (wrong.length > 0) giveUp(...wrong)
await probot.load(tocsin).catch((error: unknown) => giveUp(error instanceof Error ? error.message : 'failed'))
const middleware = await probot.getNodeMiddleware({ path })
const door = webDoor(
  { path, secret, events: ['ping', ...webhookEvents], turnedAway: turnedAway() },
  (request, response) => {
    void middleware(request, response)
  },
)

// a request has its headers in ten seconds, and all of it in thirty
const server = createServer(
  { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 5_000 },
  door,
)
server.on('error', (error: NodeJS.ErrnoException) =>
  giveUp(error.code === 'EADDRINUSE' ? portInUse(port) : `The web server failed: ${error.code ?? error.name}.`),
)
server.listen(port, host, () => {
  const address = server.address()
  const bound = typeof address === 'object' && address !== null ? address.port : port
  log.info(`Listening on http://${host}:${bound}${path}`)
})
