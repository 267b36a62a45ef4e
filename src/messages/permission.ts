import { authority, type Grant, type Permission } from '../domain/incident/permissions.ts'

/** What a permission allows, after "permission to". */
export const permissionWords: Readonly<Record<Permission, string>> = {
  ask: 'ask',
  record: 'add to the timeline',
  'take-vacant-command': 'take command while there is no incident commander',
  'take-over-command': 'take over command',
  'appoint-commander': 'appoint the incident commander',
  'hand-off-command': 'hand off command',
  confirm: 'confirm the incident',
  cancel: 'cancel the incident',
  'take-unowned-step': 'take an unassigned step',
  assign: 'assign or unassign others',
  'fill-commanding-role': 'assign deputy, counsel or leadership',
  'let-go-of-own-work': 'unassign yourself',
  'add-to-checklist': 'add to the checklist',
  'raise-severity': 'raise the severity',
  'lower-severity': 'lower the severity',
  'set-status': 'set the status',
  'finish-step': 'finish a step',
  'reopen-step': 'reopen a step',
  'skip-step': 'skip a step',
  'rule-out-insider': 'rule out insider involvement',
  'approve-disclosure': 'approve external disclosure',
  redact: 'have a comment deleted',
  'approve-redaction': 'approve the deletion of a comment',
  'continue-here': 'continue the incident on a new issue',
  close: 'close the incident',
  reopen: 'reopen the incident',
}

/** Whom a grant is for. */
const grantWords: Readonly<Record<Grant, string>> = {
  anyone: 'anyone who can comment',
  responder: 'anyone with write access',
  'responder-while-vacant': 'anyone with write access while there is no incident commander',
  'incident-commander': 'the incident commander',
  'full-commander': 'the incident commander (not an acting one)',
  deputy: 'the deputy',
  'roster-commander': 'anyone on the roster as incident commander (if nobody is: anyone with maintain access)',
  'counsel-or-leadership': 'counsel, an executive or the engineering lead',
}

/** Everybody who may do it, one after the other. */
export const grantsOf = (permission: Permission): readonly string[] =>
  authority[permission].map(grant => grantWords[grant])
