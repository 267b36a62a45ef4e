import type { ApplicationFunction } from 'probot'
import { channelsFor } from '../adapters/channels/channels-for.ts'
import { stopped } from '../messages/server.ts'
import { startApp } from '../runtime/app.ts'
import { closeWithin } from '../runtime/close-within.ts'
import { appSettings } from './app-settings.ts'
import { channelsOfApp } from './channels-of-app.ts'

/** Milliseconds in which what is under way may end after a signal: an orchestrator kills soon after. */
const grace = 10_000

/** The App, as Probot loads it, by the variables of docs/install.md. */
export const tocsin: ApplicationFunction = app => {
  const { settings, wrong } = appSettings(process.env)
  if (wrong.length > 0) throw new Error(wrong.join('\n'))
  const defined = channelsOfApp(process.env.TOCSIN_CHANNELS, process.env, app.log)
  const running = startApp(app, {
    resyncMinutes: settings.resyncMinutes,
    channels: channelsFor(defined),
  })
  // what is under way is finished; Probot's server would keep the process alive
  const stop = async (): Promise<void> => {
    app.log.info(stopped(await closeWithin(running.close, grace)))
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop())
}

export default tocsin
