// Made from templates/post-mortem.md by `npm run generate`: change it there.

export const postMortemTemplate = `# Post-mortem: {{codename}}

This document asks what happened and why, not who is to blame. What stands here was written from the record of the
incident; what is in *italics* is for the reviewers to write.

## Summary

{{summary}}

*In three sentences, for somebody who was not there: what happened, what it did, what stopped it.*

## Impact

{{impact}}
| Systems and accounts affected | | |
| Data read, changed or taken | | |
| Keys and credentials to be counted as compromised | | |
| Customers and people affected | | |
| How long an attacker had access before being noticed, and before being shut out | | |
| Duties to notify, and their deadlines | | |

## People and roles

{{people}}

## What happened

*How did they get in, what did they do, and how do we know? What is only a guess should say so.*

{{story}}

## Time line

{{diagram}}

{{timeline}}

## Times

{{measures}}

## Steps

{{steps}}

## Deviations

{{deviations}}

## Open questions for the reviewers

{{questions}}
- [ ] How was it found, and what would have found it earlier?
- [ ] Which data and which keys were within reach, and how do we know what was taken?
- [ ] Could they come back: another way in, another key, another machine?
- [ ] Which logs did we miss, and which alert should there be from now on?
- [ ] What slowed the response down: access, people, tools, this playbook?
- [ ] Who outside still has to be told, and can we promise that it will not happen again?

## What we change

| What | Owner | Until | Issue |
|---|---|---|---|
| *What would have prevented it* | | | |
| *What would have found it earlier* | | | |
| *What would have made the response easier* | | | |

## Record

{{record}}
`
