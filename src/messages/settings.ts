// For whoever sets Tocsin up: what a setting lacks, and what to give.

export const noWebhookSecret = (): string =>
  'WEBHOOK_SECRET is not set: use the webhook secret from the settings of the GitHub App.'

export const invalidResyncMinutes = (came: string): string =>
  `TOCSIN_RESYNC_MINUTES is "${came}": give a number of minutes from 1 to 1440, for example 15.`

export const unknownRun = (): string =>
  'Unknown value of the input `run`. Expected: `incidents`, `plan` or `check`, for example `run: check`'
