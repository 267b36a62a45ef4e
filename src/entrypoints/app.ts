import type { ApplicationFunction } from 'probot'
import { startApp } from '../runtime/app.ts'

/** The App, as Probot loads it, by the variables of docs/install.md. */
export const tocsin: ApplicationFunction = app => {
  // without one Probot takes a secret that everybody can read in its source
  if (!process.env.WEBHOOK_SECRET)
    throw new Error('WEBHOOK_SECRET is not set: use the webhook secret from the settings of the GitHub App.')
  const running = startApp(app, { resyncMinutes: minutes(process.env.TOCSIN_RESYNC_MINUTES || '15') })
  // what is under way is finished; Probot's server would keep the process alive
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void running.close().then(() => process.exit(0)))
  }
}

const minutes = (text: string): number => {
  const count = Number(text)
  if (count >= 1 && count <= 1440) return count
  throw new Error(`TOCSIN_RESYNC_MINUTES is "${text}": give a number of minutes from 1 to 1440, for example 15.`)
}

export default tocsin
