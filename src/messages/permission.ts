import { authority, type Grant, type Permission } from '../domain/incident/permissions.ts'

/** What somebody is allowed to do, behind "to". */
export const permissionWords: Readonly<Record<Permission, string>> = {
  ask: 'ask',
  record: 'record',
  'take-vacant-command': 'take a vacant command',
  'take-over-command': 'take over command',
  'appoint-commander': 'appoint a commander',
  'hand-off-command': 'hand off command',
  confirm: 'confirm',
  cancel: 'cancel',
  'take-unowned-step': 'take an unowned step',
  assign: 'assign',
  'fill-commanding-role': 'fill a commanding role',
  'let-go-of-own-work': 'let go of own work',
  'add-to-checklist': 'add to the checklist',
  'raise-severity': 'raise severity',
  'lower-severity': 'lower severity',
  'set-status': 'set status',
  'finish-step': 'finish a step',
  'reopen-step': 'reopen a step',
  'skip-step': 'skip a step',
  'rule-out-insider': 'rule out an insider',
  'approve-disclosure': 'approve disclosure',
  close: 'close',
  reopen: 'reopen',
}

/** Whom a grant is for. */
export const grantWords: Readonly<Record<Grant, string>> = {
  anyone: 'anyone who can comment',
  responder: 'anyone with write access',
  'responder-while-vacant': 'anyone with write access while nobody commands',
  'incident-commander': 'the incident commander',
  'full-commander': 'the incident commander (not an acting one)',
  deputy: 'the deputy',
  'roster-commander': 'an incident commander of the roster (with none on it: whoever maintains the repository)',
  'counsel-or-leadership': 'counsel, an executive or the engineering lead',
}

/** Everybody who may do it, one after the other. */
export const grantsOf = (permission: Permission): readonly string[] =>
  authority[permission].map(grant => grantWords[grant])
