import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { parseEnv } from 'node:util'
import { pino } from 'pino'
import { createProbot } from 'probot'
import { keyUnreadable, portInUse, settingMissing, settingNotNumber, turnedAwaySentences } from '../messages/server.ts'
import { webhookEvents } from '../runtime/app.ts'
import { type TurnedAwayAs, webDoor } from '../runtime/web-door.ts'
import { tocsin } from './app.ts'
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

/** Why the App does not start is one line for whoever started it, and the process ends with 1. */
const giveUp = (why: string): never => {
  process.stderr.write(`npm start: ${why}\n`)
  process.exit(1)
}

const settings = () => {
  const { APP_ID, PORT, HOST, WEBHOOK_PATH, WEBHOOK_SECRET } = process.env
  if (!APP_ID) giveUp(settingMissing('APP_ID', 'use the App ID from the settings of the GitHub App'))
  if (!/^\d+$/.test(APP_ID ?? '')) giveUp(settingNotNumber('APP_ID', APP_ID ?? '', 'the number of the App', '123456'))
  const port = Number(PORT || 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    giveUp(settingNotNumber('PORT', PORT ?? '', 'a number from 0 to 65535', '3000'))
  return { port, host: HOST || 'localhost', path: WEBHOOK_PATH || '/api/github/webhooks', secret: WEBHOOK_SECRET ?? '' }
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

const probotOf = () => {
  try {
    return createProbot({ overrides: { log } })
  } catch {
    // it says only that there is no key, whatever it found
    return giveUp(keyUnreadable())
  }
}

const { port, host, path, secret } = settings()
const probot = probotOf()
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
