import type { ApplicationFunction } from 'probot'
import { invalidResyncMinutes, noWebhookSecret } from '../messages/settings.ts'
import { startApp } from '../runtime/app.ts'

/** The App, as Probot loads it, by the variables of docs/install.md. */
export const tocsin: ApplicationFunction = app => {
  // without one Probot takes a secret that everybody can read in its source
  if (!process.env.WEBHOOK_SECRET) throw new Error(noWebhookSecret())
  const running = startApp(app, { resyncMinutes: minutes(process.env.TOCSIN_RESYNC_MINUTES || '15') })
  // what is under way is finished; Probot's server would keep the process alive
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void running.close().then(() => process.exit(0)))
  }
}

const minutes = (text: string): number => {
  const count = Number(text)
  if (count >= 1 && count <= 1440) return count
  throw new Error(invalidResyncMinutes(text))
}

export default tocsin
