import type { ApplicationFunction } from 'probot'
import { channelsFor } from '../adapters/channels/channels-for.ts'
import { settingMissing, settingNotNumber, stopped } from '../messages/server.ts'
import { startApp } from '../runtime/app.ts'
import { closeWithin } from '../runtime/close-within.ts'
import { channelsOfApp } from './channels-of-app.ts'

/** Milliseconds in which what is under way may end after a signal: an orchestrator kills soon after. */
const grace = 10_000

/** The App, as Probot loads it, by the variables of docs/install.md. */
export const tocsin: ApplicationFunction = app => {
  // without one Probot takes a secret that everybody can read in its source
  if (!process.env.WEBHOOK_SECRET)
    throw new Error(settingMissing('WEBHOOK_SECRET', 'use the webhook secret from the settings of the GitHub App'))
  const resyncMinutes = minutes(process.env.TOCSIN_RESYNC_MINUTES || '15')
  const defined = channelsOfApp(process.env.TOCSIN_CHANNELS, process.env, app.log)
  const running = startApp(app, { resyncMinutes, channels: tenant => channelsFor(defined, tenant) })
  // what is under way is finished; Probot's server would keep the process alive
  const stop = async (): Promise<void> => {
    app.log.info(stopped(await closeWithin(running.close, grace)))
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop())
}

const minutes = (text: string): number => {
  const count = Number(text)
  if (count >= 1 && count <= 1440) return count
  throw new Error(settingNotNumber('TOCSIN_RESYNC_MINUTES', text, 'a number of minutes from 1 to 1440', '15'))
}

export default tocsin
