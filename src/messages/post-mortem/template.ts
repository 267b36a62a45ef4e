// Made from templates/post-mortem.md by `npm run generate`: change it there.

export const postMortemTemplate = `# Post-mortem: {{codename}}

This document asks what happened and why, not who is to blame. Tocsin drafted it from the record of the incident.
Reviewers: replace the text in *italics*.

## Summary

{{summary}}

*In three sentences, for somebody who was not there: what happened, what was the impact, what stopped it.*

## Impact

{{impact}}
| Systems and accounts affected | | |
| Data read, changed or taken | | |
| Credentials presumed compromised | | |
| Users and customers affected | | |
| Time from intrusion to detection, and to containment | | |
| Notification obligations and deadlines | | |

## Roles

{{people}}

## What happened

*How did they get in, what did they do, and how do we know? Mark assumptions as such.*

{{story}}

## Timeline

{{diagram}}

{{timeline}}

## Key metrics

{{measures}}

## Steps

{{steps}}

## Changes to the playbook

{{deviations}}

## Open questions for the reviewers

{{questions}}
- [ ] How was it detected, and what would have detected it earlier?
- [ ] Which data and credentials were exposed, and how do we know what was taken?
- [ ] Could they come back through another attack vector, credential or machine?
- [ ] Which logs and alerts were missing?
- [ ] What slowed the response down: access, people, tools, this playbook?
- [ ] Who outside the company still needs to be notified?

## Action items

| Action item | Owner | Due | Issue |
|---|---|---|---|
| *What would have prevented it* | | | |
| *What would have detected it earlier* | | | |
| *What would have made the response easier* | | | |

## Record

{{record}}
`
