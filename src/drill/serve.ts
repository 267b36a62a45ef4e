import { people } from './acme.ts'
import { owner, repo, setStage } from './stage.ts'

/** Starts the embedded GitHub alone and prints one line of JSON: where it is, its App, and a token for everybody in it. */
export const serve = async (
  port: number,
  webhook: { url: string; secret: string } | null,
  print: (line: string) => void,
): Promise<void> => {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('a port is a number from 0 to 65535')
  const emulator = await setStage({ port })
  // what git was answered from lies in temporary folders
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void emulator.close().then(() => process.exit(0)))
  }
  if (webhook !== null) emulator.webhooks.subscribe({ ...webhook, as: 'repository' })
  const tokens = Object.fromEntries(Object.keys(people).map(login => [login, emulator.tokenFor(login)]))
  const workflow = emulator.actionsToken(`${owner}/${repo}`, {
    issues: 'write',
    contents: 'write',
    pull_requests: 'write',
    checks: 'write',
    metadata: 'read',
  })
  const { api, graphql, app } = emulator
  print(
    JSON.stringify({
      api,
      graphql,
      repository: `${owner}/${repo}`,
      app: { id: app.id, privateKey: app.privateKey },
      tokens: { ...tokens, 'github-actions[bot]': workflow },
    }),
  )
}
