// Made from templates/playbooks by `npm run generate`: change it there.

export const builtInTexts: readonly { readonly name: string; readonly text: string }[] = [
  {
    name: 'security-incident.md',
    text: `---
title: Security incident
severity: SEV-2
summary: Somebody may have got in, or something that should be secret may be out. Not sure is reason enough.
confidential: true
source: The public security incident response documents of PagerDuty and of ShipmentBot, in our own words
---
**Not sure that it is one? Go on all the same.** The Incident Commander (IC) decides whether it is. If no IC is here
yet, page one now; until then, whoever is here leads.

**Is the attack running right now? Power the machine off, at once.** If it is not, first save memory and logs, for both
are gone after a shutdown. **Never delete or terminate a machine**: it is the evidence.

**Keep it among the responders.** The attacker may be one of us. Until forensics says otherwise, nobody else learns what
happened, nor that anything did.

- Use the codename, aloud and in writing. Voice call and chat room first; e-mail only if nothing else is left.
- If it must be e-mail, its subject is the prefix that counsel agreed to and nothing else. It is set here to
  \`Attorney Work Project\`; change it in this file if yours is another. It stands before the topic of each chat as well.
- Encrypt a mail as soon as one address in it is outside the company.
- No text messages, but to call somebody over to a safe place: "Please join the call now."
- Everything may be done at the same time by different people, as the IC hands it out. What has to wait says so.

## Contain

- [ ] \`stop-attack\` Stop the attack (responder, within 15m, required)

  By whatever works fastest. A server, a network, a whole data centre may go down for it.

  1. From the provider's console: **stop** the instance, or cut its network off. Do not delete or terminate it.
  2. If you happen to be logged in there:
     - see who else is: \`w\`, then end what is not ours: \`kill -9 <pid>\`
     - back to the firewall's default rules: \`sudo iptables-restore < <your default rules>\`
     - a new password for root: \`sudo passwd root\`, then lock every other account in \`/etc/shadow\`:
       \`sudo usermod --lock <name>\`
     - last: \`sudo shutdown now\`
  3. Say here what you did and at what time. \`/timeline 14:02Z stopped the instance\` is enough.

  Stopping it loses the memory; an attacker at work costs more. If nobody is at work there, keep it running until
  memory and logs are saved.

- [ ] \`cut-vector\` Close the way they came in (security, within 1h, required)

  Find the likely ways in, and patch or shut each, so that the same way does not work again in ten minutes.

  - A provider that we use may be broken into: delete all accounts there but your own and those of colleagues who are
    sitting next to you. Then change your own password and MFA tokens at once.
  - A service of ours may be the way in: switch the code path off. If you do not know which, switch the service off.
  - Somebody's key or account: another person disables it, and ends every session that was begun with it.

## Assemble

- [ ] \`assemble-team\` Bring the response team together (incident-commander, within 30m)

  Operations first, everyone else after.

  1. No IC yet? Page one. The IC names the other roles; \`/help\` shows how.
  2. Start the voice call and a private chat room, **named by the codename** that stands on the board. Ask all
     responders into both, and keep all of them informed there.
  3. Ask in: security always, site reliability as a rule, and somebody for each service that is affected.
  4. As early as can be, but not before those: executives and counsel.
  5. The command team writes down what is done, and tells those inside who have to know, when that is allowed.

  Nobody outside this team hears of it until forensics is done. Topics and mails carry the prefix (see the top of the
  playbook), never what it is about.

## Contain

- [ ] \`isolate\` Isolate what is affected and take images (site-reliability, within 1h, required)

  Every affected instance is cut off from every other one, now.

  - Block the addresses of the affected instances on all other hosts.
  - Still running, and nobody is attacking through it? Memory and logs first, then shut it down. An attack is running?
    Shut it down first.
  - Image **every** disk of **every** affected instance as soon as it can be done. Note who took it, when, and its
    checksum: \`sha256sum disk.img\`.
  - Ship the images to cold storage off-site, read-only, so that nobody can change them: neither the attacker nor one
    of us.
  - Do not repair, clean or reinstall anything before there is an image of it.

## Investigate

- [ ] \`trace-timeline\` Find out what happened when (forensics, required)

  With every tool there is. Put what you find on the time line as you go: \`/timeline 13:20Z first login from outside\`.

  - What they looked at before they came: scans, failed logins, odd requests.
  - When they got in.
  - What they did inside, and when.
  - Which queries they ran on which database.
  - How long until we noticed, and how long until they were out.
  - Are they still in by a back door? Watch the logs for anything unusual while you search.

- [ ] \`identify-data\` Find out which data is compromised (forensics, required)

  From logs, graphs of traffic and load, and whatever else there is. "None" is an answer too, once it is shown.

  - Which data could they see or change?
  - Did any leave a database? Look for large answers, dumps and outgoing traffic.
  - Which keys and passwords were on the machine? All of them count as known to the attacker.
  - What did they learn of the rest: network, hosts, names of services?
  - Which customers' data, **exactly**? Whom to tell hangs on this list.

- [ ] \`assess-systems\` Judge the risk to other systems (security)

  Take what they have seen, and ask what it opens.

  - A password or key that lay on the host is compromised, however it was stored: encrypted, hashed or plain.
  - An account that was used in the attack gets new keys and passwords **everywhere** it exists, not only here.
  - Which systems trust the affected ones, or share accounts, images or a network with them?

- [ ] \`assess-reattack\` Judge the risk of another attack (security)

  - Do they know enough to find another way in?
  - Would we see it if they tried? If not, \`mitigate\` needs one more alert.
  - Is there anything that we only *believe* is closed? Let somebody else try it.

## Eradicate

- [ ] \`mitigate\` Put up further mitigations and monitoring (security, required)

  - Revoke every compromised key and credential at once; rotate every secret that was within reach, whatever it was
    stored in.
  - Block the addresses that belong to the attack.
  - Add the alerts that would have told us of this one, and that would tell of the next.

  The forensic analysis waits for this step: tick it only when another attack would be noticed.

## Investigate

- [ ] \`analyse\` Analyse the compromised systems (forensics, required, after \`stop-attack\` \`cut-vector\` \`isolate\` \`mitigate\`)

  Begins when the systems are secured and a second attack would be seen.

  - Work on copies of the read-only images and on the access logs, never on the originals.
  - What happened exactly, how, and what prevents it in future?
  - Keep a list of every address that had a part in it.
  - Watch the logs for attempts to come back.
  - **Could it have been one of us?** If it can be ruled out, the IC says so with the reason:
    \`/rule-out insider <reason>\`. Until then the company is not told.

## Communicate

- [ ] \`tell-company\` Tell the company (engineering-lead, gate internal, after \`analyse\`)

  For the VP or director of engineering. Only when forensics has shown that it did not come from inside.

  - In outline: what happened when, and what was done about it.
  - Not in detail; no names, no way in.
  - Say that more follows, and let it follow when there is more.

- [ ] \`involve-law\` Involve law enforcement (engineering-lead, gate external)

  For the VP or director of engineering, with counsel. The police are outside the response team, so the IC opens this
  gate on the record (\`/approve external <reason>\`); it waits for nothing else, because the trail grows cold.

  - Local police, and the federal or national authority for such crimes (in the United States the FBI).
  - Work with them to find the source of the attack.
  - The cyber insurer: most policies set a deadline for the first call.
  - Security companies that can help to judge the risk, and what to say in public.
  - Hand out copies of the evidence, never the originals, and note to whom.

- [ ] \`warn-partners\` Warn others whose systems were used (engineering-lead, gate external)

  For the VP or director of engineering. Whoever runs a system through which the attack came is probably a victim as
  well, and does not know. They too are outside the team; nothing but the IC's word is waited for.

  - Tell each operator that their systems may be compromised: which address, which time (UTC), what it did.
  - Say no more of our own side than they need. Ask what they see.

- [ ] \`tell-public\` Tell customers and the public (marketing, gate external, after \`trace-timeline\` \`identify-data\` \`mitigate\`)

  For marketing, with counsel; the IC approves it on the record. Only with facts that were checked: what happened when,
  exactly which data, how they got it, and that it cannot happen again. Then soon, within a few days: each day of
  waiting makes it worse.

  1. First find a way to the customers' own security teams, and let them know before everybody else.
  2. **The date stands in the title**, so that nobody takes it for a new breach later.
  3. Tell the time line in as much detail as you can.
  4. Tell which data, in as much detail, what it means for customers, and what they should do now.
  5. Own it: what we did wrong, and exactly what we change. If we kept something that we should not have kept, say it
     now; it comes out anyway.

  Leave out: "we take security very seriously"; guesses; and the name of any other company that may have caused it,
  unless it has already said so in public. Then link to that.
`,
  },
]
