import { createServer } from 'node:http'
import type { Emulator } from 'github-emulator'
import { Probot } from 'probot'
import { describe } from '../operations/operation.ts'
import { type RunningApp, startApp } from '../runtime/app.ts'
import type { Deployment, Report } from './deployment.ts'

/** The real app behind a real webhook, on loopback. Its pauses move the embedded GitHub's clock instead of waiting. */
export const deployApp = async (emulator: Emulator): Promise<Deployment> => {
  const { app } = emulator
  const probot = new Probot({
    appId: app.id,
    privateKey: app.privateKey,
    secret: app.webhookSecret,
    baseUrl: emulator.api,
    logLevel: 'fatal',
  })
  let reports: Report[] = []
  const started: RunningApp[] = []
  await probot.load(loaded => {
    const running = startApp(loaded, {
      resyncMinutes: null,
      sleep: async milliseconds => emulator.clock.advance(milliseconds),
      ended: ({ outcome, recorded, done }) =>
        void reports.push({ ended: outcome, recorded: recorded.length, done: done.map(describe) }),
    })
    started.push(running)
  })
  const server = createServer(await probot.getNodeMiddleware())
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  const stop = emulator.webhooks.subscribe({
    url: `http://127.0.0.1:${address.port}${probot.webhookPath}`,
    secret: app.webhookSecret,
  })
  const [handle] = started
  if (handle === undefined) throw new Error('the app did not load')
  const settle = async (): Promise<readonly Report[]> => {
    await emulator.deliveries.idle()
    await handle.idle()
    const now = reports
    reports = []
    return now
  }
  return {
    name: 'app',
    settle,
    resync: async () => {
      await handle.resync()
      return settle()
    },
    close: async () => {
      stop()
      await handle.close()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
