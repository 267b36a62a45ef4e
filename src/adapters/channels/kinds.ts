import type { DefinedKind } from './kind.ts'
import { pagerDuty } from './pagerduty.ts'
import { slack } from './slack.ts'
import { teams } from './teams.ts'
import { webhook } from './webhook.ts'

/** Every kind of channel, by the word that the operator writes. */
export const kinds: Readonly<Record<string, DefinedKind>> = { pagerduty: pagerDuty, slack, teams, webhook }
