import { settingMissing, settingNotNumber } from '../messages/server.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** What was read, and what is missing or wrong: all of it at once, for each start costs time. */
export type SettingsRead<Settings> = { readonly settings: Settings; readonly wrong: readonly string[] }

/** What the App itself is told by the variables of docs/install.md. */
export const appSettings = (env: Environment): SettingsRead<{ readonly resyncMinutes: number }> => {
  const given = env.TOCSIN_RESYNC_MINUTES || '15'
  const resyncMinutes = Number(given)
  return {
    settings: { resyncMinutes },
    wrong: [
      // without one Probot takes a secret that everybody can read in its source
      ...(env.WEBHOOK_SECRET
        ? []
        : [settingMissing('WEBHOOK_SECRET', 'use the webhook secret from the settings of the GitHub App')]),
      ...(resyncMinutes >= 1 && resyncMinutes <= 1440
        ? []
        : [settingNotNumber('TOCSIN_RESYNC_MINUTES', given, 'a number of minutes from 1 to 1440', '15')]),
    ],
  }
}

export type ServerSettings = {
  readonly secret: string
  readonly port: number
  readonly host: string
  readonly path: string
}

/** What its web server is told as well. */
export const serverSettings = (env: Environment): SettingsRead<ServerSettings> => {
  const port = Number(env.PORT || 3000)
  return {
    settings: {
      secret: env.WEBHOOK_SECRET ?? '',
      port,
      host: env.HOST || 'localhost',
      path: env.WEBHOOK_PATH || '/api/github/webhooks',
    },
    wrong: [
      ...appIdWrong(env.APP_ID ?? ''),
      ...appSettings(env).wrong,
      ...(Number.isInteger(port) && port >= 0 && port <= 65_535
        ? []
        : [settingNotNumber('PORT', env.PORT ?? '', 'a number from 0 to 65535', '3000')]),
    ],
  }
}

const appIdWrong = (id: string): readonly string[] => {
  if (id === '') return [settingMissing('APP_ID', 'use the App ID from the settings of the GitHub App')]
  return /^\d+$/.test(id) ? [] : [settingNotNumber('APP_ID', id, 'the number of the App', '123456')]
}
