/** The roles that every team has. A roster may name more of its own. */
export const knownRoles = [
  'incident-commander',
  'deputy',
  'scribe',
  'communications',
  'forensics',
  'security',
  'service',
  'counsel',
  'executive',
  'engineering-lead',
  'marketing',
  'site-reliability',
  'responder',
] as const

/** In a playbook: nobody in particular. */
export const anybody = 'responder'
